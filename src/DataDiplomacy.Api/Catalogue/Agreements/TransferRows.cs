using DataDiplomacy.Core.Catalogue.Negotiations;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>A transfer as it stands now; its moves tell how it came there.</summary>
public sealed class DataTransfer
{
    public required string AgreementId { get; init; }

    public required int Number { get; init; }

    public int? Version { get; init; }

    /// <summary>The IRI that this server gave to it; null for one that is older than messages about transfers.</summary>
    public string? ProviderPid { get; init; }

    /// <summary>The IRI that the consumer gave to it, or this server where they gave none; null as <see cref="ProviderPid"/>.</summary>
    public string? ConsumerPid { get; init; }

    /// <summary>What was asked for, as JSON: the policy is evaluated for it again before each start.</summary>
    public required string Asked { get; init; }

    public TransferState State { get; private set; }

    public int Moves { get; private set; }

    /// <summary>What the decision was due to, a JSON array of texts.</summary>
    public string Because { get; private set; } = "[]";

    public DateTime EvaluatedAt { get; private set; }

    public string? Sha256 { get; private set; }

    public long? Bytes { get; private set; }

    public TransferState? Reached => Moves == 0 ? null : State;

    /// <summary>Takes a move that the rules allow.</summary>
    public StoredTransferMove Follow(TransferState next, MoveTransfer move, string actor, DateTime at)
    {
        (State, Moves) = (next, Moves + 1);
        if (next == TransferState.Completed) (Sha256, Bytes) = (move.Sha256, move.Bytes);
        return new StoredTransferMove
        {
            AgreementId = AgreementId,
            Transfer = Number,
            Number = Moves,
            Kind = move.Move,
            Party = move.By,
            Actor = actor,
            Reason = move.Reason,
            At = at,
        };
    }

    /// <summary>Notes why the policy permits it.</summary>
    public void Permit(string because, DateTime at) => (Because, EvaluatedAt) = (because, at);
}

/// <summary>A move of a transfer, never changed.</summary>
public sealed record StoredTransferMove
{
    public required string AgreementId { get; init; }

    public required int Transfer { get; init; }

    public required int Number { get; init; }

    public required TransferMoveKind Kind { get; init; }

    public required NegotiationParty Party { get; init; }

    public required string Actor { get; init; }

    public string? Reason { get; init; }

    public required DateTime At { get; init; }
}
