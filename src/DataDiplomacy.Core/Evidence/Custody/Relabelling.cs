namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>A change of a record's label, from which follows who learns that it is withdrawn: those who could know of it before and cannot now.</summary>
public sealed class Relabelling
{
    /// <summary>The leaf of its event.</summary>
    public required long LogIndex { get; init; }

    /// <summary>The record.</summary>
    public required string RecordId { get; init; }

    /// <summary>The label until then.</summary>
    public required Sensitivity Before { get; init; }

    /// <summary>The label since then.</summary>
    public required Sensitivity After { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The public content that it left behind and that is still to be destroyed; null when there is none.</summary>
    public string? LeftBlob { get; set; }
}
