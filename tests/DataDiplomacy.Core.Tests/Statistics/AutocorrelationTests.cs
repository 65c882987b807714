using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Tests.Statistics;

public sealed class AutocorrelationTests
{
    [Fact]
    public void Divides_by_n_at_every_lag()
    {
        var correlations = Autocorrelation.Of([1, 2, 3, 6], 3);

        // By hand: deviations -2, -1, 0, 3, squares 14; products 2 at lag 1, -3 at lag 2, -6 at lag 3.
        correlations.ShouldNotBeNull().ShouldBe([2 / 14.0, -3 / 14.0, -6 / 14.0], 1e-15);
    }

    [Fact]
    public void Is_the_same_for_values_near_the_ends_of_the_range()
    {
        double[] values = [1, 4, 2, 8, 5, 7];

        Autocorrelation.First([.. values.Select(v => Math.ScaleB(v, 1020))]).ShouldBe(Autocorrelation.First(values));
        Autocorrelation.First([.. values.Select(v => Math.ScaleB(v, -1070))]).ShouldBe(Autocorrelation.First(values));
    }

    [Fact]
    public void Knows_none_for_equal_values()
    {
        Autocorrelation.Of([0.1, 0.1, 0.1], 2).ShouldBeNull();
        Autocorrelation.First([]).ShouldBeNull();
    }

    [Fact]
    public void Sums_to_minus_a_half_over_all_lags()
    {
        var values = RandomSeries.Present(RandomSeries.Autoregressive(new Random(3), 40, 0.5));

        Autocorrelation.Of(values, 39).ShouldNotBeNull().Sum().ShouldBe(-0.5, 1e-12);
    }

    [Fact]
    public void Refuses_values_that_are_no_numbers_and_lags_below_1()
    {
        Should.Throw<ArgumentException>(() => Autocorrelation.Of([1, double.NaN], 1)).Message.ShouldStartWith("values[1] is NaN");
        Should.Throw<ArgumentOutOfRangeException>(() => Autocorrelation.Of([1, 2], 0));
    }
}
