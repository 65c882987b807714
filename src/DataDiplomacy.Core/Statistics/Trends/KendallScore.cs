namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Kendall's S of values in the order of time, with what ties leave of its variance.</summary>
/// <param name="S">Pairs that rise minus pairs that fall.</param>
/// <param name="Variance">Variance of S without a trend, corrected for ties; 0 where all values are equal.</param>
/// <param name="Pairs">Number of pairs.</param>
/// <param name="TiedPairs">Number of pairs with equal values.</param>
internal readonly record struct KendallScore(long S, double Variance, long Pairs, long TiedPairs)
{
    /// <summary>Scores any number of values, also none. Cost: n log n.</summary>
    public static KendallScore Of(IEnumerable<double> values)
    {
        var sample = values.ToArray();
        var n = (long)sample.Length;
        var inversions = SortCountingInversions(sample);
        var tied = TieGroups.TiedPairs(sample);
        var pairs = n * (n - 1) / 2;
        var variance = (TieGroups.VarianceTerm(n) - TieGroups.VarianceTerm(sample)) / 18.0;
        return new KendallScore(pairs - tied - 2 * inversions, variance, pairs, tied);
    }

    /// <summary>S standardised with continuity correction.</summary>
    public static double Z(long s, double variance) => (s - Math.Sign(s)) / Math.Sqrt(variance);

    /// <summary>
    /// Merge sort from below that counts the pairs out of order (Knight 1966). Values are compared and never
    /// subtracted, so that neither overflow nor rounding can turn a sign.
    /// </summary>
    private static long SortCountingInversions(double[] values)
    {
        var inversions = 0L;
        var (source, target) = ((double[])values.Clone(), new double[values.Length]);
        for (var width = 1; width < values.Length; width *= 2)
        {
            for (var start = 0; start < values.Length; start += 2 * width)
                inversions += Merge(source, target, start, width);
            (source, target) = (target, source);
        }
        source.CopyTo(values, 0);
        return inversions;
    }

    private static long Merge(double[] source, double[] target, int start, int width)
    {
        var middle = Math.Min(start + width, source.Length);
        var end = Math.Min(start + 2 * width, source.Length);
        var (left, right, inversions) = (start, middle, 0L);
        for (var i = start; i < end; i++)
        {
            if (right < end && (left == middle || source[right] < source[left]))
            {
                target[i] = source[right++];
                inversions += middle - left;
                continue;
            }
            target[i] = source[left++];
        }
        return inversions;
    }
}
