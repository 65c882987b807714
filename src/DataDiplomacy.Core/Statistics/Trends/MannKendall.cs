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

        var score = KendallScore.Of(sample);
        return score.TiedPairs == score.Pairs ? Undefined(MannKendallResult.Constant, n) : Result(n, score);
    }

    /// <summary>Kendall's S, the number of tied pairs, and what ties take away from 18 times the variance. Cost: n log n.</summary>
    internal static (long S, long TiedPairs, long TieTerm) Counts(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var inversions = Inversions.SortCounting(sorted);
        var tiedPairs = TieGroups.TiedPairs(sorted);
        return ((long)values.Length * (values.Length - 1) / 2 - tiedPairs - 2 * inversions, tiedPairs, TieGroups.VarianceTerm(sorted));
    }

    private static MannKendallResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static MannKendallResult Result(int n, KendallScore score)
    {
        var (s, variance, pairs, tiedPairs) = score;
        var z = KendallScore.Z(s, variance);
        return new MannKendallResult
        {
            Defined = true,
            N = n,
            S = s,
            VarS = variance,
            Z = z,
            PTwoSided = NormalTail.TwoSided(z),
            PIncreasing = NormalTail.Upper(z),
            PDecreasing = NormalTail.Upper(-z),
            TauA = (double)s / pairs,
            TauB = s / Math.Sqrt((double)(pairs - tiedPairs) * pairs),
            PExact = tiedPairs == 0 && n < KendallNull.ExactBelow ? KendallNull.TwoSidedP(n, s) : null
        };
    }
}
