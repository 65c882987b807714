namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Ranks from 1; equal values share the mean of their ranks.</summary>
internal static class MidRanks
{
    /// <summary>The rank of each value, in the order of the values.</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        int[] order = [.. Enumerable.Range(0, sorted.Length)];
        Array.Sort(sorted, order);

        var ranks = new double[sorted.Length];
        for (var start = 0; start < sorted.Length;)
        {
            var end = start + 1;
            while (end < sorted.Length && sorted[end] == sorted[start]) end++;
            for (var i = start; i < end; i++) ranks[order[i]] = (start + 1 + end) / 2.0;
            start = end;
        }
        return ranks;
    }

    /// <summary>Whether two values are equal.</summary>
    public static bool HasTies(double[] ranks) => ranks.Distinct().Count() < ranks.Length;
}
