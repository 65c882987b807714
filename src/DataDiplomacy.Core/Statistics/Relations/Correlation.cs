namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Pearson's, Spearman's and Kendall's correlation of the same pairs, with p-values and intervals.</summary>
public static class Correlation
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of pairs that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Correlates what is there: pairs with a missing half are dropped. Undefined with fewer than three pairs
    /// or where a variable is constant. All p take the pairs as independent of each other. Cost: n log n.
    /// </summary>
    /// <param name="x">One variable, any unit; null is missing.</param>
    /// <param name="y">The other, as many values, any unit; null is missing.</param>
    /// <param name="confidence">Confidence of the intervals, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or the confidence is none.</exception>
    public static CorrelationResult Test(IReadOnlyList<double?> x, IReadOnlyList<double?> y, double confidence = 0.95)
    {
        var (left, right) = PairedValues.Complete(x, y);
        return Test(left, right, confidence);
    }

    /// <inheritdoc cref="Test(IReadOnlyList{double?}, IReadOnlyList{double?}, double)"/>
    public static CorrelationResult Test(ReadOnlySpan<double> x, ReadOnlySpan<double> y, double confidence = 0.95)
    {
        CoefficientInference.RequireConfidence(confidence);
        PairedValues.Require(x, y);
        if (x.Length < Pearson.MinPairs) return Undefined(StatisticalAnswers.InsufficientData, x.Length);
        if (Pearson.Test(x, y, confidence) is not { } pearson) return Undefined(StatisticalAnswers.Constant, x.Length);
        return new CorrelationResult
        {
            Defined = true,
            N = x.Length,
            Pearson = pearson,
            Spearman = Spearman.Test(x, y, confidence),
            Kendall = Kendall.Test(x, y, confidence)
        };
    }

    private static CorrelationResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };
}
