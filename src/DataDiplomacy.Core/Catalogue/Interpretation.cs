namespace DataDiplomacy.Core.Catalogue;

/// <summary>
/// What a named agent says of data, of what a program made of them, or of evidence: a fact with two clocks. Nothing is overwritten; that the agent
/// says otherwise, or no longer says it, is a new fact that replaces the one before.
/// </summary>
public sealed record Interpretation : IRecordedFact
{
    /// <inheritdoc/>
    public required long Id { get; init; }

    /// <summary>Whose statement it is.</summary>
    public required string AgentId { get; init; }

    /// <summary>What it is about.</summary>
    public required InterpretationTargetKind TargetKind { get; init; }

    /// <summary>The target as an address of this server, without the slash at its beginning.</summary>
    public required string TargetIri { get; init; }

    /// <summary>The data set whose label decides who may see it; null for a record of evidence.</summary>
    public string? DatasetId { get; init; }

    /// <summary>The version that was looked at; null for a data set as a whole, and for a record.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>Code of the series; null where the target is more than one.</summary>
    public string? Series { get; init; }

    /// <summary>Code of the area; null where the target is in more than one.</summary>
    public string? Area { get; init; }

    /// <summary>First period of the range; null for all.</summary>
    public string? PeriodFrom { get; init; }

    /// <summary>Last period of the range; null for all.</summary>
    public string? PeriodTo { get; init; }

    /// <summary>The record of evidence whose label decides who may see it; null for data.</summary>
    public string? RecordId { get; init; }

    /// <summary>What a program had said when the agent spoke of it, in words; null where the target is no output of a program.</summary>
    public string? Verdict { get; init; }

    /// <summary>All that the program had said, as JSON; null as <see cref="Verdict"/>.</summary>
    public string? Output { get; init; }

    /// <summary>The state of the data that was read, UTC; null as <see cref="Verdict"/>.</summary>
    public DateTime? OutputAsOf { get; init; }

    /// <summary>What it says of the target.</summary>
    public required InterpretationStance Stance { get; init; }

    /// <summary>The statement.</summary>
    public required string Text { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    public required string Language { get; init; }

    /// <summary>How sure the agent is; null when it did not say.</summary>
    public CalibratedConfidence? Confidence { get; init; }

    /// <summary>How probable the agent holds what it says to be; null when it did not say.</summary>
    public CalibratedLikelihood? Likelihood { get; init; }

    /// <summary>How the agent came to it; null when it did not say.</summary>
    public string? Method { get; init; }

    /// <summary>JSON array of the observations that it rests on, as they were read; null for none.</summary>
    public string? CitedValues { get; init; }

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
