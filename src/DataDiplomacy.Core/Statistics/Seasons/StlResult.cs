namespace DataDiplomacy.Core.Statistics.Seasons;

/// <summary>A series in its parts. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record StlResult
{
    /// <summary>Reason when a value is missing.</summary>
    public const string Gaps = "gaps";

    /// <summary>Reason when there are no more than two periods.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when a part is too large for a double.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Whether the series could be parted.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why it could not: <c>gaps</c>, <c>insufficient_data</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values that are there.</summary>
    public required int N { get; init; }

    /// <summary>Seasonal component at each position, unit of the values.</summary>
    public IReadOnlyList<double>? Seasonal { get; init; }

    /// <summary>Trend at each position, unit of the values.</summary>
    public IReadOnlyList<double>? Trend { get; init; }

    /// <summary>What is left at each position, unit of the values.</summary>
    public IReadOnlyList<double>? Remainder { get; init; }

    /// <summary>Weight of each value in the last round, 0 to 1; 1 throughout without rounds.</summary>
    public IReadOnlyList<double>? RobustnessWeights { get; init; }

    /// <summary>Strength of the trend, 0 to 1; null where nothing but season varies.</summary>
    public double? StrengthTrend { get; init; }

    /// <summary>Strength of the season, 0 to 1; null where nothing but trend varies.</summary>
    public double? StrengthSeason { get; init; }
}
