namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>The 95 % interval of a share by the score method (Wilson 1927, Journal of the American Statistical Association 22, 209-212), without correction for continuity.</summary>
/// <param name="Lower">The lower end, 0 to 1.</param>
/// <param name="Upper">The upper end, 0 to 1.</param>
public sealed record WilsonInterval(double Lower, double Upper)
{
    /// <summary>The quantile 0.975 of the standard normal distribution.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>The interval of a share.</summary>
    /// <param name="successes">How many of all, 0 to <paramref name="total"/>.</param>
    /// <param name="total">All, at least 1.</param>
    /// <returns>The interval; it holds the share.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is out of its range.</exception>
    public static WilsonInterval Of(int successes, int total)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(total, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, total);
        var (n, share, square) = ((double)total, (double)successes / total, Z * Z);
        var centre = (share + square / (2 * n)) / (1 + square / n);
        var half = Z / (1 + square / n) * Math.Sqrt(share * (1 - share) / n + square / (4 * n * n));
        // At the ends the formula gives 0 and 1 exactly; rounding must not.
        return new(successes == 0 ? 0 : Math.Max(0, centre - half), successes == total ? 1 : Math.Min(1, centre + half));
    }
}
