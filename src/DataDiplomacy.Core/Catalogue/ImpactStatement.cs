namespace DataDiplomacy.Core.Catalogue;

/// <summary>What a named agent says that data did to whom: a fact with two clocks, never overwritten.</summary>
public sealed record ImpactStatement : IRecordedFact
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Number of the version; null for the data set as a whole.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>The reported use that it came of; null when it is about none in particular.</summary>
    public long? UseId { get; init; }

    /// <summary>Whose statement it is.</summary>
    public required string AgentId { get; init; }

    /// <summary>Good or bad.</summary>
    public required ImpactDirection Direction { get; init; }

    /// <summary>At which level.</summary>
    public required ImpactLevel Level { get; init; }

    /// <summary>Kinds of agents that it reaches, by their wire names with commas between; empty when nobody said.</summary>
    public required string AffectedKinds { get; init; }

    /// <summary>How grave or how large.</summary>
    public required ImpactSeverity Severity { get; init; }

    /// <summary>How probable; null when it came to pass, or when nobody said.</summary>
    public ImpactLikelihood? Likelihood { get; init; }

    /// <summary>What the data did to a change.</summary>
    public required ImpactEffect Effect { get; init; }

    /// <summary>The statement.</summary>
    public required string Text { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>JSON array of the records, versions and addresses that it rests on; null for none.</summary>
    public string? Citations { get; init; }

    /// <summary>When the agent said it, UTC.</summary>
    public required DateTime StatedAt { get; init; }

    /// <inheritdoc/>
    public required DateTime RecordedAt { get; init; }

    /// <inheritdoc/>
    public long? Replaces { get; init; }

    /// <inheritdoc/>
    public bool IsWithdrawn { get; init; }
}
