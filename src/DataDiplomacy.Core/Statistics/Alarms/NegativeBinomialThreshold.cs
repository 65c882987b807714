namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Threshold for a count from the mean and variance of a baseline: negative binomial, or Poisson without overdispersion.</summary>
public static class NegativeBinomialThreshold
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of counts in a baseline.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Compares a count with a baseline. Undefined with fewer than two counts in the baseline. Where all of them are 0 the
    /// threshold is 0 and any event an alarm, which is not credible.
    /// </summary>
    /// <param name="baseline">Counts of comparable periods in any order; null is missing and dropped.</param>
    /// <param name="observed">The count to judge.</param>
    /// <param name="alpha">Chance of an alarm where nothing changed, at most; between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">A count is not a whole number from 0 to a thousand million, there are too many, or alpha is out of range.</exception>
    public static NegativeBinomialThresholdResult Judge(IReadOnlyList<double?> baseline, double observed, double alpha = 0.01)
    {
        CountValues.Require(baseline, nameof(baseline));
        CountValues.Require([observed], nameof(observed));
        if (baseline.Count > MaxPoints)
            throw new ArgumentException($"{baseline.Count} counts; the threshold takes at most {MaxPoints}.", nameof(baseline));
        if (!(alpha is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha lies between 0 and 1, both excluded.");

        var counts = FiniteValues.Present(baseline, nameof(baseline));
        if (counts.Length < 2)
            return new NegativeBinomialThresholdResult { Defined = false, Reason = StatisticalAnswers.InsufficientData, N = counts.Length };
        return Judge(counts, observed, alpha);
    }

    private static NegativeBinomialThresholdResult Judge(double[] counts, double observed, double alpha)
    {
        var (mean, variance) = SampleMoments.Of(counts);
        double? size = variance > mean ? mean * mean / (variance - mean) : null;
        var distribution = new CountDistribution(mean, size);
        var upper = distribution.Upper(alpha);
        return new NegativeBinomialThresholdResult
        {
            Defined = true,
            N = counts.Length,
            Mu = mean,
            Variance = variance,
            Size = size,
            Family = size is null ? "poisson" : "negbin",
            Upper = upper,
            PValue = distribution.UpperTail(observed),
            Alarm = observed > upper
        };
    }
}
