using System.Security.Cryptography;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>An event of custody: the signed statement, its place in the chain of its record and in the log. Written once, never changed.</summary>
public sealed record CustodyEvent
{
    /// <summary>The record.</summary>
    public required string RecordId { get; init; }

    /// <summary>Counts the events of the record from 1, without gaps.</summary>
    public required int Sequence { get; init; }

    /// <summary>What happened.</summary>
    public required CustodyEventType Type { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who, by a pseudonym that stands for a key.</summary>
    public required string Actor { get; init; }

    /// <summary>The envelope (DSSE) as canonical JSON.</summary>
    public required byte[] Envelope { get; init; }

    /// <summary>The index of the event's leaf in the log.</summary>
    public required long LogIndex { get; init; }

    /// <summary>The values behind the commitments, encrypted under the record's key (AES-256-GCM).</summary>
    public required byte[] Vault { get; init; }

    /// <summary>SHA-256 of the envelope, which the next event names.</summary>
    public string EnvelopeSha256 => HashOf(Envelope);

    /// <summary>SHA-256 of an envelope's bytes, lower-case hexadecimal.</summary>
    /// <param name="envelope">The bytes.</param>
    /// <returns>64 digits.</returns>
    public static string HashOf(ReadOnlySpan<byte> envelope) => Convert.ToHexStringLower(SHA256.HashData(envelope));

    /// <summary>What the leaf of an event commits to: the hash of its envelope, blinded by a salt of the record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="envelope">The envelope's bytes.</param>
    /// <returns>The disclosure that opens the leaf's commitment.</returns>
    public static Disclosure DisclosureOf(string record, int sequence, ReadOnlyMemory<byte> salt, ReadOnlySpan<byte> envelope) =>
        DisclosureOf(record, sequence, salt, HashOf(envelope));

    /// <summary>The same of an envelope whose hash is known.</summary>
    /// <param name="record">The record.</param>
    /// <param name="sequence">The event.</param>
    /// <param name="salt">The salt.</param>
    /// <param name="envelopeSha256">SHA-256 of the envelope's bytes, lower-case hexadecimal.</param>
    /// <returns>The disclosure that opens the leaf's commitment.</returns>
    public static Disclosure DisclosureOf(string record, int sequence, ReadOnlyMemory<byte> salt, string envelopeSha256) =>
        new("event", CustodyStatement.PathOf(record, sequence), salt, System.Text.Json.Nodes.JsonValue.Create(envelopeSha256));
}
