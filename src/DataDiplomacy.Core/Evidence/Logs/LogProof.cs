using System.Globalization;
using System.Text;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A proof that needs no server (c2sp.org/tlog-proof, file extension <c>.tlog-proof</c>): index, path and checkpoint of an entry.</summary>
/// <param name="Index">The index of the leaf.</param>
/// <param name="Path">The hashes from the leaf to the root.</param>
/// <param name="Checkpoint">The note of the checkpoint, with its signatures.</param>
/// <param name="Extra">Bytes for applications; nothing vouches for them.</param>
public sealed record LogProof(ulong Index, IReadOnlyList<ReadOnlyMemory<byte>> Path, SignedNote Checkpoint, ReadOnlyMemory<byte>? Extra = null)
{
    private const string Magic = "c2sp.org/tlog-proof@v1";
    private const int MaxPath = 64;

    /// <summary>Reads a proof.</summary>
    /// <param name="bytes">The file.</param>
    /// <returns>The proof.</returns>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static LogProof Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 2 * SignedNote.MaxLength) throw new FormatException($"The proof has {bytes.Length} bytes, at most {2 * SignedNote.MaxLength} are read.");
        var blank = bytes.IndexOf("\n\n"u8);
        if (blank < 0) throw new FormatException("No blank line parts proof and checkpoint.");
        var lines = new Queue<string>(NoteText.Decode(bytes[..blank]).Split('\n'));
        if (lines.Dequeue() != Magic) throw new FormatException($"A proof begins with the line {Magic}.");

        var extra = lines.TryPeek(out var line) && line.StartsWith("extra ", StringComparison.Ordinal) ? Base64(lines.Dequeue()[6..], "extra") : null;
        if (!lines.TryDequeue(out line) || !line.StartsWith("index ", StringComparison.Ordinal) || !NoteText.TryNumber(line[6..], out var index))
            throw new FormatException("The line \"index <number>\" is missing; the number has no leading zeros.");
        if (lines.Count > MaxPath) throw new FormatException($"The proof has {lines.Count} hashes, no tree needs more than {MaxPath}.");
        var path = lines.Select(each => (ReadOnlyMemory<byte>)Base64(each, "hash")).ToList();
        if (path.Exists(each => each.Length != Merkle.HashLength)) throw new FormatException("A hash of the path has not 32 bytes.");
        return new(index, path, SignedNote.Parse(bytes[(blank + 2)..]), extra is null ? (ReadOnlyMemory<byte>?)null : extra);
    }

    /// <summary>Checks the proof of an entry.</summary>
    /// <param name="entry">The bytes of the entry.</param>
    /// <param name="policy">What the reader trusts.</param>
    /// <returns>The verdict.</returns>
    public LogProofVerdict Verify(ReadOnlySpan<byte> entry, WitnessPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var checkpoint = policy.Verify(Checkpoint);
        if (checkpoint.Checkpoint is not { } state) return new(checkpoint, checkpoint.Refusal);
        if (Index >= state.Size) return new(checkpoint, $"The index {Index} is beyond the {state.Size} leaves of the checkpoint.");
        return Merkle.VerifiesInclusion(Index, state.Size, Merkle.LeafHash(entry), Path, state.Root.Span)
            ? new(checkpoint, null)
            : new(checkpoint, "The path does not lead from this entry to the root of the checkpoint.");
    }

    /// <summary>The file.</summary>
    /// <returns>Text in UTF-8.</returns>
    public override string ToString()
    {
        var text = new StringBuilder(Magic).Append('\n');
        if (Extra is { } extra) text.Append("extra ").Append(Convert.ToBase64String(extra.Span)).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"index {Index}\n");
        foreach (var hash in Path) text.Append(Convert.ToBase64String(hash.Span)).Append('\n');
        return text.Append('\n').Append(Checkpoint).ToString();
    }

    private static byte[] Base64(string text, string what) =>
        NoteText.Base64(text) ?? throw new FormatException($"\"{text}\" is no base64 of a {what}.");
}

/// <summary>What a proof says.</summary>
/// <param name="Checkpoint">The verdict on its checkpoint.</param>
/// <param name="Refusal">Why the proof is refused; null if it holds.</param>
public sealed record LogProofVerdict(CheckpointVerdict Checkpoint, string? Refusal);
