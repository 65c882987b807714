namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>That one person asks for a record to be erased; a second one must agree.</summary>
public sealed record ErasureRequest
{
    /// <summary>The record.</summary>
    public required string RecordId { get; init; }

    /// <summary>Who asks, by the pseudonym of the key.</summary>
    public required string Actor { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>The reasons, encrypted under the record's key.</summary>
    public required byte[] Vault { get; init; }
}
