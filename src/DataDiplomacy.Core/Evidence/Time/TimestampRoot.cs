using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>A pinned root as a reader can compare it.</summary>
/// <param name="Subject">Distinguished name.</param>
/// <param name="Sha256">SHA-256 of the certificate, lower-case hexadecimal.</param>
/// <param name="Used">Whether the chain of this token ends in it.</param>
public sealed record TimestampRoot(string Subject, string Sha256, bool Used)
{
    internal static TimestampRoot Of(X509Certificate2 root, X509Certificate2? end) =>
        new(root.Subject, root.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant(), end is not null && root.RawDataMemory.Span.SequenceEqual(end.RawDataMemory.Span));
}
