namespace DataDiplomacy.Core.Catalogue.Negotiations;

/// <summary>How long each state may last; the protocol sets no bounds (Dataspace Protocol 2025-1).</summary>
public sealed record NegotiationLimits
{
    /// <summary>For the provider to answer a request.</summary>
    public required TimeSpan Requested { get; init; }

    /// <summary>For the consumer to answer an offer.</summary>
    public required TimeSpan Offered { get; init; }

    /// <summary>For the provider to state the agreement.</summary>
    public required TimeSpan Accepted { get; init; }

    /// <summary>For the consumer to confirm the agreement.</summary>
    public required TimeSpan Agreed { get; init; }

    /// <summary>For the provider to finalize.</summary>
    public required TimeSpan Verified { get; init; }
}

/// <summary>What a negotiation waits for.</summary>
public sealed record NegotiationWaiting
{
    /// <summary>Whose move is awaited.</summary>
    public required NegotiationParty Awaited { get; init; }

    /// <summary>The instant at which it is too late, UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Whether it is too late: from <see cref="DueAt"/> on, that instant included.</summary>
    public required bool IsOverdue { get; init; }

    /// <summary>What follows when it is too late: termination.</summary>
    public required NegotiationMoveKind Follows { get; init; }

    /// <summary>For whom the termination is made: the party that is awaited, since the diagram lets that one end every state.</summary>
    public required NegotiationParty EndedFor { get; init; }

    /// <summary>The code that the termination gives: <see cref="NegotiationTimeouts.ReasonCode"/>.</summary>
    public required string ReasonCode { get; init; }
}

/// <summary>When a negotiation has waited too long, so that nobody is left without an answer.</summary>
public static class NegotiationTimeouts
{
    /// <summary>The code of a termination because nobody moved.</summary>
    public const string ReasonCode = "timeout";

    /// <summary>What a negotiation waits for, and whether it is too late.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="since">Since when, UTC.</param>
    /// <param name="now">The time, UTC.</param>
    /// <param name="limits">How long each state may last, more than nothing.</param>
    /// <returns>Whom it waits for; null after FINALIZED and TERMINATED.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit of the state is not above zero.</exception>
    public static NegotiationWaiting? Look(NegotiationState state, DateTime since, DateTime now, NegotiationLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        if (NegotiationRules.Awaited(state) is not { } awaited) return null;
        var limit = LimitOf(state, limits);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(limit, TimeSpan.Zero, nameof(limits));
        // A limit beyond the calendar never ends.
        var due = limit > DateTime.MaxValue - since ? DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc) : since + limit;
        return new NegotiationWaiting
        {
            Awaited = awaited,
            DueAt = due,
            IsOverdue = now >= due,
            Follows = NegotiationMoveKind.Terminate,
            EndedFor = awaited,
            ReasonCode = ReasonCode
        };
    }

    private static TimeSpan LimitOf(NegotiationState state, NegotiationLimits limits) => state switch
    {
        NegotiationState.Requested => limits.Requested,
        NegotiationState.Offered => limits.Offered,
        NegotiationState.Accepted => limits.Accepted,
        NegotiationState.Agreed => limits.Agreed,
        _ => limits.Verified
    };
}
