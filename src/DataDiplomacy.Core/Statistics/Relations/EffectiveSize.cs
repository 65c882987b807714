namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>How many independent pairs two autocorrelated series are worth when they are correlated with each other.</summary>
public static class EffectiveSize
{
    /// <summary>
    /// n (1 - a b)/(1 + a b), a and b the autocorrelations of the two series at lag 1 (Bartlett 1935, Some aspects of the
    /// time-correlation problem in regard to tests of significance, JRSS 98:536-543; Bretherton and others 1999, The effective
    /// number of spatial degrees of freedom of a time-varying field, Journal of Climate 12:1990-2009). It holds for two
    /// first-order autoregressive series that do not depend on each other. Where a b is negative the formula passes n;
    /// n is given instead, so that a test never gains from autocorrelation. Null where a series is constant or empty.
    /// </summary>
    /// <param name="x">One series at equal steps of time.</param>
    /// <param name="y">The other, at the same times.</param>
    /// <returns>Number of pairs, above 0 and at most n, not whole.</returns>
    /// <exception cref="ArgumentException">Lengths differ, or a number is NaN or infinite.</exception>
    public static double? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        PairedValues.Require(x, y);
        if (Autocorrelation.First(x) is not { } a || Autocorrelation.First(y) is not { } b) return null;
        return a * b <= 0 ? x.Length : x.Length * (1 - a * b) / (1 + a * b);
    }
}
