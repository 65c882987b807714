namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>What a record of evidence is.</summary>
public enum EvidenceKind
{
    /// <summary>A message of a social network.</summary>
    SocialMessage,

    /// <summary>An e-mail as it was received (RFC 5322).</summary>
    Email,

    /// <summary>A photograph or other image.</summary>
    Image,

    /// <summary>A video.</summary>
    Video,

    /// <summary>Geospatial data.</summary>
    Geospatial,

    /// <summary>A scene of a satellite.</summary>
    SatelliteScene,

    /// <summary>A document.</summary>
    Document,

    /// <summary>A page of the web as it was captured.</summary>
    WebCapture,

    /// <summary>A testimony.</summary>
    Testimony,

    /// <summary>An extract of a data set of this server.</summary>
    DataExtract
}

/// <summary>Who may know of a record.</summary>
public enum Sensitivity
{
    /// <summary>Anyone.</summary>
    Public,

    /// <summary>Holders of a key.</summary>
    Restricted,

    /// <summary>Editors and above.</summary>
    Confidential,

    /// <summary>Verifiers and above.</summary>
    ProtectedWitness
}

/// <summary>
/// A record of evidence. What people wrote about it and the digests of its content are in <see cref="Vault"/>, under the record's key; the row itself
/// holds nothing that could identify anyone.
/// </summary>
public sealed class EvidenceRecord
{
    /// <summary>The id: <c>ev-</c> and 32 hexadecimal digits, in the order of creation.</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EvidenceKind Kind { get; init; }

    /// <summary>Who may know of it.</summary>
    public required Sensitivity Sensitivity { get; set; }

    /// <summary>The case it belongs to, by its slug; null for none.</summary>
    public required string? CaseId { get; init; }

    /// <summary>When it was taken in, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Length of the content, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Where the content lies in the store.</summary>
    public required string BlobRef { get; set; }

    /// <summary>The SHA-256 of the content under a key that lies outside the database: finds equal content, tells nobody else anything; null after erasure.</summary>
    public required string? ContentIndex { get; set; }

    /// <summary>The current values of the record, encrypted under its key; empty after erasure.</summary>
    public required byte[] Vault { get; set; }

    /// <summary>The leaf of its first event.</summary>
    public required long LogIndex { get; init; }

    /// <summary>The leaf of the event that last changed what a reader sees, in which order changes are listed.</summary>
    public required long ChangedIndex { get; set; }

    /// <summary>When that was, UTC.</summary>
    public required DateTime ChangedAt { get; set; }

    /// <summary>Whether a legal hold forbids erasure.</summary>
    public bool LegalHold { get; set; }

    /// <summary>Whether content, key and salts were destroyed.</summary>
    public bool IsErased { get; set; }

    /// <summary>The record that this one was derived from by redaction; null for originals.</summary>
    public string? RedactionOf { get; init; }
}
