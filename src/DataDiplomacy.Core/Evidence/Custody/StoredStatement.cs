namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>
/// A signed statement about a record that is no event of custody. Written once, never changed; its envelope is encrypted under the record's key, since
/// what people conclude names persons and places, and the log has nothing but the commitment.
/// </summary>
public sealed record StoredStatement
{
    /// <summary>The id: two letters for the kind, a hyphen and 32 hexadecimal digits, in the order of creation.</summary>
    public required string Id { get; init; }

    /// <summary>The record.</summary>
    public required string RecordId { get; init; }

    /// <summary>What it is.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>The statement that this one answers or replaces; null for none.</summary>
    public required string? About { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key.</summary>
    public required string Actor { get; init; }

    /// <summary>The index of its leaf in the log.</summary>
    public required long LogIndex { get; init; }

    /// <summary>The envelope (DSSE, canonical JSON), encrypted under the record's key (AES-256-GCM).</summary>
    public required byte[] Vault { get; init; }
}
