using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

/// <summary>
/// Which test decides, and what goes with it. The figures for Kenya were worked out apart from this code, by loops over
/// all pairs and sums by the definitions of the papers.
/// </summary>
public sealed class TrendDecisionTests
{
    /// <summary>Renewable energy share of Kenya, 2000 to 2017, percent (UNSD, state of 2020-10-19).</summary>
    private static readonly double[] Kenya =
        [79.04, 80.27, 80.6, 83.25, 82.36, 81.34, 79.91, 80.42, 80.65, 78.36, 76.5, 77.31, 78.72, 76.87, 75.06, 72.25, 71.23, 71.77];

    [Fact]
    public void Lets_the_largest_p_decide_where_neighbours_are_correlated()
    {
        var result = Yearly(Kenya);

        result.P.ShouldNotBeNull().ShouldBe(6.992118589945655e-05, 1e-15);
        result.Tests.Select(test => test.Test).ShouldBe(["mann_kendall", "hamed_rao", "yue_wang_ar1", "random_walk_drift", "seasonal_mann_kendall"]);
        result.Tests[1].P.ShouldNotBeNull().ShouldBe(0.006175923951469354, 1e-12);
        result.Tests[1].VarianceFactor.ShouldNotBeNull().ShouldBe(1.837637741046832, 1e-12);
        result.Tests[2].P.ShouldNotBeNull().ShouldBe(0.03281780416421929, 1e-12);
        result.Tests[2].VarianceFactor.ShouldNotBeNull().ShouldBe(3.024867248862216, 1e-12);
        result.Tests[3].Statistic.ShouldNotBeNull().ShouldBe(-1.1594907391956206, 1e-12);
        result.Tests[3].P.ShouldNotBeNull().ShouldBe(0.26326779189146, 1e-9);
        result.Tests[4].Reason.ShouldBe("not_seasonal");
        result.DecidedBy.ShouldBe("yue_wang_ar1");
        result.PDeciding.ShouldBe(result.Tests[2].P);
        result.Direction.ShouldBe(TrendDirection.Decreasing);
    }

    [Fact]
    public void Qualifies_a_direction_that_a_random_walk_would_show_too()
    {
        var result = Yearly(Kenya);

        result.Verdict.ShouldStartWith("Decreasing, unless it is a random walk: the slope is -0.61 percent per year");
        result.Verdict.ShouldContain("n=18, p=0.0328 by Yue-Wang AR(1)");
        result.Verdict.ShouldContain("a random walk without drift would look the same and cannot be excluded (drift p=0.26)");
        // Dickey-Fuller by the normal equations; the critical value by MacKinnon's polynomial in 1/17.
        result.Warnings.ShouldContain(w => w.StartsWith("A random walk (unit root) cannot be excluded with n=18 (Dickey-Fuller t -2.54, needed below -3.71)"));
    }

    [Fact]
    public void Widens_the_interval_by_the_root_of_the_factor()
    {
        var result = Yearly(Kenya);

        // 153 slopes; 1.96 sqrt(697 * 1.8376) = 70.14: the 41st and the 113th.
        result.SlopeLow.ShouldNotBeNull().ShouldBe(-0.9190909090909091, 1e-9);
        result.SlopeHigh.ShouldNotBeNull().ShouldBe(-0.24, 1e-9);
        result.VarianceFactor.ShouldBe(1.837637741046832, 1e-12);
        result.Method.ShouldContain("Theil-Sen slope with Sen's rank interval (95 %, widened by the root of the Hamed-Rao factor 1.84)");
        result.Warnings.ShouldContain(w => w.Contains("the interval is widened by the root of the Hamed-Rao factor 1.84"));
    }

    [Fact]
    public void Stands_a_least_squares_slope_with_robust_errors_beside_it()
    {
        var hac = Yearly(Kenya).Hac;

        hac.Lag.ShouldBe(2);
        hac.Slope.ShouldNotBeNull().ShouldBe(-0.5703095975232199, 1e-11);
        hac.Se.ShouldNotBeNull().ShouldBe(0.14356896798112448, 1e-11);
        hac.T.ShouldNotBeNull().ShouldBe(-3.9723737346792136, 1e-9);
        hac.P.ShouldNotBeNull().ShouldBe(0.0010937604846654736, 1e-9);
    }

