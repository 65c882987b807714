namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>
/// Which moves need a person's approval, and who gives it. The Dataspace Protocol 2025-1 leaves this open, and connectors that decide by themselves
/// leave no room for it (eclipse-edc/Connector#4919).
/// </summary>
public static class ApprovalRules
{
    /// <summary>
    /// Whether a move needs approval: those by which a side binds itself, which are offer, accept and agree. A request is bound only by the agreement that the consumer
    /// still verifies; verify and finalize confirm what was approved, and anybody of a side may end.
    /// </summary>
    /// <param name="move">The move.</param>
    /// <returns>True for offer, accept and agree.</returns>
    public static bool IsNeededFor(NegotiationMoveKind move) => move is NegotiationMoveKind.Offer or NegotiationMoveKind.Accept or NegotiationMoveKind.Agree;

    /// <summary>Where an approval stands at a time.</summary>
    /// <param name="approval">The approval.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>What was decided; without a decision pending, and expired from its end on.</returns>
    public static ApprovalState StateAt(Approval approval, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(approval);
        return approval.State == ApprovalState.Pending && now >= approval.ExpiresAt ? ApprovalState.Expired : approval.State;
    }

    /// <summary>Approves a move.</summary>
    /// <param name="approval">The approval that is asked for.</param>
    /// <param name="by">Who approves: another than who asks.</param>
    /// <param name="at">When, UTC.</param>
    /// <returns>The approval, or why it was not taken.</returns>
    public static ApprovalDecision Approve(Approval approval, string by, DateTime at) => Decide(approval, ApprovalState.Approved, by, at, null);

    /// <summary>Refuses a move.</summary>
    /// <param name="approval">The approval that is asked for.</param>
    /// <param name="by">Who refuses: another than who asks.</param>
    /// <param name="at">When, UTC.</param>
    /// <param name="reason">Why; it may not be empty.</param>
    /// <returns>The approval, or why it was not taken.</returns>
    public static ApprovalDecision Refuse(Approval approval, string by, DateTime at, string reason) => Decide(approval, ApprovalState.Refused, by, at, reason);

    /// <summary>Whether a move may be made as far as approval goes.</summary>
    /// <param name="move">The move.</param>
    /// <param name="policySha256">SHA-256 of the policy's canonical JSON that would be sent; null for none.</param>
    /// <param name="approval">The approval; null when none was asked for.</param>
    /// <param name="now">The time, UTC.</param>
    /// <returns>Null when it may; else a sentence that says what is missing.</returns>
    public static string? Refusal(NegotiationMoveKind move, string? policySha256, Approval? approval, DateTime now)
    {
        if (!IsNeededFor(move)) return null;
        var word = move.ToString().ToLowerInvariant();
        if (approval is null) return $"To {word} needs the approval of a person; none was asked for.";
        if (approval.Move != move || approval.PolicySha256 != policySha256) return $"To {word} needs the approval of a person; the one at hand is for another move or other terms.";
        return StateAt(approval, now) switch
        {
            ApprovalState.Approved => null,
            ApprovalState.Pending => $"To {word} waits for the approval of a person.",
            ApprovalState.Refused => $"To {word} was refused by {approval.DecidedBy}: {approval.Reason}",
            _ => $"Nobody approved in time to {word}; approval may be asked for again."
        };
    }

    private static ApprovalDecision Decide(Approval approval, ApprovalState decision, string by, DateTime at, string? reason)
    {
        ArgumentNullException.ThrowIfNull(approval);
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        var state = StateAt(approval, at);
        if (state == ApprovalState.Expired) return new(null, "The time to decide is over; approval may be asked for again.");
        if (state != ApprovalState.Pending) return new(null, $"{approval.DecidedBy} has already decided: {state.ToString().ToLowerInvariant()}.");
        if (at < approval.AskedAt) return new(null, "Nobody decides before being asked.");
        if (by == approval.AskedBy) return new(null, "Who asks does not decide; another person has to.");
        if (decision == ApprovalState.Refused && string.IsNullOrWhiteSpace(reason)) return new(null, "To refuse needs a reason.");
        return new(approval with { State = decision, DecidedBy = by, DecidedAt = at, Reason = reason }, null);
    }
}
