using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>
/// The signature of a token and the certificate behind it. The framework's own decoder says only "no", so the rules are asked one by one first.
/// </summary>
internal static class TimestampSigner
{
    private const string TimeStampingPurpose = "1.3.6.1.5.5.7.3.8";

    public static TimestampVerdict? Refusal(SignedCms cms, byte[] token, Rfc3161TimestampTokenInfo info, TimestampFindings found)
    {
        if (cms.SignerInfos.Count != 1)
            return found.Refuse(TimestampReason.Malformed, $"A token has one signature (RFC 3161, 2.4.2); this has {cms.SignerInfos.Count}.");
        var extra = new X509Certificate2Collection(found.Trust.Extra.ToArray());
        var signer = cms.SignerInfos[0].Certificate ?? Named(cms.SignerInfos[0].SignerIdentifier, extra);
        if (signer is null)
            return found.Refuse(TimestampReason.SignerMissing, "The signer's certificate is neither in the token nor among the extra certificates.");
        found.Signer = signer;
        if (!SignatureHolds(cms, extra)) return found.Refuse(TimestampReason.SignatureInvalid, "The signature of the token does not verify.");
        if (found.Statement is { } statement && OutOfValidity(signer, statement.GenTime))
            return found.Refuse(TimestampReason.CertificateNotValidAtGenTime, $"The signer's certificate was not valid at genTime {statement.GenTimeText}.");
        if (!ForTimeStampingAlone(signer) || !Names(token, info, extra))
            return found.Refuse(TimestampReason.CertificateNotForTimestamping, "The signer's certificate is not for time-stamping alone, critically, or the token does not name it.");
        return null;
    }

    private static bool OutOfValidity(X509Certificate2 certificate, DateTimeOffset instant) =>
        instant.UtcDateTime < certificate.NotBefore.ToUniversalTime() || instant.UtcDateTime > certificate.NotAfter.ToUniversalTime();

    private static bool SignatureHolds(SignedCms cms, X509Certificate2Collection extra)
    {
        try
        {
            cms.CheckSignature(extra, verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>RFC 3161, 2.3 (2001): one extended key usage, time-stamping, and critical.</summary>
    private static bool ForTimeStampingAlone(X509Certificate2 certificate) =>
        certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SingleOrDefault() is { Critical: true } usage
        && usage.EnhancedKeyUsages.Count == 1 && usage.EnhancedKeyUsages[0].Value == TimeStampingPurpose;

    /// <summary>Whether the signed attribute SigningCertificate or its second version names the certificate (RFC 5816, 2.2.1, 2010).</summary>
    private static bool Names(byte[] token, Rfc3161TimestampTokenInfo info, X509Certificate2Collection extra) =>
        Rfc3161TimestampToken.TryDecode(token, out var decoded, out var used) && used == token.Length
        && decoded.VerifySignatureForHash(info.GetMessageHash().Span, info.HashAlgorithmId, out _, extra);

    private static X509Certificate2? Named(SubjectIdentifier identifier, X509Certificate2Collection candidates) =>
        candidates.FirstOrDefault(candidate => identifier.MatchesCertificate(candidate));
}
