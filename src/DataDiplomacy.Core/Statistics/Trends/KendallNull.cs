namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The exact distribution of Kendall's S when there is no trend and there are no ties.</summary>
internal static class KendallNull
{
    /// <summary>Exact p-values are worked out below this number of values, as R's cor.test does.</summary>
    public const int ExactBelow = 50;

    /// <summary>Lower tails by number of values; they depend on nothing else, so they are worked out once, 80 KB in all.</summary>
    private static readonly double[][] LowerTails = Tails();

    /// <summary>Exact two-sided p: twice the smaller tail, at most 1.</summary>
    /// <param name="n">Number of values, 2 to 49.</param>
    /// <param name="s">Kendall's S, -n(n-1)/2 to n(n-1)/2.</param>
    public static double TwoSidedP(int n, long s)
    {
        // The distribution is symmetric, so the upper tail is read as the lower one and nothing is subtracted from 1.
        var inversions = (Pairs(n) - Math.Abs(s)) / 2;
        return Math.Min(1, 2 * LowerTails[n][inversions]);
    }

    /// <summary>
    /// P(a random permutation of n has at most so many inversions), up to the middle. The k-th element adds 0 to k-1 inversions
    /// with equal probability, independently of the others (Kendall 1938), so the orders of n elements come from those of n - 1.
    /// </summary>
    private static double[][] Tails()
    {
        var tails = new double[ExactBelow][];
        var probability = new double[Pairs(ExactBelow - 1) / 2 + 1];
        probability[0] = 1;
        for (var n = 2; n < ExactBelow; n++)
        {
            probability = AddElement(probability, n);
            tails[n] = RunningSums(probability.AsSpan(0, Pairs(n) / 2 + 1));
        }
        return tails;
    }

    private static int Pairs(int n) => n * (n - 1) / 2;

    private static double[] AddElement(double[] before, int k)
    {
        var after = new double[before.Length];
        for (var j = 0; j < after.Length; j++)
        {
            var sum = 0.0;
            for (var i = Math.Max(0, j - k + 1); i <= j; i++) sum += before[i];
            after[j] = sum / k;
        }
        return after;
    }

    private static double[] RunningSums(ReadOnlySpan<double> probability)
    {
        var (sums, sum) = (new double[probability.Length], 0.0);
        for (var i = 0; i < sums.Length; i++) sums[i] = sum += probability[i];
        return sums;
    }
}
