using System.Text.Json.Nodes;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>A negotiation on the terms of a data set, with its moves.</summary>
public sealed record DataNegotiationView
{
    /// <summary>The negotiation.</summary>
    /// <example>neg-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Who asks.</summary>
    public required NegotiatingPartyView Consumer { get; init; }

    /// <summary>The track: <c>I</c>, <c>II</c>, <c>science</c> or <c>commercial</c>.</summary>
    /// <example>II</example>
    public required string Track { get; init; }

    /// <summary>Where it stands, by the states of the Dataspace Protocol 2025-1.</summary>
    public required NegotiationState State { get; init; }

    /// <summary>How many requests the consumer has made, counter-offers among them.</summary>
    /// <example>2</example>
    public required int Round { get; init; }

    /// <summary>The IRI that this server gave to it, in messages of the Dataspace Protocol.</summary>
    /// <example>urn:uuid:a343fcbf-99fc-4ce8-8e9b-148c97605aab</example>
    public required string ProviderPid { get; init; }

    /// <summary>The IRI that the consumer gave to it.</summary>
    /// <example>urn:uuid:32541fe6-c580-409e-85a8-8a9a32fbe833</example>
    public required string ConsumerPid { get; init; }

    /// <summary>When it began, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>Since when it is in its state, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime StateSince { get; init; }

    /// <summary>What it waits for; null when it is over.</summary>
    public required NegotiationWaitingView? Waiting { get; init; }

    /// <summary>What the consumer may do now.</summary>
    public required IReadOnlyList<NegotiationMoveKind> ConsumerMay { get; init; }

    /// <summary>What the provider may do now.</summary>
    public required IReadOnlyList<NegotiationMoveKind> ProviderMay { get; init; }

    /// <summary>SHA-256 of the terms on the table.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string TermsSha256 { get; init; }

    /// <summary>The agreement that it led to; null before it is finalized.</summary>
    /// <example>agr-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string? Agreement { get; init; }

    /// <summary>Who ended it; null unless it was terminated.</summary>
    public required NegotiationParty? EndedBy { get; init; }

    /// <summary>Why it was ended, <c>timeout</c> when nobody moved in time; null unless it was terminated.</summary>
    /// <example>timeout</example>
    public required string? Reason { get; init; }

    /// <summary>Hash of the newest move: keep it elsewhere, and nobody can shorten or rewrite the moves unnoticed.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string Head { get; init; }

    /// <summary>The moves, oldest first.</summary>
    public required IReadOnlyList<NegotiationMoveView> Moves { get; init; }

    /// <summary>Moves for which the approval of a second person was asked, oldest first.</summary>
    public required IReadOnlyList<NegotiationApprovalView> Approvals { get; init; }
}

/// <summary>A party of a negotiation.</summary>
public sealed record NegotiatingPartyView
{
    /// <summary>Name.</summary>
    /// <example>Flood centre of Kenya</example>
    public required string Name { get; init; }

    /// <summary>IRI of the agent; null where none was given.</summary>
    /// <example>https://example.org/agents/flood-centre</example>
    public required string? Agent { get; init; }

    /// <summary>What kind of agent it is.</summary>
    public required PartyKind Kind { get; init; }
}

/// <summary>Whose move a negotiation waits for.</summary>
public sealed record NegotiationWaitingView
{
    /// <summary>Whose move is awaited.</summary>
    public required NegotiationParty For { get; init; }

    /// <summary>The instant at which it is too late, UTC: then it is terminated with the reason <c>timeout</c>.</summary>
    /// <example>2026-12-30T12:00:00Z</example>
    public required DateTime DueAt { get; init; }

    /// <summary>Whether it is too late already.</summary>
    public required bool Overdue { get; init; }
}

/// <summary>A move, linked to the one before by its hash.</summary>
public sealed record NegotiationMoveView
{
    /// <summary>Counts the moves from 1.</summary>
    /// <example>1</example>
    public required int Number { get; init; }

    /// <summary>What was done.</summary>
    public required NegotiationMoveKind Move { get; init; }

    /// <summary>For which side.</summary>
    public required NegotiationParty By { get; init; }

    /// <summary>Pseudonym of the key that made it; <c>server</c> where nobody moved in time.</summary>
    /// <example>actor-5f70bf18a086007016e948b0</example>
    public required string Actor { get; init; }

    /// <summary>SHA-256 of the terms; null for a move without.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string? PolicySha256 { get; init; }

    /// <summary>The terms in one normal form of ODRL 2.2; null for a move without.</summary>
    public required JsonNode? Policy { get; init; }

