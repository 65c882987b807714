namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>
/// Outcome of least squares with Newey-West errors. The figures are null where <see cref="Defined"/> is false. Lists
/// have one figure for the intercept and one for each regressor in its order; a figure beyond the range of doubles is null.
/// </summary>
public sealed record OlsHacResult
{
    /// <summary>Reason when there are no more rows than coefficients.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when a regressor is constant or depends on the others.</summary>
    public const string RankDeficient = "rank_deficient";

    /// <summary>Whether there is a fit.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c> or <c>rank_deficient</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of complete rows.</summary>
    public required int N { get; init; }

    /// <summary>Lags of the Bartlett kernel.</summary>
    public int? Lag { get; init; }

    /// <summary>Coefficients, unit of y per unit of the regressor.</summary>
    public IReadOnlyList<double?>? Beta { get; init; }

    /// <summary>Standard errors for independent errors of equal variance.</summary>
    public IReadOnlyList<double?>? SeOls { get; init; }

    /// <summary>Newey-West standard errors without a factor for small samples.</summary>
    public IReadOnlyList<double?>? SeHac { get; init; }

    /// <summary>Newey-West standard errors times sqrt(n/(n-k)): those to publish. 0 where the fit is exact up to rounding.</summary>
    public IReadOnlyList<double?>? SeHacAdj { get; init; }

    /// <summary>Coefficients over <see cref="SeHacAdj"/>; null where that is 0.</summary>
    public IReadOnlyList<double?>? THacAdj { get; init; }

    /// <summary>Two-sided p of Student's t with n - k degrees of freedom, 0 to 1; null as <see cref="THacAdj"/>.</summary>
    public IReadOnlyList<double?>? PHacAdj { get; init; }

    /// <summary>Lower ends of the 95 % intervals from <see cref="SeHacAdj"/>.</summary>
    public IReadOnlyList<double?>? Ci95LowAdj { get; init; }

    /// <summary>Upper ends of the 95 % intervals from <see cref="SeHacAdj"/>.</summary>
    public IReadOnlyList<double?>? Ci95HighAdj { get; init; }

    /// <summary>Share of the variation of y that is fitted, 0 to 1; null where y does not vary.</summary>
    public double? RSquared { get; init; }

    /// <summary>Residual standard error, unit of y.</summary>
    public double? Sigma { get; init; }

    /// <summary>Largest share that a row has in its own fitted value, 0 to 1.</summary>
    public double? LargestLeverage { get; init; }

    /// <summary>Autocorrelation of the residuals at lag 1, -1 to 1; null where there are none.</summary>
    public double? ResidualCorrelation { get; init; }
}
