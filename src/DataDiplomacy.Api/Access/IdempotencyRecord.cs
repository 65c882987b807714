namespace DataDiplomacy.Api.Access;

/// <summary>The answer to a write that came with an Idempotency-Key, so that the same request again has the same answer and one effect.</summary>
public sealed class IdempotencyRecord
{
    /// <summary>SHA-256 of the caller's key and of the Idempotency-Key, lower-case hex.</summary>
    public required string Id { get; init; }

    /// <summary>SHA-256 of method, path, query and body, lower-case hex: another request under the same key is refused.</summary>
    public required string RequestHash { get; init; }

    public required DateTime CreatedAt { get; init; }

    /// <summary>Status of the answer; null while the first request runs.</summary>
    public int? Status { get; set; }

    public string? ContentType { get; set; }

    public string? Location { get; set; }

    public string? ETag { get; set; }

    /// <summary>The body; encrypted where it has a subject.</summary>
    public byte[]? Body { get; set; }

    /// <summary>What the body is about and under whose keys it is encrypted: with one of them destroyed nobody reads it again. Null where it is not encrypted.</summary>
    public string? Subject { get; set; }
}
