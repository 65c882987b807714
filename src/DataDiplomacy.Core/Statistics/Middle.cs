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
        return sorted.Length % 2 == 1 ? sorted[half] : Between(sorted[half - 1], sorted[half]);
    }

    /// <summary>The mean of the middle two.</summary>
    public static double Between(double lower, double upper)
    {
        var sum = lower + upper;
        return double.IsFinite(sum) ? sum / 2 : lower / 2 + upper / 2;
    }

    /// <summary>A sorted copy.</summary>
    public static double[] Sorted(IEnumerable<double> values)
    {
        var sorted = values.ToArray();
        Array.Sort(sorted);
        return sorted;
    }
}
