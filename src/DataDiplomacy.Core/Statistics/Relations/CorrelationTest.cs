namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>One coefficient of correlation with its test against no relation and its interval.</summary>
public sealed record CorrelationTest
{
    /// <summary>The coefficient, -1 to 1: Pearson's r, Spearman's rho or Kendall's tau-b.</summary>
    public required double Coefficient { get; init; }

    /// <summary>Student's t (Pearson, Spearman) or the standardised S (Kendall); null where a perfect relation makes t infinite.</summary>
    public double? Statistic { get; init; }

    /// <summary>Two-sided p of the approximation, 0 to 1. It is 0 where t is infinite or p is below the smallest double.</summary>
    public required double P { get; init; }

    /// <summary>Exact two-sided p, 0 to 1: Spearman up to 9 pairs, Kendall up to 49, without ties; else null, as for Pearson.</summary>
    public double? PExact { get; init; }

    /// <summary>Lower end of the interval, -1 to 1; null with too few pairs. A coefficient of 1 or -1 is its own interval.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper end of the interval, -1 to 1; null as <see cref="CiLow"/>.</summary>
    public double? CiHigh { get; init; }
}
