using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Tests.Catalogue;

public class SdgFrameworkTests
{
    private static readonly FrameworkEdition Edition = new() { Id = "2025", Framework = "sdg", Title = "A part", Source = "A/RES/71/313" };
    private static readonly Goal[] Goals = [new("13", "Climate"), new("1", "Poverty"), new("11", "Cities")];
    private static readonly Target[] Targets = [new("13.1", "13", "Resilience"), new("1.5", "1", "Resilience of the poor"), new("11.5", "11", "Disasters")];
    private static readonly IndicatorEntry[] Entries = [Entry("13.1.1", "C200303"), Entry("11.5.1", "C200303"), Entry("1.5.1", "C200303"), Entry("11.5.2", "C200211")];

    [Fact]
    public void Joins_the_rows_of_one_UNSD_code_to_one_indicator()
    {
        var framework = new SdgFramework(Edition, Goals, Targets, Entries);

        framework.Indicators.Count.ShouldBe(2);
        framework.Indicators[0].Codes.ShouldBe(["1.5.1", "11.5.1", "13.1.1"]);
        framework.Indicators[0].Targets.ShouldBe(["1.5", "11.5", "13.1"]);
        framework.Indicators[0].Goals.ShouldBe(["1", "11", "13"]);
    }

    [Fact]
    public void Keeps_rows_without_a_UNSD_code_apart()
    {
        IndicatorEntry[] old = [Entry("1.5.1", null), Entry("11.5.1", null)];

        new SdgFramework(Edition, Goals, Targets, old).Indicators.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("13.1.1")]
    [InlineData("1.5.1")]
    [InlineData("c200303")]
    public void Finds_an_indicator_by_any_of_its_codes(string code)
    {
        new SdgFramework(Edition, Goals, Targets, Entries).FindIndicator(code).ShouldNotBeNull().UnsdCode.ShouldBe("C200303");
    }

    [Fact]
    public void Lists_the_indicators_of_a_goal_and_of_a_target()
    {
        var framework = new SdgFramework(Edition, Goals, Targets, Entries);

        framework.IndicatorsOf("11").Select(i => i.UnsdCode).ShouldBe(["C200303", "C200211"]);
        framework.IndicatorsOf("13.1").Select(i => i.UnsdCode).ShouldBe(["C200303"]);
        framework.TargetsOf("11").Select(t => t.Code).ShouldBe(["11.5"]);
        framework.FindIndicator("9.9.9").ShouldBeNull();
    }

    [Fact]
    public void Refuses_a_row_under_a_target_that_is_missing()
    {
        Should.Throw<ArgumentException>(() => new SdgFramework(Edition, Goals, Targets, [Entry("1.4.1", "C010401")]))
            .Message.ShouldBe("Indicator 1.4.1 stands under target '1.4', which is missing.");
    }

    [Fact]
    public void Refuses_a_code_that_is_not_well_formed()
    {
        Should.Throw<ArgumentException>(() => new SdgFramework(Edition, [new("18", "None")], [], []))
            .Message.ShouldBe("'18' is not the code of a Goal.");
    }

    private static IndicatorEntry Entry(string code, string? unsdCode) => new() { Code = code, UnsdCode = unsdCode, Title = "Text" };
}
