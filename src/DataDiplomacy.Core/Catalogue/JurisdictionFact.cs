namespace DataDiplomacy.Core.Catalogue;

/// <summary>Under which law something happens to data at a place, from a day to a day, as a named agent states it: a fact with two clocks, never overwritten.</summary>
public sealed record JurisdictionFact : IRecordedFact
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Number of the version; null for the data set as a whole.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>What happens there.</summary>
    public required JurisdictionAspect Aspect { get; init; }

    /// <summary>M49 code of the place.</summary>
    public required string Place { get; init; }

    /// <summary>The law or regime that applies.</summary>
    public required string Law { get; init; }

    /// <summary>Where it is published; null when nobody said.</summary>
    public string? LawUrl { get; init; }

    /// <summary>Why it applies.</summary>
    public required string Basis { get; init; }

    /// <summary>Who states it.</summary>
    public required string AgentId { get; init; }

    /// <summary>First day; null when nobody said.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <inheritdoc/>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc/>
    public long? Replaces { get; init; }

    /// <inheritdoc/>
    public bool IsWithdrawn { get; init; }
}
