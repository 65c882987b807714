using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Kendall's rank correlation tau-b: the share of pairs in the same order minus those in opposite order, corrected for ties.</summary>
public static class Kendall
{
    /// <summary>The standard error of atanh(tau) is the root of this over n-4 (Fieller, Hartley and Pearson 1957).</summary>
    private const double FiellerFactor = 0.437;

    /// <summary>
    /// Tau-b with the normal approximation of S without continuity correction, the exact p below 50 pairs without ties,
    /// and the interval of Fieller, Hartley and Pearson from five pairs on. Cost: n log n.
    /// Null where a variable is constant or there are fewer than three pairs.
    /// </summary>
    /// <param name="x">One variable, any unit.</param>
    /// <param name="y">The other, as many values, any unit.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or the confidence is none.</exception>
    public static CorrelationTest? Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        CoefficientInference.RequireConfidence(confidence);
        PairedValues.Require(x, y);
        if (x.Length < Pearson.MinPairs) return null;
        var pairs = KendallPairs.Count(x, y);
        if (pairs.TiedX == pairs.All || pairs.TiedY == pairs.All) return null;

        var z = pairs.S / Math.Sqrt(pairs.Variance);
        var test = new CorrelationTest
        {
            Coefficient = Tau(pairs),
            Statistic = z,
            P = Math.Min(1, 2 * NormalTail.Upper(Math.Abs(z))),
            PExact = ExactP(x.Length, pairs)
        };
        if (x.Length < 5) return test;
        var (low, high) = CoefficientInference.Interval(test.Coefficient, Math.Sqrt(FiellerFactor / (x.Length - 4)), confidence);
        return test with { CiLow = low, CiHigh = high };
    }

    private static double Tau(KendallPairs pairs) =>
        CoefficientInference.Bounded(pairs.S / Math.Sqrt((double)(pairs.All - pairs.TiedX) * (pairs.All - pairs.TiedY)));

    private static double? ExactP(int n, KendallPairs pairs) =>
        pairs.TiedX == 0 && pairs.TiedY == 0 && n < KendallNull.ExactBelow ? KendallNull.TwoSidedP(n, pairs.S) : null;
}
