namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Pearson's product-moment correlation: how closely two variables follow a straight line.</summary>
public static class Pearson
{
    /// <summary>Fewer pairs have no test.</summary>
    public const int MinPairs = 3;

    /// <summary>
    /// The coefficient, -1 to 1. Null where a variable is constant or there are fewer than two pairs.
    /// Deviations are taken before products, so that a large offset costs no digits and nothing overflows.
    /// </summary>
    /// <param name="x">One variable, any unit.</param>
    /// <param name="y">The other, as many values, any unit.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is NaN or infinite.</exception>
    public static double? Coefficient(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        PairedValues.Require(x, y);
        if (Deviations.Of(x) is not { } left || Deviations.Of(y) is not { } right) return null;
        return OfDeviations(left, right);
    }

    /// <summary>
    /// The coefficient with Student's t, n-2 degrees of freedom, and Fisher's interval from four pairs on.
    /// Null where a variable is constant or there are fewer than three pairs.
    /// </summary>
    /// <param name="x">One variable, any unit.</param>
    /// <param name="y">The other, as many values, any unit.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or the confidence is none.</exception>
    public static CorrelationTest? Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        CoefficientInference.RequireConfidence(confidence);
        if (Coefficient(x, y) is not { } r || x.Length < MinPairs) return null;

        var (t, p) = CoefficientInference.Student(r, x.Length - 2);
        var test = new CorrelationTest { Coefficient = r, Statistic = t, P = p };
        if (x.Length <= MinPairs) return test;
        var (low, high) = CoefficientInference.Interval(r, 1 / Math.Sqrt(x.Length - 3), confidence);
        return test with { CiLow = low, CiHigh = high };
    }

    /// <summary>The coefficient of deviations from the mean, none of them all 0.</summary>
    internal static double OfDeviations(double[] x, double[] y) => CoefficientInference.Bounded(
        Deviations.Products(x, y) / Math.Sqrt(Deviations.Products(x, x) * Deviations.Products(y, y)));
}
