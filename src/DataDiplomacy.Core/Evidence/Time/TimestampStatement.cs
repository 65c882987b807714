namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>TSTInfo: what the authority signed (RFC 3161, 2.4.2, 2001).</summary>
public sealed record TimestampStatement
{
    /// <summary>genTime as it is written in the token, such as "20261123120000.071Z".</summary>
    public required string GenTimeText { get; init; }

    /// <summary>genTime as an instant, to 100 nanoseconds; further digits are in the text.</summary>
    public required DateTimeOffset GenTime { get; init; }

    /// <summary>How far genTime may be off, in microseconds to either side; null where the token does not say.</summary>
    public required long? AccuracyMicroseconds { get; init; }

    /// <summary>Object identifier of the policy under which the stamp was made.</summary>
    public required string PolicyOid { get; init; }

    /// <summary>Serial number of the stamp, lower-case hexadecimal.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>Name of the hash algorithm of the imprint, such as "SHA256"; its object identifier where it is not one of SHA-2.</summary>
    public required string HashAlgorithm { get; init; }

    /// <summary>The imprint, lower-case hexadecimal.</summary>
    public required string Imprint { get; init; }

    /// <summary>The nonce, lower-case hexadecimal; null where there is none.</summary>
    public required string? Nonce { get; init; }
}
