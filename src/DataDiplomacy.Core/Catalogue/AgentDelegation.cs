namespace DataDiplomacy.Core.Catalogue;

/// <summary>That one agent acts for another from a day to a day (PROV-DM, section 5.3.4): a fact with two clocks, replaced and never overwritten.</summary>
public sealed record AgentDelegation : IRecordedFact
{
    /// <summary>Counts the facts of this server.</summary>
    public required long Id { get; init; }

    /// <summary>Who acts.</summary>
    public required string AgentId { get; init; }

    /// <summary>For whom.</summary>
    public required string ResponsibleId { get; init; }

    /// <inheritdoc cref="AgentRole.ValidFrom"/>
    public DateOnly? ValidFrom { get; init; }

    /// <inheritdoc cref="AgentRole.ValidTo"/>
    public DateOnly? ValidTo { get; init; }

    /// <inheritdoc cref="AgentRole.Note"/>
    public string? Note { get; init; }

    /// <inheritdoc cref="AgentRole.RecordedAt"/>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc cref="AgentRole.Replaces"/>
    public long? Replaces { get; init; }

    /// <inheritdoc cref="AgentRole.IsWithdrawn"/>
    public bool IsWithdrawn { get; init; }
}
