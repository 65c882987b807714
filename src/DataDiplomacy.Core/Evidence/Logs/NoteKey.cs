using System.Security.Cryptography;
using System.Text;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>What a key of notes signs, as its type byte says (c2sp.org/signed-note).</summary>
public enum NoteKeyType : byte
{
    /// <summary>Ed25519 over the text of the note.</summary>
    Ed25519 = 1,

    /// <summary>Ed25519 over the text and a time: a witness (c2sp.org/tlog-cosignature).</summary>
    Cosignature = 4
}

/// <summary>A key that checks signatures of notes, written as a vkey: <c>name+hex8(key id)+base64(type byte, public key)</c>.</summary>
public sealed class NoteKey
{
    private readonly byte[] _public;

    private NoteKey(string name, NoteKeyType type, byte[] @public, VerificationKey key)
    {
        (Name, Type, _public, Key) = (name, type, @public, key);
        Id = IdOf(name, type, @public);
    }

    /// <summary>The name of the signer, without spaces and plus signs.</summary>
    public string Name { get; }

    /// <summary>What the key signs.</summary>
    public NoteKeyType Type { get; }

    /// <summary>The first four bytes of SHA-256 over name, line feed, type byte and public key: a name, not proof.</summary>
    public uint Id { get; }

    /// <summary>The key itself.</summary>
    public VerificationKey Key { get; }

    /// <summary>The 32 bytes of the public key: two vkeys with the same are the same signer.</summary>
    public ReadOnlyMemory<byte> Public => _public;

    /// <summary>The key of a signer.</summary>
    /// <param name="name">The name.</param>
    /// <param name="type">What it signs.</param>
    /// <param name="public">32 bytes.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">The name is none, or the bytes are no key.</exception>
    public static NoteKey Create(string name, NoteKeyType type, ReadOnlySpan<byte> @public)
    {
        if (!IsName(name)) throw new FormatException($"\"{name}\" is no name of a key: it must not be empty and holds no space and no plus sign.");
        var key = VerificationKey.FromEd25519(@public) ?? throw new FormatException("An Ed25519 key has 32 bytes.");
        return new NoteKey(name, type, @public.ToArray(), key);
    }

    /// <summary>Reads a vkey.</summary>
    /// <param name="vkey">The text.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">It is no vkey of a type that is known here; the message says why.</exception>
    public static NoteKey Parse(string vkey)
    {
        ArgumentNullException.ThrowIfNull(vkey);
        // Base64 has plus signs of its own: only the first two part the fields.
        var fields = vkey.Split('+', 3);
        if (fields.Length != 3) throw new FormatException("A vkey has three parts: name+id+key.");
        var bytes = NoteText.Base64(fields[2]) ?? throw new FormatException("The key of a vkey is base64.");
        if (bytes.Length == 0 || bytes[0] is not ((byte)NoteKeyType.Ed25519 or (byte)NoteKeyType.Cosignature))
            throw new FormatException("The vkey is of another type than Ed25519 (1) and cosignatures by Ed25519 (4).");
        var key = Create(fields[0], (NoteKeyType)bytes[0], bytes.AsSpan(1));
        if (key.Id.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) != fields[1])
            throw new FormatException($"The id {fields[1]} of the vkey is not that of its name and key, {key.Id:x8}.");
        return key;
    }

    /// <summary>The vkey.</summary>
    /// <returns>One line without line feed.</returns>
    public override string ToString() => $"{Name}+{Id:x8}+{Convert.ToBase64String([(byte)Type, .. _public])}";

    /// <summary>Whether a text can be the name of a key.</summary>
    /// <param name="name">The text.</param>
    /// <returns>False for an empty one or one with spaces of any kind or a plus sign.</returns>
    internal static bool IsName(string name) => name.Length > 0 && !name.Contains('+', StringComparison.Ordinal) && !name.Any(char.IsWhiteSpace);

    private static uint IdOf(string name, NoteKeyType type, byte[] @public)
    {
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), 0x0A, (byte)type, .. @public]);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(hash);
    }
}
