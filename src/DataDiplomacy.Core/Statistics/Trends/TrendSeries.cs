namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The values that are there, in the order of time.</summary>
internal sealed class TrendSeries
{
    private TrendCalendar? _calendar;

    private TrendSeries(double[] times, double[] values, int dropped) => (Times, Values, Dropped) = (times, values, dropped);

    public double[] Times { get; }

    public double[] Values { get; }

    public int Dropped { get; }

    public int N => Times.Length;

    /// <summary>How the times lie; only with at least two different times.</summary>
    public TrendCalendar Calendar => _calendar ??= new TrendCalendar(Times);

    /// <summary>Whether two values share one time exactly: the order between them is not known.</summary>
    public bool HasDuplicateTimes => Times.Zip(Times.Skip(1)).Any(pair => pair.First == pair.Second);

    public static TrendSeries Of(IReadOnlyList<TrendPoint> points)
    {
        var present = new List<(double Time, double Value)>(points.Count);
        for (var i = 0; i < points.Count; i++)
        {
            FiniteValues.Require(points[i].Time, "points.Time", i);
            if (points[i].Value is not { } value) continue;
            FiniteValues.Require(value, "points.Value", i);
            present.Add((points[i].Time, value));
        }
        present.Sort((a, b) => a.Time.CompareTo(b.Time));
        return new TrendSeries([.. present.Select(p => p.Time)], [.. present.Select(p => p.Value)], points.Count - present.Count);
    }

    /// <summary>
    /// Lag-1 autocorrelation of the residuals from a line, divisor n as in R's acf.
    /// Null where the line fits up to rounding: the residuals are noise of the arithmetic then.
    /// </summary>
    public double? NeighbourCorrelation(double slope)
    {
        var residuals = Values.Select((value, i) => value - slope * (Times[i] - Times[0])).ToArray();
        var mean = residuals.Average();
        var deviations = residuals.Select(residual => residual - mean).ToArray();
        var largest = Values.Max(Math.Abs);
        if (deviations.Max(Math.Abs) <= 1e-12 * largest) return null;

        var squares = deviations.Sum(d => d * d);
        var products = deviations.Zip(deviations.Skip(1), (a, b) => a * b).Sum();
        var correlation = products / squares;
        return double.IsFinite(correlation) ? correlation : null;
    }
}
