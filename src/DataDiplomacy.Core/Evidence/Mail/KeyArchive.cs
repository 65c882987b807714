using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;

namespace DataDiplomacy.Core.Evidence.Mail;

/// <summary>Finds keys among those that were archived; nothing is asked of the DNS.</summary>
internal sealed class KeyArchive(IReadOnlyCollection<ArchivedKey> keys) : DkimPublicKeyLocatorBase
{
    public ArchivedKey? Find(string domain, string selector) =>
        keys.FirstOrDefault(key => key.Name.Equals($"{selector}._domainkey.{domain}", StringComparison.OrdinalIgnoreCase));

    /// <summary>The key of a record; null where it is withdrawn, malformed, or not for signatures by e-mail (RFC 6376, 3.6.1, 2011).</summary>
    public static AsymmetricKeyParameter? Read(ArchivedKey key)
    {
        if (MailTags.Read(key.Record) is not { } tags || tags.GetValueOrDefault("v", "DKIM1") != "DKIM1") return null;
        if (tags.GetValueOrDefault("p") is not { Length: > 0 } bytes) return null;
        if (!tags.GetValueOrDefault("s", "*").Split(':').Any(service => service is "*" or "email")) return null;
        try
        {
            return GetPublicKey($"k={tags.GetValueOrDefault("k", "rsa")}; p={bytes}");
        }
        catch (Exception fault) when (MailFaults.OfInput(fault))
        {
            return null;
        }
    }

    public static int? Bits(AsymmetricKeyParameter? key) => key switch
    {
        RsaKeyParameters rsa => rsa.Modulus.BitLength,
        Ed25519PublicKeyParameters => 256,
        _ => null
    };

    public static KeyStrength Strength(AsymmetricKeyParameter? key) => key switch
    {
        RsaKeyParameters { Modulus.BitLength: < 1024 } => KeyStrength.Refused,
        RsaKeyParameters { Modulus.BitLength: < 2048 } => KeyStrength.Weak,
        RsaKeyParameters or Ed25519PublicKeyParameters => KeyStrength.Strong,
        _ => KeyStrength.Unknown
    };

    public override AsymmetricKeyParameter LocatePublicKey(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        (Find(domain, selector) is { } key ? Read(key) : null) ?? throw new FormatException($"No usable key '{selector}._domainkey.{domain}' is archived.");

    public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
}