    [Fact]
    public void Compares_a_step_with_a_line()
    {
        var changes = Yearly(Kenya).Changes;

        changes.BicLevel.ShouldNotBeNull().ShouldBe(101.76083092929328, 1e-8);
        changes.BicLine.ShouldNotBeNull().ShouldBe(81.5631761042232, 1e-8);
        changes.BicStep.ShouldNotBeNull().ShouldBe(86.31650449793413, 1e-8);
        changes.Shape.ShouldBe(TrendShape.Line);
        changes.Step.ShouldNotBeNull().Shift.ShouldBe(new TrendShift(13, 2012, 2013));
        changes.OnValues.ShouldNotBeNull().PettittP.ShouldNotBeNull().ShouldBe(0.0033406507302794937, 1e-12);
        changes.OnValues.ShouldNotBeNull().Pettitt.ShouldBe([new TrendShift(9, 2008, 2009)]);
        changes.OnDetrended.ShouldNotBeNull().PettittP.ShouldNotBeNull().ShouldBe(0.3885807115966846, 1e-9);
        changes.Warnings.ShouldContain(w => w.StartsWith("Neighbouring values are correlated"));
    }

    [Fact]
    public void Names_a_step_in_the_verdict()
    {
        var result = Yearly([1.2, 0.8, 1.1, 0.9, 1, 1.3, 0.7, 1.05, 5.1, 4.8, 5.3, 4.9, 5, 5.2, 4.7, 5.05]);

        // By hand: the first eight have the mean 8.05/8, the others 40.05/8.
        result.Changes.Shape.ShouldBe(TrendShape.Step);
        result.Verdict.ShouldContain("a single step between 2007 and 2008, from 1.01 to 5.01 on average, describes the values better than a line");
        result.Warnings.ShouldContain(w => w.StartsWith("A single step describes the values better than a line"));
    }

    [Fact]
    public void Lets_the_seasonal_test_decide_for_parts_of_the_year()
    {
        double[] season = [10, -4, 3, -9];
        double[] noise =
        [
            0.28, 0.21, -0.06, -0.19, 0.01, -0.08, 0.23, -0.16, -0.02, 0.07, 0.33, 0, -0.17, 0.2, 0.09, -0.2, 0.33, 0.39, 0.25, 0.32, -0.15, 0.18, 0.32, 0.15,
        ];
        TrendPoint[] points = [.. Enumerable.Range(0, 24).Select(i => new TrendPoint(2010 + i / 4.0, season[i % 4] + 0.25 * i + noise[i]))];

        var result = Trend.Assess(points, "points per year");

        // Each season rises through its six years: S = 4 * 15, variance 4 * 6*5*17/18, z = 59/sqrt(340/3).
        result.SeasonsPerYear.ShouldBe(4);
        var seasonal = result.Tests[4];
        seasonal.Statistic.ShouldNotBeNull().ShouldBe(59 / Math.Sqrt(340 / 3.0), 1e-12);
        result.DecidedBy.ShouldBe("seasonal_mann_kendall");
        result.PDeciding.ShouldBe(seasonal.P);
        result.P.ShouldNotBeNull().ShouldBeGreaterThan(0.05);
        result.Direction.ShouldBe(TrendDirection.Increasing);
        result.Seasonality.Defined.ShouldBeTrue();
        result.Seasonality.StrengthSeason.ShouldNotBeNull().ShouldBeGreaterThan(0.99);
        result.Seasonality.SeasonalSlope.ShouldNotBeNull().ShouldBe(1, 0.2);
        result.Verdict.ShouldContain("by seasonal Mann-Kendall");
    }

