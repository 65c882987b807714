namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Theil-Sen slope: the median of the slopes between all pairs of points (Theil 1950, Sen 1968).</summary>
public static class TheilSen
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of points: all n(n-1)/2 slopes are held and sorted, 100 MB at this number.</summary>
    public const int MaxPoints = 5_000;

    /// <summary>
    /// Estimates the slope on the real times, with Sen's rank interval for independent errors (too narrow under
    /// autocorrelation). Pairs of points at the same time give no slope. Undefined without two different times.
    /// A constant series is defined: slope 0, interval 0 to 0. With two points the interval collapses to the slope.
    /// </summary>
    /// <param name="times">Times in any unit and order; the slope is per this unit. Null is missing.</param>
    /// <param name="values">Values, as many as times; null is missing, and the pair is dropped.</param>
    /// <param name="confidence">Confidence of the interval, between 0 and 1, both excluded.</param>
    /// <param name="varianceFactor">How many times larger autocorrelation makes the variance of Kendall's S; its root widens the interval. At least 1.</param>
    /// <exception cref="ArgumentException">Lengths differ, a number is NaN or infinite, or there are more than <see cref="MaxPoints"/> pairs.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence or the factor is out of range.</exception>
    public static TheilSenResult Estimate(
        IReadOnlyList<double?> times, IReadOnlyList<double?> values, double confidence = 0.95, double varianceFactor = 1)
    {
        if (!(varianceFactor >= 1 && double.IsFinite(varianceFactor)))
            throw new ArgumentOutOfRangeException(nameof(varianceFactor), varianceFactor, "The factor is at least 1.");
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1, both excluded.");
        var (t, y) = CompletePairs(times, values);
        if (t.Length > MaxPoints)
            throw new ArgumentException($"{t.Length} points; Theil-Sen takes at most {MaxPoints}.", nameof(values));

        return TheilSenSlopes.Of(t, y).Estimate(confidence, varianceFactor);
    }

    private static (double[] Times, double[] Values) CompletePairs(IReadOnlyList<double?> times, IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(values);
        if (times.Count != values.Count)
            throw new ArgumentException($"{times.Count} times but {values.Count} values; they belong together one by one.", nameof(values));
        var (t, y) = (new List<double>(), new List<double>());
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i] is not { } time || values[i] is not { } value) continue;
            FiniteValues.Require(time, nameof(times), i);
            FiniteValues.Require(value, nameof(values), i);
            t.Add(time);
            y.Add(value);
        }
        return ([.. t], [.. y]);
    }
}
