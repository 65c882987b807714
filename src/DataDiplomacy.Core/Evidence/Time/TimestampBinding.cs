using System.Security.Cryptography.Pkcs;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>Whether a token is about the subject, and is the answer to the query.</summary>
internal static class TimestampBinding
{
    public static TimestampVerdict? Refusal(Rfc3161TimestampTokenInfo info, TimestampSubject subject, ReadOnlySpan<byte> query, TimestampFindings found)
    {
        if (TimestampHashes.Named(info.HashAlgorithmId.Value) is not { } algorithm)
            return found.Refuse(TimestampReason.HashAlgorithmRefused, $"The imprint is made by {info.HashAlgorithmId.Value}; SHA-256, SHA-384 and SHA-512 are accepted.");
        if (!subject.Matches(info.GetMessageHash().Span, algorithm))
            return found.Refuse(TimestampReason.ImprintMismatch, $"The stamp is for other bytes: its {algorithm.Name} is {found.Statement?.Imprint}.");
        return query.IsEmpty ? null : QueryRefusal(info, query, found);
    }

    private static TimestampVerdict? QueryRefusal(Rfc3161TimestampTokenInfo info, ReadOnlySpan<byte> query, TimestampFindings found)
    {
        if (!Rfc3161TimestampRequest.TryDecode(query.ToArray(), out var asked, out var used) || used != query.Length)
            return found.Refuse(TimestampReason.QueryMalformed, "The query is not a TimeStampReq.");
        found.BoundToQuery = true;
        if (asked.HashAlgorithmId.Value != info.HashAlgorithmId.Value || !asked.GetMessageHash().Span.SequenceEqual(info.GetMessageHash().Span))
            return found.Refuse(TimestampReason.QueryImprintMismatch, "The query asked for another imprint.");
        if (asked.GetNonce() is { } nonce && !(info.GetNonce() is { } repeated && SameNumber(nonce.Span, repeated.Span)))
            return found.Refuse(TimestampReason.NonceMismatch, $"The query's nonce {Convert.ToHexStringLower(nonce.Span)} is not repeated; the token has {found.Statement?.Nonce ?? "none"}.");
        if (asked.RequestedPolicyId?.Value is { } policy && policy != info.PolicyId.Value)
            return found.Refuse(TimestampReason.PolicyMismatch, $"The query asked for policy {policy}; the token has {info.PolicyId.Value}.");
        return null;
    }

    private static bool SameNumber(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) => left.TrimStart((byte)0).SequenceEqual(right.TrimStart((byte)0));
}
