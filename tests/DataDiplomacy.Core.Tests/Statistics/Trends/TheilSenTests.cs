using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class TheilSenTests
{
    private static readonly double?[] Times = [2000, 2001, 2003, 2004, 2008, 2010];
    private static readonly double?[] Values = [2, 3.5, 4, 9, 8, 12.25];

    [Fact]
    public void Takes_the_median_of_the_slopes_between_all_pairs()
    {
        var result = TheilSen.Estimate([0, 1, 2], [1, 4, 5]);

        // By hand: slopes 3, 2, 1; intercepts 4 - 2*1 and the median of 1, 2, 1; ranks 0 and 2.
        result.ShouldBe(new TheilSenResult
        {
            Defined = true,
            N = 3,
            NSlopes = 3,
            Slope = 2,
            InterceptSeparate = 2,
            InterceptJoint = 1,
            CiLow = 1,
            CiHigh = 3
        });
    }

    [Fact]
    public void Skips_pairs_at_the_same_time_and_drops_incomplete_pairs()
    {
        var result = TheilSen.Estimate([0, 0, 1, null, 2], [1, 3, 5, 7, null]);

        // By hand: slopes 4 and 2.
        result.N.ShouldBe(3);
        result.NSlopes.ShouldBe(2);
        result.Slope.ShouldBe(3);
    }

    [Fact]
    public void Does_not_depend_on_the_order_of_the_points()
    {
        double?[] times = [2008, 2000, 2010, 2003, 2001, 2004];
        double?[] values = [8, 2, 12.25, 4, 3.5, 9];

        TheilSen.Estimate(times, values).ShouldBe(TheilSen.Estimate(Times, Values));
    }

    [Fact]
    public void Follows_scale_and_shift_of_the_values()
    {
        var plain = TheilSen.Estimate(Times, Values);

        var moved = TheilSen.Estimate(Times, [.. Values.Select(v => 4 * v + 1024)]);

        // Powers of two are exact in binary, so the figures are too.
        moved.Slope.ShouldBe(4 * plain.Slope);
        moved.CiLow.ShouldBe(4 * plain.CiLow);
        moved.CiHigh.ShouldBe(4 * plain.CiHigh);
        moved.InterceptJoint.ShouldNotBeNull().ShouldBe(4 * plain.InterceptJoint.ShouldNotBeNull() + 1024, 1e-8);
    }

    [Fact]
    public void Turns_interval_and_slope_with_the_sign_of_the_values()
    {
        var plain = TheilSen.Estimate(Times, Values);

        var turned = TheilSen.Estimate(Times, [.. Values.Select(v => -v)]);

        turned.Slope.ShouldBe(-plain.Slope);
        turned.CiLow.ShouldBe(-plain.CiHigh);
        turned.CiHigh.ShouldBe(-plain.CiLow);
    }

    [Fact]
    public void Takes_as_many_points_as_it_promises()
    {
        double?[] times = [.. Enumerable.Range(0, TheilSen.MaxPoints).Select(i => (double?)i)];

        var result = TheilSen.Estimate(times, [.. times.Select(t => 2 * t + 1)]);

        result.NSlopes.ShouldBe(12_497_500);
        result.Slope.ShouldBe(2);
        result.InterceptSeparate.ShouldBe(1);
    }

    [Fact]
    public void Refuses_more_points_than_it_promises()
    {
        double?[] times = [.. Enumerable.Range(0, TheilSen.MaxPoints + 1).Select(i => (double?)i)];

        Should.Throw<ArgumentException>(() => TheilSen.Estimate(times, times)).Message.ShouldStartWith("5001 points");
    }

    [Fact]
    public void Gives_a_constant_series_slope_and_interval_0_even_with_tied_times()
    {
        var result = TheilSen.Estimate([1, 1, 2, 2], [7, 7, 7, 7]);

        result.Slope.ShouldBe(0);
        result.CiLow.ShouldBe(0);
        result.CiHigh.ShouldBe(0);
    }

    [Fact]
    public void Gives_no_interval_where_ties_use_up_the_variance()
    {
        // By hand: 7*6*19 - 6*5*17 for the times - 6*5*17 for the values = -222.
        double?[] times = [1, 1, 1, 1, 1, 1, 2];
        double?[] values = [3, 4, 4, 4, 4, 4, 4];

        var result = TheilSen.Estimate(times, values);

        result.Slope.ShouldBe(0);
        result.CiLow.ShouldBeNull();
        result.CiHigh.ShouldBeNull();
    }

    [Fact]
    public void Is_undefined_when_all_times_are_equal()
    {
        var result = TheilSen.Estimate([5, 5, 5], [1, 2, 3]);

        result.ShouldBe(new TheilSenResult { Defined = false, Reason = "insufficient_data", N = 3 });
    }

    [Fact]
    public void Is_undefined_rather_than_infinite()
    {
        var result = TheilSen.Estimate([0, 1], [-double.MaxValue, double.MaxValue]);

        result.ShouldBe(new TheilSenResult { Defined = false, Reason = "out_of_range", N = 2 });
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void Refuses_a_confidence_that_is_none(double confidence) =>
        Should.Throw<ArgumentOutOfRangeException>(() => TheilSen.Estimate(Times, Values, confidence));

    [Fact]
    public void Refuses_arrays_of_different_length() =>
        Should.Throw<ArgumentException>(() => TheilSen.Estimate([1, 2], [1])).Message.ShouldStartWith("2 times but 1 values");
}
