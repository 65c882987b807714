namespace DataDiplomacy.Core.Catalogue;

/// <summary>That a named agent disputes a fact of jurisdiction, or that this ended: a fact with two clocks, never overwritten.</summary>
public sealed record JurisdictionDispute : IRecordedFact
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The data set of the fact.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The fact that is disputed.</summary>
    public required long FactId { get; init; }

    /// <summary>Who disputes it.</summary>
    public required string AgentId { get; init; }

    /// <summary>What they claim instead.</summary>
    public required string Claim { get; init; }

    /// <summary>How it stands.</summary>
    public required DisputeStatus Status { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public string? Outcome { get; init; }

    /// <summary>JSON array of the records, versions and addresses that it rests on; null for none.</summary>
    public string? Citations { get; init; }

    /// <summary>When the agent said so, UTC.</summary>
    public required DateTime StatedAt { get; init; }

    /// <inheritdoc/>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc/>
    public long? Replaces { get; init; }

    /// <summary>Never true: that a dispute was withdrawn is a status of it, and is shown.</summary>
    public bool IsWithdrawn { get; init; }
}
