namespace DataDiplomacy.Core.Statistics;

/// <summary>Medians: the middle value, or the mean of the middle two.</summary>
internal static class Middle
{
    /// <summary>Median of values in any order; at least one is needed.</summary>
    public static double Of(IEnumerable<double> values) => OfSorted(Sorted(values));

    /// <summary>Median of sorted values; at least one is needed.</summary>
    public static double OfSorted(double[] sorted)
    {
        var half = sorted.Length / 2;
        if (sorted.Length % 2 == 1) return sorted[half];
        var sum = sorted[half - 1] + sorted[half];
        return double.IsFinite(sum) ? sum / 2 : sorted[half - 1] / 2 + sorted[half] / 2;
    }

    /// <summary>A sorted copy.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
