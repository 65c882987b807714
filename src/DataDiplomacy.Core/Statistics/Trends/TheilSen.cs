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

        var slopes = Slopes(t, y);
        if (slopes.Length == 0) return Undefined(TheilSenResult.InsufficientData, t.Length);

        Array.Sort(slopes);
        var result = Result(t, y, slopes, confidence, varianceFactor);
        return IsFinite(result) ? result : Undefined(TheilSenResult.OutOfRange, t.Length);
    }

    private static TheilSenResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

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

    private static double[] Slopes(double[] t, double[] y)
    {
        var slopes = new double[t.Length * (t.Length - 1) / 2];
        var count = 0;
        for (var i = 0; i < t.Length; i++)
        {
            for (var j = i + 1; j < t.Length; j++)
            {
                // Equality is meant exactly: two values for one instant have no slope.
                if (t[j] != t[i]) slopes[count++] = (y[j] - y[i]) / (t[j] - t[i]);
            }
        }
        Array.Resize(ref slopes, count);
        return slopes;
    }

    private static TheilSenResult Result(double[] t, double[] y, double[] slopes, double confidence, double varianceFactor)
    {
        var slope = Middle.OfSorted(slopes);
        var (low, high) = Interval(t, y, slopes, confidence, varianceFactor);
        return new TheilSenResult
        {
            Defined = true,
            N = t.Length,
            NSlopes = slopes.Length,
            Slope = slope,
            InterceptSeparate = Middle.Of(y) - slope * Middle.Of(t),
            InterceptJoint = Middle.Of(y.Zip(t, (value, time) => value - slope * time)),
            CiLow = low,
            CiHigh = high
        };
    }

    /// <summary>Sen (1968) with ties in both, in the convention of scipy's theilslopes: ranks rounded half to even.</summary>
    private static (double? Low, double? High) Interval(double[] t, double[] y, double[] slopes, double confidence, double varianceFactor)
    {
        if (slopes[0] == slopes[^1]) return (slopes[0], slopes[0]);
        var term = TieGroups.VarianceTerm(t.Length)
            - TieGroups.VarianceTerm(Middle.Sorted(y)) - TieGroups.VarianceTerm(Middle.Sorted(t));
        // Heavy ties in both can use up the whole variance: then there is no interval, rather than a wrong one.
        if (term < 0) return (null, null);

        var reach = NormalTail.TwoSidedZ(confidence) * Math.Sqrt(term / 18.0 * varianceFactor);
        var upper = (int)Math.Min(Math.Round((slopes.Length + reach) / 2), slopes.Length - 1);
        var lower = (int)Math.Max(Math.Round((slopes.Length - reach) / 2) - 1, 0);
        return (slopes[lower], slopes[upper]);
    }

    private static bool IsFinite(TheilSenResult result) =>
        new[] { result.Slope, result.InterceptSeparate, result.InterceptJoint, result.CiLow, result.CiHigh }
            .All(figure => figure is not { } value || double.IsFinite(value));
}
