using System.Security.Cryptography;
using NSec.Cryptography;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>A public key that checks signatures: Ed25519 (RFC 8032) or ECDSA over P-256 with SHA-256 (FIPS 186-5; signatures as r || s).</summary>
public sealed class VerificationKey
{
    private readonly PublicKey? _edwards;
    private readonly ECParameters _weierstrass;

    private VerificationKey(PublicKey edwards) => _edwards = edwards;

    private VerificationKey(ECParameters weierstrass) => _weierstrass = weierstrass;

    /// <summary><c>Ed25519</c> or <c>ECDSA P-256</c>.</summary>
    public string Algorithm => _edwards is null ? "ECDSA P-256" : "Ed25519";

    /// <summary>The name of the key: SHA-256 of its SubjectPublicKeyInfo (RFC 5280, 4.1.2.7), 64 lower-case hexadecimal digits.</summary>
    public string KeyId => Convert.ToHexStringLower(SHA256.HashData(SubjectPublicKeyInfo()));

    /// <summary>An Ed25519 key from its 32 bytes.</summary>
    /// <param name="bytes">The encoded point.</param>
    /// <returns>The key, or null if the bytes are none.</returns>
    public static VerificationKey? FromEd25519(ReadOnlySpan<byte> bytes) =>
        PublicKey.TryImport(SignatureAlgorithm.Ed25519, bytes, KeyBlobFormat.RawPublicKey, out var key) && key is not null ? new VerificationKey(key) : null;

    /// <summary>An Ed25519 key from PEM, <c>BEGIN PUBLIC KEY</c> (RFC 7468, 13; RFC 8410, 4).</summary>
    /// <param name="pem">The text.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">No PEM, or a key of another kind.</exception>
    public static VerificationKey FromEd25519Pem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != "PUBLIC KEY")
            throw new FormatException("Expected a public key as PEM, which begins with -----BEGIN PUBLIC KEY-----.");
        var der = Convert.FromBase64String(pem[fields.Base64Data]);
        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, der, KeyBlobFormat.PkixPublicKey, out var key) && key is not null
            ? new VerificationKey(key)
            : throw new FormatException("The PEM holds no public key for Ed25519.");
    }

    /// <summary>A key from PEM, <c>BEGIN PUBLIC KEY</c> (RFC 7468, 13).</summary>
    /// <param name="pem">The text.</param>
    /// <returns>The key.</returns>
    /// <exception cref="FormatException">No PEM, or a key of another kind.</exception>
    public static VerificationKey FromPem(string pem)
    {
        ArgumentNullException.ThrowIfNull(pem);
        if (!PemEncoding.TryFind(pem, out var fields) || pem[fields.Label] != "PUBLIC KEY")
            throw new FormatException("Expected a public key as PEM, which begins with -----BEGIN PUBLIC KEY-----.");
        var der = Convert.FromBase64String(pem[fields.Base64Data]);
        if (PublicKey.TryImport(SignatureAlgorithm.Ed25519, der, KeyBlobFormat.PkixPublicKey, out var edwards) && edwards is not null) return new VerificationKey(edwards);
        try
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportSubjectPublicKeyInfo(der, out _);
            var parameters = ecdsa.ExportParameters(false);
            if (parameters.Curve.Oid.FriendlyName is "nistP256" or "ECDSA_P256" || parameters.Curve.Oid.Value == "1.2.840.10045.3.1.7") return new VerificationKey(parameters);
        }
        catch (CryptographicException error)
        {
            throw new FormatException("The PEM holds no public key for Ed25519 or ECDSA P-256.", error);
        }
        throw new FormatException("The key is on another curve than P-256.");
    }

    /// <summary>A P-256 key from its coordinates.</summary>
    /// <param name="x">32 bytes, big-endian.</param>
    /// <param name="y">32 bytes, big-endian.</param>
    /// <returns>The key.</returns>
    public static VerificationKey FromP256(byte[] x, byte[] y) =>
        new(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } });

    /// <summary>The key as DER SubjectPublicKeyInfo.</summary>
    /// <returns>The bytes that <see cref="KeyId"/> hashes.</returns>
    public byte[] SubjectPublicKeyInfo()
    {
        if (_edwards is not null) return _edwards.Export(KeyBlobFormat.PkixPublicKey);
        using var ecdsa = ECDsa.Create(_weierstrass);
        return ecdsa.ExportSubjectPublicKeyInfo();
    }

    /// <summary>The key as PEM.</summary>
    /// <returns>The text with a final line feed.</returns>
    public string ToPem() => PemEncoding.WriteString("PUBLIC KEY", SubjectPublicKeyInfo()) + "\n";

    /// <summary>Whether the signature is of these bytes by the owner of this key.</summary>
    /// <param name="data">What was signed.</param>
    /// <param name="signature">64 bytes for either kind.</param>
    /// <returns>False for another length too.</returns>
    public bool Verifies(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (_edwards is not null) return SignatureAlgorithm.Ed25519.Verify(_edwards, data, signature);
        using var ecdsa = ECDsa.Create(_weierstrass);
        return ecdsa.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }
}
