namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// Growth per unit of time between the first and the last value, and whether it is enough for a target (the progress
/// measure of Open SDG and Statistics Canada after Eurostat).
/// </summary>
public static class Growth
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of points that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Ratio of actual to required growth from which a target is on track.</summary>
    public const double OnTrackFrom = 0.95;

    /// <summary>Ratio from which progress is there but must speed up.</summary>
    public const double AccelerationFrom = 0.60;

    /// <summary>
    /// Measures growth. Points are put in the order of time; those without a value are dropped. Undefined without two
    /// values at different times, where several values share the first or the last time, and where the first or the
    /// last value is not positive: a growth rate then has no meaning.
    /// </summary>
    /// <param name="times">Times in any order, in years where rates per year are wanted; null is missing.</param>
    /// <param name="values">Values, as many as times; null is missing, and the point is dropped.</param>
    /// <param name="target">What is to be reached; null leaves required growth, ratio and category out.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is NaN or infinite.</exception>
    public static GrowthResult Measure(IReadOnlyList<double?> times, IReadOnlyList<double?> values, GrowthTarget? target = null)
    {
        if (target is { } given)
        {
            FiniteValues.Require(given.Time, "target.Time", 0);
            FiniteValues.Require(given.Value, "target.Value", 0);
        }
        var points = Points(times, values);
        if (Unmeasurable(points) is { } reason) return new GrowthResult { Defined = false, Reason = reason, N = points.Count };

        var (t, y) = points[^1];
        var rate = LogGrowth(points[0], (t, y));
        var result = new GrowthResult
        {
            Defined = true,
            N = points.Count,
            Cagr = Finite(ExpMinusOne(rate)),
            LogGrowth = rate,
            OlsLogGrowth = OlsLogGrowth(points)
        };
        return target is null ? result : Against(result, target, points[0], y);
    }

    private static List<(double Time, double Value)> Points(IReadOnlyList<double?> times, IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(values);
        if (times.Count != values.Count)
            throw new ArgumentException($"{times.Count} times but {values.Count} values; they belong together one by one.", nameof(values));
        var points = new List<(double Time, double Value)>();
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i] is { } time) FiniteValues.Require(time, nameof(times), i);
            if (values[i] is { } value) FiniteValues.Require(value, nameof(values), i);
            if (times[i] is not null && values[i] is not null) points.Add((times[i].GetValueOrDefault(), values[i].GetValueOrDefault()));
        }
        points.Sort((a, b) => a.Time.CompareTo(b.Time));
        return points;
    }

    private static string? Unmeasurable(List<(double Time, double Value)> points)
    {
        // Times are compared exactly: the same instant is meant.
        if (points.Count < 2 || points[0].Time == points[^1].Time) return GrowthResult.InsufficientData;
        if (points[0].Time == points[1].Time || points[^1].Time == points[^2].Time) return GrowthResult.DuplicateTimes;
        if (points[0].Value <= 0 || points[^1].Value <= 0) return GrowthResult.NonpositiveValue;
        return double.IsFinite(points[^1].Time - points[0].Time) && double.IsFinite(LogGrowth(points[0], points[^1])) ? null : GrowthResult.OutOfRange;
    }

    private static double LogGrowth((double Time, double Value) from, (double Time, double Value) to)
    {
        var ratio = to.Value / from.Value;
        // A ratio out of range loses its logarithm; close to 1 the difference of two logarithms loses digits.
        var log = double.IsNormal(ratio) ? Math.Log(ratio) : Math.Log(to.Value) - Math.Log(from.Value);
        return log / (to.Time - from.Time);
    }

    /// <summary>
    /// exp(x) - 1 by Kahan's quotient, exact to rounding also for small x; the one of Math.NET is off by 1e-10 in places.
    /// </summary>
    private static double ExpMinusOne(double x)
    {
        var exp = Math.Exp(x);
        if (exp == 1) return x;
        return double.IsFinite(exp) && exp > 0 ? (exp - 1) * x / Math.Log(exp) : exp - 1;
    }

    /// <summary>Least squares slope of ln y on t; null where a value is not positive.</summary>
    private static double? OlsLogGrowth(List<(double Time, double Value)> points)
    {
        if (points.Any(point => point.Value <= 0)) return null;
        // Against the first and the span, so that neither squares of times nor their offset use up the digits.
        var span = points[^1].Time - points[0].Time;
        var times = points.Select(point => (point.Time - points[0].Time) / span).ToList();
        var logs = points.Select(point => Math.Log(point.Value)).ToList();
        var (timeMean, logMean) = (times.Average(), logs.Average());
        var products = times.Zip(logs, (t, log) => (t - timeMean) * (log - logMean)).Sum();
        return Finite(products / times.Sum(t => (t - timeMean) * (t - timeMean)) / span);
    }

    private static GrowthResult Against(GrowthResult result, GrowthTarget target, (double Time, double Value) first, double latest)
    {
        var sign = target.HigherIsBetter ? 1 : -1;
        var achieved = sign * latest >= sign * target.Value;
        double? required = target.Value > 0 && target.Time > first.Time
            ? ExpMinusOne(LogGrowth(first, (target.Time, target.Value))) : null;
        var ratio = required is { } needed ? sign * result.Cagr / Math.Abs(needed) : null;
        return result with
        {
            RequiredCagr = Finite(required),
            Ratio = Finite(ratio),
            Category = achieved ? GrowthCategory.TargetAchieved : Category(ratio)
        };
    }

    /// <summary>A target equal to the first value needs no growth; having moved away from it is deterioration, ratio minus infinity.</summary>
    private static GrowthCategory? Category(double? ratio) => ratio switch
    {
        null or double.NaN => null,
        >= OnTrackFrom => GrowthCategory.OnTrack,
        >= AccelerationFrom => GrowthCategory.AccelerationNeeded,
        >= 0 => GrowthCategory.Limited,
        _ => GrowthCategory.Deterioration
    };

    private static double? Finite(double? figure) => figure is { } value && double.IsFinite(value) ? value : null;
}
