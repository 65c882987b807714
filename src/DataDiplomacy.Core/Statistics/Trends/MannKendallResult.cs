namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Outcome of the Mann-Kendall test. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record MannKendallResult
{
    /// <summary>Reason when fewer than three values are there.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values are equal.</summary>
    public const string Constant = "constant";

    /// <summary>Whether the test could be made.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why the test is undefined: <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values used; missing ones are dropped.</summary>
    public required int N { get; init; }

    /// <summary>Kendall's S: pairs that rise minus pairs that fall.</summary>
    public long? S { get; init; }

    /// <summary>Variance of S without a trend, corrected for ties.</summary>
    public double? VarS { get; init; }

    /// <summary>Standardised S with continuity correction.</summary>
    public double? Z { get; init; }

    /// <summary>Two-sided p from the normal approximation, 0 to 1.</summary>
    public double? PTwoSided { get; init; }

    /// <summary>One-sided p against an increase, 0 to 1.</summary>
    public double? PIncreasing { get; init; }

    /// <summary>One-sided p against a decrease, 0 to 1.</summary>
    public double? PDecreasing { get; init; }

    /// <summary>Kendall's tau-a, -1 to 1: S over the number of pairs.</summary>
    public double? TauA { get; init; }

    /// <summary>Kendall's tau-b, -1 to 1: corrected for ties in the values.</summary>
    public double? TauB { get; init; }

    /// <summary>Exact two-sided p, 0 to 1; null with ties or from 50 values on.</summary>
    public double? PExact { get; init; }
}
