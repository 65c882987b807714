using DataDiplomacy.Core.Statistics;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>Sentences about pairs of series.</summary>
internal static class SeriesPairWords
{
    private const string NotWhy = "This does not say why, and nothing of what causes what.";

    /// <summary>What was done with all pairs.</summary>
    public static string Method(SeriesPairSettings settings) =>
        $"Pearson's r of {What(settings.Mode)}, with Spearman's rho and Kendall's tau-b beside it; "
        + "p by Student's t with the effective number of pairs n(1-ab)/(1+ab), a and b the lag-1 autocorrelations (Bartlett 1935; Bretherton and others 1999)"
        + (settings.MaxLag == 0 ? "" : FormattableString.Invariant($"; lags -{settings.MaxLag} to {settings.MaxLag} tried, the best p times their number (Bonferroni)"))
        + FormattableString.Invariant($"; q over all pairs (Benjamini-Hochberg); level {SeriesPair.SignificanceLevel}");

    public static string Meaning(SeriesPairResult pair, int lag, double r)
    {
        var same = r < 0 ? "the opposite of " : "";
        if (lag == 0) return $"Strongest within the same period: {pair.Y} goes with {same}{pair.X}.";
        var (first, second) = lag > 0 ? (pair.X, pair.Y) : (pair.Y, pair.X);
        return $"{first} comes first: {second} resembles {same}{first} {PeriodSteps.Name(pair.Frequency, Math.Abs(lag))} earlier. Coming first is not causing.";
    }

    public static string Verdict(SeriesPairResult pair)
    {
        if (!pair.Defined) return Undefined(pair);
        var figures = Figures(pair);
        if (pair.BothTrending)
            return $"Given because force=true: {figures}. Both series trend or depend on their past, and unrelated series that do so correlate; this is no evidence of a relation.";
        var probability = pair.Q ?? pair.P;
        var (subject, r) = (Subject(pair.Mode), pair.Lag?.R ?? pair.Correlation?.Pearson?.Coefficient ?? 0);
        if (probability < SeriesPair.SignificanceLevel)
            return $"{subject} of {pair.X} and {pair.Y} {(r < 0 ? "go opposite ways" : "go together")}{Later(pair)}: {figures}. {NotWhy}";
        return $"Not distinguishable from no relation: {subject.ToLowerInvariant()} of {pair.X} and {pair.Y} have {figures}. This does not show that there is none.";
    }

    public static IReadOnlyList<string> Warnings(SeriesPairResult pair)
    {
        if (pair is not { Defined: true, Correlation: { Pearson: { } pearson, Spearman: { } spearman }, NEffective: { } size }) return [];
        var warnings = new List<string>();
        if (pair.BothTrending) warnings.Add(SeriesPair.BothTrendingWarning);
        if (pair.WasDifferenced) warnings.Add("A level trends, and a filter needs a series that does not: the changes were pre-whitened instead of the levels.");
        if (pair.N < 10) warnings.Add(FormattableString.Invariant($"Few pairs: n={pair.N}, fewer than the 10 that a published correlation should rest on."));
        if (Math.Abs(pearson.Coefficient) == 1) warnings.Add("The pairs lie on a straight line. Is one series made from the other?");
        if (Math.Abs(pearson.Coefficient - spearman.Coefficient) > 0.3)
            warnings.Add("Pearson and Spearman differ by more than 0.3: single points or a curve decide; look at the scatter plot.");
        if (size < 0.8 * pair.N)
            warnings.Add(FormattableString.Invariant($"Both depend on their past: the {pair.N} pairs are worth about {ReadableNumber.Of(size)} independent ones, and the plain p and intervals are too sure."));
        if (pair.Frequency is { } frequency && frequency != Frequency.Annual)
            warnings.Add("Periods shorter than a year: a season that both share correlates by itself.");
        if (pair.NDropped > pair.N) warnings.Add(FormattableString.Invariant($"More periods gave no pair ({pair.NDropped}) than gave one ({pair.N})."));
        return warnings;
    }

