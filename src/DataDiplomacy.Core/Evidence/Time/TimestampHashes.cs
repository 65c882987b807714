using System.Security.Cryptography;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>The hash algorithms that still bind: SHA-256, SHA-384 and SHA-512 (RFC 5754, 2, 2010).</summary>
internal static class TimestampHashes
{
    public static HashAlgorithmName? Named(string? oid) => oid switch
    {
        "2.16.840.1.101.3.4.2.1" => HashAlgorithmName.SHA256,
        "2.16.840.1.101.3.4.2.2" => HashAlgorithmName.SHA384,
        "2.16.840.1.101.3.4.2.3" => HashAlgorithmName.SHA512,
        _ => null
    };

    public static int? Length(HashAlgorithmName algorithm) => algorithm.Name switch
    {
        "SHA256" => 32,
        "SHA384" => 48,
        "SHA512" => 64,
        _ => null
    };
}
