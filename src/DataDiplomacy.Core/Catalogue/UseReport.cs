namespace DataDiplomacy.Core.Catalogue;

/// <summary>That a named agent used a version, for what, and what came of it: a fact with two clocks, never overwritten.</summary>
public sealed record UseReport : IRecordedFact
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Number of the version that was used.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>Who used it.</summary>
    public required string AgentId { get; init; }

    /// <summary>What for.</summary>
    public required UsePurpose Purpose { get; init; }

    /// <summary>What was done with it.</summary>
    public required string Description { get; init; }

    /// <summary>Where it is cited: a DOI or an address; null for nowhere.</summary>
    public string? Citation { get; init; }

    /// <summary>First day of the use; null when nobody said.</summary>
    public DateOnly? UsedFrom { get; init; }

    /// <summary>Last day of the use; null while it lasts, or when nobody said.</summary>
    public DateOnly? UsedTo { get; init; }

    /// <inheritdoc/>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc/>
    public long? Replaces { get; init; }

    /// <inheritdoc/>
    public bool IsWithdrawn { get; init; }
}
