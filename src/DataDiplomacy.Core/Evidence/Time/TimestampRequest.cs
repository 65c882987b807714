using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>Makes the question to a time-stamping authority (RFC 3161, 2.4.1, 2001).</summary>
public static class TimestampRequest
{
    /// <summary>
    /// DER of a TimeStampReq that asks for the signer's certificates, so that the token can be checked without asking anybody.
    /// </summary>
    /// <param name="hash">Hash of the bytes to stamp.</param>
    /// <param name="algorithm">SHA-256, SHA-384 or SHA-512.</param>
    /// <param name="nonce">8 to 32 random bytes of the caller, read as one unsigned big-endian number.</param>
    /// <param name="policyOid">Policy to ask for; null leaves it to the authority.</param>
    /// <exception cref="ArgumentException">The hash has another length than its algorithm, which is not one of the three, or the nonce is too short or long.</exception>
    public static byte[] Build(ReadOnlySpan<byte> hash, HashAlgorithmName algorithm, ReadOnlySpan<byte> nonce, string? policyOid)
    {
        if (TimestampHashes.Length(algorithm) != hash.Length)
            throw new ArgumentException($"A hash of {hash.Length} bytes is not one of '{algorithm.Name}'; SHA256, SHA384 and SHA512 have 32, 48 and 64.", nameof(hash));
        if (nonce.Length is < 8 or > 32)
            throw new ArgumentException($"The nonce has {nonce.Length} bytes; it needs 8 to 32.", nameof(nonce));
        var policy = policyOid is null ? null : new Oid(policyOid);
        return Rfc3161TimestampRequest.CreateFromHash(hash.ToArray(), algorithm, policy, nonce.ToArray(), requestSignerCertificates: true).Encode();
    }
}
