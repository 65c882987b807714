using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>The assessment of one area with what it rests on.</summary>
internal sealed record AreaTrend
{
    /// <summary>Reason when the values are in different units.</summary>
    public const string MixedUnits = "mixed_units";

    public required string Area { get; init; }

    public required string AreaName { get; init; }

    public required TrendResult Result { get; init; }

    public required string? Unit { get; init; }

    public required string? From { get; init; }

    public required string? To { get; init; }

    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Why these observations are no series at all; null when they are.</summary>
    public required string? Refusal { get; init; }
}
