namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Mean and sample variance of a baseline.</summary>
/// <param name="Mean">Mean; not finite where the sum leaves the range of doubles.</param>
/// <param name="Variance">Variance with n - 1; exactly 0 where all values are equal, not finite where a square leaves the range.</param>
internal readonly record struct SampleMoments(double Mean, double Variance)
{
    /// <summary>Sample standard deviation.</summary>
    public double Sd => Math.Sqrt(Variance);

    /// <summary>Moments of at least two values, in two passes: sums of squares lose the digits of large values.</summary>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        var (sum, equal) = (0.0, true);
        foreach (var value in values)
        {
            sum += value;
            // Exactly equal is meant: 0.1 seven times has no spread, whatever its rounded mean says.
            equal &= value == values[0];
        }
        if (equal) return new SampleMoments(values[0], 0);

        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values) squares += (value - mean) * (value - mean);
        return new SampleMoments(mean, squares / (values.Length - 1));
    }

    /// <summary>A figure, or null where it left the range of doubles.</summary>
    public static double? FiniteOrNull(double figure) => double.IsFinite(figure) ? figure : null;
}
