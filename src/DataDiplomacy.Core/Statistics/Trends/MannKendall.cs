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

        var inversions = Inversions.SortCounting(sample);
        var tiedPairs = TieGroups.TiedPairs(sample);
        var pairs = (long)n * (n - 1) / 2;
        if (tiedPairs == pairs) return Undefined(MannKendallResult.Constant, n);

        var variance = (TieGroups.VarianceTerm(n) - TieGroups.VarianceTerm(sample)) / 18.0;
        return Result(n, pairs - tiedPairs - 2 * inversions, variance, pairs, tiedPairs);
    }

    private static MannKendallResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static MannKendallResult Result(int n, long s, double variance, long pairs, long tiedPairs)
    {
        var z = (s - Math.Sign(s)) / Math.Sqrt(variance);
        return new MannKendallResult
        {
            Defined = true,
            N = n,
            S = s,
            VarS = variance,
            Z = z,
            PTwoSided = Math.Min(1, 2 * NormalTail.Upper(Math.Abs(z))),
            PIncreasing = NormalTail.Upper(z),
            PDecreasing = NormalTail.Upper(-z),
            TauA = (double)s / pairs,
            TauB = s / Math.Sqrt((double)(pairs - tiedPairs) * pairs),
            PExact = tiedPairs == 0 && n < KendallNull.ExactBelow ? KendallNull.TwoSidedP(n, s) : null
        };
    }
}
