using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Tests.Evidence.Time;

/// <summary>A time-stamping authority of one root and one signer, valid from 2020 to 2021, that stamps the SHA-256 of "abc" for any genTime.</summary>
internal sealed class LocalAuthority
{
    private static readonly DateTimeOffset From = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public LocalAuthority(bool critical)
    {
        using var rootKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Root", rootKey, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        Root = root.CreateSelfSigned(From, From.AddYears(30));
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical));
        Signer = request.Create(Root, From, From.AddYears(1), [1, 2, 3]).CopyWithPrivateKey(key);
    }

    public X509Certificate2 Root { get; }

    public X509Certificate2 Signer { get; }

    public byte[] Stamp(string genTime, X509IncludeOption included)
    {
        var cms = new SignedCms(new ContentInfo(new Oid("1.2.840.113549.1.9.16.1.4"), Info(genTime)));
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Signer) { DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), IncludeOption = included };
        signer.SignedAttributes.Add(new AsnEncodedData(new Oid("1.2.840.113549.1.9.16.2.47"), SigningCertificateV2()));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    /// <summary>SigningCertificateV2 with one ESSCertIDv2 of the default SHA-256 (RFC 5035, 3, 2007).</summary>
    private byte[] SigningCertificateV2()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
            writer.WriteOctetString(SHA256.HashData(Signer.RawDataMemory.Span));
        return writer.Encode();
    }

    private static byte[] Info(string genTime)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.3.6.1.4.1.55555.1.1");
            using (writer.PushSequence())
            {
                using (writer.PushSequence()) writer.WriteObjectIdentifier("2.16.840.1.101.3.4.2.1");
                writer.WriteOctetString(SHA256.HashData("abc"u8));
            }
            writer.WriteInteger(7);
            writer.WriteEncodedValue([0x18, (byte)genTime.Length, .. System.Text.Encoding.ASCII.GetBytes(genTime)]);
        }
        return writer.Encode();
    }
}
