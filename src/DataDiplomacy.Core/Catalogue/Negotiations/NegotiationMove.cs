namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>One move of a negotiation, linked to the one before by its hash. Written once, never changed; <see cref="MoveChain"/> says what the hash is of.</summary>
public sealed record NegotiationMove
{
    /// <summary>The negotiation, by its id or IRI; at most <see cref="MoveChain.MaxReferenceLength"/> characters.</summary>
    public required string Negotiation { get; init; }

    /// <summary>Counts the moves of the negotiation from 1, without gaps; given by <see cref="MoveChain.Link"/>.</summary>
    public int Sequence { get; init; }

    /// <summary>For which side it was made.</summary>
    public required NegotiationParty Party { get; init; }

    /// <summary>Who made it, by the IRI or a pseudonym of the agent.</summary>
    public required string Agent { get; init; }

    /// <summary>What was done.</summary>
    public required NegotiationMoveKind Kind { get; init; }

    /// <summary>SHA-256 of the policy's canonical JSON (<see cref="MoveChain.PolicyHashOf"/>), 64 lower-case hexadecimal digits; null when the move has no policy.</summary>
    public string? PolicySha256 { get; init; }

    /// <summary>Why, in the words of the agent; empty for none, at most <see cref="MoveChain.MaxMotivationLength"/> characters.</summary>
    public required string Motivation { get; init; }

    /// <summary>References to the observations or series on which the move rests, in the agent's order; empty for none, at most <see cref="MoveChain.MaxCited"/>.</summary>
    public required IReadOnlyList<string> Cited { get; init; }

    /// <summary>When, UTC in whole milliseconds.</summary>
    public required DateTime At { get; init; }

    /// <summary>The hash of the move before; null for the first; given by <see cref="MoveChain.Link"/>.</summary>
    public string? PreviousHash { get; init; }

    /// <summary>SHA-256 of all the rest, 64 lower-case hexadecimal digits; given by <see cref="MoveChain.Link"/>.</summary>
    public string Hash { get; init; } = "";
}
