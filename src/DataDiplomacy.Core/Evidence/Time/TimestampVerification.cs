using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>Checks time-stamps without a network and without the machine's trust store (RFC 3161, 2001; RFC 5816, 2010).</summary>
public static class TimestampVerification
{
    /// <summary>
    /// Whether the answer stamps the subject, and what it says. Malformed bytes are a verdict, never an exception.
    /// </summary>
    /// <param name="answer">DER of a TimeStampResp or of a bare TimeStampToken.</param>
    /// <param name="subject">What is said to be stamped.</param>
    /// <param name="trust">Pinned roots and certificates that help to reach them.</param>
    /// <param name="query">DER of the TimeStampReq that was sent, to bind imprint, nonce and policy; empty where it was not kept.</param>
    public static TimestampVerdict Verify(ReadOnlySpan<byte> answer, TimestampSubject subject, TimestampTrust trust, ReadOnlySpan<byte> query)
    {
        var found = new TimestampFindings(trust);
        if (TimestampAnswer.Read(answer) is not { } read)
            return found.Refuse(TimestampReason.Malformed, "The bytes are neither a TimeStampResp nor a TimeStampToken.");
        if (!read.Granted)
            return found.Refuse(TimestampReason.StatusRejected, $"The authority refused: PKIStatus {read.Status}, {read.Failure ?? "no reason given"}.");
        try
        {
            return VerifyToken(read.Token, subject, query, found);
        }
        catch (Exception fault) when (fault is CryptographicException or AsnContentException)
        {
            return found.Refuse(TimestampReason.Malformed, "The token is not well-formed CMS with a TSTInfo.");
        }
    }

    private static TimestampVerdict VerifyToken(byte[]? token, TimestampSubject subject, ReadOnlySpan<byte> query, TimestampFindings found)
    {
        if (token is null) return found.Refuse(TimestampReason.Malformed, "The answer is granted and has no token.");
        var cms = new SignedCms();
        cms.Decode(token);
        if (!Rfc3161TimestampTokenInfo.TryDecode(cms.ContentInfo.Content, out var info, out var used) || used != cms.ContentInfo.Content.Length)
            return found.Refuse(TimestampReason.Malformed, "The signed content is not a TSTInfo.");
        found.Statement = TimestampInfoReader.Read(cms.ContentInfo.Content, info);
        if (found.Statement is null)
            return found.Refuse(TimestampReason.Malformed, "genTime is not written as yyyyMMddHHmmss, an optional fraction, and Z.");
        return TimestampSigner.Refusal(cms, token, info, found)
            ?? TimestampBinding.Refusal(info, subject, query, found)
            ?? TimestampChain.Refusal(cms, found)
            ?? found.Accept();
    }
}
