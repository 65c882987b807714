using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Core.Tests.Observations;

public sealed class EqualStepsTests
{
    [Theory]
    [InlineData("2018,2019,2020", 1, "2021", "2025")]
    [InlineData("2005,2010,2015", 5, "2020", "2040")]
    [InlineData("2019-S2,2020-S1", 1, "2020-S2", "2022-S2")]
    [InlineData("2020-Q3,2020-Q4", 1, "2021-Q1", "2022-Q1")]
    [InlineData("2020-M11,2020-M12", 1, "2021-M01", "2021-M05")]
    [InlineData("2020-W52,2020-W53", 1, "2021-W01", "2021-W05")]
    [InlineData("2020-02-27,2020-02-28", 1, "2020-02-29", "2020-03-04")]
    public void Goes_on_after_the_last_value(string periods, int step, string next, string fifth)
    {
        var steps = Of(periods).ShouldNotBeNull();

        (steps.Step, steps.Ahead(1)?.ToString(), steps.Ahead(5)?.ToString()).ShouldBe((step, next, fifth));
        (steps.First.ToString(), steps.Last.ToString()).ShouldBe((periods.Split(',')[0], periods.Split(',')[^1]));
        steps.Values.ShouldAllBe(v => v != null);
        steps.AfterGap.ShouldBeNull();
    }

    [Fact]
    public void Leaves_gaps_open_and_says_from_where_there_is_none()
    {
        var steps = Of("2000,2001,2003,2004,2010,2011").ShouldNotBeNull();

        steps.Values.ShouldBe([1, 2, null, 3, 4, null, 5, 6]);
        steps.AfterGap.ToString().ShouldBe("2010");
    }

    [Fact]
    public void Counts_periods_without_value_and_leaves_those_at_the_ends()
    {
        var steps = EqualSteps.Of([(Period("2000"), null), (Period("2001"), 1), (Period("2002"), 2), (Period("2003"), null)]).ShouldNotBeNull();

        (steps.Dropped, steps.First.ToString(), steps.Last.ToString()).ShouldBe((2, "2001", "2002"));
        steps.Values.ShouldBe([1, 2]);
    }

    [Fact]
    public void Is_none_without_values_or_with_periods_of_different_length()
    {
        EqualSteps.Of([]).ShouldBeNull();
        EqualSteps.Of([(Period("2000"), null)]).ShouldBeNull();
        Of("2000,2001-Q1").ShouldBeNull();
    }

    [Theory]
    [InlineData("9998")]
    [InlineData("9999-M11")]
    [InlineData("9999-12-30")]
    public void Ends_with_the_year_9999(string period)
    {
        var steps = Of(period).ShouldNotBeNull();

        steps.Ahead(1).ShouldNotBeNull();
        steps.Ahead(2).ShouldBeNull();
    }

    private static EqualSteps? Of(string periods) => EqualSteps.Of(periods.Split(',').Select((p, i) => (Period(p), (double?)i + 1)));

    private static TimePeriod Period(string text) => TimePeriod.TryParse(text, out var period) ? period : throw new ArgumentException(text);
}
