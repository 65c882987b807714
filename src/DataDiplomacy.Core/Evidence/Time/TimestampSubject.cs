using System.Security.Cryptography;

namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>What a time-stamp is checked against: the bytes themselves, or their hash where the bytes are elsewhere.</summary>
public sealed class TimestampSubject
{
    private readonly byte[] _bytes;
    private readonly HashAlgorithmName? _hashedBy;

    private TimestampSubject(byte[] bytes, HashAlgorithmName? hashedBy) => (_bytes, _hashedBy) = (bytes, hashedBy);

    /// <summary>The bytes that were stamped.</summary>
    public static TimestampSubject OfData(ReadOnlySpan<byte> data) => new(data.ToArray(), null);

    /// <summary>The hash of the bytes that were stamped, and the algorithm that made it.</summary>
    public static TimestampSubject OfHash(ReadOnlySpan<byte> hash, HashAlgorithmName algorithm) => new(hash.ToArray(), algorithm);

    internal bool Matches(ReadOnlySpan<byte> imprint, HashAlgorithmName algorithm)
    {
        if (_hashedBy is { } given) return given == algorithm && imprint.SequenceEqual(_bytes);
        return imprint.SequenceEqual(CryptographicOperations.HashData(algorithm, _bytes));
    }
}
