using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Core.Statistics;

/// <summary>What a reader of a single result must know before believing it.</summary>
internal static class StatisticalWarnings
{
    /// <summary>Below this number of values a trend should not be published without a word of warning.</summary>
    public const int ShortBelow = 8;

    public static void Add(List<string> warnings, MannKendallResult result, IReadOnlyList<double?> values)
    {
        AddDropped(warnings, values.Count - result.N);
        if (!result.Defined) return;
        if (result.N < 5) warnings.Add($"With {result.N} values even a perfectly monotone series cannot reach a two-sided p < 0.05.");
        AddShort(warnings, result.N);
        if (result.PExact is not null || result.N >= KendallNull.ExactBelow) return;
        warnings.Add("Some values are equal, so there is no exact p; p_two_sided is the normal approximation, which is rough for short series.");
    }

    public static void Add(List<string> warnings, TheilSenResult result, IReadOnlyList<double?> values)
    {
        AddDropped(warnings, values.Count - result.N);
        if (!result.Defined) return;
        if (result.N == 2) warnings.Add("With two points the interval collapses to the slope between them: do not publish it.");
        AddShort(warnings, result.N);
        if (result.CiLow is null) warnings.Add("Ties in times and values leave no variance for an interval.");
        // Exactly 0 is meant: a median of slopes is 0 only where equal values make it so.
        if (result.Slope == 0 && (result.CiLow != 0 || result.CiHigh != 0))
            warnings.Add("The slope is exactly 0 because many values are equal: this is not evidence that nothing changes.");
    }

    public static void Add(List<string> warnings, IReadOnlyList<double?> pValues)
    {
        var missing = pValues.Count(p => p is null);
        if (pValues.Count == missing) warnings.Add("There is no p-value to adjust.");
        if (missing > 0) warnings.Add($"{missing} missing p-values do not count in the family of {pValues.Count - missing}.");
    }

    public static void AddDropped(List<string> warnings, int dropped, string what = "missing values")
    {
        if (dropped > 0) warnings.Add($"{dropped} {what} were dropped.");
    }

    public static void AddShort(List<string> warnings, int n)
    {
        if (n < ShortBelow) warnings.Add($"Short series: n={n}, fewer than the {ShortBelow} that a published trend should rest on.");
    }
}
