namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Growth and progress. The figures are null where <see cref="Defined"/> is false or they are beyond the range of doubles.</summary>
public sealed record GrowthResult
{
    /// <summary>Reason when there are no two values at different times.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when several values share the first or the last time.</summary>
    public const string DuplicateTimes = "duplicate_times";

    /// <summary>Reason when the first or the last value is 0 or negative.</summary>
    public const string NonpositiveValue = "nonpositive_value";

    /// <summary>Reason when the times are too far apart, or too close, for a double.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Whether there is a rate of growth.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c>, <c>duplicate_times</c>, <c>nonpositive_value</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of points used.</summary>
    public required int N { get; init; }

    /// <summary>Compound growth per unit of time between the first and the last value, above -1; 0.02 is 2 %.</summary>
    public double? Cagr { get; init; }

    /// <summary>Difference of the logarithms of the last and the first value, per unit of time.</summary>
    public double? LogGrowth { get; init; }

    /// <summary>Least squares slope of the logarithms on time, from all points; null where a value is not positive.</summary>
    public double? OlsLogGrowth { get; init; }

    /// <summary>Compound growth from the first value that reaches the target; null without a target, with one that is not positive, or with one not after the first time.</summary>
    public double? RequiredCagr { get; init; }

    /// <summary>Growth towards the target over the growth required; null without <see cref="RequiredCagr"/> or where that is 0.</summary>
    public double? Ratio { get; init; }

    /// <summary>Progress; null without a target, or where there is no required growth and the target is not achieved.</summary>
    public GrowthCategory? Category { get; init; }
}