    private static string Subject(SeriesPairMode mode) => mode switch
    {
        SeriesPairMode.Differences => "The changes",
        SeriesPairMode.Prewhitened => "The pre-whitened values",
        _ => "The levels"
    };

    private static string What(SeriesPairMode mode) => mode switch
    {
        SeriesPairMode.Differences => "changes between periods exactly one apart",
        SeriesPairMode.Prewhitened => "both series filtered by an autoregression of the first (Yule-Walker, order by AIC, at most a quarter of the values), differences first where a level trends (Box and Jenkins 1970)",
        _ => "levels, refused where both trend or depend on their past"
    };

    private static string Later(SeriesPairResult pair) => pair.Lag switch
    {
        null or { Best: 0 } => "",
        { Best: > 0 } lag => $", {pair.Y} {PeriodSteps.Name(pair.Frequency, lag.Best)} later",
        { } lag => $", {pair.X} {PeriodSteps.Name(pair.Frequency, -lag.Best)} later"
    };

    private static string Figures(SeriesPairResult pair)
    {
        var tests = (pair.Q, pair.FamilySize) is ({ } q, > 1 and var size) ? FormattableString.Invariant($"q{ReadableNumber.Probability(q)} over {size} tests") : "";
        if (pair.Lag is { } lag)
            return FormattableString.Invariant($"r={ReadableNumber.Of(lag.R)} at lag {lag.Best} (n={lag.N}, p{ReadableNumber.Probability(lag.P)} after {lag.LagsTried} lags{(tests.Length == 0 ? "" : ", " + tests)}, level {SeriesPair.SignificanceLevel})");
        var interval = pair is { LowAdjusted: { } low, HighAdjusted: { } high }
            ? $", {ReadableNumber.Percent(pair.Confidence)} interval {ReadableNumber.Of(low)} to {ReadableNumber.Of(high)}"
            : ", no interval";
        var worth = pair.NEffective is { } effective && effective < pair.N ? $" worth {ReadableNumber.Of(effective)}" : "";
        return FormattableString.Invariant($"r={ReadableNumber.Of(pair.Correlation?.Pearson?.Coefficient ?? 0)}{interval} (n={pair.N}{worth}, ")
            + FormattableString.Invariant($"{(tests.Length == 0 ? "p" + ReadableNumber.Probability(pair.PAdjusted ?? 1) : tests)}, level {SeriesPair.SignificanceLevel})");
    }

    private static string Undefined(SeriesPairResult pair) => pair.Reason switch
    {
        SeriesPairReasons.BothTrending => $"Not answered: the levels of {pair.X} and {pair.Y} both trend or depend on their past, and two unrelated series that do so correlate. "
            + "Correlate their changes (mode=differences) or pre-whitened values (mode=prewhitened) instead; force=true gives the figure all the same, with this warning.",
        SeriesPairReasons.TooFewLevels => FormattableString.Invariant($"Not answered: of {pair.N} levels of {pair.X} and {pair.Y}, fewer than {SeriesPair.MinLevels}, a test can hardly tell whether they trend, and two unrelated series that do so correlate. ")
            + "Correlate their changes (mode=differences), or more periods; force=true gives the figure all the same.",
        SeriesPairReasons.Gaps => $"Not assessable: {pair.X} and {pair.Y} have gaps in the time that they share, and no gap is filled; choose a time without by from= and to=, or mode=differences.",
        SeriesPairReasons.Constant => $"Not assessable: {Subject(pair.Mode).ToLowerInvariant()} of {pair.X} or {pair.Y} do not vary.",
        SeriesPairReasons.DifferentPeriods => $"Not assessable: the periods of {pair.X} and {pair.Y} have not the same length.",
        SeriesPairReasons.MixedUnits => $"Not assessable: the values of {pair.X} or {pair.Y} are in different units.",
        SeriesPairReasons.OutOfRange => $"Not assessable: a figure of {pair.X} and {pair.Y} passes the range of numbers.",
        _ => FormattableString.Invariant($"Not assessable: {pair.X} and {pair.Y} have {pair.N} pairs of values, fewer than {SeriesPair.MinPairs}.")
    };
}
