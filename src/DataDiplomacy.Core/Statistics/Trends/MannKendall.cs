namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Mann-Kendall test for a monotone trend in independent observations (Mann 1945, Kendall 1975).</summary>
public static class MannKendall
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>
    /// Tests the values for a monotone trend. Only their order counts, not their spacing.
    /// Undefined with fewer than three values or with equal values throughout. Cost: n log n.
    /// </summary>
    /// <param name="values">Values in the order of time; null is missing and dropped.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite.</exception>
    public static MannKendallResult Test(IReadOnlyList<double?> values)
    {
        var sample = FiniteValues.Present(values, nameof(values));
        var n = sample.Length;
        if (n < 3) return Undefined(MannKendallResult.InsufficientData, n);

        var (s, tiedPairs, tieTerm) = Counts(sample);
        var pairs = (long)n * (n - 1) / 2;
        if (tiedPairs == pairs) return Undefined(MannKendallResult.Constant, n);

        return Result(n, s, (TieGroups.VarianceTerm(n) - tieTerm) / 18.0, pairs, tiedPairs);
    }

    /// <summary>Kendall's S, the number of tied pairs, and what ties take away from 18 times the variance. Cost: n log n.</summary>
    internal static (long S, long TiedPairs, long TieTerm) Counts(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var inversions = SortCountingInversions(sorted);
        var tiedPairs = TieGroups.TiedPairs(sorted);
        return ((long)values.Length * (values.Length - 1) / 2 - tiedPairs - 2 * inversions, tiedPairs, TieGroups.VarianceTerm(sorted));
    }

    /// <summary>Two-sided p of S from the normal approximation with continuity correction, 0 to 1.</summary>
    internal static double TwoSidedP(long s, double variance) => Math.Min(1, 2 * NormalTail.Upper(Math.Abs(Standardised(s, variance))));

    private static double Standardised(long s, double variance) => (s - Math.Sign(s)) / Math.Sqrt(variance);

    private static MannKendallResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static MannKendallResult Result(int n, long s, double variance, long pairs, long tiedPairs)
    {
        var z = Standardised(s, variance);
        return new MannKendallResult
        {
            Defined = true,
            N = n,
            S = s,
            VarS = variance,
            Z = z,
            PTwoSided = TwoSidedP(s, variance),
            PIncreasing = NormalTail.Upper(z),
            PDecreasing = NormalTail.Upper(-z),
            TauA = (double)s / pairs,
            TauB = s / Math.Sqrt((double)(pairs - tiedPairs) * pairs),
            PExact = tiedPairs == 0 && n < KendallNull.ExactBelow ? KendallNull.TwoSidedP(n, s) : null
        };
    }

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
