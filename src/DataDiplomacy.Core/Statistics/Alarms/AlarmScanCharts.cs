namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>EWMA and CUSUM over the bins after a baseline: of counts as they are, of anything else the changes from bin to bin. A chart begins anew after an alarm.</summary>
internal static class AlarmScanCharts
{
    private const double Lambda = 0.2;
    private const double L = 2.86;
    private const double K = 0.5;
    private const double H = 5;
    private const int DefaultBaseline = 20;
    private const int LeastBaseline = 8;
    private const int FirstStretch = 32;

    private const string EwmaStatistic = "weighted mean less the mean of the baseline, in standard deviations of the weighted mean";
    private const string CusumStatistic = "cumulative sum in standard deviations of the baseline, negative where it is the sum downwards";

    public static AlarmScanResult Ewma(AlarmScanSeries series, ChartFalseAlarms chances) =>
        Watch(series, AlarmScan.Ewma, EwmaStatistic, EwmaPoints, n => chances.Ewma(n, Lambda, L), () => Alarms.Ewma.AverageRunLength(Lambda, L));

    public static AlarmScanResult Cusum(AlarmScanSeries series, ChartFalseAlarms chances) =>
        Watch(series, AlarmScan.Cusum, CusumStatistic, CusumPoints, n => chances.Cusum(n, K, H), () => Alarms.Cusum.AverageRunLength(K, H));

    private static AlarmScanResult Watch(
        AlarmScanSeries series, string method, string statistic, Func<IReadOnlyList<double?>, ChartBaseline, ChartPoint[]?> chart, Func<int, double> chance, Func<double?> arl0)
    {
        var isChanges = !series.IsCounts;
        var values = isChanges ? series.Changes() : series.Values;
        var (start, end) = Baseline(series, isChanges ? 1 : 0);
        double?[] baseline = end > start ? values[start..end] : [];
        var n = baseline.Count(value => value is not null);
        if (n < LeastBaseline) return series.Refuse(method, statistic, StatisticalAnswers.InsufficientData);
        var moments = SampleMoments.Of([.. baseline.OfType<double>()]);
        if (series.IsRounding(moments.Sd)) return series.Refuse(method, statistic, StatisticalAnswers.Constant);
        if (ChartBaseline.Of(baseline, baseline.Length) is not { } inControl) return series.Refuse(method, statistic, StatisticalAnswers.OutOfRange);
        if (Points(values, end, inControl, chart) is not { } points) return series.Refuse(method, statistic, StatisticalAnswers.OutOfRange);

        List<AlarmScanTest> tests =
        [
            .. points.Where(point => values[point.Index] is not null).Select(point => Test(series, point, isChanges ? series.Values[point.Index - 1].GetValueOrDefault() : 0) with
            {
                BaselineFirst = start,
                BaselineLast = end - 1,
                BaselineN = n
            })
        ];
        var (rate, known) = (chance(n), arl0());
        return series.Answer(method, statistic, tests, rate, [.. Warnings(series, isChanges, n, rate, known)]) with { Arl0 = known };
    }

    /// <summary>The bins just before those that are scanned; without any, the first, half of the series at most.</summary>
    private static (int Start, int End) Baseline(AlarmScanSeries series, int least)
    {
        var length = series.Input.Baseline ?? DefaultBaseline;
        var n = series.Values.Length;
        return series.First > least
            ? (Math.Max(least, Math.Min(series.First, n) - length), Math.Min(series.First, n))
            : (least, Math.Min(n, least + Math.Min(length, Math.Max(0, n - least) / 2)));
    }

    /// <summary>The chart from a position on; after each alarm it begins again at its start. Stretches double so that a long series is not charted again for each alarm.</summary>
    private static List<ChartPoint>? Points(double?[] values, int from, ChartBaseline baseline, Func<IReadOnlyList<double?>, ChartBaseline, ChartPoint[]?> chart)
    {
        var points = new List<ChartPoint>();
        for (int start = from, length = FirstStretch; start < values.Length;)
        {
            var end = Math.Min(values.Length, start + length);
            if (chart(values[start..end], baseline) is not { } stretch) return null;
            var alarm = Array.FindIndex(stretch, point => point.Alarm);
            if (alarm < 0 && end < values.Length)
            {
                length *= 2;
                continue;
            }

            var taken = alarm < 0 ? stretch.Length : alarm + 1;
            points.AddRange(stretch.Take(taken).Select(point => point with { Index = point.Index + start }));
            (start, length) = (start + taken, FirstStretch);
        }
        return points;
    }

    private static ChartPoint[]? EwmaPoints(IReadOnlyList<double?> values, ChartBaseline baseline)
    {
        if (Alarms.Ewma.Chart(values, baseline, Lambda, L) is not { Z: { } z, Lower: { } lower, Upper: { } upper, Alarm: { } alarm }) return null;
        return
        [
            .. z.Select((mean, t) =>
            {
                var kept = (1 - Lambda) * (t == 0 ? baseline.Mu : z[t - 1]);
                return new ChartPoint(t, baseline.Mu, (lower[t] - kept) / Lambda, (upper[t] - kept) / Lambda, L * (mean - baseline.Mu) / (upper[t] - baseline.Mu), alarm[t]);
            })
        ];
    }

    private static ChartPoint[]? CusumPoints(IReadOnlyList<double?> values, ChartBaseline baseline)
    {
        if (Alarms.Cusum.Chart(values, baseline, K, H) is not { Plus: { } plus, Minus: { } minus, Alarm: { } alarm }) return null;
        return
        [
            .. plus.Select((up, t) => new ChartPoint(
                t,
                baseline.Mu,
                baseline.Mu - baseline.Sigma * (H + K - (t == 0 ? 0 : minus[t - 1])),
                baseline.Mu + baseline.Sigma * (H + K - (t == 0 ? 0 : plus[t - 1])),
                up >= minus[t] ? up : -minus[t],
                alarm[t]))
        ];
    }

    private static AlarmScanTest Test(AlarmScanSeries series, ChartPoint point, double before) => new()
    {
        Index = point.Index,
        Observed = series.Values[point.Index].GetValueOrDefault(),
        Expected = SampleMoments.FiniteOrNull(before + point.Expected),
        Upper = SampleMoments.FiniteOrNull(before + point.Upper),
        Lower = SampleMoments.FiniteOrNull(before + point.Lower),
        Statistic = SampleMoments.FiniteOrNull(point.Statistic),
        Alarm = point.Alarm,
        BeyondPublished = point.Alarm,
        BaselineFirst = 0,
        BaselineLast = 0,
        BaselineN = 0
    };

    private static IEnumerable<string> Warnings(AlarmScanSeries series, bool isChanges, int n, double rate, double? arl0)
    {
        yield return isChanges ? "The chart is one of the changes from bin to bin." : "The chart is one of the values: a trend passes for a shift.";
        if (arl0 is { } known && rate > 0)
            yield return FormattableString.Invariant($"Mean and spread come from {n} values: one bin in {1 / rate:0} is a false alarm on average, not one in {known:0} as with known ones.");
        if (series.HasGaps) yield return $"{series.Values.Length - series.N} bins are missing: the chart stands still there.";
        foreach (var warning in series.SeasonWarnings()) yield return warning;
    }

    /// <summary>A point of a chart, its limits for the value itself.</summary>
    private readonly record struct ChartPoint(int Index, double Expected, double Lower, double Upper, double Statistic, bool Alarm);
}
