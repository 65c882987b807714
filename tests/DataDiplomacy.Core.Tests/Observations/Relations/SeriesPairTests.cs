using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Relations;
using DataDiplomacy.Core.Tests.Statistics;

namespace DataDiplomacy.Core.Tests.Observations.Relations;

public sealed class SeriesPairTests
{
    [Fact]
    public void Correlates_changes_of_neighbours_and_drops_what_gives_no_pair()
    {
        // Changes of x 1, 2, -1, 3 and of y 2, 4, -2, 6, both to 2001 to 2004; 2006 and 2008 have no year before.
        var pair = Assess([(2000, 0), (2001, 1), (2002, 3), (2003, 2), (2004, 5), (2006, 9)], [(2000, 10), (2001, 12), (2002, 16), (2003, 14), (2004, 20), (2008, 3)]);

        (pair.Defined, pair.N, pair.NDropped).ShouldBe((true, 4, 3));
        pair.Correlation.ShouldNotBeNull().Pearson.ShouldNotBeNull().Coefficient.ShouldBe(1);
        pair.Warnings.ShouldContain("The pairs lie on a straight line. Is one series made from the other?");
    }

    [Fact]
    public void Takes_no_difference_across_a_gap()
    {
        var pair = Assess([(2000, 0), (2002, 3), (2004, 2), (2006, 5)], [(2000, 1), (2002, 5), (2004, 2), (2006, 4)]);

        (pair.Defined, pair.Reason, pair.N, pair.NDropped).ShouldBe((false, "insufficient_data", 0, 4));
        pair.Verdict.ShouldBe("Not assessable: x and y have 0 pairs of values, fewer than 4.");
    }

