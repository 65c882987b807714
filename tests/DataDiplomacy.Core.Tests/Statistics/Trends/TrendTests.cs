using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class TrendTests
{
    private const string Unit = "points per year";

    [Fact]
    public void States_direction_size_and_what_remains_open()
    {
        var points = Yearly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        var result = Trend.Assess(points, Unit);

        // 2 of the 10! orders are monotone.
        result.Defined.ShouldBeTrue();
        result.Direction.ShouldBe(TrendDirection.Increasing);
        result.S.ShouldBe(45);
        result.P.ShouldNotBeNull().ShouldBe(2 / 3628800.0, 1e-18);
        result.Slope.ShouldBe(1);
        result.Intercept.ShouldBe(-2010);
        result.Warnings.ShouldBeEmpty();
        result.Verdict.ShouldBe("Increasing: the slope is 1 points per year, 95 % interval 1 to 1 (n=10, exact p<0.0001 by Mann-Kendall, level 0.05); "
            + "this does not say why, nor whether the change is large enough to matter.");
        result.Method.ShouldBe("Mann-Kendall test (exact two-sided p); besides Hamed-Rao, Yue-Wang AR(1); "
            + "decided by Mann-Kendall; Theil-Sen slope with Sen's rank interval (95 %); level 0.05");
    }

    [Fact]
    public void Says_what_would_have_been_detectable_instead_of_no_trend()
    {
        var points = Yearly(5, 3, 6, 2, 7, 4, 5.5, 3.5, 6.5);

        var result = Trend.Assess(points, Unit);

        // 1.95996 + 0.84162 standard errors, of which the interval spans 2 * 1.95996.
        result.Direction.ShouldBe(TrendDirection.NotDistinguishable);
        result.SmallestDetectable.ShouldNotBeNull().ShouldBe(0.714704 * (result.SlopeHigh - result.SlopeLow).ShouldNotBeNull(), 1e-5);
        result.Verdict.ShouldStartWith("Not distinguishable from no trend with n=9 (exact p=");
        result.Verdict.ShouldContain("the smallest monotone change detectable is about ");
    }

    [Fact]
    public void Says_that_four_values_can_never_reach_the_level()
    {
        var result = Trend.Assess(Yearly(1, 2, 3, 4), Unit);

        result.P.ShouldNotBeNull().ShouldBe(2 / 24.0, 1e-15);
        result.Direction.ShouldBe(TrendDirection.NotDistinguishable);
        result.Verdict.ShouldBe("Not distinguishable from no trend with n=4 (exact p=0.0833 by Mann-Kendall): "
            + "with 4 values even a steady rise or fall cannot reach the level 0.05.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Does_not_assess_fewer_than_four_values(int n)
    {
        var points = Yearly([.. Enumerable.Range(1, n).Select(i => (double?)i), null]);

        var result = Trend.Assess(points, Unit);

        result.Reason.ShouldBe("insufficient_data");
        result.Direction.ShouldBe(TrendDirection.NotAssessable);
        result.N.ShouldBe(n);
        result.NDropped.ShouldBe(1);
        result.Slope.ShouldBeNull();
        result.P.ShouldBeNull();
        result.Verdict.ShouldBe($"Not assessable: n={n}, and at least 4 values are needed before their order can tell anything.");
    }

    [Fact]
    public void Gives_a_constant_series_slope_0_and_no_test()
    {
        var result = Trend.Assess(Yearly(5, 5, 5, 5, 5, 5, 5, 5), Unit);

        result.Defined.ShouldBeFalse();
        result.Reason.ShouldBe("constant");
        result.Slope.ShouldBe(0);
        result.P.ShouldBeNull();
        result.Direction.ShouldBe(TrendDirection.NotAssessable);
        result.Method.ShouldBe("not tested");
    }

    [Fact]
    public void Does_not_guess_the_order_of_values_at_one_time()
    {
        TrendPoint[] points = [new(2000, 1), new(2001, 2), new(2001, 3), new(2002, 4), new(2003, 5)];

        Trend.Assess(points, Unit).Reason.ShouldBe("duplicate_times");
    }

    [Fact]
    public void Refuses_more_values_than_Theil_Sen_takes_with_a_reason()
    {
        TrendPoint[] points = [.. Enumerable.Range(0, TheilSen.MaxPoints + 1).Select(i => new TrendPoint(i, i))];

        Trend.Assess(points, Unit).Reason.ShouldBe("too_many_points");
    }

    [Fact]
    public void Has_a_reason_where_a_slope_is_beyond_all_numbers()
    {
        var points = Yearly(-double.MaxValue, double.MaxValue, -double.MaxValue, double.MaxValue, 0);

        Trend.Assess(points, Unit).Reason.ShouldBe("out_of_range");
    }

    [Fact]
    public void Uses_the_normal_p_with_ties_and_says_so()
    {
        var result = Trend.Assess(Yearly(1, 2, 2, 3, 4, 5, 6, 7, 8), Unit);

        // By hand: S = 35, var = (9*8*23 - 2*1*9)/18 = 91, z = 34/sqrt(91); p from the C library's erfc.
        result.P.ShouldNotBeNull().ShouldBe(NormalP, 1e-12);
        result.PIsExact.ShouldBeFalse();
        result.Method.ShouldStartWith("Mann-Kendall test (two-sided p by normal approximation with continuity correction);");
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_points()
    {
        var points = Yearly(1, 4, null, 3, 7, 5, 9, 8);

        var shuffled = Trend.Assess([.. points.Reverse()], Unit);

        shuffled.ShouldBeEquivalentTo(Trend.Assess(points, Unit));
    }

    [Fact]
    public void Follows_scale_and_shift_of_the_values()
    {
        var points = Yearly(1, 4, 3, 7, 5, 9, 8, 12);

        var plain = Trend.Assess(points, Unit);
        var moved = Trend.Assess([.. points.Select(p => p with { Value = 8 * p.Value + 512 })], Unit);

        moved.Slope.ShouldBe(8 * plain.Slope);
        moved.SlopeLow.ShouldBe(8 * plain.SlopeLow);
        moved.P.ShouldBe(plain.P);
        moved.Direction.ShouldBe(plain.Direction);
    }

    [Fact]
    public void Adjusts_over_the_family_and_lets_q_decide()
    {
        var alone = Trend.Assess(Yearly(3.1, 2.7, 4, 3.9, 5.2, 4.8, 6.1, 5), Unit);
        var quiet = Trend.Assess(Yearly(1, 3, 2, 4, 1.5, 3.5, 2.5, 1.2), Unit);
        var untested = Trend.Assess(Yearly(1, 2), Unit);

        var family = Trend.WithFamily([alone, .. Enumerable.Repeat(quiet, 9), untested]);

        // p = 0.0311507936 by R's cor.test; the smallest of ten is multiplied by ten.
        alone.Direction.ShouldBe(TrendDirection.Increasing);
        family[0].Q.ShouldNotBeNull().ShouldBe(0.311507936507937, 1e-9);
        family[0].FamilySize.ShouldBe(10);
        family[0].Direction.ShouldBe(TrendDirection.NotDistinguishable);
        family[0].Verdict.ShouldStartWith("Not distinguishable from no trend in its family: p=0.0312 by Mann-Kendall does not survive the "
            + "adjustment over 10 tests (q=0.31, level 0.05, n=8); the slope is ");
        family[0].Method.ShouldEndWith("; q by Benjamini-Hochberg over 10 tests");
        family[10].Q.ShouldBeNull();
        family[10].Direction.ShouldBe(TrendDirection.NotAssessable);
    }

    [Fact]
    public void Keeps_the_finding_that_survives_its_family()
    {
        var strong = Trend.Assess(Yearly(10, 9, 8, 7, 6, 5, 4, 3, 2, 1), Unit);
        var quiet = Trend.Assess(Yearly(1, 3, 2, 4, 1.5, 3.5, 2.5, 1.2), Unit);

        var family = Trend.WithFamily([quiet, strong, quiet]);

        family[1].Direction.ShouldBe(TrendDirection.Decreasing);
        family[1].Verdict.ShouldContain("exact p<0.0001 by Mann-Kendall, q<0.0001 over 3 tests, level 0.05");
    }

    [Fact]
    public void Leaves_p_as_it_is_in_a_family_of_one()
    {
        var alone = Trend.Assess(Yearly(3.1, 2.7, 4, 3.9, 5.2, 4.8, 6.1, 5), Unit);

        var family = Trend.WithFamily([alone]);

        family[0].Q.ShouldBe(alone.P);
        family[0].Verdict.ShouldBe(alone.Verdict);
    }

    [Fact]
    public void Refuses_NaN_because_missing_is_null() =>
        Should.Throw<ArgumentException>(() => Trend.Assess(Yearly(1, 2, double.NaN, 4), Unit)).Message.ShouldStartWith("points.Value[2] is NaN");

    private const double NormalP = 0.0003650115072545439;

    private static TrendPoint[] Yearly(params double?[] values) => [.. values.Select((value, i) => new TrendPoint(2011 + i, value))];
}
