namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Correlation of two variables with others held fixed. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record PartialCorrelationResult
{
    /// <summary>Reason when the variables determine each other: the condition number of their correlations passes 1e12.</summary>
    public const string Singular = "singular";

    /// <summary>Whether the correlation exists.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> with fewer complete times than variables plus one, <c>constant</c>, <c>singular</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of times used; times with a missing value in any variable are dropped.</summary>
    public required int N { get; init; }

    /// <summary>Partial correlation, -1 to 1.</summary>
    public double? R { get; init; }

    /// <summary>Degrees of freedom: n - 2 - number of controls.</summary>
    public int? Df { get; init; }

    /// <summary>Student's t with <see cref="Df"/> degrees of freedom.</summary>
    public double? T { get; init; }

    /// <summary>Two-sided p, 0 to 1.</summary>
    public double? P { get; init; }

    /// <summary>Lower end of Fisher's interval, -1 to 1; null with one degree of freedom.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper end of Fisher's interval, -1 to 1; null as <see cref="CiLow"/>.</summary>
    public double? CiHigh { get; init; }
}
