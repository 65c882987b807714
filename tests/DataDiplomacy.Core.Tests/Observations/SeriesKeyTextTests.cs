using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Tests.Observations;

public sealed class SeriesKeyTextTests
{
    [Fact]
    public void Sorts_dimensions_and_leaves_out_absent_ones()
    {
        Dictionary<string, string> dimensions = new() { ["SEX"] = "FEMALE", ["AGE"] = "<5Y", ["LOCATION"] = "NOTSPEC", ["CITIES"] = "" };

        var text = SeriesKeyText.Format(dimensions);

        text.ShouldBe("AGE=<5Y|SEX=FEMALE");
    }

    [Fact]
    public void Nothing_is_the_empty_text()
    {
        SeriesKeyText.Format([]).ShouldBe("");
        SeriesKeyText.Parse("").ShouldBeEmpty();
    }

    [Fact]
    public void Sorts_by_ordinal_order_whatever_the_language()
    {
        Dictionary<string, string> dimensions = new() { ["a"] = "1", ["B"] = "2", ["_"] = "3" };

        SeriesKeyText.Format(dimensions).ShouldBe("B=2|_=3|a=1");
    }

    [Fact]
    public void Escapes_its_own_signs_and_reads_them_back()
    {
        Dictionary<string, string> dimensions = new() { ["A|B"] = @"x=y\z", ["C"] = "|" };

        var text = SeriesKeyText.Format(dimensions);

        text.ShouldBe(@"A\|B=x\=y\\z|C=\|");
        SeriesKeyText.Parse(text).ShouldBe(dimensions, ignoreOrder: true);
    }

    [Theory]
    [InlineData("AGE")]
    [InlineData("AGE=")]
    [InlineData("=X")]
    [InlineData("AGE=X|")]
    [InlineData("|AGE=X")]
    [InlineData("SEX=F|AGE=X")]
    [InlineData("AGE=X|AGE=Y")]
    [InlineData("AGE=X=Y")]
    [InlineData("AGE=NOTSPEC")]
    [InlineData(@"AGE=\X")]
    [InlineData(@"AGE=X\")]
    public void Refuses_text_that_is_not_canonical(string text)
    {
        SeriesKeyText.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => SeriesKeyText.Parse(text));
    }

    [Fact]
    public void Refuses_a_dimension_given_twice()
    {
        KeyValuePair<string, string>[] dimensions = [new("SEX", "MALE"), new("SEX", "FEMALE")];

        Should.Throw<ArgumentException>(() => SeriesKeyText.Format(dimensions)).Message.ShouldContain("'SEX'");
    }
}
