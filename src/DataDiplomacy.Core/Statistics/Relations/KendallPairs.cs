namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Pairs of pairs as Kendall counts them, by Knight's (1966) two sorts.</summary>
internal sealed record KendallPairs
{
    /// <summary>Concordant minus discordant pairs.</summary>
    public required long S { get; init; }

    /// <summary>All pairs.</summary>
    public required long All { get; init; }

    /// <summary>Pairs tied in x.</summary>
    public required long TiedX { get; init; }

    /// <summary>Pairs tied in y.</summary>
    public required long TiedY { get; init; }

    /// <summary>Variance of S when there is no relation, with the ties of both variables (Kendall 1975).</summary>
    public required double Variance { get; init; }

    public static KendallPairs Count(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (first, second) = SortedByBoth(x, y);
        var (tiedX, tiedBoth) = (TieGroups.TiedPairs(first), TiedInBoth(first, second));
        var discordant = Inversions.SortCounting(second);
        var tiedY = TieGroups.TiedPairs(second);
        var all = (long)x.Length * (x.Length - 1) / 2;
        return new KendallPairs
        {
            S = all - tiedX - tiedY + tiedBoth - 2 * discordant,
            All = all,
            TiedX = tiedX,
            TiedY = tiedY,
            Variance = VarianceOf(first, second)
        };
    }

    private static (double[] X, double[] Y) SortedByBoth(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var pairs = new (double X, double Y)[x.Length];
        for (var i = 0; i < pairs.Length; i++) pairs[i] = (x[i], y[i]);
        Array.Sort(pairs);
        return ([.. pairs.Select(pair => pair.X)], [.. pairs.Select(pair => pair.Y)]);
    }

    private static long TiedInBoth(double[] x, double[] y)
    {
        var (tied, run) = (0L, 0L);
        for (var i = 1; i < x.Length; i++)
        {
            run = x[i] == x[i - 1] && y[i] == y[i - 1] ? run + 1 : 0;
            tied += run;
        }
        return tied;
    }

    /// <summary>Takes both variables sorted. The products of tie terms pass the range of long, so they are doubles.</summary>
    private static double VarianceOf(double[] x, double[] y)
    {
        double n = x.Length;
        var (termX, termY) = (TieGroups.VarianceTerm(x), TieGroups.VarianceTerm(y));
        var (pairsX, pairsY) = (TieGroups.TiedPairs(x), TieGroups.TiedPairs(y));
        var free = (TieGroups.VarianceTerm(x.Length) - termX - termY) / 18.0;
        var tied = 2.0 * pairsX * pairsY / (n * (n - 1));
        return free + tied + (double)Triples(termX, pairsX) * Triples(termY, pairsY) / (9 * n * (n - 1) * (n - 2));
    }

    /// <summary>The sum of t(t-1)(t-2): t(t-1)(2t+5) is twice that plus 9t(t-1).</summary>
    private static long Triples(long varianceTerm, long tiedPairs) => (varianceTerm - 18 * tiedPairs) / 2;
}