    /// <summary>Why; empty where nothing was said.</summary>
    /// <example>Use until the end of the project is enough for us.</example>
    public required string Motivation { get; init; }

    /// <summary>Observations or series on which it rests.</summary>
    public required IReadOnlyList<string> ValuesCited { get; init; }

    /// <summary>When it was made, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime At { get; init; }

    /// <summary>Hash of the move before; null for the first.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string? PreviousHash { get; init; }

    /// <summary>SHA-256 of the move in canonical JSON (RFC 8785): its members agent, at, cited, kind, motivation, negotiation, party, policySha256, prev, seq and v.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string Hash { get; init; }
}

/// <summary>That a second person is asked whether a move may be made.</summary>
public sealed record NegotiationApprovalView
{
    /// <summary>Counts the approvals of the negotiation from 1.</summary>
    /// <example>1</example>
    public required int Number { get; init; }

    /// <summary>The move.</summary>
    public required NegotiationMoveKind Move { get; init; }

    /// <summary>For which side.</summary>
    public required NegotiationParty By { get; init; }

    /// <summary>Where it stands.</summary>
    public required ApprovalState State { get; init; }

    /// <summary>SHA-256 of the terms that go with it; null for none.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string? PolicySha256 { get; init; }

    /// <summary>Pseudonym of the key that asks.</summary>
    /// <example>actor-5f70bf18a086007016e948b0</example>
    public required string AskedBy { get; init; }

    /// <summary>Since when it is asked, UTC.</summary>
    /// <example>2026-11-30T12:00:00Z</example>
    public required DateTime AskedAt { get; init; }

    /// <summary>From when on nobody can decide any more, UTC.</summary>
    /// <example>2026-12-14T12:00:00Z</example>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Pseudonym of the key that decided; null while none has.</summary>
    /// <example>actor-5f70bf18a086007016e948b0</example>
    public required string? DecidedBy { get; init; }

    /// <summary>When it was decided, UTC; null while it is not.</summary>
    /// <example>2026-12-01T12:00:00Z</example>
    public required DateTime? DecidedAt { get; init; }

    /// <summary>Why; null where nothing was said.</summary>
    /// <example>The purpose is too wide.</example>
    public required string? Reason { get; init; }
}

/// <summary>How the terms of two moves differ.</summary>
public sealed record TermsDiffView
{
    /// <summary>The earlier move.</summary>
    /// <example>1</example>
    public required int From { get; init; }

    /// <summary>The later move.</summary>
    /// <example>2</example>
    public required int To { get; init; }

    /// <summary>Whether both say the same.</summary>
    public required bool Same { get; init; }

    /// <summary>The differences: of the policy, then by rule, each by term. Empty when both say the same.</summary>
    public required IReadOnlyList<TermDifferenceView> Differences { get; init; }
}

/// <summary>One term in which two policies differ.</summary>
public sealed record TermDifferenceView
{
    /// <summary>Added, removed or changed.</summary>
    public required TermChange Change { get; init; }

    /// <summary>The kind of the rule; null for a term of the policy itself.</summary>
    public required OdrlRuleKind? Kind { get; init; }

    /// <summary>The rule; null for a term of the policy itself.</summary>
    /// <example>urn:example:permission</example>
    public required string? Rule { get; init; }

    /// <summary>Which term.</summary>
    /// <example>constraint dateTime at most</example>
    public required string Term { get; init; }

    /// <summary>The value in the earlier policy; null if added.</summary>
    /// <example>lteq 2026-12-31T00:00:00Z</example>
    public required string? Old { get; init; }

    /// <summary>The value in the later policy; null if removed.</summary>
    /// <example>lteq 2027-12-31T00:00:00Z</example>
    public required string? New { get; init; }

    /// <summary>What it means for the consumer.</summary>
    public required TermEffect Effect { get; init; }
}

/// <summary>Whether the moves are those that were made.</summary>
public sealed record MoveChainView
{
    /// <summary>Whether each move is what its hash was made of and names the one before.</summary>
    public required bool Valid { get; init; }

    /// <summary>Number of moves.</summary>
    /// <example>4</example>
    public required int Moves { get; init; }

    /// <summary>Hash of the newest move.</summary>
    /// <example>5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef</example>
    public required string Head { get; init; }

    /// <summary>Number of the first move that does not hold, or of the first that is missing at the end; null where all hold.</summary>
    /// <example>3</example>
    public required int? BrokenAt { get; init; }

    /// <summary>Why; null where all hold.</summary>
    /// <example>Move 3 is not what its hash was made of.</example>
    public required string? Fault { get; init; }
}
