using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>How an observation differs from the version before.</summary>
public enum ObservationChange
{
    /// <summary>It was not there.</summary>
    Added,

    /// <summary>Its value, reason of absence or attributes differ.</summary>
    Changed,

    /// <summary>It is not there any more.</summary>
    Withdrawn,
}

/// <summary>An observation as stored, with what its area, key, attributes and version say.</summary>
public sealed record ObservationRow
{
    public required ObservationPlace Place { get; init; }

    public required string Area { get; init; }

    public required string AreaName { get; init; }

    public required string KeyHash { get; init; }

    public required string Dimensions { get; init; }

    public required int FromVersion { get; init; }

    public required PublishedValue Value { get; init; }

    public required double? LowerBound { get; init; }

    public required double? UpperBound { get; init; }

    public required AttributeSet Attributes { get; init; }

    public required DateTime RecordedAt { get; init; }

    public required string Activity { get; init; }

    /// <summary>Only when changes were asked for.</summary>
    public ObservationChange? Change { get; init; }

    /// <summary>When it was withdrawn; only for withdrawn ones.</summary>
    public DateTime? WithdrawnAt { get; init; }
}
