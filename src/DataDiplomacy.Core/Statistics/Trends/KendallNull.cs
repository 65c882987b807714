namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The exact distribution of Kendall's S when there is no trend and there are no ties.</summary>
internal static class KendallNull
{
    /// <summary>Exact p-values are worked out below this number of values, as R's cor.test does.</summary>
    public const int ExactBelow = 50;

    /// <summary>Exact two-sided p: twice the smaller tail, at most 1.</summary>
    /// <param name="n">Number of values, 2 to 49.</param>
    /// <param name="s">Kendall's S, -n(n-1)/2 to n(n-1)/2.</param>
    public static double TwoSidedP(int n, long s)
    {
        var pairs = n * (n - 1) / 2;
        // The distribution is symmetric, so the upper tail is read as the lower one and nothing is subtracted from 1.
        var inversions = (int)((pairs - Math.Abs(s)) / 2);
        return Math.Min(1, 2 * AtMost(n, inversions));
    }

    /// <summary>
    /// P(a random permutation of n has at most so many inversions). The k-th element adds 0 to k-1 inversions
    /// with equal probability, independently of the others (Kendall 1938).
    /// </summary>
    private static double AtMost(int n, int inversions)
    {
        var probability = new double[inversions + 1];
        probability[0] = 1;
        for (var k = 2; k <= n; k++) probability = AddElement(probability, k);
        return probability.Sum();
    }

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
}
