namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Outcome of the seasonal Mann-Kendall test. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record MannKendallSeasonalResult
{
    /// <summary>Reason when no season has two values.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values of each season are equal.</summary>
    public const string Constant = "constant";

    /// <summary>Whether the test could be made.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why the test is undefined: <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values that are there.</summary>
    public required int N { get; init; }

    /// <summary>Kendall's S summed over the seasons.</summary>
    public long? S { get; init; }

    /// <summary>Variance of S without a trend, corrected for ties and summed over the seasons as if they were independent.</summary>
    public double? VarS { get; init; }

    /// <summary>Standardised S with one continuity correction.</summary>
    public double? Z { get; init; }

    /// <summary>Two-sided p from <see cref="Z"/>, 0 to 1.</summary>
    public double? PTwoSided { get; init; }

    /// <summary>Standardised S without continuity correction.</summary>
    public double? ZNoCc { get; init; }

    /// <summary>Two-sided p from <see cref="ZNoCc"/>, 0 to 1.</summary>
    public double? PNoCc { get; init; }

    /// <summary>S over the number of pairs within seasons, -1 to 1.</summary>
    public double? Tau { get; init; }

    /// <summary>Kendall's S of each season from season 1; 0 with fewer than two values.</summary>
    public IReadOnlyList<long>? SBySeason { get; init; }

    /// <summary>Variance of S of each season from season 1; 0 with fewer than two values or equal ones.</summary>
    public IReadOnlyList<double>? VarBySeason { get; init; }

    /// <summary>Median slope of the pairs within seasons, unit of the values per period (year); null also beyond the range of doubles.</summary>
    public double? SeasonalSlope { get; init; }
}