    [Theory]
    [InlineData(7, "insufficient_data")]
    [InlineData(8, "insufficient_data")]
    public void Says_why_there_is_no_strength_of_season(int n, string reason)
    {
        TrendPoint[] points = [.. Enumerable.Range(0, n).Select(i => new TrendPoint(2010 + i / 4.0, i % 4 + i * i % 7 / 10.0))];

        var result = Trend.Assess(points, "points per year");

        result.Seasonality.Defined.ShouldBeFalse();
        result.Seasonality.Reason.ShouldBe(reason);
        result.Tests[4].Applied.ShouldBe(n >= 8);
    }

    [Fact]
    public void Measures_growth_from_both_ends_and_by_all_values()
    {
        var growth = Yearly(Kenya).Growth;

        growth.Cagr.ShouldNotBeNull().ShouldBe(-0.0056596582702951315, 1e-12);
        growth.OlsLogGrowth.ShouldNotBeNull().ShouldBeLessThan(0);
        Yearly([-1, 2, 3, 4, 5]).Growth.Reason.ShouldBe("nonpositive_value");
    }

    [Theory]
    [InlineData(new double[0], "insufficient_data")]
    [InlineData(new double[] { 1, 2, 3 }, "insufficient_data")]
    [InlineData(new double[] { 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5 }, "constant")]
    public void Gives_every_part_a_reason_where_there_is_nothing_to_test(double[] values, string reason)
    {
        var result = Yearly(values);

        result.Tests.ShouldAllBe(test => !test.Applied && test.Reason == reason && test.P == null);
        result.PDeciding.ShouldBeNull();
        result.DecidedBy.ShouldBeNull();
        result.Changes.Reason.ShouldBe(reason);
        result.Seasonality.Reason.ShouldBe(reason);
    }

    [Fact]
    public void Adjusts_the_p_that_decides_over_the_family()
    {
        var family = Trend.WithFamily([Yearly(Kenya), Yearly([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]);

        family[0].Q.ShouldBe(family[0].PDeciding);
        family[1].Q.ShouldNotBeNull().ShouldBe(2 * 2 / 3628800.0, 1e-15);
    }

    [Fact]
    public void Stays_finite_at_the_edges_of_the_numbers()
    {
        foreach (var values in RandomSeries.Extremes)
        {
            foreach (var step in new[] { 1.0, 0.25, 1 / 12.0, 1e-300, 1e307 })
            {
                TrendPoint[] points = [.. values.Select((value, i) => new TrendPoint(i * step, value))];
                if (points.Any(point => !double.IsFinite(point.Time))) continue;
                var result = Trend.Assess(points, "points per year");

                double?[] figures =
                [
                    result.Slope, result.SlopeLow, result.SlopeHigh, result.PDeciding, result.SmallestDetectable, result.Hac.Slope, result.Hac.Low, result.Hac.P,
                    result.Changes.BicLevel, result.Changes.BicLine, result.Changes.BicStep, result.Changes.OnDetrended?.PettittP, result.Changes.Step?.MeanAfter,
                    result.Growth.Cagr, result.Seasonality.StrengthSeason, .. result.Tests.SelectMany(test => new[] { test.P, test.Statistic, test.VarianceFactor }),
                ];
                figures.ShouldAllBe(figure => figure == null || double.IsFinite(figure.Value));
            }
        }
    }

    [Fact]
    public void Follows_scale_and_shift_of_all_parts()
    {
        var plain = Yearly(Kenya);
        var moved = Yearly([.. Kenya.Select(value => 8 * value + 512)]);

        moved.PDeciding.ShouldNotBeNull().ShouldBe(plain.PDeciding.ShouldNotBeNull(), 1e-9);
        moved.Hac.Slope.ShouldNotBeNull().ShouldBe(8 * plain.Hac.Slope.ShouldNotBeNull(), 1e-9);
        moved.Changes.Shape.ShouldBe(plain.Changes.Shape);
        moved.Changes.Step.ShouldNotBeNull().Shift.ShouldBe(plain.Changes.Step.ShouldNotBeNull().Shift);
    }

    private static TrendResult Yearly(double[] values) => Trend.Assess([.. values.Select((value, i) => new TrendPoint(2000 + i, value))], "percent per year");
}
