using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Relations;
using DataDiplomacy.Core.Statistics.Trends;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Tests.Statistics;

/// <summary>How often findings are published where there is nothing to find. The rates are written to the output of the tests.</summary>
public sealed class HonestyTests
{
    private const int Repetitions = 200;

    /// <summary>5 % and three standard errors of a share of 200.</summary>
    private const double Allowed = 0.05 + 3 * 0.0154;

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Hardly_ever_takes_a_random_walk_for_a_trend_without_saying_what_it_may_be(int n)
    {
        var random = new Random(20_260 + n);

        var results = Repeated(() => Assess(RandomWalk(random, n)));

        var plain = Share(results, result => result.P < 0.05);
        var classic = Share(results, result => result.Tests.Take(3).Max(test => test.P) < 0.05);
        var directed = Share(results, IsDirected);
        var unqualified = Share(results, result => IsDirected(result) && !IsQualified(result));
        Print($"random walks, n={n}: plain p below 0.05 {plain:P1}, also after Hamed-Rao and Yue-Wang {classic:P1}, direction given {directed:P1}, without a warning {unqualified:P1}");
        plain.ShouldBeGreaterThan(0.6);
        directed.ShouldBe(classic);
        unqualified.ShouldBeLessThanOrEqualTo(0.05);
        results.Where(IsDirected).ShouldAllBe(result => result.PDeciding < 0.05 && result.PDeciding >= result.P);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Finds_nothing_in_noise_more_often_than_stated(int n)
    {
        var random = new Random(77 + n);

        var directed = Share(Repeated(() => Assess(Noise(random, n))), IsDirected);

        Print($"white noise, n={n}: direction given {directed:P1}");
        directed.ShouldBeLessThanOrEqualTo(Allowed);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Still_finds_a_trend_in_noise(int n)
    {
        var random = new Random(78 + n);

        var results = Repeated(() => Assess(Plus(Noise(random, n), i => 4.0 * i / n)));

        var directed = Share(results, IsDirected);
        Print($"rise by 4 standard deviations of white noise, n={n}: direction given {directed:P1}");
        directed.ShouldBeGreaterThan(0.9);
        results.Where(IsDirected).ShouldAllBe(result => result.Direction == TrendDirection.Increasing);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Correlates_changes_of_two_independent_drifting_walks_no_more_often_than_stated(int n)
    {
        var random = new Random(501 + n);

        var pairs = Repeated(() => (X: Plus(RandomWalk(random, n), i => 0.5 * i), Y: Plus(RandomWalk(random, n), i => 0.3 * i)));

        var levels = Share(pairs, pair => Pearson(pair.X, pair.Y) < 0.05);
        var changes = Share(pairs, pair => Pearson(Changes(pair.X), Changes(pair.Y)) < 0.05);
        Print($"two independent drifting walks, n={n}: levels correlate {levels:P1}, changes {changes:P1}");
        levels.ShouldBeGreaterThan(0.8);
        changes.ShouldBeLessThanOrEqualTo(Allowed);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Correlates_changes_of_two_independent_noisy_lines_no_more_often_than_stated_when_it_counts_effective_pairs(int n)
    {
        var random = new Random(502 + n);

        var pairs = Repeated(() => (X: Changes(Plus(Noise(random, n), i => 0.5 * i)), Y: Changes(Plus(Noise(random, n), i => 0.3 * i))));

        // Differences of noise about a line are correlated negatively: as many pairs as there are would be too many.
        var counted = Share(pairs, pair => Pearson(pair.X, pair.Y) < 0.05);
        var effective = Share(pairs, pair => EffectivePearson(pair.X, pair.Y) < 0.05);
        Print($"two independent noisy lines, n={n}: changes correlate {counted:P1}, with the effective number of pairs {effective:P1}");
        effective.ShouldBeLessThanOrEqualTo(Allowed);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Names_the_step_where_a_level_shifts_in_noise(int n)
    {
        var random = new Random(31 + n);

        var results = Repeated(() => Assess(Plus(Noise(random, n), i => i < n / 2 ? 0 : 4)));

        var named = Share(results, NamesStep);
        var unqualified = Share(results, result => IsDirected(result) && !NamesStep(result));
        var near = Share(results, result => Math.Abs((result.Changes.Step?.Shift.Position ?? 0) - n / 2) <= 1);
        Print($"step of 4 standard deviations, n={n}: step named {named:P1}, within one period {near:P1}, direction given without naming it {unqualified:P1}");
        named.ShouldBeGreaterThan(0.97);
        near.ShouldBeGreaterThan(0.97);
        unqualified.ShouldBeLessThanOrEqualTo(0.03);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Calls_few_steady_rises_a_step(int n)
    {
        var random = new Random(32 + n);

        var stepped = Share(Repeated(() => Assess(Plus(Noise(random, n), i => 6.0 * i / n))), NamesStep);

        Print($"steady rise by 6 standard deviations, n={n}: called a step {stepped:P1}");
        stepped.ShouldBeLessThanOrEqualTo(Allowed);
    }

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    public void Discovers_something_in_a_family_of_nothing_no_more_often_than_stated(int n)
    {
        const int FamilySize = 20;
        var random = new Random(90 + n);

        var families = Repeated(() => Trend.WithFamily([.. Enumerable.Range(0, FamilySize).Select(_ => Assess(Noise(random, n)))]));

        var discovering = Share(families, family => family.Any(IsDirected));
        Print($"200 families of {FamilySize} in white noise, n={n}: any discovery {discovering:P1}");
        discovering.ShouldBeLessThanOrEqualTo(Allowed);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    public void Discovers_something_in_a_thousand_of_nothing_no_more_often_than_stated(int n)
    {
        const int FamilySize = 1_000;
        var random = new Random(1_000 + n);
        double[] times = [.. Enumerable.Range(0, n).Select(i => 1960.0 + i)];

        var (screened, found, below) = (0, 0, 0);
        for (var i = 0; i < Repetitions; i++)
        {
            List<double[]> family = [.. Enumerable.Range(0, FamilySize).Select(_ => Noise(random, n))];
            var q = family.Select(values => TrendScreen.Assess(times, values).P ?? throw new InvalidOperationException("A test lacks its p.")).Order().ToArray();
            below += q.Count(p => p < 0.05);
            MultipleTesting.AdjustSorted(q);
            // The p that decides is at least the plain one, for each series: where the screen discovers nothing, nothing is discovered.
            if (q[0] >= 0.05) continue;
            screened++;
            if (Trend.WithFamily([.. family.Select(Assess)]).Any(IsDirected)) found++;
        }

        var (raw, ofScreen, ofTrends) = ((double)below / FamilySize / Repetitions, (double)screened / Repetitions, (double)found / Repetitions);
        Print($"200 families of 1,000 in white noise, n={n}: plain p below 0.05 {raw:P1}; any discovery of the screen {ofScreen:P1}, of the trends {ofTrends:P1}");
        raw.ShouldBeInRange(0.045, 0.052);
        ofScreen.ShouldBeLessThanOrEqualTo(Allowed);
        ofTrends.ShouldBeLessThanOrEqualTo(ofScreen);
    }

    private static bool IsDirected(TrendResult result) => result.Direction is TrendDirection.Increasing or TrendDirection.Decreasing;

    private static bool IsQualified(TrendResult result) =>
        result.Warnings.Any(warning => warning.Contains("unit root"));

    private static bool NamesStep(TrendResult result) =>
        result.Verdict.Contains("single step") && result.Warnings.Any(warning => warning.StartsWith("A single step"));

    private static double Pearson(double[] x, double[] y) => (Correlation.Test((ReadOnlySpan<double>)x, y).Pearson?.P).ShouldNotBeNull();

    private static double EffectivePearson(double[] x, double[] y)
    {
        var r = (Correlation.Test((ReadOnlySpan<double>)x, y).Pearson?.Coefficient).ShouldNotBeNull();
        var freedom = EffectiveSize.Of(x, y).ShouldNotBeNull() - 2;
        return 2 * StudentT.CDF(0, 1, freedom, -Math.Abs(r * Math.Sqrt(freedom / (1 - r * r))));
    }

    private static TrendResult Assess(double[] values) =>
        Trend.Assess([.. values.Select((value, i) => new TrendPoint(1960 + i, value))], "points per year");

    private static List<T> Repeated<T>(Func<T> draw) => [.. Enumerable.Range(0, Repetitions).Select(_ => draw())];

    private static double Share<T>(IReadOnlyCollection<T> items, Func<T, bool> counts) => (double)items.Count(counts) / items.Count;

    private static double[] Noise(Random random, int n) =>
        [.. Enumerable.Range(0, n).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()))];

    private static double[] RandomWalk(Random random, int n)
    {
        var (walk, at) = (Noise(random, n), 0.0);
        for (var i = 0; i < n; i++) walk[i] = at += walk[i];
        return walk;
    }

    private static double[] Plus(double[] values, Func<int, double> change) => [.. values.Select((value, i) => value + change(i))];

    private static double[] Changes(double[] values) => [.. values.Skip(1).Zip(values, (next, value) => next - value)];

    private static void Print(FormattableString rate) => TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant(rate));
}