    [Fact]
    public void Counts_autocorrelated_pairs_as_fewer()
    {
        // Both have mean 0, squares 8 and products of neighbours 1, so that a = b = 1/8 and nEff = 8 (1 - 1/64)/(1 + 1/64).
        double[] x = [1, 1, -1, -1, 1, 1, -1, -1];
        double[] y = [1, 1, 1, -1, -1, -1, 1, -1];

        var pair = Assess(Years(x), Years(y), new SeriesPairSettings { Mode = SeriesPairMode.Levels });

        pair.NEffective.ShouldNotBeNull().ShouldBe(8 * 63.0 / 65, 1e-12);
        pair.Correlation.ShouldNotBeNull().Pearson.ShouldNotBeNull().Coefficient.ShouldBe(0, 1e-15);
        pair.PAdjusted.ShouldNotBeNull().ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Refuses_levels_that_both_trend_and_says_what_to_do_instead()
    {
        var (x, y) = (Years([1, 2, 4, 5, 7, 8, 11, 12]), Years([2, 3, 3.5, 5, 6, 8, 9, 9.5]));

        var refused = Assess(x, y, new SeriesPairSettings { Mode = SeriesPairMode.Levels });
        var forced = Assess(x, y, new SeriesPairSettings { Mode = SeriesPairMode.Levels, Force = true });

        (refused.Defined, refused.Reason, refused.Correlation, refused.P, refused.Tests).ShouldBe((false, "both_trending", null, null, 0));
        refused.Verdict.ShouldContain("mode=differences");
        refused.Verdict.ShouldContain("force=true");
        forced.Defined.ShouldBeTrue();
        forced.Correlation.ShouldNotBeNull().Pearson.ShouldNotBeNull().Coefficient.ShouldBeGreaterThan(0.9);
        forced.Warnings.ShouldContain(SeriesPair.BothTrendingWarning);
        forced.Verdict.ShouldContain("no evidence of a relation");
    }

    [Fact]
    public void Refuses_levels_too_few_to_tell_whether_they_trend()
    {
        var (x, y) = (Years([82.1, 84.4, 86.9, 89.2]), Years([4.6, 4.4, 4.15, 3.95]));

        var refused = Assess(x, y, new SeriesPairSettings { Mode = SeriesPairMode.Levels });
        var forced = Assess(x, y, new SeriesPairSettings { Mode = SeriesPairMode.Levels, Force = true });

        (refused.Defined, refused.Reason, refused.P).ShouldBe((false, "too_few_levels", null));
        refused.Verdict.ShouldContain("of 4 levels of x and y, fewer than 8");
        forced.Defined.ShouldBeTrue();
    }

    [Fact]
    public void Correlates_levels_of_which_one_does_not_trend()
    {
        var pair = Assess(Years([1, 2, 4, 5, 7, 8, 11, 12]), Years([2, -2, 2, -2, 3, -3, 2, -2]), new SeriesPairSettings { Mode = SeriesPairMode.Levels });

        (pair.Defined, pair.BothTrending).ShouldBe((true, false));
    }

    [Theory]
    [InlineData(SeriesPairMode.Prewhitened, "gaps")]
    [InlineData(SeriesPairMode.Differences, null)]
    public void Filters_no_series_with_gaps(SeriesPairMode mode, string? reason)
    {
        var x = Years([1, 3, 2, 5, 4, 4.5, 3, 1, 2, 6]).Where(p => p.Year != 2005).ToList();

        var pair = Assess(x, Years([3, 1, 2, 2.5, 6, 4, 3, 1, 4, 2]), new SeriesPairSettings { Mode = mode });

        pair.Reason.ShouldBe(reason);
    }

    [Fact]
    public void A_straight_line_has_changes_that_do_not_vary_but_for_rounding()
    {
        var pair = Assess(Years([.. Enumerable.Range(0, 12).Select(t => 0.1 * t)]), Years([3, 1, 2, 2.5, 6, 4, 3, 1, 4, 2, 3, 3]));

        pair.Reason.ShouldBe("constant");
    }

    [Fact]
    public void Periods_of_different_length_do_not_meet()
    {
        var months = SeriesValues.Of("y", [.. Enumerable.Range(1, 12).Select(m => (Period(FormattableString.Invariant($"2001-M{m:00}")), (double?)(m % 5)))]);

        var pair = SeriesPair.Assess(Series("x", Years([3, 1, 2, 2.5])), months, [], new SeriesPairSettings());

        (pair.Defined, pair.Reason).ShouldBe((false, "different_periods"));
    }

    [Theory]
    [InlineData("2001-M12", "2002-M01")]
    [InlineData("2001-Q4", "2002-Q1")]
    [InlineData("2001-S2", "2002-S1")]
    [InlineData("2020-W53", "2021-W01")]
    [InlineData("2020-02-29", "2020-03-01")]
    public void Neighbours_are_one_apart(string before, string after) =>
        (PeriodSteps.Of(Period(after)) - PeriodSteps.Of(Period(before))).ShouldBe(1);

    [Fact]
    public void Holds_controls_fixed_as_the_function_for_it_does()
    {
        double[] x = [1, 3, 2, 5, 4, 4.5, 3, 1, 2, 6], y = [3, 1, 2, 2.5, 6, 4, 3, 1, 4, 2], z = [2, 4, 1, 3, 5, 2, 1, 1, 3, 2];

        var pair = SeriesPair.Assess(Series("x", Years(x)), Series("y", Years(y)), [Series("z", Years(z))], new SeriesPairSettings { Mode = SeriesPairMode.Levels });

        var partial = pair.Partial.ShouldNotBeNull();
        partial.Controls.ShouldBe(["z"]);
        partial.Result.R.ShouldNotBeNull().ShouldBe((R(x, y) - R(x, z) * R(y, z)) / Math.Sqrt((1 - R(x, z) * R(x, z)) * (1 - R(y, z) * R(y, z))), 1e-12);
    }

    [Fact]
    public void The_family_counts_all_pairs_and_all_lags_and_no_refused_one()
    {
        var random = new Random(5);
        var series = Enumerable.Range(0, 4).Select(i => Years([.. Enumerable.Range(0, 20).Select(_ => random.NextDouble())])).ToList();
        var settings = new SeriesPairSettings { MaxLag = 2 };
        List<SeriesPairResult> pairs = [Assess(series[0], series[1], settings), Assess(series[2], series[3], settings), Assess(series[0], [(2000, 1)], settings)];

        var family = SeriesPair.WithFamily(pairs);

        family.Select(p => p.FamilySize).ShouldAllBe(size => size == 10);
        family[2].Q.ShouldBeNull();
        // Benjamini-Hochberg of two: the larger p stays, the smaller is doubled but no more than the larger.
        var (low, high) = (Math.Min(pairs[0].P!.Value, pairs[1].P!.Value), Math.Max(pairs[0].P!.Value, pairs[1].P!.Value));
        family.Select(p => p.Q).OfType<double>().Order().ShouldBe([Math.Min(2 * low, high), high]);
    }

    [Fact]
    public void Random_pairs_agree_with_the_formula_and_turn_with_their_order()
    {
        var random = new Random(99);
        for (var draw = 0; draw < 200; draw++)
        {
            var n = random.Next(4, 15);
            var (x, y) = (Draw(random, n), Draw(random, n));

            var (one, other) = (Assess(x, y), Assess(y, x));

            var steps = x.Where(p => x.Any(q => q.Year == p.Year - 1) && y.Any(q => q.Year == p.Year) && y.Any(q => q.Year == p.Year - 1)).Select(p => p.Year).ToList();
            one.N.ShouldBe(steps.Count);
            (one.Reason, one.NDropped).ShouldBe((other.Reason, other.NDropped));
            if (!one.Defined) continue;
            var r = R([.. steps.Select(s => At(x, s) - At(x, s - 1))], [.. steps.Select(s => At(y, s) - At(y, s - 1))]);
            one.Correlation!.Pearson!.Coefficient.ShouldBe(r, 1e-12);
            other.PAdjusted!.Value.ShouldBe(one.PAdjusted!.Value, 1e-9);
            one.NEffective!.Value.ShouldBeInRange(0, one.N);
        }
    }

    [Fact]
    public void Extremes_never_give_a_figure_that_is_none()
    {
        var extremes = RandomSeries.Extremes.Append([.. Enumerable.Range(0, 12).Select(i => (double?)(i % 2 == 0 ? 1e308 : -1e308))]).ToList();
        foreach (var x in extremes)
        {
            foreach (var y in extremes)
            {
                foreach (var mode in Enum.GetValues<SeriesPairMode>())
                {
                    var pair = SeriesPair.Assess(Series("x", x), Series("y", y), [Series("z", y)], new SeriesPairSettings { Mode = mode, MaxLag = 3, Force = true });

                    new[] { pair.P, pair.PAdjusted, pair.NEffective, pair.LowAdjusted, pair.HighAdjusted, pair.Correlation?.Pearson?.Coefficient, pair.Lag?.R, pair.Lag?.Bound, pair.Partial?.P }
                        .OfType<double>().ShouldAllBe(figure => double.IsFinite(figure));
                    (pair.Defined == pair.Reason is null).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void Refuses_what_is_no_setting()
    {
        var x = Series("x", Years([1, 2, 3, 4]));

        Should.Throw<ArgumentException>(() => SeriesPair.Assess(x, x, [], new SeriesPairSettings { Confidence = 1 }));
        Should.Throw<ArgumentException>(() => SeriesPair.Assess(x, x, [], new SeriesPairSettings { MaxLag = 21 }));
        Should.Throw<ArgumentException>(() => SeriesValues.Of("x", [(Period("2000"), 1), (Period("2000"), 2)]));
    }

    private static SeriesPairResult Assess(IReadOnlyList<(int Year, double Value)> x, IReadOnlyList<(int Year, double Value)> y, SeriesPairSettings? settings = null) =>
        SeriesPair.Assess(Series("x", x), Series("y", y), [], settings ?? new SeriesPairSettings());

    private static SeriesValues Series(string name, IReadOnlyList<(int Year, double Value)> points) =>
        SeriesValues.Of(name, [.. points.Select(p => (Period(FormattableString.Invariant($"{p.Year}")), (double?)p.Value))]);

    private static SeriesValues Series(string name, double?[] values) =>
        SeriesValues.Of(name, [.. values.Select((value, i) => (Period(FormattableString.Invariant($"{2000 + i}")), value))]);

    private static List<(int Year, double Value)> Years(double[] values) => [.. values.Select((value, i) => (2000 + i, value))];

    private static List<(int Year, double Value)> Draw(Random random, int n) =>
        [.. Enumerable.Range(2000, n).Where(_ => random.NextDouble() < 0.85).Select(year => (year, random.Next(12) / 2.0))];

    private static double At(List<(int Year, double Value)> points, int year) => points.Single(p => p.Year == year).Value;

    private static TimePeriod Period(string text)
    {
        TimePeriod.TryParse(text, out var period).ShouldBeTrue();
        return period;
    }

    private static double R(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        double xy = 0, xx = 0, yy = 0;
        for (var i = 0; i < x.Length; i++)
        {
            xy += (x[i] - mx) * (y[i] - my);
            xx += (x[i] - mx) * (x[i] - mx);
            yy += (y[i] - my) * (y[i] - my);
        }
        return xy / Math.Sqrt(xx * yy);
    }
}
