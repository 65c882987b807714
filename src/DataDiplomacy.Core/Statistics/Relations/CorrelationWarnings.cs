namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>What a reader of a correlation must know before believing it.</summary>
internal static class CorrelationWarnings
{
    /// <summary>Below this number of pairs a correlation should not be published without a word of warning.</summary>
    private const int ShortBelow = 10;

    /// <summary>Pearson and Spearman differ so much only where the relation is bent or single points decide.</summary>
    private const double Disagreement = 0.3;

    public static void Add(List<string> warnings, CorrelationResult result, IReadOnlyList<double?> x, IReadOnlyList<double?> y)
    {
        if (x.Count > result.N) warnings.Add($"{x.Count - result.N} pairs with a missing half were dropped.");
        if (result is not { Pearson: { } pearson, Spearman: { } spearman, Kendall: { } kendall }) return;
        if (result.N < ShortBelow) warnings.Add($"Few pairs: n={result.N}, fewer than the {ShortBelow} that a published correlation should rest on.");
        if (result.N == Pearson.MinPairs) warnings.Add("With three pairs there is no interval.");
        AddPerfect(warnings, pearson, spearman);
        if (new[] { pearson, spearman, kendall }.Any(test => test is { P: 0, Statistic: not null }))
            warnings.Add("A p of 0 is a p below the smallest number that can be written, about 5e-324.");
        if (Math.Abs(pearson.Coefficient - spearman.Coefficient) > Disagreement)
            warnings.Add("Pearson and Spearman differ by more than 0.3: single points or a curve decide; look at the scatter plot.");
        AddAutocorrelation(warnings, x, y);
    }

    private static void AddPerfect(List<string> warnings, CorrelationTest pearson, CorrelationTest spearman)
    {
        if (Math.Abs(pearson.Coefficient) == 1)
            warnings.Add("The pairs lie on a straight line: t is infinite, p is 0 and the interval has no width. Is one variable made from the other?");
        else if (Math.Abs(spearman.Coefficient) == 1)
            warnings.Add("The ranks agree or oppose perfectly: spearman_p is 0 and the intervals of the rank correlations have no width; do not publish them as certainty.");
    }

    /// <summary>Only where both series depend on their past beyond chance: then p counts too many independent pairs.</summary>
    private static void AddAutocorrelation(List<string> warnings, IReadOnlyList<double?> x, IReadOnlyList<double?> y)
    {
        var (left, right) = PairedValues.Complete(x, y);
        var bound = NormalTail.TwoSidedZ(0.95) / Math.Sqrt(left.Length);
        if (left.Length < StatisticalWarnings.ShortBelow) return;
        if (Autocorrelation.First(left) is not { } a || Autocorrelation.First(right) is not { } b) return;
        if (Math.Abs(a) <= bound || Math.Abs(b) <= bound || EffectiveSize.Of(left, right) is not { } size || size >= left.Length) return;
        warnings.Add(FormattableString.Invariant(
            $"If the pairs are in the order of time: both depend on their past (autocorrelation {a:0.00} and {b:0.00}), and the {left.Length} pairs are worth about {Math.Round(size)} independent ones. ")
            + "p is too small; correlate changes or pre-whitened values.");
    }
}
