using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Relations;
using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Tests.Observations.Relations;

/// <summary>What is promised of unrelated and of related series, on seeded draws: each draw is the same on every run.</summary>
public sealed class SeriesPairHonestyTests
{
    private const int Repetitions = 200;

    /// <summary>5 % of 200, and two standard errors of what 200 draws can tell: 10 + 2 sqrt(200 * 0.05 * 0.95) = 16.2.</summary>
    private const int MostFalse = 16;

    [Fact]
    public void Levels_of_independent_random_walks_are_refused_or_not_significant()
    {
        var random = new Random(20240501);

        var pairs = Enumerable.Range(0, Repetitions).Select(_ => Assess(Walk(random, 30), Walk(random, 30), new SeriesPairSettings { Mode = SeriesPairMode.Levels })).ToList();

        pairs.Count(p => p.Reason == SeriesPairReasons.BothTrending).ShouldBeGreaterThan(Repetitions * 8 / 10);
        pairs.Count(p => p.Defined && p.P < 0.05).ShouldBeLessThanOrEqualTo(MostFalse);
    }

    [Fact]
    public void Plain_correlation_of_the_same_walks_would_have_been_wrong_most_of_the_time()
    {
        var random = new Random(20240501);

        var wrong = Enumerable.Range(0, Repetitions).Count(_ => Pearson.Test(Walk(random, 30), Walk(random, 30)) is { P: < 0.05 });

        wrong.ShouldBeGreaterThan(Repetitions / 2);
    }

    [Theory]
    [InlineData(SeriesPairMode.Differences, 0, "walk")]
    [InlineData(SeriesPairMode.Differences, 3, "walk")]
    [InlineData(SeriesPairMode.Differences, 0, "line")]
    [InlineData(SeriesPairMode.Differences, 3, "line")]
    [InlineData(SeriesPairMode.Prewhitened, 0, "walk")]
    [InlineData(SeriesPairMode.Prewhitened, 3, "walk")]
    [InlineData(SeriesPairMode.Prewhitened, 0, "line")]
    [InlineData(SeriesPairMode.Prewhitened, 3, "line")]
    public void Matrices_of_independent_trending_series_have_the_stated_false_discovery_rate(SeriesPairMode mode, int lags, string kind)
    {
        var random = new Random(7);

        // All are unrelated, so that the share of false discoveries is 1 in a matrix with any and 0 in one without.
        var wrong = Enumerable.Range(0, Repetitions).Count(_ =>
        {
            var series = Enumerable.Range(0, 6).Select(i => Series($"s{i}", kind == "walk" ? Walk(random, 25, 0.5) : Line(random, 25))).ToList();
            return SeriesPair.WithFamily(Matrix(series, new SeriesPairSettings { Mode = mode, MaxLag = lags })).Any(p => p.Q < 0.05);
        });

        wrong.ShouldBeLessThanOrEqualTo(MostFalse);
    }

    [Theory]
    [InlineData(SeriesPairMode.Differences, 2)]
    [InlineData(SeriesPairMode.Differences, -1)]
    [InlineData(SeriesPairMode.Prewhitened, 2)]
    [InlineData(SeriesPairMode.Prewhitened, -3)]
    public void A_lag_that_is_there_is_found(SeriesPairMode mode, int lag)
    {
        var random = new Random(11);

        var pairs = Enumerable.Range(0, 50).Select(_ =>
        {
            var x = Walk(random, 48, 0.3);
            // y follows x so many steps later, with an error of its own.
            var y = x.Skip(4 - lag).Take(40).Select(value => 2 * value + 0.3 * Noise(random)).ToArray();
            return Assess([.. x.Skip(4).Take(40)], y, new SeriesPairSettings { Mode = mode, MaxLag = 4 });
        }).ToList();

        pairs.Count(p => p.Lag?.Best == lag).ShouldBeGreaterThanOrEqualTo(48);
        pairs.Count(p => p.Lag is { P: < 0.05, R: > 0 }).ShouldBeGreaterThanOrEqualTo(48);
    }

    [Fact]
    public void A_relation_of_changes_is_found_within_the_trends()
    {
        var random = new Random(3);

        var found = Enumerable.Range(0, 100).Count(_ =>
        {
            var x = Walk(random, 30, 0.5);
            var y = x.Select((value, t) => 0.8 * value - 2 * t + 0.3 * Noise(random)).ToArray();
            return Assess(x, y, new SeriesPairSettings()) is { P: < 0.05, Correlation.Pearson.Coefficient: > 0 };
        });

        found.ShouldBeGreaterThanOrEqualTo(95);
    }

    private static SeriesPairResult Assess(double[] x, double[] y, SeriesPairSettings settings) =>
        SeriesPair.Assess(Series("x", x), Series("y", y), [], settings);

    private static List<SeriesPairResult> Matrix(List<SeriesValues> series, SeriesPairSettings settings)
    {
        var pairs = new List<SeriesPairResult>();
        for (var i = 0; i < series.Count; i++)
        {
            for (var j = i + 1; j < series.Count; j++) pairs.Add(SeriesPair.Assess(series[i], series[j], [], settings));
        }
        return pairs;
    }

    private static SeriesValues Series(string name, double[] values) => SeriesValues.Of(name,
        [.. values.Select((value, i) => (Year(1980 + i), (double?)value))]);

    private static TimePeriod Year(int year)
    {
        TimePeriod.TryParse(FormattableString.Invariant($"{year}"), out var period).ShouldBeTrue();
        return period;
    }

    private static double[] Walk(Random random, int n, double drift = 0)
    {
        var values = new double[n];
        for (var i = 1; i < n; i++) values[i] = values[i - 1] + drift + Noise(random);
        return values;
    }

    private static double[] Line(Random random, int n) => [.. Enumerable.Range(0, n).Select(t => 0.4 * t + Noise(random))];

    private static double Noise(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
