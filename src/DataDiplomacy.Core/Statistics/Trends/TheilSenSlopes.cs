namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The slopes between all pairs of points, sorted: sorting is the work, and several intervals are read off one sorting.</summary>
internal sealed class TheilSenSlopes
{
    private readonly double[] _times;
    private readonly double[] _values;
    private readonly double[] _slopes;

    private TheilSenSlopes(double[] times, double[] values, double[] slopes) => (_times, _values, _slopes) = (times, values, slopes);

    /// <summary>Sorts the slopes of complete points.</summary>
    public static TheilSenSlopes Of(double[] times, double[] values)
    {
        var slopes = Slopes(times, values);
        Array.Sort(slopes);
        return new TheilSenSlopes(times, values, slopes);
    }

    /// <summary>The median slope and its interval.</summary>
    public TheilSenResult Estimate(double confidence, double varianceFactor = 1)
    {
        if (_slopes.Length == 0) return Undefined(TheilSenResult.InsufficientData);
        var result = Result(confidence, varianceFactor);
        return IsFinite(result) ? result : Undefined(TheilSenResult.OutOfRange);
    }

    private TheilSenResult Undefined(string reason) => new() { Defined = false, Reason = reason, N = _times.Length };

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

    private TheilSenResult Result(double confidence, double varianceFactor)
    {
        var (t, y, slopes) = (_times, _values, _slopes);
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

        var (lower, upper) = IntervalRanks(slopes.Length, term, confidence, varianceFactor);
        return (slopes[lower], slopes[upper]);
    }

    /// <summary>The 0-based ranks of the slopes that end the interval.</summary>
    public static (int Lower, int Upper) IntervalRanks(int slopes, long term, double confidence, double varianceFactor = 1)
    {
        var reach = NormalTail.TwoSidedZ(confidence) * Math.Sqrt(term / 18.0 * varianceFactor);
        var upper = (int)Math.Min(Math.Round((slopes + reach) / 2), slopes - 1);
        var lower = (int)Math.Max(Math.Round((slopes - reach) / 2) - 1, 0);
        return (lower, upper);
    }

    private static bool IsFinite(TheilSenResult result) =>
        new[] { result.Slope, result.InterceptSeparate, result.InterceptJoint, result.CiLow, result.CiHigh }
            .All(figure => figure is not { } value || double.IsFinite(value));
}
