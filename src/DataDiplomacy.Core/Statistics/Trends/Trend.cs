namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// Assesses the trend of a series: Mann-Kendall for whether, Theil-Sen for how much, Benjamini-Hochberg over the
/// family of series looked at together. Whether a change matters is for a target to say, not for a test.
/// </summary>
public static class Trend
{
    /// <summary>Version of the assessment.</summary>
    public const string Version = "1.0";

    /// <summary>Level at which a direction is stated.</summary>
    public const double SignificanceLevel = 0.05;

    /// <summary>Fewest values that are assessed; below, no order of the values could tell anything.</summary>
    public const int MinPoints = 4;

    /// <summary>Assesses one series. Missing values are dropped; never is there a NaN in the answer.</summary>
    /// <param name="points">Observations in any order, one per time.</param>
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
        var assessed = Unassessable(series) is { } reason ? blank with { Reason = reason } : Measured(blank, series);
        assessed = assessed with { Warnings = TrendWarnings.For(assessed, series) };
        return Decided(assessed);
    }

    /// <summary>
    /// Adjusts p over all series that were looked at together. Series without p do not count in the family.
    /// Direction and verdict follow q from then on.
    /// </summary>
    /// <param name="results">All assessments made, not only those that will be shown.</param>
    public static IReadOnlyList<TrendResult> WithFamily(IReadOnlyList<TrendResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var q = MultipleTesting.Adjust([.. results.Select(result => result.P)]).Bh;
        var size = results.Count(result => result.P is not null);
        return [.. results.Select((result, i) => Decided(result with { Q = q[i], FamilySize = size }))];
    }

    private static TrendResult Blank(TrendSeries series, string slopeUnit, double confidence) => new()
    {
        Defined = false,
        N = series.N,
        NDropped = series.Dropped,
        SlopeUnit = slopeUnit,
        Confidence = confidence,
        Direction = TrendDirection.NotAssessable,
        Verdict = "",
        Method = "",
        Version = Version,
        Warnings = []
    };

    private static string? Unassessable(TrendSeries series)
    {
        if (series.N < MinPoints) return TrendResult.InsufficientData;
        if (series.N > TheilSen.MaxPoints) return TrendResult.TooManyPoints;
        return series.HasDuplicateTimes ? TrendResult.DuplicateTimes : null;
    }

    private static TrendResult Measured(TrendResult blank, TrendSeries series)
    {
        double?[] values = [.. series.Values];
        var sen = TheilSen.Estimate([.. series.Times], values, blank.Confidence);
        if (!sen.Defined) return blank with { Reason = TrendResult.OutOfRange };

        var test = MannKendall.Test(values);
        var sized = blank with { Slope = sen.Slope, SlopeLow = sen.CiLow, SlopeHigh = sen.CiHigh, Intercept = sen.InterceptSeparate };
        if (!test.Defined) return sized with { Reason = TrendResult.Constant };
        return sized with
        {
            Defined = true,
            SmallestDetectable = SmallestDetectable(sen, blank.Confidence),
            S = test.S,
            Z = test.Z,
            Tau = test.TauB,
            P = test.PExact ?? test.PTwoSided,
            PIsExact = test.PExact is not null
        };
    }

    /// <summary>(z for two-sided 0.05 + z for 80 % power) standard errors, the error read off the width of the interval.</summary>
    private static double? SmallestDetectable(TheilSenResult sen, double confidence)
    {
        if (sen.CiHigh - sen.CiLow is not { } width) return null;
        var error = width / 2 / NormalTail.TwoSidedZ(confidence);
        var detectable = (NormalTail.TwoSidedZ(0.95) + NormalTail.TwoSidedZ(0.6)) * error;
        return double.IsFinite(detectable) && detectable > 0 ? detectable : null;
    }

    private static TrendResult Decided(TrendResult result)
    {
        var decided = result with { Direction = DirectionOf(result) };
        return decided with { Verdict = TrendVerdict.Of(decided), Method = TrendVerdict.MethodOf(decided) };
    }

    private static TrendDirection DirectionOf(TrendResult result)
    {
        if ((result.Q ?? result.P) is not { } probability) return TrendDirection.NotAssessable;
        if (probability >= SignificanceLevel) return TrendDirection.NotDistinguishable;
        return result.S > 0 ? TrendDirection.Increasing : TrendDirection.Decreasing;
    }
}
