namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Cumulative sums: find small lasting shifts of counts, upwards, or of any values, both ways (Page 1954).</summary>
public static class Cusum
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Charts counts with and without reset after an alarm; the sum without reset alarms on long after an outbreak, so show
    /// the other. Undefined without a count or beyond the range of doubles.
    /// </summary>
    /// <param name="counts">Counts or rates at equal steps, 0 or more, oldest first; null is missing, and the sums stand still.</param>
    /// <param name="m">Mean in control, above 0.</param>
    /// <param name="transformation">How a count becomes a standard deviate.</param>
    /// <param name="k">Allowance in standard deviations, 0 or more: half the shift to find.</param>
    /// <param name="h">Sum that is an alarm once reached, above 0.</param>
    /// <exception cref="ArgumentException">A count is negative, NaN or infinite, a setting is out of range, or there are too many counts.</exception>
    public static CountCusumResult Counts(
        IReadOnlyList<double?> counts, double m, CountTransformation transformation = CountTransformation.Standard, double k = 1.04, double h = 2.26)
    {
        Check(counts, nameof(counts), k, h);
        if (!(m > 0) || !double.IsFinite(m)) throw new ArgumentOutOfRangeException(nameof(m), m, "The mean is finite and above 0.");
        if (counts.FirstOrDefault(count => count < 0) is { } negative)
            throw new ArgumentOutOfRangeException(nameof(counts), negative, "Counts are 0 or more.");
        if (counts.All(count => count is null)) return new CountCusumResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        double?[] z = [.. counts.Select(count => count is { } x ? Deviate(x, m, transformation) : (double?)null)];
        var (cusum, alarm) = Sums(z, k, h, false);
        var (cusumReset, alarmReset) = Sums(z, k, h, true);
        if (z.Any(deviate => !double.IsFinite(deviate ?? 0)) || !cusum.All(double.IsFinite))
            return new CountCusumResult { Defined = false, Reason = StatisticalAnswers.OutOfRange };
        return new CountCusumResult { Defined = true, Z = z, Cusum = cusum, Alarm = alarm, CusumReset = cusumReset, AlarmReset = alarmReset };
    }

    /// <summary>Charts values both ways. Undefined without a value or beyond the range of doubles.</summary>
    /// <param name="values">Values at equal steps, oldest first; null is missing, and the sums stand still.</param>
    /// <param name="baseline">Mean and standard deviation in control.</param>
    /// <param name="k">Allowance in sigmas, 0 or more: half the shift to find.</param>
    /// <param name="h">Sum, in sigmas, above which there is an alarm, above 0.</param>
    /// <exception cref="ArgumentException">A number is NaN or infinite, a setting is out of range, or there are too many values.</exception>
    public static TabularCusumResult Tabular(IReadOnlyList<double?> values, ChartBaseline baseline, double k = 0.5, double h = 5)
    {
        Check(values, nameof(values), k, h);
        baseline.Require();
        if (values.All(value => value is null)) return new TabularCusumResult { Defined = false, Reason = StatisticalAnswers.InsufficientData };

        var result = Chart(values, baseline, k, h);
        return result.Defined ? result with { Arl0 = AverageRunLength(k, h) } : result;
    }

    /// <summary>The two-sided chart without its run length, which costs more than the chart of a short series.</summary>
    internal static TabularCusumResult Chart(IReadOnlyList<double?> values, ChartBaseline baseline, double k, double h)
    {
        var (plus, minus, alarm) = (new double[values.Count], new double[values.Count], new bool[values.Count]);
        var (up, down) = (0.0, 0.0);
        for (var t = 0; t < values.Count; t++)
        {
            if (values[t] is { } value)
            {
                var z = (value - baseline.Mu) / baseline.Sigma;
                (up, down) = (Math.Max(0, up + z - k), Math.Max(0, down - z - k));
                alarm[t] = up > h || down > h;
            }
            (plus[t], minus[t]) = (up, down);
        }
        if (!plus.All(double.IsFinite) || !minus.All(double.IsFinite))
            return new TabularCusumResult { Defined = false, Reason = StatisticalAnswers.OutOfRange };
        return new TabularCusumResult { Defined = true, Plus = plus, Minus = minus, Alarm = alarm };
    }

    /// <summary>Average number of values to a false alarm of the two-sided chart in control; null beyond 1e11 or with an h above 148.</summary>
    /// <param name="k">Allowance in sigmas, 0 or more.</param>
    /// <param name="h">Sum, in sigmas, above which there is an alarm, above 0.</param>
    /// <exception cref="ArgumentException">A setting is out of range.</exception>
    public static double? AverageRunLength(double k, double h)
    {
        Check([], nameof(k), k, h);
        return RunLength.Cusum(k, h);
    }

    private static void Check(IReadOnlyList<double?> values, string name, double k, double h)
    {
        FiniteValues.Present(values, name);
        if (values.Count > MaxPoints) throw new ArgumentException($"{values.Count} values; the chart takes at most {MaxPoints}.", name);
        if (!(k >= 0) || !double.IsFinite(k)) throw new ArgumentOutOfRangeException(nameof(k), k, "The allowance is finite and 0 or more.");
        if (!(h > 0) || !double.IsFinite(h)) throw new ArgumentOutOfRangeException(nameof(h), h, "The limit is finite and above 0.");
    }

    private static double Deviate(double x, double m, CountTransformation transformation) => transformation switch
    {
        CountTransformation.Rossi => (x - 3 * m + 2 * Math.Sqrt(x * m)) / (2 * Math.Sqrt(m)),
        CountTransformation.Anscombe => 1.5 * (Math.Pow(x, 2.0 / 3) - Math.Pow(m, 2.0 / 3)) / Math.Pow(m, 1.0 / 6),
        _ => (x - m) / Math.Sqrt(m)
    };

    private static (double[] Cusum, bool[] Alarm) Sums(double?[] z, double k, double h, bool resets)
    {
        var (sums, alarms) = (new double[z.Length], new bool[z.Length]);
        var sum = 0.0;
        for (var t = 0; t < z.Length; t++)
        {
            if (z[t] is { } deviate) sum = Math.Max(0, sum + deviate - k);
            sums[t] = sum;
            alarms[t] = z[t] is not null && sum >= h;
            if (resets && alarms[t]) sum = 0;
        }
        return (sums, alarms);
    }
}
