namespace DataDiplomacy.Core.Statistics;

/// <summary>Groups of equal values in a sorted sample: what ties take away from Kendall's pairs and variance.</summary>
internal static class TieGroups
{
    /// <summary>Number of pairs with equal values: the sum of t(t-1)/2 over the groups.</summary>
    public static long TiedPairs(ReadOnlySpan<double> sorted) => Sum(sorted, t => t * (t - 1) / 2);

    /// <summary>The sum of t(t-1)(2t+5) over the groups, the tie term of Kendall's variance times 18.</summary>
    public static long VarianceTerm(ReadOnlySpan<double> sorted) => Sum(sorted, VarianceTerm);

    /// <summary>t(t-1)(2t+5); with t = n, Kendall's variance without ties times 18.</summary>
    public static long VarianceTerm(long t) => t * (t - 1) * (2 * t + 5);

    private static long Sum(ReadOnlySpan<double> sorted, Func<long, long> term)
    {
        var sum = 0L;
        var start = 0;
        for (var i = 1; i <= sorted.Length; i++)
        {
            // Equality is meant exactly here: a tie is two values published alike.
            if (i < sorted.Length && sorted[i] == sorted[start]) continue;
            sum += term(i - start);
            start = i;
        }
        return sum;
    }
}
