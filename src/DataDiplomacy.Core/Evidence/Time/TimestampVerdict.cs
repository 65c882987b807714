namespace DataDiplomacy.Core.Evidence.Time;

/// <summary>What checking a time-stamp gave. What the token says is filled as far as it could be read, also where it is refused.</summary>
public sealed record TimestampVerdict
{
    /// <summary>Whether every rule holds.</summary>
    public bool Accepted => Reason == TimestampReason.Verified;

    /// <summary>The rule that decided.</summary>
    public required TimestampReason Reason { get; init; }

    /// <summary>The decision in words, with the values that led to it.</summary>
    public required string Explanation { get; init; }

    /// <summary>What the token says of itself; null where it could not be read.</summary>
    public TimestampStatement? Statement { get; init; }

    /// <summary>Distinguished name of the signer's certificate; null where none was found.</summary>
    public string? SignerSubject { get; init; }

    /// <summary>Whether a query was given and imprint, nonce and policy were held against it.</summary>
    public bool BoundToQuery { get; init; }

    /// <summary>Every root that was offered, and which of them the chain reached.</summary>
    public required IReadOnlyList<TimestampRoot> Roots { get; init; }

    /// <summary>What the outcome does not show.</summary>
    public IReadOnlyList<string> Limits { get; } =
    [
        "Shows that the bytes existed no later than genTime, not who made them, nor that what they say is true.",
        "Rests on the pinned roots; revocation was not looked up."
    ];
}
