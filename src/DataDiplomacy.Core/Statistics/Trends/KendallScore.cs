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
        double[] sample = [.. values];
        var (s, tied, tieTerm) = MannKendall.Counts(sample);
        return new KendallScore(s, (TieGroups.VarianceTerm(sample.Length) - tieTerm) / 18.0, (long)sample.Length * (sample.Length - 1) / 2, tied);
    }

    /// <summary>S standardised with continuity correction.</summary>
    public static double Z(long s, double variance) => (s - Math.Sign(s)) / Math.Sqrt(variance);
}
