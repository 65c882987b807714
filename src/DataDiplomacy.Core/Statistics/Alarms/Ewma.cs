namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Exponentially weighted moving average chart: finds small lasting shifts of the mean, up or down (Roberts 1959).</summary>
public static class Ewma
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Charts values with exact, widening limits. Undefined without a value or beyond the range of doubles.</summary>
    /// <param name="values">Values at equal steps, oldest first; null is missing: the mean stays, the limits go on.</param>
    /// <param name="baseline">Mean and standard deviation in control.</param>
    /// <param name="lambda">Weight of the newest value, above 0 to 1.</param>
    /// <param name="l">Limits in standard deviations of the mean, above 0.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, a setting is out of range, or there are too many values.</exception>
    public static EwmaResult Watch(IReadOnlyList<double?> values, ChartBaseline baseline, double lambda = 0.2, double l = 2.86)
    {
        baseline.Require();
        Check(lambda, l);
        var n = FiniteValues.Present(values, nameof(values)).Length;
        if (values.Count > MaxPoints) throw new ArgumentException($"{values.Count} values; the chart takes at most {MaxPoints}.", nameof(values));
        if (n == 0) return new EwmaResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        var result = Chart(values, baseline, lambda, l);
        return result.Defined ? result with { Arl0 = AverageRunLength(lambda, l) } : result;
    }

    /// <summary>Average number of values to a false alarm in control, with the limits that the exact ones tend to; null beyond 1e11 or with a tiny lambda.</summary>
    /// <param name="lambda">Weight of the newest value, above 0 to 1.</param>
    /// <param name="l">Limits in standard deviations of the mean, above 0.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static double? AverageRunLength(double lambda, double l)
    {
        Check(lambda, l);
        return RunLength.Ewma(lambda, l);
    }

    private static void Check(double lambda, double l)
    {
        if (!(lambda is > 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(lambda), lambda, "Lambda lies above 0 and up to 1.");
        if (!(l > 0) || !double.IsFinite(l)) throw new ArgumentOutOfRangeException(nameof(l), l, "The limits are finite and above 0.");
    }

    /// <summary>The chart without its run length, which costs more than the chart of a short series.</summary>
    internal static EwmaResult Chart(IReadOnlyList<double?> values, ChartBaseline baseline, double lambda, double l)
    {
        var n = values.Count;
        var (z, lower, upper, alarm) = (new double[n], new double[n], new double[n], new bool[n]);
        var mean = baseline.Mu;
        for (var t = 0; t < n; t++)
        {
            var sd = baseline.Sigma * Math.Sqrt(lambda / (2 - lambda) * (1 - Math.Pow(1 - lambda, 2.0 * (t + 1))));
            if (values[t] is { } value) mean = lambda * value + (1 - lambda) * mean;
            (z[t], lower[t], upper[t]) = (mean, baseline.Mu - l * sd, baseline.Mu + l * sd);
            alarm[t] = values[t] is not null && (mean < lower[t] || mean > upper[t]);
        }
        var isFinite = new[] { z, lower, upper }.All(figures => figures.All(double.IsFinite));
        return isFinite
            ? new EwmaResult { Defined = true, Z = z, Lower = lower, Upper = upper, Alarm = alarm }
            : new EwmaResult { Defined = false, Reason = StatisticalAnswers.OutOfRange };
    }
}
