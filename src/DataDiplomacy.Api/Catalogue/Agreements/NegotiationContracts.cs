using System.Text.Json;
using DataDiplomacy.Core.Catalogue.Negotiations;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>What kind of agent a party is.</summary>
public enum PartyKind
{
    /// <summary>A person.</summary>
    Person,

    /// <summary>An organisation that is none of the others.</summary>
    Organisation,

    /// <summary>A state, or an authority of one.</summary>
    State,

    /// <summary>An intergovernmental organisation.</summary>
    Igo,

    /// <summary>A non-governmental organisation.</summary>
    Ngo,

    /// <summary>A company.</summary>
    Company,

    /// <summary>A community, such as an indigenous people that governs data about itself.</summary>
    Community,

    /// <summary>A program.</summary>
    Software,
}

/// <summary>What is decided of a move that waits for approval.</summary>
public enum ApprovalChoice
{
    /// <summary>The move is made.</summary>
    Approve,

    /// <summary>The move is not made.</summary>
    Refuse,
}

/// <summary>Who asks for data.</summary>
public sealed record IntroduceConsumer
{
    /// <summary>Name, 1 to 200 characters; seen by the provider alone.</summary>
    /// <example>Flood centre of Kenya</example>
    public required string Name { get; init; }

    /// <summary>IRI of the agent, at most 2,000 characters; without one the agreement names the negotiation instead.</summary>
    /// <example>https://example.org/agents/flood-centre</example>
    public string? Agent { get; init; }

    /// <summary>What kind of agent it is.</summary>
    public required PartyKind Kind { get; init; }
}

/// <summary>Asks for a data set under terms; the first move of a negotiation, made for the consumer.</summary>
public sealed record StartNegotiation
{
    /// <summary>The data set, by its id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Who asks.</summary>
    public required IntroduceConsumer Consumer { get; init; }

    /// <summary>The track: <c>I</c> between states and their institutions, <c>II</c> between others than officials, <c>science</c>, or <c>commercial</c>.</summary>
    /// <example>II</example>
    public required string Track { get; init; }

    /// <summary>The terms that are asked for: ODRL 2.2 in JSON-LD, with at least one permission or prohibition. The target is the data set, and may be left out.</summary>
    /// <example>{"@type":"Offer","@id":"urn:example:request","permission":[{"action":"use","constraint":[{"leftOperand":"purpose","operator":"eq","rightOperand":"flood-warning"}]}]}</example>
    public required JsonElement Policy { get; init; }

    /// <summary>Why, at most 10,000 characters.</summary>
    /// <example>Warnings for three river basins before the long rains.</example>
    public string? Motivation { get; init; }

    /// <summary>Observations or series on which the request rests, at most 100 references of at most 2,000 characters.</summary>
    public IReadOnlyList<string>? ValuesCited { get; init; }

    /// <summary>Further keys of the consumer, by the <c>actor</c> that GET /v1/me tells each of them; they may move for the consumer, and approve what another of them asked. At most 20.</summary>
    public IReadOnlyList<string>? Approvers { get; init; }
}

/// <summary>Makes a move.</summary>
public sealed record MakeMove
{
    /// <summary>What is done; a consumer's <c>request</c> after an offer is a counter-offer.</summary>
    public required NegotiationMoveKind Move { get; init; }

    /// <summary>For which side.</summary>
    public required NegotiationParty By { get; init; }

    /// <summary>The terms, needed for <c>request</c> and <c>offer</c>. With <c>agree</c> they may be repeated, and must then be those on the table.</summary>
    /// <example>{"@type":"Offer","@id":"urn:example:offer","permission":[{"action":"use","constraint":[{"leftOperand":"dateTime","operator":"lteq","rightOperand":"2099-12-31T00:00:00Z"}]}]}</example>
    public JsonElement? Policy { get; init; }

    /// <summary>Why, at most 10,000 characters.</summary>
    /// <example>Use until the end of the project is enough for us.</example>
    public string? Motivation { get; init; }

    /// <summary>Observations or series on which the move rests, at most 100 references of at most 2,000 characters.</summary>
    public IReadOnlyList<string>? ValuesCited { get; init; }

    /// <summary>Why it is ended, with <c>terminate</c> alone; at most 200 characters.</summary>
    /// <example>no longer needed</example>
    public string? Reason { get; init; }
}

