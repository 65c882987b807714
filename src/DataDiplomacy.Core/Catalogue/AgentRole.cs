namespace DataDiplomacy.Core.Catalogue;

/// <summary>
/// What an agent is to a data set or to one of its versions, from a day to a day: a fact with two clocks. Nothing is overwritten; that a role ended,
/// or never was, is a new fact that replaces the one before.
/// </summary>
public sealed record AgentRole : IRecordedFact
{
    /// <summary>Counts the facts of this server.</summary>
    public required long Id { get; init; }

    /// <summary>The agent.</summary>
    public required string AgentId { get; init; }

    /// <summary>What it is to the data.</summary>
    public required AgentFunction Function { get; init; }

    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Number of the version; null for the data set as a whole.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>First day; null when nobody said.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>What else there is to say; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>Since when this is held here, UTC; later than that of each fact before.</summary>
    public required DateTime RecordedAt { get; init; }

    /// <summary>The fact that this one replaces; null for a first one.</summary>
    public long? Replaces { get; init; }

    /// <summary>True when this says that what it replaces never was.</summary>
    public bool IsWithdrawn { get; init; }
}
