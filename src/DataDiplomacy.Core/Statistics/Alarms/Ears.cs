using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>EARS C1, C2 and C3 of the CDC: is this count far above those of the days before it (Hutwagner et al. 2003)?</summary>
public static class Ears
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of points.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Largest number of points in a baseline.</summary>
    public const int MaxBaseline = 366;

    private const int Guard = 2;

    /// <summary>
    /// Charts C1, C2 and C3. C3 is that of the CDC and counts today; R's earsC leaves today out.
    /// Undefined where no point has a complete baseline, or no limit is within the range of doubles.
    /// </summary>
    /// <param name="counts">Counts at equal steps, oldest first; null is missing, and a baseline with a missing count gives no limit.</param>
    /// <param name="settings">Settings; null takes the defaults.</param>
    /// <exception cref="ArgumentException">A count is NaN or infinite, a setting is out of range, or there are more than <see cref="MaxPoints"/> counts.</exception>
    public static EarsResult Watch(IReadOnlyList<double?> counts, EarsSettings? settings = null)
    {
        settings ??= new EarsSettings();
        Check(settings);
        FiniteValues.Present(counts, nameof(counts));
        if (counts.Count > MaxPoints) throw new ArgumentException($"{counts.Count} counts; EARS takes at most {MaxPoints}.", nameof(counts));

        var baselines = Baselines(counts, settings.Baseline);
        var c1 = Chart(counts, baselines, settings, 0);
        if (c1.Upper.All(upper => upper is null)) return Undefined(baselines);

        var c2 = Chart(counts, baselines, settings, Guard);
        double?[] c3 = [.. c2.Statistic.Select((_, t) => Excess(c2.Statistic, t))];
        return new EarsResult
        {
            Defined = true,
            C1 = c1,
            C2 = c2,
            C3 = c3,
            C3Alarm = [.. c3.Select(sum => sum is null ? (bool?)null : sum > settings.C3Threshold)]
        };
    }

    private static EarsResult Undefined(SampleMoments?[] baselines) => new()
    {
        Defined = false,
        Reason = baselines.Any(baseline => baseline is not null) ? StatisticalAnswers.OutOfRange : StatisticalAnswers.InsufficientData
    };

    private static void Check(EarsSettings settings)
    {
        if (settings.Baseline is < 2 or > MaxBaseline)
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Baseline, $"A baseline has 2 to {MaxBaseline} points.");
        if (!(settings.Alpha is > 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(settings), settings.Alpha, "Alpha lies between 0 and 1, both excluded.");
        if (!(settings.MinSigma >= 0) || !(settings.C3Threshold >= 0))
            throw new ArgumentOutOfRangeException(nameof(settings), "The least standard deviation and the threshold of C3 are 0 or more.");
    }

    /// <summary>Moments of the baseline that begins at each point and ends before a later one; null where a count in it is missing.</summary>
    private static SampleMoments?[] Baselines(IReadOnlyList<double?> counts, int length)
    {
        double[] values = [.. counts.Select(count => count ?? 0)];
        var baselines = new SampleMoments?[Math.Max(0, counts.Count - length)];
        var complete = 0;
        for (var end = 0; end < counts.Count - 1; end++)
        {
            complete = counts[end] is null ? 0 : complete + 1;
            if (complete >= length) baselines[end - length + 1] = SampleMoments.Of(values.AsSpan(end - length + 1, length));
        }
        return baselines;
    }

    private static AlarmChart Chart(IReadOnlyList<double?> counts, SampleMoments?[] baselines, EarsSettings settings, int guard)
    {
        var z = -Normal.InvCDF(0, 1, settings.Alpha);
        var (upper, statistic, alarm) = (new double?[counts.Count], new double?[counts.Count], new bool?[counts.Count]);
        for (var t = settings.Baseline + guard; t < counts.Count; t++)
        {
            if (baselines[t - guard - settings.Baseline] is not { } baseline) continue;
            var (mean, sd) = (baseline.Mean, Math.Max(baseline.Sd, settings.MinSigma));
            upper[t] = SampleMoments.FiniteOrNull(mean + z * sd);
            if (upper[t] is null || counts[t] is not { } count) continue;
            alarm[t] = count > upper[t];
            if (sd > 0) statistic[t] = SampleMoments.FiniteOrNull((count - mean) / sd);
        }
        return new AlarmChart(upper, statistic, alarm);
    }

    private static double? Excess(IReadOnlyList<double?> c2, int t)
    {
        if (t < 2 || c2[t] is not { } today || c2[t - 1] is not { } before || c2[t - 2] is not { } earlier) return null;
        return SampleMoments.FiniteOrNull(Math.Max(0, earlier - 1) + Math.Max(0, before - 1) + Math.Max(0, today - 1));
    }
}
