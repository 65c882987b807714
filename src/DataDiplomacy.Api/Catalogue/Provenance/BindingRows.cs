namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// That a thing is held under an agreement: what was delivered under it, and whatever was made of that. Terms flow from use to generation,
/// derivation, specialization and membership.
/// </summary>
public sealed class ProvenanceBinding
{
    public long Id { get; init; }

    public required string AgreementId { get; init; }

    public required long NodeId { get; init; }

    /// <summary>The data set that the thing is, or is a part of; null for none.</summary>
    public string? DatasetId { get; init; }

    /// <summary>True for what was delivered; false for what was made of it.</summary>
    public required bool IsSeed { get; init; }

    /// <summary>Since when, in milliseconds of Unix time.</summary>
    public required long RecordedFrom { get; init; }

    /// <summary>From when on no more; <see cref="ProvenanceStatement.Current"/> while it is.</summary>
    public required long RecordedTo { get; set; }

    /// <summary>Pseudonym of the key that released it; null while it is bound, and where what bound it was withdrawn.</summary>
    public string? ReleasedBy { get; set; }

    /// <summary>Why it was released; null where nobody did.</summary>
    public string? ReleaseReason { get; set; }
}
