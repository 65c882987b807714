namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Theil-Sen estimate of a slope. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record TheilSenResult
{
    /// <summary>Reason when no two values at different times are there.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when a slope or intercept is too large for a double.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Whether a slope could be estimated.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is no estimate: <c>insufficient_data</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of pairs of time and value used; pairs with a missing half are dropped.</summary>
    public required int N { get; init; }

    /// <summary>Number of slopes between two points at different times.</summary>
    public int? NSlopes { get; init; }

    /// <summary>Median of the slopes, in units of the value per unit of time.</summary>
    public double? Slope { get; init; }

    /// <summary>Median of the values minus the slope times the median of the times (Conover), in units of the value.</summary>
    public double? InterceptSeparate { get; init; }

    /// <summary>Median of value minus slope times time, in units of the value.</summary>
    public double? InterceptJoint { get; init; }

    /// <summary>Lower end of the interval of the slope; null where ties in times and values leave no variance for one.</summary>
    public double? CiLow { get; init; }

    /// <summary>Upper end of the interval of the slope; null as <see cref="CiLow"/>.</summary>
    public double? CiHigh { get; init; }
}
