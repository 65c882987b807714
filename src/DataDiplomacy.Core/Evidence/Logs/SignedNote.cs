using System.Buffers.Binary;
using System.Text;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A signature line of a note.</summary>
/// <param name="Name">The name of the key.</param>
/// <param name="KeyId">The id of the key.</param>
/// <param name="Signature">The bytes after the id.</param>
public sealed record NoteSignature(string Name, uint KeyId, ReadOnlyMemory<byte> Signature)
{
    /// <summary>The time a cosignature carries: seconds since 1970 UTC. Meaningful only for keys of that type.</summary>
    public ulong CosignedAt => Signature.Length >= 8 ? BinaryPrimitives.ReadUInt64BigEndian(Signature.Span) : 0;

    /// <summary>The line, without line feed.</summary>
    /// <returns>Em dash, name, base64 of id and signature.</returns>
    public override string ToString()
    {
        var bytes = new byte[4 + Signature.Length];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, KeyId);
        Signature.Span.CopyTo(bytes.AsSpan(4));
        return $"— {Name} {Convert.ToBase64String(bytes)}";
    }
}

/// <summary>A text with signatures (c2sp.org/signed-note). Nothing of the text may be believed before <see cref="Verify"/> said so.</summary>
/// <param name="Text">The text with its final line feed, without the blank line after it.</param>
/// <param name="Signatures">The signature lines, in order.</param>
public sealed record SignedNote(string Text, IReadOnlyList<NoteSignature> Signatures)
{
    /// <summary>Longer notes are refused, in bytes.</summary>
    public const int MaxLength = 1 << 20;

    /// <summary>More signatures are refused; the standard asks for at least 16.</summary>
    public const int MaxSignatures = 100;

    /// <summary>Reads a note.</summary>
    /// <param name="bytes">UTF-8: text, blank line, signature lines.</param>
    /// <returns>The note.</returns>
    /// <exception cref="FormatException">It is none; the message says why.</exception>
    public static SignedNote Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxLength) throw new FormatException($"The note has {bytes.Length} bytes, at most {MaxLength} are read.");
        var note = NoteText.Decode(bytes);
        if (!note.EndsWith('\n')) throw new FormatException("The note does not end with a line feed.");
        var blank = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (blank < 0) throw new FormatException("No blank line parts text and signatures.");
        var lines = note[(blank + 2)..].Split('\n')[..^1];
        if (lines.Length is 0 or > MaxSignatures) throw new FormatException($"The note has {lines.Length} signatures, 1 to {MaxSignatures} are read.");
        return new(note[..(blank + 1)], [.. lines.Select(ParseSignature)]);
    }

    /// <summary>
    /// Checks the signatures by known keys. Others are passed over, also those that share the name or the id, but not both, with a known key.
    /// </summary>
    /// <param name="keys">The keys that the reader trusts.</param>
    /// <returns>The valid signatures with their keys, each key once (the first that it made); empty if there is none, and if a known key's signature is wrong.</returns>
    public IReadOnlyList<(NoteKey Key, NoteSignature Signature)> Verify(IReadOnlyCollection<NoteKey> keys)
    {
        var valid = new List<(NoteKey, NoteSignature)>();
        foreach (var signature in Signatures)
        {
            var key = keys.FirstOrDefault(each => each.Id == signature.KeyId && each.Name == signature.Name);
            if (key is null) continue;
            if (!IsSigned(key, signature)) return [];
            if (!valid.Exists(each => each.Item1 == key)) valid.Add((key, signature));
        }
        return valid;
    }

    /// <summary>Signs a text.</summary>
    /// <param name="text">The text, ending with a line feed.</param>
    /// <param name="name">The name of the signer.</param>
    /// <param name="key">The key that signs.</param>
    /// <returns>The note with one signature.</returns>
    public static SignedNote Sign(string text, string name, SigningKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var id = NoteKey.Create(name, NoteKeyType.Ed25519, key.Public.Span).Id;
        return new(text, [new(name, id, key.Sign(Encoding.UTF8.GetBytes(text)))]);
    }

    /// <summary>A witness's signature over a text and the time it saw it (c2sp.org/tlog-cosignature).</summary>
    /// <param name="text">The text of the note, a checkpoint.</param>
    /// <param name="name">The name of the witness.</param>
    /// <param name="key">The key of the witness.</param>
    /// <param name="at">Seconds since 1970 UTC.</param>
    /// <returns>The signature line.</returns>
    public static NoteSignature Cosign(string text, string name, SigningKey key, ulong at)
    {
        ArgumentNullException.ThrowIfNull(key);
        var id = NoteKey.Create(name, NoteKeyType.Cosignature, key.Public.Span).Id;
        var signature = new byte[8 + 64];
        BinaryPrimitives.WriteUInt64BigEndian(signature, at);
        key.Sign(CosignedBytes(text, at)).CopyTo(signature, 8);
        return new(name, id, signature);
    }

    /// <summary>The note as it is served.</summary>
    /// <returns>Text, blank line, signature lines.</returns>
    public override string ToString() => Text + "\n" + string.Concat(Signatures.Select(each => each + "\n"));

    private bool IsSigned(NoteKey key, NoteSignature signature)
    {
        if (key.Type == NoteKeyType.Ed25519) return key.Key.Verifies(Encoding.UTF8.GetBytes(Text), signature.Signature.Span);
        return signature.Signature.Length == 8 + 64 && key.Key.Verifies(CosignedBytes(Text, signature.CosignedAt), signature.Signature.Span[8..]);
    }

    private static byte[] CosignedBytes(string text, ulong at) =>
        Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"cosignature/v1\ntime {at}\n{text}"));

    private static NoteSignature ParseSignature(string line)
    {
        var parts = line.Split(' ');
        if (parts is not ["—", var name, var encoded]) throw new FormatException("A signature line is: em dash, space, name, space, base64.");
        if (!NoteKey.IsName(name)) throw new FormatException($"\"{name}\" is no name of a key.");
        var bytes = NoteText.Base64(encoded);
        if (bytes is null || bytes.Length < 5) throw new FormatException($"The signature of {name} is no base64 of an id and a signature.");
        return new(name, BinaryPrimitives.ReadUInt32BigEndian(bytes), bytes.AsMemory(4));
    }
}
