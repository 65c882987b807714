using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Core.Standards.Odrl;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Asks what follows from a policy for a request. Nothing is stored.</summary>
public sealed record EvaluatePolicy
{
    /// <summary>The policy: ODRL 2.2 in JSON-LD, or an offer or agreement of the Dataspace Protocol 2025-1.</summary>
    /// <example>{"@context":"http://www.w3.org/ns/odrl.jsonld","@type":"Set","@id":"urn:example:policy","permission":[{"action":"read","constraint":[{"leftOperand":"purpose","operator":"eq","rightOperand":"flood-warning"}]}]}</example>
    public required JsonElement Policy { get; init; }

    /// <summary>What is asked for, and what is known of the asking.</summary>
    public required PolicyRequest Request { get; init; }

    /// <summary>What is known of the world; nothing when left out.</summary>
    public PolicyWorld? World { get; init; }
}

/// <summary>What is asked for. What is left out is not known: a constraint on it can then not be said, and what cannot be said is denied.</summary>
public sealed record PolicyRequest
{
    /// <summary>The action, such as <c>read</c>, or the IRI of a profile's action.</summary>
    /// <example>read</example>
    public required string Action { get; init; }

    /// <summary>The asset, by its IRI.</summary>
    /// <example>http://localhost:5080/v1/datasets/sdg-demo</example>
    public string? Target { get; init; }

    /// <summary>Who asks.</summary>
    /// <example>https://example.org/agents/flood-centre</example>
    public string? Assignee { get; init; }

    /// <summary>Who is asked; the assigners of rules do not matter without it.</summary>
    /// <example>https://example.org/agents/survey</example>
    public string? Assigner { get; init; }

    /// <summary>What for.</summary>
    /// <example>flood-warning</example>
    public string? Purpose { get; init; }

    /// <summary>Further purposes; all of them must be allowed.</summary>
    public IReadOnlyList<string>? Purposes { get; init; }

    /// <summary>When the action is exercised (RFC 3339, or a date meaning 00:00 UTC). Default: now, by the clock of this server.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public string? At { get; init; }

    /// <summary>The area in which the action is exercised.</summary>
    /// <example>https://www.geonames.org/192950</example>
    public string? Spatial { get; init; }

    /// <summary>Who receives the result.</summary>
    /// <example>https://example.org/agents/red-cross</example>
    public string? Recipient { get; init; }

    /// <summary>How often the action was exercised before, 0 or more.</summary>
    /// <example>2</example>
    public long? CountSoFar { get; init; }

    /// <summary>Language of the result, a tag of BCP 47.</summary>
    /// <example>en</example>
    public string? Language { get; init; }

    /// <summary>Values of other operands, such as <c>industry</c> or <c>event</c>.</summary>
    /// <example>{"industry":["health"]}</example>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Values { get; init; }
}

/// <summary>What is known of the world beside the request.</summary>
public sealed record PolicyWorld
{
    /// <summary>Which collections a party or an asset belongs to.</summary>
    /// <example>{"https://example.org/agents/flood-centre":["https://example.org/agents/ministries"]}</example>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Memberships { get; init; }

    /// <summary>Which broader concepts a concept lies in, such as purposes.</summary>
    /// <example>{"flood-warning":["public-safety"]}</example>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Broader { get; init; }

    /// <summary>Which larger areas an area lies in.</summary>
    /// <example>{"https://www.geonames.org/184745":["https://www.geonames.org/192950"]}</example>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? PartOf { get; init; }

    /// <summary>Duties that were fulfilled, by the <c>rule</c> that answers give them.</summary>
    public IReadOnlyList<string>? Fulfilled { get; init; }
}

/// <summary>What follows from a policy for a request, and why.</summary>
public sealed record PolicyDecisionView
{
    /// <summary>Permit only where the state is active.</summary>
    public required AccessDecision Decision { get; init; }

    /// <summary>Whether the request is granted, is not, or whether that cannot be said.</summary>
    public required ActivationState State { get; init; }

