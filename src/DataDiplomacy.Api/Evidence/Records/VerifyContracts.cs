using System.Text.Json;
using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Digests that are looked for.</summary>
public sealed record VerifyDigests
{
    /// <summary>One SHA-256 or up to 100 of them, 64 hexadecimal digits each.</summary>
    public JsonElement? Sha256 { get; init; }
}

/// <summary>Contents that are looked for; they are hashed while they arrive and kept nowhere.</summary>
public sealed record VerifyFiles
{
    /// <summary>A file; the part may come up to 100 times, the answer has one item for each, in their order.</summary>
    /// <example>aGVsbG8=</example>
    public required byte[] Content { get; init; }
}

/// <summary>Whether content with a digest is known.</summary>
[GraphName("EvidenceMatch")]
public sealed record DigestMatchView
{
    /// <summary>The digest that was asked for.</summary>
    /// <example>b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9</example>
    public required string Sha256 { get; init; }

    /// <summary>Whether a record that the caller may see has this content.</summary>
    public required bool Known { get; init; }

    /// <summary>Since when this server has had it, UTC; null if not known.</summary>
    /// <example>2026-11-25T09:24:04.345Z</example>
    public DateTime? Since { get; init; }

    /// <summary>The record; the oldest of several.</summary>
    /// <example>ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public string? RecordId { get; init; }

    /// <summary>The leaf of its first event.</summary>
    /// <example>41</example>
    public long? LogIndex { get; init; }

    /// <summary>Where the proof is.</summary>
    /// <example>/v1/evidence/ev-0198f2b1c0e57d4a8936b1f0c2d4e6a8/proof</example>
    public string? Proof { get; init; }
}

/// <summary>Answers to digests that were looked for.</summary>
public sealed record DigestMatchesView
{
    /// <summary>One for each digest, in their order.</summary>
    public required IReadOnlyList<DigestMatchView> Items { get; init; }
}
