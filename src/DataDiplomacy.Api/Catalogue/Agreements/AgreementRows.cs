using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>An agreement as it stands now. Its terms never change; its events tell what became of it.</summary>
public sealed class DataAgreement
{
    public required string Id { get; init; }

    public required string NegotiationId { get; init; }

    public required string DatasetId { get; init; }

    public required string PolicySha256 { get; init; }

    public required string Assigner { get; init; }

    public required string Assignee { get; init; }

    /// <summary>Who acts for the consumer, as in its negotiation.</summary>
    public required string Members { get; init; }

    public required DateTime MadeAt { get; init; }

    /// <summary>From when on it is over, that instant included; null when its terms set no end.</summary>
    public DateTime? ExpiresAt { get; init; }

    public AgreementState State { get; private set; }

    public NegotiationParty? SuspendedBy { get; private set; }

    public string? Successor { get; private set; }

    public int Events { get; private set; }

    /// <summary>The place of its leaf in the log; null until it is sealed.</summary>
    public long? LogIndex { get; private set; }

    public AgreementStanding Standing => new() { State = State, SuspendedBy = SuspendedBy, ExpiresAt = ExpiresAt, Successor = Successor };

    /// <summary>The agreement that a negotiation was finalized with.</summary>
    public static DataAgreement Of(DataNegotiation negotiation, OdrlPolicy terms, DateTime at) => new()
    {
        Id = negotiation.FutureAgreementId,
        NegotiationId = negotiation.Id,
        DatasetId = negotiation.DatasetId,
        PolicySha256 = negotiation.TermsSha256,
        Assigner = terms.Assigners[0].Uid ?? "",
        Assignee = terms.Assignees[0].Uid ?? "",
        Members = negotiation.Members,
        MadeAt = at,
        ExpiresAt = PolicyTerms.ExpiryOf(terms),
    };

    /// <summary>Takes what the rules allow.</summary>
    public void Follow(AgreementStanding next)
    {
        (State, SuspendedBy, Successor) = (next.State, next.SuspendedBy, next.Successor);
        Events++;
    }
}

/// <summary>What was done to an agreement, never changed.</summary>
public sealed record AgreementEvent
{
    public required string AgreementId { get; init; }

    public required int Number { get; init; }

    public required AgreementAction Action { get; init; }

    /// <summary>The parties, separated by blanks; empty for none.</summary>
    public required string Parties { get; init; }

    public required string Actor { get; init; }

    public required AgreementState State { get; init; }

    public string? Reason { get; init; }

    public string? Successor { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>What a party was told about an agreement, never changed.</summary>
public sealed record AgreementNotice
{
    public required string AgreementId { get; init; }

    /// <summary>Number of the event that it tells.</summary>
    public required int Event { get; init; }

    public required NegotiationParty Recipient { get; init; }

    public required AgreementAction Action { get; init; }

    /// <summary>The parties that acted, separated by blanks; empty for none.</summary>
    public required string Parties { get; init; }

    public required AgreementState State { get; init; }

    public string? Reason { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>That a duty was fulfilled once, never changed.</summary>
public sealed record DutyFulfilment
{
    public required string Id { get; init; }

    public required string AgreementId { get; init; }

    public required string DutyKey { get; init; }

    public required string Actor { get; init; }

    public required string Note { get; init; }

    public string? Reference { get; init; }

    public string? Sha256 { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>What is done to an agreement, by whom.</summary>
/// <param name="Action">What.</param>
/// <param name="By">The parties that want it; none for expiry.</param>
/// <param name="Actor">Pseudonym of the key, or the server.</param>
/// <param name="Reason">Why; null for nothing said.</param>
/// <param name="Successor">The agreement that replaces it; null for none.</param>
public sealed record AgreementAct(AgreementAction Action, IReadOnlySet<NegotiationParty> By, string Actor, string? Reason, string? Successor)
{
    public string Parties => string.Join(' ', By.Order().Select(Http.WireNames.Of));
}
