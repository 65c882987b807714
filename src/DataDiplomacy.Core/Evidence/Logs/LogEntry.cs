using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A leaf of the log: a commitment and what kind of thing it commits to, nothing else. Written once, never changed.</summary>
public sealed record LogEntry
{
    /// <summary>The kind of an event of custody.</summary>
    public const string OfCustody = "custodyEvent";

    /// <summary>The kind of a version of a data set.</summary>
    public const string OfDatasetVersion = "datasetVersion";

    /// <summary>The kind of an agreement on the use of data.</summary>
    public const string OfAgreement = "agreement";

    /// <summary>The kind of a signed statement about a record that is no event of custody.</summary>
    public const string OfStatement = "evidenceStatement";

    /// <summary>The place in the log, from 0, without gaps.</summary>
    public required long Index { get; init; }

    /// <summary>The bytes of the entry: canonical JSON (RFC 8785) of version, kind and commitment.</summary>
    public required byte[] Entry { get; init; }

    /// <summary>The hash of the leaf (RFC 6962, 2.1), 32 bytes.</summary>
    public required byte[] LeafHash { get; init; }

    /// <summary>When it was appended, UTC; no earlier than the entry before.</summary>
    public required DateTime AppendedAt { get; init; }

    /// <summary>The entry of a commitment.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="kind">What it commits to.</param>
    /// <param name="commitment">32 bytes.</param>
    /// <param name="at">When it is appended.</param>
    /// <returns>The entry.</returns>
    public static LogEntry Of(long index, string kind, ReadOnlySpan<byte> commitment, DateTime at)
    {
        var entry = Write(kind, commitment);
        return new() { Index = index, Entry = entry, LeafHash = Merkle.LeafHash(entry), AppendedAt = at };
    }

    /// <summary>The bytes of an entry.</summary>
    /// <param name="kind">What it commits to.</param>
    /// <param name="commitment">32 bytes.</param>
    /// <returns>Canonical JSON: <c>{"commitment":"…","kind":"…","v":1}</c>, the commitment in base64url.</returns>
    public static byte[] Write(string kind, ReadOnlySpan<byte> commitment) =>
        new CanonicalWriter().BeginObject().Name("commitment").Text(Commitment.Text(commitment)).Name("kind").Text(kind).Name("v").Number(1).End().ToArray();
}
