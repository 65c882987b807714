namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>What makes a trend less believable than its p looks.</summary>
internal static class TrendWarnings
{
    private const double ManyTies = 0.25;

    /// <summary>One missing period in a regular series doubles a step and is told as dropped already.</summary>
    private const double UnevenAbove = 2.5;

    public static IReadOnlyList<string> For(TrendResult result, TrendSeries series, TrendTesting? testing)
    {
        var warnings = new List<string>();
        if (result.NDropped > 0) warnings.Add($"Dropped: {result.NDropped} of {result.N + result.NDropped} periods, which have no value.");
        if (result.N is >= Trend.MinPoints and < StatisticalWarnings.ShortBelow)
            warnings.Add($"Short series: n={result.N}, fewer than the {StatisticalWarnings.ShortBelow} that a published trend should rest on.");
        if (testing is not null) warnings.AddRange(OfDefined(result, series, testing));
        return warnings;
    }

    private static IEnumerable<string> OfDefined(TrendResult result, TrendSeries series, TrendTesting testing)
    {
        foreach (var warning in Ties(result, series)) yield return warning;
        if (Spacing(series) is { } uneven) yield return uneven;
        foreach (var warning in TrendCorrelationWarnings.For(result, series, testing)) yield return warning;
        if (result.IsStep)
            yield return "A single step describes the values better than a line: the slope is no steady rate of change, and the step is a level shift candidate to look into.";
        if (Disagreement(result) is { } disagreeing) yield return disagreeing;
    }

    private static IEnumerable<string> Ties(TrendResult result, TrendSeries series)
    {
        var pairs = (double)series.N * (series.N - 1) / 2;
        var share = TieGroups.TiedPairs(Middle.Sorted(series.Values)) / pairs;
        if (share > ManyTies)
            yield return $"Many equal values: {ReadableNumber.Percent(Math.Round(share, 2))} of all pairs are tied, so the p is rough and the slope is drawn towards 0.";
        // A median of slopes is exactly 0 only where equal values make it so.
        if (result.Slope == 0 && result.PDeciding < Trend.SignificanceLevel)
            yield return "The slope is exactly 0 because of equal values although the test finds a direction: the size of the change is not estimated.";
        if (result.SlopeLow is null)
            yield return "Equal values leave no variance for an interval of the slope.";
    }

    private static string? Spacing(TrendSeries series)
    {
        var (smallest, largest) = (series.Calendar.Smallest, series.Calendar.Largest);
        if (largest <= UnevenAbove * smallest) return null;
        return $"Uneven spacing: {ReadableNumber.Of(smallest)} to {ReadableNumber.Of(largest)} years between values; "
            + "the test uses their order only, the slope their real times.";
    }

    private static string? Disagreement(TrendResult result)
    {
        if (Math.Abs(result.Confidence - (1 - Trend.SignificanceLevel)) > 1e-9) return null;
        if (result.SlopeLow is not { } low || result.SlopeHigh is not { } high) return null;
        var withoutZero = low > 0 || high < 0;
        if (withoutZero == result.PDeciding < Trend.SignificanceLevel) return null;
        return withoutZero
            ? "Interval and test disagree: the interval of the slope leaves out 0, the test does not reach 0.05; treat the direction as open."
            : "Interval and test disagree: the test reaches 0.05, the interval of the slope includes 0; treat the direction as open.";
    }
}
