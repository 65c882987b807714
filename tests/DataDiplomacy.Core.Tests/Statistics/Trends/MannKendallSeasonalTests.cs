using System.Text.Json;
using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Tests.Statistics.Trends;

public sealed class MannKendallSeasonalTests
{
    [Fact]
    public void Agrees_with_the_formulas_written_out()
    {
        var random = new Random(20260102);
        var defined = 0;
        for (var draw = 0; draw < 200; draw++)
        {
            var period = random.Next(1, 6);
            var values = RandomSeries.Tied(random, random.Next(2, 40), random.Next(2, 30), 0.15);
            var start = random.Next(1, period + 1);

            var result = MannKendallSeasonal.Test(values, period, start);

            var (s, variance, slopes, pairs) = Naive(values, period, start);
            result.Defined.ShouldBe(variance.Sum() > 0);
            if (!result.Defined) continue;
            defined++;
            result.SBySeason.ShouldBe(s);
            result.VarBySeason.ShouldNotBeNull().ShouldBe(variance, 1e-9);
            result.Tau.ShouldNotBeNull().ShouldBe((double)s.Sum() / pairs, 1e-12);
            result.SeasonalSlope.ShouldNotBeNull().ShouldBe(RandomSeries.Median(slopes), 1e-12);
            result.ZNoCc.ShouldNotBeNull().ShouldBe(s.Sum() / Math.Sqrt(variance.Sum()), 1e-9);
        }
        defined.ShouldBeGreaterThan(150);
    }

    [Fact]
    public void Takes_one_season_for_the_plain_test()
    {
        double?[] values = [3, 1, 4, 1, 5, null, 9, 2, 6];

        var seasonal = MannKendallSeasonal.Test(values, 1);
        var plain = MannKendall.Test(values);

        seasonal.S.ShouldBe(plain.S);
        seasonal.Z.ShouldBe(plain.Z);
        seasonal.PTwoSided.ShouldBe(plain.PTwoSided);
        seasonal.Tau.ShouldBe(plain.TauA);
    }

    [Fact]
    public void Is_not_moved_by_what_is_added_to_a_season()
    {
        var values = RandomSeries.Autoregressive(new Random(5), 48, 0.3, 0.02);
        double[] season = [100, -40, 7, 0];

        var plain = MannKendallSeasonal.Test(values, 4);
        var moved = MannKendallSeasonal.Test([.. values.Select((v, i) => v + season[i % 4])], 4);

        moved.SBySeason.ShouldBe(plain.SBySeason);
        moved.SeasonalSlope.ShouldNotBeNull().ShouldBe(plain.SeasonalSlope.ShouldNotBeNull(), 1e-12);
    }

    [Fact]
    public void Turns_with_the_sign_of_the_values_and_follows_the_first_season()
    {
        var values = RandomSeries.Tied(new Random(6), 30, 9, 0.1);

        var plain = MannKendallSeasonal.Test(values, 3);

        MannKendallSeasonal.Test([.. values.Select(v => -v)], 3).S.ShouldBe(-plain.S);
        var s = plain.SBySeason.ShouldNotBeNull();
        MannKendallSeasonal.Test(values, 3, 2).SBySeason.ShouldBe([s[2], s[0], s[1]]);
    }

    [Fact]
    public void Takes_as_many_values_as_it_promises()
    {
        double?[] values = [.. Enumerable.Range(0, MannKendallSeasonal.MaxPoints).Select(i => (double?)i)];

        var result = MannKendallSeasonal.Test(values, 1);

        result.S.ShouldBe(12_497_500);
        result.SeasonalSlope.ShouldBe(1);
        MannKendallSeasonal.Test(values, 5_000).Reason.ShouldBe("insufficient_data");
    }

    [Theory]
    [InlineData("[]", "insufficient_data")]
    [InlineData("[null,null,null,null,null]", "insufficient_data")]
    [InlineData("[1,2,3,4]", "insufficient_data")]
    [InlineData("[1,2,3,4,1,2,3,4]", "constant")]
    public void Says_why_it_is_undefined(string values, string reason) =>
        Run(values, """{"period":4}""").Result.ShouldNotBeNull().ToJsonString().ShouldBe($$"""{"defined":false,"reason":"{{reason}}"}""");

    [Theory]
    [InlineData("{}", "parameters.period")]
    [InlineData("""{"period":0}""", "parameters.period")]
    [InlineData("""{"period":4,"start_season":5}""", "parameters.start_season")]
    [InlineData("""{"period":4,"start_season":0}""", "parameters.start_season")]
    public void Refuses_settings_out_of_range(string parameters, string field) =>
        Run("[1,2,3,4]", parameters).Error.ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void Refuses_arguments_out_of_range()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => MannKendallSeasonal.Test([1, 2], 0));
        Should.Throw<ArgumentOutOfRangeException>(() => MannKendallSeasonal.Test([1, 2], 4, 5));
        Should.Throw<ArgumentException>(() => MannKendallSeasonal.Test([double.NaN], 4));
        Should.Throw<ArgumentException>(() => MannKendallSeasonal.Test(new double?[5001], 4));
    }

    [Fact]
    public void Warns_of_seasons_that_cancel_and_of_seasons_that_count_nothing()
    {
        var values = Enumerable.Range(0, 24).Select(i => (i % 3) switch { 0 => i, 1 => -i, _ => 5 });

        var run = Run(JsonSerializer.Serialize(values), """{"period":3}""");

        run.Warnings.ShouldBe(["1 of 3 seasons count nothing, having fewer than 2 values or equal ones.", "Some seasons rise and others fall, and cancel in the sum: read s_by_season."]);
    }

    [Fact]
    public void Gives_no_NaN_at_the_ends_of_the_range()
    {
        foreach (var values in RandomSeries.Extremes)
            Run(JsonSerializer.Serialize(values), """{"period":3}""").Result.ShouldNotBeNull().ToJsonString().ShouldStartWith("{\"defined\":");

        MannKendallSeasonal.Test([-1e308, 1e308], 1).SeasonalSlope.ShouldBeNull();
    }

    private static StatisticalRun Run(string values, string parameters = "{}") => StatisticalMethods
        .Run("mann_kendall_seasonal", JsonElement.Parse($$"""{"values":{{values}}}"""), JsonElement.Parse(parameters)).ShouldNotBeNull();

    private static (long[] S, double[] Variance, List<double> Slopes, int Pairs) Naive(double?[] x, int period, int start)
    {
        var (s, variance, slopes) = (new long[period], new double[period], new List<double>());
        for (var season = 1; season <= period; season++)
        {
            var own = Enumerable.Range(0, x.Length).Where(i => (start - 1 + i) % period + 1 == season && x[i] is not null).ToList();
            foreach (var i in own)
            {
                foreach (var j in own.Where(j => j > i))
                {
                    s[season - 1] += x[j] > x[i] ? 1 : x[j] < x[i] ? -1 : 0;
                    slopes.Add((x[j] - x[i]).GetValueOrDefault() / ((j - i) / period));
                }
            }
            double n = own.Count;
            var ties = own.GroupBy(i => x[i]).Sum(g => g.Count() * (g.Count() - 1.0) * (2 * g.Count() + 5));
            variance[season - 1] = (n * (n - 1) * (2 * n + 5) - ties) / 18;
        }
        return (s, variance, slopes, slopes.Count);
    }
}