    /// <summary>What the decision is due to, the deciding rule first; at most 100.</summary>
    public required IReadOnlyList<PolicyReasonView> Because { get; init; }

    /// <summary>The instant for which it was evaluated, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime At { get; init; }

    /// <summary>What the policy is for. Offers, requests and assertions grant nothing: for them the decision says what their rules would mean.</summary>
    public required OdrlPolicyType PolicyType { get; init; }

    /// <summary>SHA-256 of what the policy says, whatever its JSON looks like.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string PolicySha256 { get; init; }

    /// <summary>Permissions, then prohibitions.</summary>
    public required IReadOnlyList<PolicyRuleView> Rules { get; init; }

    /// <summary>What whoever is granted the request still has to do; empty for nothing.</summary>
    public required IReadOnlyList<PolicyDutyView> Outstanding { get; init; }
}

/// <summary>Something to which a decision is due.</summary>
public sealed record PolicyReasonView
{
    /// <summary>The rule; null where it is due to the policy as a whole.</summary>
    /// <example>urn:example:permission</example>
    public required string? Rule { get; init; }

    /// <summary>What it is, with the values compared.</summary>
    /// <example>purpose eq flood-warning: the request says flood-warning</example>
    public required string Sentence { get; init; }
}

/// <summary>Whether a permission or prohibition is in force for the request.</summary>
public sealed record PolicyRuleView
{
    /// <summary>The rule: its identifier, or a hash of what it says.</summary>
    /// <example>urn:example:permission</example>
    public required string Rule { get; init; }

    /// <summary>Permission or prohibition.</summary>
    public required OdrlRuleKind Kind { get; init; }

    /// <summary>Whether it is in force.</summary>
    public required ActivationState State { get; init; }

    /// <summary>What it demands, each with whether that is met.</summary>
    public required IReadOnlyList<PolicyPremiseView> Premises { get; init; }
}

/// <summary>Whether the request meets one demand of a rule.</summary>
public sealed record PolicyPremiseView
{
    /// <summary>What is demanded.</summary>
    public required PremiseKind Kind { get; init; }

    /// <summary>Whether it is met; unknown is never taken for met.</summary>
    public required Satisfaction State { get; init; }

    /// <summary>Why, in one sentence.</summary>
    /// <example>read is the action of the rule</example>
    public required string Sentence { get; init; }
}

/// <summary>A duty that is not fulfilled yet.</summary>
public sealed record PolicyDutyView
{
    /// <summary>The duty: its identifier, or a hash of what it says.</summary>
    /// <example>urn:example:attribute</example>
    public required string Rule { get; init; }

    /// <summary>What is to be done; empty for any action.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>What has become of it.</summary>
    public required DeonticState State { get; init; }

    /// <summary>Whether it must be done before the permission holds.</summary>
    public required bool First { get; init; }

    /// <summary>Why, in one sentence.</summary>
    /// <example>nothing is known of it</example>
    public required string Sentence { get; init; }
}

/// <summary>Offers a data set under a policy.</summary>
public sealed record AddOffer
{
    /// <summary>The policy: ODRL 2.2 in JSON-LD with at least one permission or prohibition. Its target is the data set, and may be left out.</summary>
    /// <example>{"@type":"Offer","@id":"urn:example:offer","permission":[{"action":"use","constraint":[{"leftOperand":"purpose","operator":"eq","rightOperand":"research"}]}]}</example>
    public required JsonElement Policy { get; init; }
}

/// <summary>Lists the offers of a data set.</summary>
public sealed record ListOffers
{
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

/// <summary>Terms under which a data set is offered. They never change.</summary>
public sealed record OfferView
{
    /// <summary>The offer.</summary>
    /// <example>off-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>SHA-256 of what the policy says, whatever its JSON looks like.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string PolicySha256 { get; init; }

    /// <summary>The policy in one normal form of ODRL 2.2.</summary>
    public required JsonNode Policy { get; init; }

    /// <summary>Since when it is offered, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime CreatedAt { get; init; }
}
