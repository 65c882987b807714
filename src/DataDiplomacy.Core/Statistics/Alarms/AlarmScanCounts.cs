using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>EARS C2 and the negative-binomial threshold over the bins of a series.</summary>
internal static class AlarmScanCounts
{
    private const double DefaultAlpha = 0.001;
    private const int EarsBaseline = 7;
    private const int NegbinBaseline = 20;
    private const int LeastBaseline = 5;

    /// <summary>Bins between the baseline and the bin to judge, so that a rise that began there does not hide itself.</summary>
    private const int Guard = 2;

    private const string EarsStatistic = "standard deviations above the mean of the baseline (C2)";
    private const string NegbinStatistic = "standard deviations above the mean of the baseline";

    public static AlarmScanResult Ears(AlarmScanSeries series)
    {
        if (!series.IsWhole) return series.Refuse(AlarmScan.Ears, EarsStatistic, Refusal(series));
        if (series.HasGaps) return series.Refuse(AlarmScan.Ears, EarsStatistic, StatisticalAnswers.Gaps);

        var alpha = series.Input.Alpha ?? DefaultAlpha;
        var settings = new EarsSettings { Baseline = series.Input.Baseline ?? EarsBaseline, Alpha = alpha };
        var chart = Alarms.Ears.Watch(series.Values, settings).C2;
        var tests = new List<AlarmScanTest>();
        for (var t = series.First; chart is not null && t < series.Values.Length; t++)
        {
            if (chart.Upper[t] is not { } published) continue;
            tests.Add(Test(series, t, t - Guard - settings.Baseline, alpha, settings.MinSigma, published) with { Statistic = chart.Statistic[t] });
        }
        return Answer(series, AlarmScan.Ears, EarsStatistic, tests, alpha);
    }

    public static AlarmScanResult Negbin(AlarmScanSeries series)
    {
        if (!series.IsWhole) return series.Refuse(AlarmScan.Negbin, NegbinStatistic, Refusal(series));

        var alpha = series.Input.Alpha ?? DefaultAlpha;
        var length = series.Input.Baseline ?? NegbinBaseline;
        var tests = new List<AlarmScanTest>();
        for (var t = series.First; t < series.Values.Length; t++)
        {
            var start = Math.Max(0, t - Guard - length);
            double?[] baseline = [.. series.Values[start..Math.Max(start, t - Guard)]];
            if (series.Values[t] is not { } count || baseline.Count(value => value is not null) < LeastBaseline) continue;
            var judged = NegativeBinomialThreshold.Judge(baseline, count, alpha);
            var test = Test(series, t, start, alpha, 0, judged.Upper.GetValueOrDefault());
            var sd = Math.Sqrt(judged.Variance.GetValueOrDefault());
            tests.Add(test with
            {
                P = Math.Max(test.P.GetValueOrDefault(), judged.PValue.GetValueOrDefault()),
                Statistic = sd > 0 ? (count - judged.Mu) / sd : null
            });
        }
        return Answer(series, AlarmScan.Negbin, NegbinStatistic, tests, alpha);
    }

    /// <summary>
    /// The bin against its baseline, allowing for its estimate in two ways, of which the more careful counts: Student's t of a new value, and, exact
    /// for Poisson counts of the same mean, the chance of the count given the sum of all, which is a negative binomial of size sum + 1.
    /// </summary>
    private static AlarmScanTest Test(AlarmScanSeries series, int t, int start, double alpha, double minSigma, double published)
    {
        double[] baseline = [.. series.Values[start..(t - Guard)].OfType<double>()];
        var (n, count) = (baseline.Length, series.Values[t].GetValueOrDefault());
        var moments = SampleMoments.Of(baseline);
        var spread = Math.Max(moments.Sd, minSigma) * Math.Sqrt(1 + 1.0 / n);
        var total = baseline.Sum() + 1;
        var exact = new CountDistribution(total / n, total);
        var upper = Math.Max(published, Math.Max(exact.Upper(alpha), moments.Mean - StudentT.InvCDF(0, 1, n - 1, alpha) * spread));
        var normal = spread > 0 ? StudentT.CDF(0, 1, n - 1, (moments.Mean - count) / spread) : 0;
        return new AlarmScanTest
        {
            Index = t,
            Observed = count,
            Expected = moments.Mean,
            Upper = upper,
            P = Math.Max(normal, exact.UpperTail(count)),
            Alarm = count > upper,
            BeyondPublished = count > published,
            BaselineFirst = start,
            BaselineLast = t - Guard - 1,
            BaselineN = n
        };
    }

    private static AlarmScanResult Answer(AlarmScanSeries series, string method, string statistic, List<AlarmScanTest> tests, double alpha) =>
        series.Answer(method, statistic, tests, alpha, [.. series.SeasonWarnings(), .. AlarmScanSeries.PublishedWarnings(tests)]) with { Level = alpha };

    private static string Refusal(AlarmScanSeries series) => series.N == 0 ? StatisticalAnswers.InsufficientData : AlarmScanReasons.NotCounts;
}
