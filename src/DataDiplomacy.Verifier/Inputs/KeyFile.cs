using System.Buffers.Text;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Verifier.Inputs;

/// <summary>A public key in one of three forms: PEM, the line of a vkey, or JSON with the coordinates of a point on P-256.</summary>
internal static class KeyFile
{
    private const int CoordinateLength = 32;
    private const int CoordinateAsBase64Url = 43;

    public static VerificationKey Read(string path)
    {
        var bytes = InputFile.Bytes(path);
        var text = Encoding.UTF8.GetString(bytes).Trim();
        try
        {
            if (text.StartsWith('{')) return Json(path, bytes);
            return text.Contains("-----BEGIN", StringComparison.Ordinal) ? VerificationKey.FromPem(text) : OfNotes(text);
        }
        catch (FormatException error)
        {
            throw new UnreadableException($"{path} holds no public key as PEM, vkey or JSON: {error.Message}", error);
        }
    }

    private static VerificationKey OfNotes(string vkey)
    {
        var key = NoteKey.Parse(vkey);
        return key.Type == NoteKeyType.Ed25519 ? key.Key : throw new FormatException("the vkey is of a witness, which signs checkpoints alone.");
    }

    /// <summary>The coordinates themselves, or an object with them as its member <c>key</c>.</summary>
    private static VerificationKey Json(string path, byte[] bytes)
    {
        var root = InputFile.Object(path, bytes);
        var key = root.TryGetProperty("key", out var member) && member.ValueKind == JsonValueKind.Object ? member : root;
        var read = VerificationKey.FromP256(Coordinate(key, "x"), Coordinate(key, "y"));
        try
        {
            // The framework looks whether the point is on the curve only now.
            read.SubjectPublicKeyInfo();
            return read;
        }
        catch (CryptographicException error)
        {
            throw new FormatException("x and y are no point on P-256.", error);
        }
    }

    /// <summary>32 bytes from base64url, which then has 43 characters (RFC 7518, 6.2.1.2), or from a decimal number.</summary>
    private static byte[] Coordinate(JsonElement key, string name)
    {
        if (!key.TryGetProperty(name, out var value)) throw new FormatException($"the member \"{name}\" is missing.");
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : value.GetRawText();
        if (text.Length == CoordinateAsBase64Url && Base64Url.IsValid(text)) return Base64Url.DecodeFromChars(text);
        if (text.Length > 78 || !BigInteger.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number.GetByteCount(isUnsigned: true) > CoordinateLength)
            throw new FormatException($"\"{name}\" is neither base64url of 32 bytes nor a decimal number below 2^256.");
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[CoordinateLength - bytes.Length], .. bytes];
    }
}
