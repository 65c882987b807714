using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class TrendWarningsTests
{
    [Fact]
    public void Warns_about_a_short_series_and_dropped_values()
    {
        var warnings = Warnings(1, 3, null, 2, 5, 4, 6);

        warnings.ShouldBe(
        [
            "Dropped: 1 of 7 periods, which have no value.",
            "Short series: n=6, fewer than the 8 that a published trend should rest on."
        ]);
    }

    [Fact]
    public void Warns_where_ties_hide_the_size_of_the_change()
    {
        double?[] values = [0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1, 0, 0, 1, 1, 1, 1];

        var result = Trend.Assess(Yearly(values), "events per year");

        // By hand: 91 of 190 slopes are not 0; 99 pairs are tied; S = 63, z = 62/sqrt(637) = 2.46.
        result.Slope.ShouldBe(0);
        result.Direction.ShouldBe(TrendDirection.Increasing);
        result.Verdict.ShouldStartWith("Increasing in rank (n=20, p=0.014 by Mann-Kendall, level 0.05), but the size of the change is not estimated");
        result.Warnings.ShouldContain("Many equal values: 52 % of all pairs are tied, so the p is rough and the slope is drawn towards 0.");
        result.Warnings.ShouldContain(w => w.StartsWith("The slope is exactly 0 because of equal values"));
        result.Warnings.ShouldContain(w => w.StartsWith("Interval and test disagree: the test reaches 0.05"));
    }

    [Fact]
    public void Says_how_it_deals_with_correlated_neighbours()
    {
        double?[] values = [.. Enumerable.Range(0, 40).Select(i => (double?)Math.Sin(i / 5.0))];

        Warnings(values).ShouldContain(w => w.StartsWith("Neighbouring values are correlated") && w.Contains("corrected for autocorrelation"));
    }

    [Fact]
    public void Says_why_it_cannot_deal_with_correlated_neighbours()
    {
        TrendPoint[] points = [.. Enumerable.Range(0, 41).Where(i => i != 20).Select(i => new TrendPoint(1980 + i, Math.Sin(i / 5.0)))];

        var result = Trend.Assess(points, "points per year");

        result.DecidedBy.ShouldBe("mann_kendall");
        result.Tests[1].Reason.ShouldBe("gaps");
        result.Warnings.ShouldContain(w => w.StartsWith("Neighbouring values are correlated") && w.Contains("the interval is too narrow")
            && w.EndsWith("autocorrelation cannot be corrected, because the series has gaps or is unevenly spaced."));
    }

    [Fact]
    public void Warns_that_alternating_values_make_the_interval_too_wide()
    {
        double?[] values = [.. Enumerable.Range(0, 40).Select(i => (double?)(i + (i % 2 * 10) + (i * 37 % 11 / 10.0)))];

        Warnings(values).ShouldContain(w => w.StartsWith("Neighbouring values are correlated") && w.Contains("independent values are assumed"));
    }

    [Fact]
    public void Does_not_take_the_rounding_of_a_straight_line_for_correlation()
    {
        double?[] values = [.. Enumerable.Range(0, 40).Select(i => (double?)(0.1 + 0.3 * i))];

        Warnings(values).ShouldBeEmpty();
    }

    [Fact]
    public void Warns_about_uneven_spacing()
    {
        TrendPoint[] points = [.. new[] { 2000, 2001, 2002, 2008, 2009, 2010, 2011, 2012 }.Select((year, i) => new TrendPoint(year, i * 3 % 8))];

        var warnings = Trend.Assess(points, "points per year").Warnings;

        warnings.ShouldBe(["Uneven spacing: 1 to 6 years between values; the test uses their order only, the slope their real times."]);
    }

    private static IReadOnlyList<string> Warnings(params double?[] values) => Trend.Assess(Yearly(values), "points per year").Warnings;

    private static TrendPoint[] Yearly(double?[] values) => [.. values.Select((value, i) => new TrendPoint(1980 + i, value))];
}
