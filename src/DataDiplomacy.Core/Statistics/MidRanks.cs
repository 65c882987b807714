namespace DataDiplomacy.Core.Statistics;

/// <summary>Ranks from 1, tied values sharing the mean of theirs.</summary>
internal static class MidRanks
{
    /// <summary>
    /// Ranks of the values in their order. Sorted neighbours at most <paramref name="tolerance"/> apart are tied:
    /// arithmetic before may have parted what is equal.
    /// </summary>
    public static double[] Of(ReadOnlySpan<double> values, double tolerance = 0)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort(values.ToArray(), order);
        var ranks = new double[values.Length];
        var start = 0;
        for (var i = 1; i <= order.Length; i++)
        {
            if (i < order.Length && values[order[i]] - values[order[i - 1]] <= tolerance) continue;
            for (var k = start; k < i; k++) ranks[order[k]] = (start + 1 + i) / 2.0;
            start = i;
        }
        return ranks;
    }

    /// <summary>Whether two ranks are equal.</summary>
    public static bool HasTies(double[] ranks) => ranks.Distinct().Count() < ranks.Length;
}
