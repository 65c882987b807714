namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>How far values lie from the median, in standard deviations estimated from the median deviation (Iglewicz and Hoaglin 1993).</summary>
public static class RobustZ
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Distance beyond which Iglewicz and Hoaglin call a value an outlier.</summary>
    public const double UsualCutoff = 3.5;

    /// <summary>1 over the normal quantile of 0.75: from the median deviation to a standard deviation.</summary>
    private const double FromMedian = 1.4826022185056018;

    /// <summary>sqrt(pi/2): from the mean deviation to a standard deviation.</summary>
    private const double FromMean = 1.2533141373155001;

    /// <summary>
    /// Scores the values. Where more than half are equal, the mean deviation stands in for the median one. Undefined
    /// without values, or with equal values throughout. Cost: n log n.
    /// </summary>
    /// <param name="values">Values; null is missing, and stays null.</param>
    /// <param name="cutoff">Distance beyond which a value is an outlier, 0 or more.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or the cutoff is no number of at least 0.</exception>
    public static RobustZResult Score(IReadOnlyList<double?> values, double cutoff = UsualCutoff)
    {
        if (!double.IsFinite(cutoff) || cutoff < 0)
            throw new ArgumentOutOfRangeException(nameof(cutoff), cutoff, "The cutoff is a number of at least 0.");
        var sample = FiniteValues.Present(values, nameof(values));
        if (sample.Length == 0) return new RobustZResult { Defined = false, Reason = RobustZResult.InsufficientData, N = 0 };

        var scale = BinaryScale.Of(sample);
        var scaled = scale.Down(sample);
        var median = Middle.Of(scaled);
        var deviations = Array.ConvertAll(scaled, value => Math.Abs(value - median));
        var mad = Middle.Of(deviations);
        // Exactly 0 is meant: half of the values are published alike.
        var sigma = mad > 0 ? FromMedian * mad : FromMean * deviations.Average();
        if (sigma == 0) return new RobustZResult { Defined = false, Reason = RobustZResult.Constant, N = sample.Length };

        double?[] z = [.. values.Select(value => value is { } v ? (Math.ScaleB(v, -scale.Exponent) - median) / sigma : (double?)null)];
        return new RobustZResult
        {
            Defined = true,
            N = sample.Length,
            Median = Middle.Of(sample),
            Mad = Finite(scale.Up(mad)),
            Method = mad > 0 ? RobustZResult.MedianDeviation : RobustZResult.MeanDeviation,
            Sigma = Finite(scale.Up(sigma)),
            Z = [.. z.Select(Finite)],
            Outlier = [.. z.Select(distance => distance is { } d ? Math.Abs(d) > cutoff : (bool?)null)]
        };
    }

    private static double? Finite(double? figure) => figure is { } value && double.IsFinite(value) ? value : null;
}
