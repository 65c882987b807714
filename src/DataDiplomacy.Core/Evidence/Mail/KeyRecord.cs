using System.Security.Cryptography;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>The text of a key's TXT record (RFC 6376, 3.6.1, 2011), also of keys that were kept as PEM.</summary>
public static class KeyRecord
{
    private const int Ed25519Length = 32;

    /// <summary>The record of a key that was kept in either form.</summary>
    /// <param name="text">The text of a TXT record, or a public key as PEM (SubjectPublicKeyInfo).</param>
    /// <returns>The text of a TXT record; null where the text is neither. An empty <c>p=</c> is a record: that of a key which was withdrawn.</returns>
    public static string? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (PemEncoding.TryFind(text, out var fields)) return text[fields.Label] == "PUBLIC KEY" ? OfPem(text, fields) : null;
        return MailTags.Read(text) is { } tags && tags.ContainsKey("p") && tags.GetValueOrDefault("v", "DKIM1") == "DKIM1" ? text.Trim() : null;
    }

    private static string? OfPem(string pem, PemFields fields)
    {
        var bytes = Convert.FromBase64String(pem[fields.Base64Data]);
        // The record of an Ed25519 key has the bare 32 bytes (RFC 8463, 4.2), that of RSA the whole structure.
        if (IsEd25519(pem)) return bytes.Length < Ed25519Length ? null : $"v=DKIM1; k=ed25519; p={Convert.ToBase64String(bytes[^Ed25519Length..])}";
        return $"v=DKIM1; k=rsa; p={Convert.ToBase64String(bytes)}";
    }

    private static bool IsEd25519(string pem)
    {
        try
        {
            return VerificationKey.FromPem(pem).Algorithm == "Ed25519";
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
