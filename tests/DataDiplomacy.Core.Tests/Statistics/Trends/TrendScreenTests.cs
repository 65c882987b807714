using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class TrendScreenTests
{
    [Fact]
    public void Gives_the_figures_of_the_tests_that_stand_alone_whatever_the_ties_and_gaps()
    {
        var random = new Random(20_260_101);
        for (var draw = 0; draw < 3_000; draw++)
        {
            var n = 3 + draw % 58;
            var (times, values) = Drawn(random, n, kinds: 1 + draw % 4 * 7, confidenceOf: draw, out var confidence);

            var figures = TrendScreen.Assess(times, values, confidence);

            ShouldAgree(figures, times, values, confidence);
        }
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(997)]
    public void Gives_the_same_figures_for_long_series(int n)
    {
        var random = new Random(n);
        for (var draw = 0; draw < 4; draw++)
        {
            var (times, values) = Drawn(random, n, kinds: draw * 20, confidenceOf: 0, out var confidence);

            var figures = TrendScreen.Assess(times, values, confidence);

            ShouldAgree(figures, times, values, confidence);
        }
    }

    [Fact]
    public void Gives_figures_by_hand()
    {
        // Slopes 2, .5, 1, -1, .5, 2; sorted -1, .5, .5, 1, 2, 2. S = 5 - 1; at most one pair falls in 1 + 3 of 24 orders: p = 2 * 4/24.
        var figures = TrendScreen.Assess([2000, 2001, 2002, 2003], [1, 3, 2, 4]);

        figures.Slope.ShouldBe(0.75);
        figures.SlopeLow.ShouldBe(-1);
        figures.SlopeHigh.ShouldBe(2);
        figures.S.ShouldBe(4);
        figures.P.ShouldNotBeNull().ShouldBe(1 / 3.0, 1e-15);
        figures.PIsExact.ShouldBeTrue();
        figures.Reason.ShouldBeNull();
        figures.DirectionBy(0.01).ShouldBe(TrendDirection.Increasing);
        figures.DirectionBy(0.05).ShouldBe(TrendDirection.NotDistinguishable);
        figures.DirectionBy(null).ShouldBe(TrendDirection.NotAssessable);
    }

    [Theory]
    [InlineData(new double[] { 1, 2, 3 }, new double[] { 1, 2, 3 }, "insufficient_data", null)]
    [InlineData(new double[] { }, new double[] { }, "insufficient_data", null)]
    [InlineData(new double[] { 1, 2, 2, 3 }, new double[] { 1, 2, 3, 4 }, "duplicate_times", null)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 5, 5, 5, 5 }, "constant", 0.0)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 1e308, -1e308, 1e308, -1e308 }, "out_of_range", null)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 1e308, 1.1e308, 1.2e308, 1.3e308 }, null, 1e307)]
    [InlineData(new double[] { 1, 2, 3, 4 }, new double[] { 5e-324, 1e-323, 1.5e-323, 2e-323 }, null, 5e-324)]
    public void Says_why_there_is_no_test(double[] times, double[] values, string? reason, double? slope)
    {
        var figures = TrendScreen.Assess(times, values);

        figures.Reason.ShouldBe(reason);
        (figures.P is null).ShouldBe(reason is not null);
        if (slope is { } expected)
            figures.Slope.ShouldNotBeNull().ShouldBe(expected, Math.Abs(expected) * 1e-9);
        else
            figures.Slope.ShouldBeNull();
    }

    [Fact]
    public void Does_not_assess_more_values_than_a_trend_takes()
    {
        double[] values = [.. Enumerable.Range(0, TheilSen.MaxPoints + 1).Select(i => (double)i)];

        TrendScreen.Assess(values, values).Reason.ShouldBe("too_many_points");
        TrendScreen.Assess(values.AsSpan(1), values.AsSpan(1)).Slope.ShouldBe(1);
    }

    [Fact]
    public void Refuses_what_is_no_series()
    {
        Should.Throw<ArgumentException>(() => TrendScreen.Assess([1, 2], [1])).Message.ShouldContain("2 times but 1 values");
        Should.Throw<ArgumentException>(() => TrendScreen.Assess([2, 1], [1, 2])).Message.ShouldContain("ascend");
        Should.Throw<ArgumentException>(() => TrendScreen.Assess([1, 2], [1, double.NaN])).Message.ShouldContain("values[1]");
        Should.Throw<ArgumentException>(() => TrendScreen.Assess([1, double.PositiveInfinity], [1, 2])).Message.ShouldContain("times[1]");
        Should.Throw<ArgumentOutOfRangeException>(() => TrendScreen.Assess([1], [1], 1));
    }

    [Fact]
    public void Turns_the_sign_with_the_values_and_scales_with_the_times()
    {
        var random = new Random(7);
        var (times, values) = Drawn(random, 40, kinds: 0, confidenceOf: 0, out _);
        var plain = TrendScreen.Assess(times, values);

        var turned = TrendScreen.Assess(times, [.. values.Select(v => -v)]);
        var halved = TrendScreen.Assess([.. times.Select(t => t * 2)], values);

        (turned.S, turned.P, turned.Slope).ShouldBe((-plain.S, plain.P, -plain.Slope));
        (turned.SlopeLow, turned.SlopeHigh).ShouldBe((-plain.SlopeHigh, -plain.SlopeLow));
        (halved.S, halved.Slope).ShouldBe((plain.S, plain.Slope / 2));
    }

    [Fact]
    public void Adjusts_sorted_p_values_as_the_families_of_the_other_way()
    {
        var random = new Random(11);
        double[] p = [.. Enumerable.Range(0, 500).Select(_ => Math.Round(Math.Pow(random.NextDouble(), 3), 3)).Order()];
        var expected = MultipleTesting.Adjust([.. p.Select(v => (double?)v)]).Bh;

        MultipleTesting.AdjustSorted(p);

        p.Select(q => (double?)q).ShouldBe(expected);
    }

    /// <summary>Rising times with gaps, values of a walk; a few kinds of values only make ties, one kind makes a constant.</summary>
    private static (double[] Times, double[] Values) Drawn(Random random, int n, int kinds, int confidenceOf, out double confidence)
    {
        confidence = (confidenceOf % 3) switch { 0 => 0.95, 1 => 0.5, _ => 0.999 };
        var (times, values, time) = (new double[n], new double[n], 1_990.0);
        for (var i = 0; i < n; i++)
        {
            times[i] = time += random.Next(1, 4) / (confidenceOf % 2 == 0 ? 1.0 : 4.0);
            values[i] = kinds == 0 ? random.NextDouble() * 100 - 50 + i * 0.1 : random.Next(kinds) / 8.0;
        }
        return (times, values);
    }

    private static void ShouldAgree(TrendFigures figures, double[] times, double[] values, double confidence)
    {
        var sen = TheilSen.Estimate([.. times.Select(t => (double?)t)], [.. values.Select(v => (double?)v)], confidence);
        var test = MannKendall.Test([.. values.Select(v => (double?)v)]);
        var whole = Trend.Assess([.. times.Zip(values, (t, v) => new TrendPoint(t, v))], "unit", confidence);

        (figures.N, figures.Reason).ShouldBe((whole.N, whole.Reason));
        (figures.Slope, figures.SlopeLow, figures.SlopeHigh).ShouldBe((whole.Slope, whole.SlopeLow, whole.SlopeHigh));
        (figures.P, figures.PIsExact, figures.S).ShouldBe((whole.P, whole.PIsExact, (int)whole.S.GetValueOrDefault()));
        if (values.Length < Trend.MinPoints)
            return;
        (figures.Slope, figures.SlopeLow, figures.SlopeHigh).ShouldBe((sen.Slope, sen.CiLow, sen.CiHigh));
        figures.P.ShouldBe(test.Defined ? test.PExact ?? test.PTwoSided : null);
    }
}
