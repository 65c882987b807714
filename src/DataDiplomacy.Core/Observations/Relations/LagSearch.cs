using DataDiplomacy.Core.Statistics;
using DataDiplomacy.Core.Statistics.Relations;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>Looks at a pair in many lags, and lets none of them count as if it had been the only one.</summary>
internal static class LagSearch
{
    /// <summary>Lags with fewer pairs are not tried.</summary>
    private const int MinPairs = 8;

    public static SeriesPairLag? Best(PairedSteps paired, SeriesPairResult pair, SeriesPairSettings settings)
    {
        if (settings.Mode == SeriesPairMode.Prewhitened) return BestPrewhitened(paired, pair, settings.MaxLag);
        Lagged[] tried = [.. Enumerable.Range(-settings.MaxLag, 2 * settings.MaxLag + 1).Select(lag => At(paired, lag)).OfType<Lagged>()];
        if (tried.Length == 0) return null;
        var best = tried.OrderBy(lagged => lagged.P).ThenByDescending(lagged => Math.Abs(lagged.R)).ThenBy(lagged => Math.Abs(lagged.Lag)).ThenBy(lagged => lagged.Lag).First();
        return new SeriesPairLag
        {
            Best = best.Lag,
            R = best.R,
            N = best.N,
            P = Math.Min(1, best.P * tried.Length),
            Bound = Bound(best.Size, tried.Length),
            LagsTried = tried.Length,
            Meaning = SeriesPairWords.Meaning(pair, best.Lag, best.R)
        };
    }

    /// <summary>By Box and Jenkins (1970): the cross-correlation of the filtered series, p from the normal distribution with variance 1/n.</summary>
    private static SeriesPairLag? BestPrewhitened(PairedSteps paired, SeriesPairResult pair, int maxLag)
    {
        var (x, y) = paired.Unfiltered;
        // Beyond it the filtered series would have too few pairs.
        var largest = Math.Min(maxLag, x.Length - paired.Order - MinPairs);
        if (largest < 0) return null;
        var found = CrossCorrelation.Of(x, y, largest, paired.Order);
        if (found is not { BestLag: { } best, BestR: { } r, Lags: { } lags }) return null;
        var n = x.Length - paired.Order;
        return new SeriesPairLag
        {
            Best = best,
            R = r,
            N = n - Math.Abs(best),
            P = Math.Min(1, NormalTail.TwoSided(r * Math.Sqrt(n)) * lags.Count),
            Bound = CrossCorrelation.Bound(n, lags.Count) is var bound && bound <= 1 ? bound : null,
            LagsTried = lags.Count,
            Meaning = SeriesPairWords.Meaning(pair, best, r)
        };
    }

    private static Lagged? At(PairedSteps paired, int lag)
    {
        var (x, y) = paired.Pairs(lag);
        if (x.Length < MinPairs || !PairedSteps.Varies(x, paired.Levels.X) || !PairedSteps.Varies(y, paired.Levels.Y)) return null;
        if (Pearson.Coefficient(x, y) is not { } r || EffectiveSize.Of(x, y) is not { } size) return null;
        return new Lagged(lag, r, x.Length, size, SeriesPair.P(r, size));
    }

    /// <summary>The r of which Student's t has p = 0.05 over the lags tried.</summary>
    private static double? Bound(double size, int lags)
    {
        // With less than one degree of freedom nothing short of a straight line passes.
        if (size - 2 < 1) return null;
        var t = -StudentT.InvCDF(0, 1, size - 2, SeriesPair.SignificanceLevel / (2 * lags));
        var bound = t / double.Hypot(t, Math.Sqrt(size - 2));
        return double.IsFinite(bound) ? bound : null;
    }

    private sealed record Lagged(int Lag, double R, int N, double Size, double P);
}
