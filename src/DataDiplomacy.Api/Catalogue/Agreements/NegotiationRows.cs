using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>A negotiation as it stands now; its moves tell how it came there.</summary>
public sealed class DataNegotiation
{
    public required string Id { get; init; }

    public required string DatasetId { get; init; }

    public required string ProviderPid { get; init; }

    public required string ConsumerPid { get; init; }

    public required string ConsumerName { get; init; }

    public string? ConsumerAgent { get; init; }

    public required PartyKind ConsumerKind { get; init; }

    /// <summary>Who acts for the consumer, as <see cref="AgreementCallers.MembersOf"/> writes it: the key that began, then the approvers it named.</summary>
    public required string Members { get; init; }

    public required NegotiationTrack Track { get; init; }

    public required DateTime CreatedAt { get; init; }

    public NegotiationState State { get; private set; }

    /// <summary>The state; null before the first move.</summary>
    public NegotiationState? Reached => Moves == 0 ? null : State;

    public DateTime StateSince { get; private set; }

    public int Round { get; private set; }

    /// <summary>Number of moves: who writes by an older one is late.</summary>
    public int Moves { get; private set; }

    public string Head { get; private set; } = "";

    /// <summary>The policy on the table; after AGREED the agreement.</summary>
    public string TermsSha256 { get; private set; } = "";

    /// <summary>When the provider first moved; null for not yet.</summary>
    public DateTime? FirstAnswerAt { get; private set; }

    public NegotiationParty? EndedBy { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The agreement, once there is one.</summary>
    public string? AgreementId { get; private set; }

    public string FutureAgreementId => "agr-" + Id[4..];

    /// <summary>Takes a move that the rules allow.</summary>
    public void Follow(StoredMove move, NegotiationState next, string? reason)
    {
        (State, StateSince, Moves, Head) = (next, move.At, move.Sequence, move.Hash);
        if (move.Kind == NegotiationMoveKind.Request) Round++;
        if (move.PolicySha256 is { } terms) TermsSha256 = terms;
        if (move.Party == NegotiationParty.Provider && move.Agent != StoredMove.Server) FirstAnswerAt ??= move.At;
        if (next == NegotiationState.Finalized) AgreementId = FutureAgreementId;
        if (next == NegotiationState.Terminated) (EndedBy, Reason) = (move.Party, reason);
    }
}

/// <summary>A move, never changed.</summary>
public sealed record StoredMove
{
    /// <summary>Who moves when nobody did in time.</summary>
    public const string Server = "server";

    public required string NegotiationId { get; init; }

    public required int Sequence { get; init; }

    public required NegotiationParty Party { get; init; }

    public required string Agent { get; init; }

    public required NegotiationMoveKind Kind { get; init; }

    public string? PolicySha256 { get; init; }

    public required string Motivation { get; init; }

    /// <summary>JSON array of texts.</summary>
    public required string Cited { get; init; }

    public required DateTime At { get; init; }

    public string? PreviousHash { get; init; }

    public required string Hash { get; init; }
}

/// <summary>A move that waits for a second person, or has waited.</summary>
public sealed class MoveApproval
{
    public required string NegotiationId { get; init; }

    public required int Number { get; init; }

    /// <summary>Number of moves when it was asked for: after another one it is for a state that is gone.</summary>
    public required int AfterMoves { get; init; }

    public required NegotiationParty Party { get; init; }

    public required NegotiationMoveKind Kind { get; init; }

    public string? PolicySha256 { get; init; }

    public required string Motivation { get; init; }

    /// <summary>JSON array of texts.</summary>
    public required string Cited { get; init; }

    public required string AskedBy { get; init; }

    public required DateTime AskedAt { get; init; }

    public required DateTime ExpiresAt { get; init; }

    public ApprovalState State { get; private set; }

    public string? DecidedBy { get; private set; }

    public DateTime? DecidedAt { get; private set; }

    public string? Reason { get; private set; }

    public Approval ToApproval() => new()
    {
        Move = Kind,
        PolicySha256 = PolicySha256,
        State = State,
        AskedBy = AskedBy,
        AskedAt = AskedAt,
        ExpiresAt = ExpiresAt,
        DecidedBy = DecidedBy,
        DecidedAt = DecidedAt,
        Reason = Reason,
    };

    public void Take(Approval decided) => (State, DecidedBy, DecidedAt, Reason) = (decided.State, decided.DecidedBy, decided.DecidedAt, decided.Reason);
}
