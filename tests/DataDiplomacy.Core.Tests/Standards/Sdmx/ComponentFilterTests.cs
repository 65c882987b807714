using DataDiplomacy.Core.Standards.Sdmx;

namespace DataDiplomacy.Core.Tests.Standards.Sdmx;

/// <summary>Filters on components mean what the table of the specification says (SDMX REST 2.2, "Data queries", 2025).</summary>
public class ComponentFilterTests
{
    [Theory]
    [InlineData("A", "X = A", "A")]
    [InlineData("A,B", "X = A OR X = B", "A B")]
    [InlineData("ge:A", "X >= A", "A B C D E")]
    [InlineData("ge:A+le:B", "X >= A AND X <= B", "A B")]
    [InlineData("A,B+C", "X = A OR (X = B AND X = C)", "A")]
    [InlineData("ge:A+le:B,ge:D+le:E", "(X >= A AND X <= B) OR (X >= D AND X <= E)", "A B D E")]
    [InlineData("ne:A,B", "X <> A OR X = B", "B C D E")]
    [InlineData("ne:A+B", "X <> A AND X = B", "B")]
    [InlineData("ne:A,ne:B", "X <> A OR X <> B", "A B C D E")]
    [InlineData("ne:A+ne:B", "X <> A AND X <> B", "C D E")]
    public void Has_the_meaning_that_the_table_gives(string filter, string meaning, string passing)
    {
        var read = ComponentFilter.Parse("X", filter, ComponentType.Text);

        read.ToString().ShouldBe(meaning);
        string.Join(' ', new[] { "A", "B", "C", "D", "E" }.Where(code => read.Accepts(code))).ShouldBe(passing);
    }

    [Theory]
    [InlineData("co:euro", "the euro area", true)]
    [InlineData("nc:euro", "the euro area", false)]
    [InlineData("sw:the", "the euro area", true)]
    [InlineData("ew:the", "the euro area", false)]
    [InlineData("eq:en:title", "en:title", true)]
    [InlineData("2020-01-01T00:00:00", "2020-01-01T00:00:00", true)]
    public void Compares_texts(string filter, string value, bool passes) => ComponentFilter.Parse("TITLE", filter, ComponentType.Text).Accepts(value).ShouldBe(passes);

    [Theory]
    // A bound is a whole period: up to 2020 is up to its last day.
    [InlineData("le:2020", "2020-12-31", true)]
    [InlineData("le:2020", "2020-W53", false)]
    [InlineData("le:2020", "2021-01-01", false)]
    [InlineData("ge:2020", "2020-01-01", true)]
    [InlineData("ge:2020-Q2", "2020", false)]
    [InlineData("gt:2020", "2020-M12", false)]
    [InlineData("gt:2020", "2021-M01", true)]
    [InlineData("lt:2020", "2019-Q4", true)]
    [InlineData("lt:2020", "2020-Q1", false)]
    [InlineData("ge:2020-01+le:2020-12", "2020-M07", true)]
    [InlineData("2020-03", "2020-M03", true)]
    [InlineData("ne:2020", "2020-M03", true)]
    [InlineData("sw:2020", "2020-M03", true)]
    public void Compares_periods_by_both_their_ends(string filter, string period, bool passes) => ComponentFilter.Parse("TIME_PERIOD", filter, ComponentType.Time).Accepts(period).ShouldBe(passes);

    [Theory]
    [InlineData("ge:9.5", "10", true)]
    [InlineData("lt:9.5", "10", false)]
    [InlineData("10.0", "10", true)]
    [InlineData("ne:10", "NaN", true)]
    [InlineData("ge:10", "unknown", false)]
    public void Compares_numbers_as_numbers(string filter, string value, bool passes) => ComponentFilter.Parse("OBS_VALUE", filter, ComponentType.Number).Accepts(value).ShouldBe(passes);

    [Fact]
    public void Takes_an_attribute_of_several_values_as_the_set_that_it_is()
    {
        var filter = ComponentFilter.Parse("ATTR1", "A,B+M", ComponentType.Text);

        filter.Accepts("A").ShouldBeTrue();
        filter.Accepts("B").ShouldBeFalse();
        filter.Accepts("M", "B").ShouldBeTrue();
        filter.Accepts().ShouldBeFalse();
        ComponentFilter.Parse("ATTR1", "ne:A", ComponentType.Text).Accepts("A", "B").ShouldBeFalse();
        ComponentFilter.Parse("ATTR1", "ne:A", ComponentType.Text).Accepts().ShouldBeTrue();
    }

    [Theory]
    [InlineData("", ComponentType.Text, "A value is missing")]
    [InlineData("A,", ComponentType.Text, "A value is missing")]
    [InlineData("ge:", ComponentType.Text, "A value is missing")]
    [InlineData("xx:A", ComponentType.Text, "'xx' in c[X] is no operator")]
    [InlineData("ge:soon", ComponentType.Time, "'soon' in c[X] is no period")]
    [InlineData("much", ComponentType.Number, "'much' in c[X] is no number")]
    public void Says_what_is_wrong_and_what_would_be_right(string filter, ComponentType type, string message)
    {
        var wrong = Should.Throw<SdmxQueryException>(() => ComponentFilter.Parse("X", filter, type));

        wrong.Message.ShouldContain(message);
        wrong.Parameter.ShouldBe("c[X]");
    }

    [Fact]
    public void Has_a_limit() =>
        Should.Throw<SdmxQueryException>(() => ComponentFilter.Parse("X", string.Join(',', Enumerable.Repeat("A", 2_001)), ComponentType.Text)).Message.ShouldContain("more than 2000");
}
