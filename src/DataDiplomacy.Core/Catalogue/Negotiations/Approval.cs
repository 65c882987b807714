namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>Where the approval of a move stands.</summary>
public enum ApprovalState
{
    /// <summary>Nobody has decided yet.</summary>
    Pending,

    /// <summary>The move may be made.</summary>
    Approved,

    /// <summary>The move may not be made.</summary>
    Refused,

    /// <summary>Nobody decided in time; the move may not be made, and approval may be asked for again.</summary>
    Expired
}

/// <summary>That a person is asked whether a move of the own side may be made. A decision is made once and stays.</summary>
public sealed record Approval
{
    /// <summary>The move.</summary>
    public required NegotiationMoveKind Move { get; init; }

    /// <summary>SHA-256 of the policy's canonical JSON that is approved with it, so that no other is sent; null when the move has none.</summary>
    public string? PolicySha256 { get; init; }

    /// <summary>What was decided; pending until then. <see cref="ApprovalRules.StateAt"/> also tells whether it expired.</summary>
    public ApprovalState State { get; init; }

    /// <summary>Who asks.</summary>
    public required string AskedBy { get; init; }

    /// <summary>Since when, UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>From when on nobody can decide any more, UTC, that instant included.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Who decided; null while nobody has.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>When, UTC; null while nobody has.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Why; needed to refuse, else null for none.</summary>
    public string? Reason { get; init; }
}

/// <summary>An approval after a decision, or why it was not taken. Exactly one of the two is set.</summary>
/// <param name="Approval">The approval with its decision; null when it was not taken.</param>
/// <param name="Refusal">Why it was not taken, in one sentence; null when it was.</param>
public sealed record ApprovalDecision(Approval? Approval, string? Refusal);
