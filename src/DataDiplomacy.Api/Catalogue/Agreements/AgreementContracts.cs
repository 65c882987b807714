using System.Text.Json.Nodes;
using DataDiplomacy.Core.Catalogue.Negotiations;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Lists agreements.</summary>
public sealed record ListAgreements
{
    /// <summary>Those on this data set.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Those in this state.</summary>
    /// <example>active</example>
    [FromQuery] public string? State { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    /// <example>exact</example>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Does something to an agreement.</summary>
public sealed record ActOnAgreement
{
    /// <summary>What: <c>suspend</c> and <c>revoke</c> need a reason, <c>amend</c> a successor; <c>expire</c> is done by time alone.</summary>
    public required AgreementAction Action { get; init; }

    /// <summary>For which side.</summary>
    public required NegotiationParty By { get; init; }

    /// <summary>Why, at most 2,000 characters.</summary>
    /// <example>The data set is being corrected.</example>
    public string? Reason { get; init; }

    /// <summary>The agreement that replaces it: on the same data set, with the same consumer, and in force. The consumer consented when it was made, so that the provider says alone that it replaces this one.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public string? Successor { get; init; }
}

/// <summary>Says that a duty was fulfilled.</summary>
public sealed record FulfilDuty
{
    /// <summary>What was done, 1 to 2,000 characters.</summary>
    /// <example>The source is named on the title page.</example>
    public required string Note { get; init; }

    /// <summary>Where it can be seen: an absolute IRI of at most 2,000 characters.</summary>
    /// <example>https://example.org/reports/floods-2026</example>
    public string? Reference { get; init; }

    /// <summary>SHA-256 of what shows it, lower-case hexadecimal.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public string? Sha256 { get; init; }
}

/// <summary>An agreement on the use of a data set.</summary>
public sealed record AgreementView
{
    /// <summary>The agreement.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>The negotiation that led to it.</summary>
    /// <example>neg-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Negotiation { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Where it stands now; <c>expired</c> from its end on.</summary>
    public required AgreementState State { get; init; }

    /// <summary>Whether data may be used under it now.</summary>
    public required bool InForce { get; init; }

    /// <summary>Who suspended it, and alone may resume it; null unless it is suspended.</summary>
    public required NegotiationParty? SuspendedBy { get; init; }

    /// <summary>The agreement that replaced it; null unless it was amended.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a9</example>
    public required string? Successor { get; init; }

    /// <summary>SHA-256 of the terms.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string PolicySha256 { get; init; }

    /// <summary>The terms: an agreement in one normal form of ODRL 2.2. They never change.</summary>
    public required JsonNode Policy { get; init; }

    /// <summary>Who grants, by IRI.</summary>
    /// <example>http://localhost:5080/</example>
    public required string Assigner { get; init; }

    /// <summary>To whom, by IRI.</summary>
    /// <example>https://example.org/agents/flood-centre</example>
    public required string Assignee { get; init; }

    /// <summary>When it was finalized, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime MadeAt { get; init; }

    /// <summary>From when on it is over, UTC, as the limits of <c>dateTime</c> in its permissions say; null when they set no end.</summary>
    /// <example>2027-12-31T00:00:00.001Z</example>
    public required DateTime? ExpiresAt { get; init; }

    /// <summary>Its duties, each with what was done for it.</summary>
    public required IReadOnlyList<AgreementDutyView> Duties { get; init; }

    /// <summary>What was done to it, oldest first.</summary>
    public required IReadOnlyList<AgreementEventView> History { get; init; }
}

/// <summary>A duty of an agreement.</summary>
public sealed record AgreementDutyView
{
    /// <summary>Short key of the duty, for addresses.</summary>
    /// <example>5f70bf18a0860070</example>
    public required string Key { get; init; }

    /// <summary>The duty in the terms: its identifier, or a hash of what it says.</summary>
    /// <example>urn:example:attribute</example>
    public required string Rule { get; init; }

    /// <summary>What is to be done; empty for any action.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>Whether it was fulfilled at least once.</summary>
    public required bool Fulfilled { get; init; }

    /// <summary>The last instant at which its terms let it be fulfilled, UTC; null where they name none.</summary>
    /// <example>2027-06-30T23:59:59.999Z</example>
    public required DateTime? DueAt { get; init; }

    /// <summary>True when that is over and nothing was done for it.</summary>
    public required bool Overdue { get; init; }

    /// <summary>What was done for it, oldest first.</summary>
    public required IReadOnlyList<DutyFulfilmentView> Fulfilments { get; init; }
}

/// <summary>That a duty was fulfilled.</summary>
public sealed record DutyFulfilmentView
{
    /// <summary>The fulfilment.</summary>
    /// <example>ful-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>What was done.</summary>
    /// <example>The source is named on the title page.</example>
    public required string Note { get; init; }

    /// <summary>Where it can be seen; null where nothing was said.</summary>
    /// <example>https://example.org/reports/floods-2026</example>
    public required string? Reference { get; init; }

    /// <summary>SHA-256 of what shows it; null where nothing was said.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string? Sha256 { get; init; }

    /// <summary>Pseudonym of the key that says so.</summary>
    /// <example>actor-5f70bf18a086007016e948b0</example>
    public required string Actor { get; init; }

    /// <summary>When it was said, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime At { get; init; }
}

/// <summary>What was done to an agreement.</summary>
public sealed record AgreementEventView
{
    /// <summary>Counts the events of the agreement from 1.</summary>
    /// <example>1</example>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required AgreementAction Action { get; init; }

    /// <summary>By which parties; empty where its time was over.</summary>
    public required IReadOnlyList<NegotiationParty> By { get; init; }

    /// <summary>Pseudonym of the key that did it; <c>server</c> where its time was over.</summary>
    /// <example>actor-5f70bf18a086007016e948b0</example>
    public required string Actor { get; init; }

    /// <summary>What the agreement was then.</summary>
    public required AgreementState State { get; init; }

    /// <summary>Why; null where nothing was said.</summary>
    /// <example>The data set is being corrected.</example>
    public required string? Reason { get; init; }

    /// <summary>The agreement that replaced it; null for none.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a9</example>
    public required string? Successor { get; init; }

    /// <summary>When, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime At { get; init; }
}

/// <summary>What a party was told about an agreement.</summary>
public sealed record AgreementNotificationView
{
    /// <summary>Number of the event that it tells.</summary>
    /// <example>1</example>
    public required int Event { get; init; }

    /// <summary>Who is told.</summary>
    public required NegotiationParty To { get; init; }

    /// <summary>What was done.</summary>
    public required AgreementAction Action { get; init; }

    /// <summary>By which parties; empty where its time was over.</summary>
    public required IReadOnlyList<NegotiationParty> By { get; init; }

    /// <summary>What the agreement is since.</summary>
    public required AgreementState State { get; init; }

    /// <summary>Why; null where nothing was said.</summary>
    /// <example>The data set is being corrected.</example>
    public required string? Reason { get; init; }

    /// <summary>Since when it can be read here, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime At { get; init; }
}
