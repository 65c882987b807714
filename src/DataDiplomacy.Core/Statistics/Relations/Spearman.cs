namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Spearman's rank correlation: how closely two variables rise and fall together, whatever the shape.</summary>
public static class Spearman
{
    /// <summary>
    /// The coefficient, -1 to 1: Pearson's of the mid-ranks. Null where a variable is constant or there are fewer than two pairs.
    /// </summary>
    /// <param name="x">One variable, any unit.</param>
    /// <param name="y">The other, as many values, any unit.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is NaN or infinite.</exception>
    public static double? Coefficient(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        PairedValues.Require(x, y);
        return Pearson.Coefficient(MidRanks.Of(x), MidRanks.Of(y));
    }

    /// <summary>
    /// The coefficient with Student's t, n-2 degrees of freedom, the exact p up to nine pairs without ties, and the
    /// interval of Bonett and Wright (2000) from four pairs on. Null where a variable is constant or there are fewer than three pairs.
    /// </summary>
    /// <param name="x">One variable, any unit.</param>
    /// <param name="y">The other, as many values, any unit.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or the confidence is none.</exception>
    public static CorrelationTest? Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        PairedValues.Require(x, y);
        var (left, right, n) = (MidRanks.Of(x), MidRanks.Of(y), x.Length);
        if (Pearson.Test(left, right, confidence) is not { } test) return null;

        test = test with { PExact = ExactP(left, right) };
        if (n <= Pearson.MinPairs) return test;
        var rho = test.Coefficient;
        var (low, high) = CoefficientInference.Interval(rho, Math.Sqrt((1 + rho * rho / 2) / (n - 3)), confidence);
        return test with { CiLow = low, CiHigh = high };
    }

    private static double? ExactP(double[] x, double[] y)
    {
        if (x.Length > SpearmanNull.MaxPairs || MidRanks.HasTies(x) || MidRanks.HasTies(y)) return null;
        var squares = 0;
        for (var i = 0; i < x.Length; i++) squares += (int)((x[i] - y[i]) * (x[i] - y[i]));
        return SpearmanNull.TwoSidedP(x.Length, squares);
    }
}
