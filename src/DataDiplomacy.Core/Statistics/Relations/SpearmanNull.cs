using System.Numerics;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>The exact distribution of Spearman's sum of squared rank differences when there is no relation and there are no ties.</summary>
internal static class SpearmanNull
{
    /// <summary>Exact p-values are worked out up to this number of pairs, as R's cor.test does.</summary>
    public const int MaxPairs = 9;

    /// <summary>By number of pairs: how many permutations have half the sum of squares at most the index.</summary>
    private static readonly long[][] PermutationsAtMost = [.. Enumerable.Range(0, MaxPairs + 1).Select(CountAtMost)];

    /// <summary>Exact two-sided p: twice the smaller tail, at most 1.</summary>
    /// <param name="n">Number of pairs, 2 to 9.</param>
    /// <param name="squares">Sum of squared rank differences, an even number from 0 to n(n^2-1)/3.</param>
    public static double TwoSidedP(int n, int squares)
    {
        var counts = PermutationsAtMost[n];
        // Turning the ranks of one variable round maps the sum to its largest value minus itself: both tails are one.
        var half = Math.Min(squares / 2, counts.Length - 1 - squares / 2);
        return Math.Min(1, 2.0 * counts[half] / counts[^1]);
    }

    /// <summary>
    /// Adds rank after rank and keeps, for each set of ranks given away, how often each sum occurs: 2^n sets
    /// instead of n! permutations. The sum is always even, so half of it is counted.
    /// </summary>
    private static long[] CountAtMost(int n)
    {
        var largest = n * (n * n - 1) / 3;
        var sums = new long[1 << n][];
        for (var set = 0; set < sums.Length; set++) sums[set] = new long[largest + 1];
        sums[0][0] = 1;
        for (var set = 0; set < sums.Length - 1; set++)
        {
            for (var rank = 0; rank < n; rank++)
            {
                if ((set & (1 << rank)) != 0) continue;
                var difference = rank - BitOperations.PopCount((uint)set);
                AddShifted(sums[set], sums[set | (1 << rank)], difference * difference);
            }
        }
        return Cumulated(sums[^1]);
    }

    private static void AddShifted(long[] from, long[] to, int shift)
    {
        for (var i = 0; i + shift < to.Length; i++) to[i + shift] += from[i];
    }

    private static long[] Cumulated(long[] counts)
    {
        var atMost = new long[counts.Length / 2 + 1];
        var sum = 0L;
        for (var i = 0; i < atMost.Length; i++) atMost[i] = sum += counts[2 * i];
        return atMost;
    }
}
