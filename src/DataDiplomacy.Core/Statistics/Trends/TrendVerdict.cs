namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The sentence under a trend: what can be concluded, and what cannot.</summary>
internal static class TrendVerdict
{
    public static string Of(TrendResult result) => result.Direction switch
    {
        TrendDirection.Increasing => Found(result, "Increasing"),
        TrendDirection.Decreasing => Found(result, "Decreasing"),
        TrendDirection.NotDistinguishable => LostInFamily(result) ? NotSurviving(result) : NotDistinguishable(result),
        _ => NotAssessable(result)
    };

    public static string MethodOf(TrendResult result)
    {
        if (result.P is null) return "not tested";
        var p = result.PIsExact ? "exact two-sided p" : "two-sided p by normal approximation with continuity correction";
        var method = $"Mann-Kendall test ({p}); Theil-Sen slope with Sen's rank interval ({ReadableNumber.Percent(result.Confidence)}); level {Level}";
        return result.FamilySize is { } size ? method + $"; q by Benjamini-Hochberg over {size} {Tests(size)}" : method;
    }

    private static string Level => ReadableNumber.Of(Trend.SignificanceLevel);

    private static bool LostInFamily(TrendResult result) => result.Q is not null && result.P < Trend.SignificanceLevel;

    private static string Found(TrendResult result, string direction)
    {
        const string cannot = "this does not say why, nor whether the change is large enough to matter.";
        // A slope of exactly 0 or of the other sign comes from ties; it must not be printed as the size of the change.
        if (Math.Sign(result.Slope.GetValueOrDefault()) != Math.Sign(result.S.GetValueOrDefault()))
            return $"{direction} in rank ({Figures(result)}), but the size of the change is not estimated, because many values are equal; {cannot}";
        return $"{direction}: {Slope(result)} ({Figures(result)}); {cannot}";
    }

    private static string NotDistinguishable(TrendResult result)
    {
        if (result.N == Trend.MinPoints)
            return $"Not distinguishable from no trend with n={result.N} ({Probabilities(result)}): "
                + $"with {result.N} values even a steady rise or fall cannot reach the level {Level}.";
        return $"Not distinguishable from no trend with n={result.N} ({Probabilities(result)}, level {Level}): {Slope(result)}; {Detectable(result)}.";
    }

    private static string NotSurviving(TrendResult result) =>
        $"Not distinguishable from no trend in its family: p{ReadableNumber.Probability(result.P.GetValueOrDefault())} does not survive the "
        + $"adjustment over {result.FamilySize} tests (q{ReadableNumber.Probability(result.Q.GetValueOrDefault())}, level {Level}, n={result.N}); "
        + $"{Slope(result)}; {Detectable(result)}.";

    private static string NotAssessable(TrendResult result) => result.Reason switch
    {
        TrendResult.Constant => $"Not assessable: all {result.N} values are equal, so there is no change to test; a change smaller than the published digits would not show.",
        TrendResult.DuplicateTimes => "Not assessable: several values share one time, so their order is not known; choose one value per period.",
        TrendResult.TooManyPoints => $"Not assessable: {result.N} values, and at most {TheilSen.MaxPoints} are taken; choose a shorter period.",
        TrendResult.OutOfRange => "Not assessable: the slope is too large to be computed.",
        _ => $"Not assessable: n={result.N}, and at least {Trend.MinPoints} values are needed before their order can tell anything."
    };

    private static string Slope(TrendResult result) =>
        $"the slope is {ReadableNumber.Of(result.Slope.GetValueOrDefault())} {result.SlopeUnit}{Interval(result)}";

    private static string Interval(TrendResult result)
    {
        if (result.SlopeLow is not { } low || result.SlopeHigh is not { } high) return "";
        return $", {ReadableNumber.Percent(result.Confidence)} interval {ReadableNumber.Of(low)} to {ReadableNumber.Of(high)}";
    }

    private static string Detectable(TrendResult result) => result.SmallestDetectable is { } smallest
        ? $"the smallest monotone change detectable is about {ReadableNumber.Of(smallest)} {result.SlopeUnit} (80 % power)"
        : "the smallest monotone change detectable cannot be told, because many values are equal";

    private static string Figures(TrendResult result) => $"n={result.N}, {Probabilities(result)}, level {Level}";

    private static string Probabilities(TrendResult result)
    {
        var p = $"{(result.PIsExact ? "exact " : "")}p{ReadableNumber.Probability(result.P.GetValueOrDefault())}";
        if (result is not { Q: { } q, FamilySize: > 1 }) return p;
        return p + $", q{ReadableNumber.Probability(q)} over {result.FamilySize} tests";
    }

    private static string Tests(int size) => size == 1 ? "test" : "tests";
}
