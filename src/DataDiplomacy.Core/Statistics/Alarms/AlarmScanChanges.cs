using DataDiplomacy.Core.Statistics.Changes;
using MathNet.Numerics.Distributions;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Robust z of the changes from bin to bin: is this step unlike the other steps of the series?</summary>
internal static class AlarmScanChanges
{
    private const double DefaultAlpha = 0.001;
    private const int LeastChanges = 8;

    /// <summary>
    /// Degrees of freedom per change: a spread from the median deviation of n normal changes has tails like Student's t with 0.4 n degrees or a few more
    /// (simulated for 8 to 80 changes, down to a chance of 0.0001).
    /// </summary>
    private const double DegreesPerChange = 0.4;

    private const string Statistic = "robust z of the change from the bin before";

    public static AlarmScanResult RobustZ(AlarmScanSeries series)
    {
        var alpha = series.Input.Alpha ?? DefaultAlpha;
        var changes = series.Changes();
        var scores = Changes.RobustZ.Score(changes);
        if (scores.N < LeastChanges) return series.Refuse(AlarmScan.RobustZ, Statistic, StatisticalAnswers.InsufficientData);
        if (!scores.Defined) return series.Refuse(AlarmScan.RobustZ, Statistic, scores.Reason ?? StatisticalAnswers.Constant);
        if (scores.Method != RobustZResult.MedianDeviation || scores.Mad is { } mad && series.IsRounding(mad)) return series.Refuse(AlarmScan.RobustZ, Statistic, AlarmScanReasons.HalfEqual);

        var degrees = DegreesPerChange * scores.N;
        // The median deviation of whole numbers is a whole number, or half of one: that of what was rounded can be half a unit more.
        var widening = series.IsWhole ? (scores.Mad + 0.5) / scores.Mad ?? 1 : 1;
        var cutoff = Math.Max(Changes.RobustZ.UsualCutoff, -StudentT.InvCDF(0, 1, degrees, alpha / 2) * widening);
        var tests = new List<AlarmScanTest>();
        for (var t = Math.Max(1, series.First); t < series.Values.Length; t++)
        {
            if (scores.Z?[t] is { } z) tests.Add(Test(series, scores, t, z, cutoff, 2 * StudentT.CDF(0, 1, degrees, -Math.Abs(z) / widening)));
        }
        return series.Answer(AlarmScan.RobustZ, Statistic, Returns(tests), alpha, [.. series.SeasonWarnings(), .. AlarmScanSeries.PublishedWarnings(tests)]) with { Level = alpha };
    }

    private static AlarmScanTest Test(AlarmScanSeries series, RobustZResult scores, int t, double z, double cutoff, double p)
    {
        var expected = series.Values[t - 1] + scores.Median;
        return new AlarmScanTest
        {
            Index = t,
            Observed = series.Values[t].GetValueOrDefault(),
            Expected = Finite(expected),
            Upper = Finite(expected + cutoff * scores.Sigma),
            Lower = Finite(expected - cutoff * scores.Sigma),
            Statistic = z,
            P = p,
            Alarm = Math.Abs(z) > cutoff,
            BeyondPublished = scores.Outlier?[t] == true,
            BaselineFirst = 0,
            BaselineLast = series.Values.Length - 1,
            BaselineN = scores.N
        };
    }

    /// <summary>A single odd value makes two odd steps: there and back.</summary>
    private static List<AlarmScanTest> Returns(List<AlarmScanTest> tests) =>
    [
        .. tests.Select((test, i) => i > 0 && test.Alarm && tests[i - 1] is { Alarm: true } before && before.Index == test.Index - 1 && before.Statistic * test.Statistic < 0
            ? test with { Warnings = ["The bin before is an alarm the other way: this may be no more than the way back from it."] }
            : test)
    ];

    private static double? Finite(double? figure) => figure is { } value ? SampleMoments.FiniteOrNull(value) : null;
}
