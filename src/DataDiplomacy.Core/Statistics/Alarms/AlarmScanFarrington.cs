namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>The Farrington methods over the bins of a series that have three years before them.</summary>
internal static class AlarmScanFarrington
{
    private const int LeastYears = 3;
    private const int Years = 5;
    private const int Months = 12;
    private const int Weeks = 52;

    /// <summary>The published level is two-sided and 0.01: half of it lies above.</summary>
    private const double ClassicAlpha = 0.005;

    private const double FlexibleAlpha = 0.01;
    private const string Statistic = "excess over the expected count in units of that of the published limit";

    /// <summary>Whether there is a bin with three years before it.</summary>
    public static bool Fits(AlarmScanSeries series) =>
        !series.HasGaps && series.Input.BinsPerYear is Months or Weeks && Positions(series).Any();

    /// <summary>Most bins that would be judged.</summary>
    public static int MostBins(AlarmScanInput input) =>
        input.BinsPerYear is Months or Weeks ? Math.Max(0, input.Values.Count - Math.Max(input.First, LeastYears * input.BinsPerYear)) : 0;

    public static AlarmScanResult Classic(AlarmScanSeries series)
    {
        var alpha = series.Input.Alpha ?? ClassicAlpha;
        if (Refusal(series) is { } refusal) return series.Refuse(AlarmScan.Farrington, Statistic, refusal);

        var settings = new FarringtonSettings { Freq = series.Input.BinsPerYear, B = Years, W = HalfWindow(series), Alpha = 2 * alpha };
        var reference = new FarringtonReference(settings.Freq, settings.B, settings.W);
        var points = Positions(series).Chunk(FarringtonSeries.MaxEvaluated)
            .SelectMany(positions => Farrington.Watch(series.Values, settings, positions).Points ?? []).ToList();
        List<AlarmScanTest> tests =
        [
            .. points.Where(point => point.Upper is not null)
                .Select(point => Test(series, point.T - 1, point.Mu0, point.Phi, point.SeMu0, point.Upper.GetValueOrDefault(), alpha, reference))
        ];
        return Answer(series, AlarmScan.Farrington, tests, points.Count(point => point is { EnoughCases: false, Mu0: not null }), alpha);
    }

    public static AlarmScanResult Flexible(AlarmScanSeries series)
    {
        var alpha = series.Input.Alpha ?? FlexibleAlpha;
        if (Refusal(series) is { } refusal) return series.Refuse(AlarmScan.FarringtonFlexible, Statistic, refusal);

        var isMonths = series.Input.BinsPerYear == Months;
        var settings = new FarringtonFlexibleSettings
        {
            Freq = series.Input.BinsPerYear,
            B = Years,
            W = HalfWindow(series),
            // A month has a twelfth of the points of a year: ten seasons would have three points each.
            NoPeriods = isMonths ? 5 : 10,
            PastExcluded = series.Input.BinsPerYear / 2,
            Alpha = alpha
        };
        var reference = new FarringtonReference(settings.Freq, settings.B, settings.W) { Seasons = settings.NoPeriods, PastExcluded = settings.PastExcluded };
        var points = Positions(series).Chunk(FarringtonSeries.MaxEvaluated)
            .SelectMany(positions => FarringtonFlexible.Watch(series.Values, settings, positions).Points ?? []).ToList();
        List<AlarmScanTest> tests =
        [
            .. points.Where(point => point.Upper is not null)
                .Select(point => Test(series, point.T - 1, point.Mu0, point.Phi, point.SeMu0, point.Upper.GetValueOrDefault(), alpha, reference))
        ];
        return Answer(series, AlarmScan.FarringtonFlexible, tests, points.Count(point => point is { EnoughCases: false, Mu0: not null }), alpha);
    }

    private static string? Refusal(AlarmScanSeries series)
    {
        if (series.N == 0) return StatisticalAnswers.InsufficientData;
        if (!series.IsWhole) return AlarmScanReasons.NotCounts;
        if (series.Input.BinsPerYear is not (Months or Weeks)) return AlarmScanReasons.Frequency;
        return series.HasGaps ? StatisticalAnswers.Gaps : null;
    }

    private static int HalfWindow(AlarmScanSeries series) => series.Input.BinsPerYear == Months ? 1 : 3;

    /// <summary>Positions from 1 on.</summary>
    private static IEnumerable<int> Positions(AlarmScanSeries series)
    {
        var first = Math.Max(series.First, LeastYears * series.Input.BinsPerYear + HalfWindow(series));
        return Enumerable.Range(first + 1, Math.Max(0, series.Values.Length - first));
    }

    /// <summary>The published limit takes the expected count as known; p has its standard error in the variance of the negative binomial.</summary>
    private static AlarmScanTest Test(AlarmScanSeries series, int t, double? mu0, double? phi, double? se, double published, double alpha, FarringtonReference reference)
    {
        var (mean, count) = (mu0.GetValueOrDefault(), series.Values[t].GetValueOrDefault());
        var beyondPoisson = mean * (phi.GetValueOrDefault() - 1) + se.GetValueOrDefault() * se.GetValueOrDefault();
        var ahead = new CountDistribution(mean, beyondPoisson > 0 ? mean * (mean / beyondPoisson) : null);
        var upper = Math.Max(published, ahead.Upper(alpha));
        int[] compared = [.. reference.Points(t + 1).Select(point => point.At - 1)];
        return new AlarmScanTest
        {
            Index = t,
            Observed = count,
            Expected = mean,
            Upper = upper,
            Statistic = published > mean ? (count - mean) / (published - mean) : null,
            P = ahead.UpperTail(count),
            Alarm = count > upper,
            BeyondPublished = count > published,
            BaselineFirst = compared[0],
            BaselineLast = compared[^1],
            BaselineN = compared.Length
        };
    }

    private static AlarmScanResult Answer(AlarmScanSeries series, string method, List<AlarmScanTest> tests, int withoutCases, double alpha)
    {
        List<string> warnings = [.. AlarmScanSeries.PublishedWarnings(tests)];
        if (withoutCases > 0) warnings.Add($"{withoutCases} bins were not judged: there are fewer than 5 cases in them and the three before.");
        return series.Answer(method, Statistic, tests, alpha, warnings) with { Level = alpha };
    }
}
