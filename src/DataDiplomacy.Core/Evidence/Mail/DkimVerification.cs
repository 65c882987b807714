using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>Checks DKIM signatures against archived keys (RFC 6376, 2011; RFC 8301 and 8463, 2018).</summary>
public static class DkimVerification
{
    /// <summary>One report for each DKIM-Signature, from the top; empty where there is none; null where the bytes are no message.</summary>
    /// <param name="message">The message as it was received, octet by octet.</param>
    /// <param name="keys">Every key that is archived; the first of a name counts.</param>
    public static IReadOnlyList<DkimReport>? Verify(byte[] message, IReadOnlyCollection<ArchivedKey> keys)
    {
        try
        {
            using var bytes = new MemoryStream(message, writable: false);
            using var parsed = MimeMessage.Load(bytes);
            var archive = new KeyArchive(keys);
            return [.. parsed.Headers.Where(header => header.Id == HeaderId.DkimSignature).Select(header => Report(parsed, header, archive))];
        }
        catch (Exception fault) when (MailFaults.OfInput(fault))
        {
            return null;
        }
    }

    private static DkimReport Report(MimeMessage message, Header header, KeyArchive archive)
    {
        if (DkimParts.Read(header.Value) is not { } parts) return new DkimReport { Problem = "The signature is malformed or does not cover From (RFC 6376, 3.5)." };
        var report = new DkimReport
        {
            Domain = parts.Domain,
            Selector = parts.Selector,
            Algorithm = parts.Algorithm,
            Alignment = Alignment(message, parts.Domain),
            SignedLength = parts.Length,
            ExpiresUnixSeconds = parts.Expires
        };
        if (parts.Kind is not { } kind) return report with { Problem = $"The algorithm '{parts.Algorithm}' is refused; rsa-sha256 and ed25519-sha256 count (RFC 8301, 3.1; RFC 8463)." };
        var body = DkimArithmetic.BodyHolds(message, kind, parts, parts.Length);
        var appended = body && parts.Length is not null && !DkimArithmetic.BodyHolds(message, kind, parts, null);
        return WithKey(report with { BodyHashValid = body, AppendedUnsigned = appended }, message, header, kind, parts, archive);
    }

    private static DkimReport WithKey(DkimReport report, MimeMessage message, Header header, DkimSignatureAlgorithm kind, DkimParts parts, KeyArchive archive)
    {
        if (archive.Find(parts.Domain, parts.Selector) is not { } archived) return report with { Problem = $"No key '{parts.Selector}._domainkey.{parts.Domain}' is archived." };
        var key = KeyArchive.Read(archived);
        report = report with { KeyValidity = archived.Validity, Strength = KeyArchive.Strength(key), KeyBits = KeyArchive.Bits(key), Testing = Testing(archived) };
        if (key is null || !Fits(key, kind)) return report with { Problem = "The archived key is withdrawn, malformed or of another kind than the signature." };
        if (report.Strength == KeyStrength.Refused) return report with { Problem = $"A key of {report.KeyBits} bits is refused; 1,024 are the least (RFC 8301, 3.2)." };
        return report with { SignatureValid = DkimArithmetic.HeaderHolds(message, header, kind, parts, key, archive) };
    }

    private static bool Fits(AsymmetricKeyParameter key, DkimSignatureAlgorithm kind) =>
        kind == DkimSignatureAlgorithm.Ed25519Sha256 ? key is Ed25519PublicKeyParameters : key is RsaKeyParameters;

    private static bool Testing(ArchivedKey key) => MailTags.Read(key.Record)?.GetValueOrDefault("t")?.Split(':').Contains("y") ?? false;

    private static FromAlignment Alignment(MimeMessage message, string domain)
    {
        if (message.From.Mailboxes.ToList() is not [var author] || message.Headers.Count(header => header.Id == HeaderId.From) != 1) return FromAlignment.None;
        if (author.Domain.Equals(domain, StringComparison.OrdinalIgnoreCase)) return FromAlignment.Exact;
        return author.Domain.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith("." + author.Domain, StringComparison.OrdinalIgnoreCase)
            ? FromAlignment.Subdomain
            : FromAlignment.None;
    }
}
