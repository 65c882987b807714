namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The sentence under a trend: what can be concluded, and what cannot.</summary>
internal static class TrendVerdict
{
    public static string Of(TrendResult result) => result.Direction switch
    {
        TrendDirection.Increasing => Found(result, "Increasing"),
        TrendDirection.Decreasing => Found(result, "Decreasing"),
        TrendDirection.NotDistinguishable => NotFound(result),
        _ => NotAssessable(result)
    };

    public static string MethodOf(TrendResult result)
    {
        if (result.P is null) return "not tested";
        var p = result.PIsExact ? "exact two-sided p" : "two-sided p by normal approximation with continuity correction";
        var method = $"Mann-Kendall test ({p}); {Corrections(result)}Theil-Sen slope with Sen's rank interval ({ReadableNumber.Percent(result.Confidence)}"
            + $"{Widening(result)}); level {Level}";
        return result.FamilySize is { } size ? method + $"; q by Benjamini-Hochberg over {size} {(size == 1 ? "test" : "tests")}" : method;
    }

    private static string Level => ReadableNumber.Of(Trend.SignificanceLevel);

    private static string Corrections(TrendResult result)
    {
        var others = result.Tests.Where(test => test.Applied && test.Test != TrendTest.MannKendall).Select(test => test.Title).ToList();
        if (others.Count == 0 || result.DecidedBy is not { } decisive) return "";
        return $"besides {string.Join(", ", others)}; decided by {TrendTest.TitleOf(decisive)}; ";
    }

    private static string Widening(TrendResult result) => result.VarianceFactor > 1
        ? $", widened by the root of the Hamed-Rao factor {ReadableNumber.Of(result.VarianceFactor)}" : "";

    private static string Found(TrendResult result, string direction)
    {
        const string cannot = "this does not say why, nor whether the change is large enough to matter.";
        var step = result.IsStep ? StepClause(result) + "; " : "";
        var wandering = Wanders(result) is { } p ? $"a random walk without drift would look the same and cannot be excluded (drift p{ReadableNumber.Probability(p)}); " : "";
        // A slope of exactly 0 or of the other sign comes from ties or seasons; it must not be printed as the size of the change.
        if (Math.Sign(result.Slope.GetValueOrDefault()) != result.Sign)
            return $"{direction} in rank ({Figures(result)}), but the size of the change is not estimated, because {Unsized(result)}; {wandering}{step}{cannot}";
        return $"{direction}{(result.IsStep ? ", but not steadily" : "")}{(wandering.Length > 0 ? ", unless it is a random walk" : "")}: {Slope(result)} ({Figures(result)}); {wandering}{step}{cannot}";
    }

    /// <summary>p of the drift where a random walk cannot be excluded and its drift cannot be told from 0; null elsewhere.</summary>
    private static double? Wanders(TrendResult result) =>
        result.Tests.FirstOrDefault(test => test.Test == TrendTest.RandomWalkDrift) is { Applied: true, P: >= Trend.SignificanceLevel and var p } ? p : null;

    private static string Unsized(TrendResult result) => result.SeasonsPerYear is null
        ? "many values are equal" : "the slope over all seasons does not agree with that within them";

    private static string StepClause(TrendResult result)
    {
        if (result.Changes.Step is not { } step) return "a single step describes the values better than a line";
        var (before, after) = (TrendCalendar.Label(step.Shift.Before, result.SeasonsPerYear), TrendCalendar.Label(step.Shift.After, result.SeasonsPerYear));
        var levels = step is { MeanBefore: { } low, MeanAfter: { } high } ? $", from {ReadableNumber.Of(low)} to {ReadableNumber.Of(high)} on average" : "";
        return $"a single step between {before} and {after}{levels}, describes the values better than a line";
    }

    private static string NotFound(TrendResult result)
    {
        var step = result.IsStep ? $"{StepClause(result)}; " : "";
        if (result is { Q: not null, PDeciding: < Trend.SignificanceLevel })
            return $"Not distinguishable from no trend in its family: p{ReadableNumber.Probability(result.PDeciding.GetValueOrDefault())}{By(result)} does not survive the "
                + $"adjustment over {result.FamilySize} tests (q{ReadableNumber.Probability(result.Q.GetValueOrDefault())}, level {Level}, n={result.N}); "
                + $"{step}{Slope(result)}; {Detectable(result)}.";
        if (result.N == Trend.MinPoints)
            return $"Not distinguishable from no trend with n={result.N} ({Probabilities(result)}): "
                + $"with {result.N} values even a steady rise or fall cannot reach the level {Level}.";
        return $"Not distinguishable from no trend with n={result.N} ({Probabilities(result)}, level {Level}): {Disagreeing(result)}{step}{Slope(result)}; {Detectable(result)}.";
    }

    /// <summary>What the tests that find a trend are worth beside the one that decides.</summary>
    private static string Disagreeing(TrendResult result)
    {
        var finding = result.Tests.Where(test => test.P < Trend.SignificanceLevel).ToList();
        if (finding.Count == 0) return "";
        var others = string.Join(", ", finding.Select(test => $"{test.Title} p{ReadableNumber.Probability(test.P.GetValueOrDefault())}"));
        var why = result.DecidedBy switch
        {
            TrendTest.HamedRao or TrendTest.YueWangAr1 => "neighbours are correlated, and the largest p decides",
            TrendTest.SeasonalMannKendall => "it ignores the season",
            _ => "it does not decide"
        };
        return $"the tests disagree ({others}), but {why}; ";
    }

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
        var p = $"{(result is { PIsExact: true, DecidedBy: TrendTest.MannKendall } ? "exact " : "")}p{ReadableNumber.Probability(result.PDeciding.GetValueOrDefault())}{By(result)}";
        if (result is not { Q: { } q, FamilySize: > 1 }) return p;
        return p + $", q{ReadableNumber.Probability(q)} over {result.FamilySize} tests";
    }

    private static string By(TrendResult result) => result.DecidedBy is { } decisive ? $" by {TrendTest.TitleOf(decisive)}" : "";
}