/// <summary>Decides of a move that waits for the approval of a second person.</summary>
public sealed record DecideApproval
{
    /// <summary>What is decided.</summary>
    public required ApprovalChoice Decision { get; init; }

    /// <summary>Why, needed to refuse; at most 2,000 characters.</summary>
    /// <example>The purpose is too wide.</example>
    public string? Reason { get; init; }
}

/// <summary>Lists negotiations.</summary>
public sealed record ListNegotiations
{
    /// <summary>Those on this data set.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Those in this state.</summary>
    /// <example>offered</example>
    [FromQuery] public string? State { get; init; }

    /// <summary>Those on this track: <c>I</c>, <c>II</c>, <c>science</c> or <c>commercial</c>.</summary>
    /// <example>II</example>
    [FromQuery] public string? Track { get; init; }

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

/// <summary>Compares the terms of two moves.</summary>
public sealed record CompareMoves
{
    /// <summary>The earlier move, by its number. Default: the one before <c>to</c> that has terms.</summary>
    /// <example>1</example>
    [FromQuery] public int? From { get; init; }

    /// <summary>The later move, by its number. Default: the newest that has terms.</summary>
    /// <example>2</example>
    [FromQuery] public int? To { get; init; }
}

/// <summary>Checks the chain of moves.</summary>
public sealed record VerifyMoves
{
    /// <summary>The newest hash as you have kept it elsewhere; without it, moves cut off at the end are not noticed.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    [FromQuery] public string? Head { get; init; }
}

/// <summary>Asks for the public account of requests and answers.</summary>
public sealed record GetNegotiationStatistics
{
    /// <summary>Of this data set alone.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }
}

/// <summary>What a message of the Dataspace Protocol leaves unsaid about the party that sends its first one.</summary>
public sealed record ReceiveMessage
{
    /// <summary>Name of the consumer, needed with the first message.</summary>
    /// <example>Flood centre of Kenya</example>
    [FromQuery] public string? Name { get; init; }

    /// <summary>IRI of the consumer.</summary>
    /// <example>https://example.org/agents/flood-centre</example>
    [FromQuery] public string? Agent { get; init; }

    /// <summary>What kind of agent the consumer is, needed with the first message.</summary>
    /// <example>igo</example>
    [FromQuery] public string? Kind { get; init; }

    /// <summary>The track, needed with the first message: <c>I</c>, <c>II</c>, <c>science</c> or <c>commercial</c>.</summary>
    /// <example>II</example>
    [FromQuery] public string? Track { get; init; }
}

/// <summary>A message of the Contract Negotiation Protocol (Dataspace Protocol 2025-1), with what its schema names beside the members below.</summary>
public sealed record ContractMessageDocument
{
    /// <summary>The IRI that the consumer gave to the negotiation.</summary>
    /// <example>urn:uuid:32541fe6-c580-409e-85a8-8a9a32fbe833</example>
    public string? ConsumerPid { get; init; }

    /// <summary>The IRI that this server gave to it; not in the first message.</summary>
    /// <example>urn:uuid:a343fcbf-99fc-4ce8-8e9b-148c97605aab</example>
    public string? ProviderPid { get; init; }

    /// <summary>The offer of a request or of an offer, with its target.</summary>
    /// <example>{"@id":"urn:example:request","@type":"Offer","target":"http://localhost:5080/v1/datasets/sdg-demo","permission":[{"action":"use"}]}</example>
    public JsonElement? Offer { get; init; }

    /// <summary>The agreement, in a message that agrees.</summary>
    /// <example>{"@id":"urn:example:agreement","@type":"Agreement","target":"http://localhost:5080/v1/datasets/sdg-demo","assigner":"http://localhost:5080/","assignee":"https://example.org/agents/flood-centre","permission":[{"action":"use"}]}</example>
    public JsonElement? Agreement { get; init; }

    /// <summary>Where the consumer would take messages, in its first one. This server sends none: ask it for the state.</summary>
    /// <example>https://example.org/callback</example>
    public string? CallbackAddress { get; init; }

    /// <summary><c>ACCEPTED</c> or <c>FINALIZED</c>, in an event message.</summary>
    /// <example>ACCEPTED</example>
    public string? EventType { get; init; }
}
