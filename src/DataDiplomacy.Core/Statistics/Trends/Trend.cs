namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// Assesses the trend of a series: Mann-Kendall for whether, corrected for autocorrelation and seasons where there are
/// any, Theil-Sen for how much, Benjamini-Hochberg over the family of series looked at together. Whether a change
/// matters is for a target to say, not for a test.
/// </summary>
public static class Trend
{
    /// <summary>Version of the assessment.</summary>
    public const string Version = "2.0";

    /// <summary>Level at which a direction is stated.</summary>
    public const double SignificanceLevel = 0.05;

    /// <summary>Fewest values that are assessed; below, no order of the values could tell anything.</summary>
    public const int MinPoints = 4;

    /// <summary>Assesses one series. Missing values are dropped; never is there a NaN in the answer.</summary>
    /// <param name="points">Observations in any order, one per time. Times at halves, quarters or twelfths of years are seasons.</param>
    /// <param name="slopeUnit">Unit of the slope, such as <c>percent per year</c>.</param>
    /// <param name="confidence">Confidence of the interval of the slope, between 0 and 1, both excluded.</param>
    /// <exception cref="ArgumentException">A time or value is NaN or infinite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence is not between 0 and 1.</exception>
    public static TrendResult Assess(IReadOnlyList<TrendPoint> points, string slopeUnit, double confidence = 0.95)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (!(confidence > 0 && confidence < 1))
            throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence lies between 0 and 1, both excluded.");
        var series = TrendSeries.Of(points);
        var blank = Blank(series, slopeUnit, confidence);
        var (assessed, testing) = Unassessable(series) is { } reason ? (Without(blank, reason), null) : TrendMeasures.Of(blank, series);
        return Decided(assessed with { Warnings = TrendWarnings.For(assessed, series, testing) });
    }

    /// <summary>
    /// Adjusts the p that decides over all series that were looked at together. Series without p do not count in the
    /// family. Direction and verdict follow q from then on.
    /// </summary>
    /// <param name="results">All assessments made, not only those that will be shown.</param>
    public static IReadOnlyList<TrendResult> WithFamily(IReadOnlyList<TrendResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var q = MultipleTesting.Adjust([.. results.Select(result => result.PDeciding)]).Bh;
        var size = results.Count(result => result.PDeciding is not null);
        return [.. results.Select((result, i) => Decided(result with { Q = q[i], FamilySize = size }))];
    }

    private static TrendResult Blank(TrendSeries series, string slopeUnit, double confidence) => new()
    {
        Defined = false,
        N = series.N,
        NDropped = series.Dropped,
        SlopeUnit = slopeUnit,
        Confidence = confidence,
        Tests = [],
        Hac = TrendHac.None(TrendResult.InsufficientData, series.N),
        Changes = TrendChanges.None(TrendResult.InsufficientData),
        Growth = Growth.Measure([.. series.Times], [.. series.Values]),
        Seasonality = TrendSeasonality.None(TrendResult.InsufficientData),
        Direction = TrendDirection.NotAssessable,
        Verdict = "",
        Method = "",
        Version = Version,
        Warnings = []
    };

    /// <summary>Without the figures of a trend; growth needs two values only.</summary>
    internal static TrendResult Without(TrendResult blank, string reason) => blank.Refused(reason) with
    {
        Growth = blank.Growth,
        Hac = TrendHac.None(reason, blank.N)
    };

    private static string? Unassessable(TrendSeries series)
    {
        if (series.N < MinPoints) return TrendResult.InsufficientData;
        if (series.N > TheilSen.MaxPoints) return TrendResult.TooManyPoints;
        return series.HasDuplicateTimes ? TrendResult.DuplicateTimes : null;
    }

    private static TrendResult Decided(TrendResult result)
    {
        var decided = result with { Direction = DirectionOf(result) };
        return decided with { Verdict = TrendVerdict.Of(decided), Method = TrendVerdict.MethodOf(decided) };
    }

    private static TrendDirection DirectionOf(TrendResult result)
    {
        if ((result.Q ?? result.PDeciding) is not { } probability) return TrendDirection.NotAssessable;
        if (probability >= SignificanceLevel) return TrendDirection.NotDistinguishable;
        return result.Sign > 0 ? TrendDirection.Increasing : TrendDirection.Decreasing;
    }
}
