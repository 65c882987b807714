using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>Which way a walk goes.</summary>
public enum Direction
{
    /// <summary>Towards the origin: what it was made from, by whom, how.</summary>
    Upstream,

    /// <summary>Towards the use: what was made of it.</summary>
    Downstream,

    /// <summary>Both, each for itself: not down again from an origin.</summary>
    Both,
}

/// <summary>Why a walk did not show all.</summary>
public enum PartialReason
{
    /// <summary>More lies beyond the depth that was asked for.</summary>
    Depth,

    /// <summary>There are more nodes than asked for; <c>next</c> goes on.</summary>
    Nodes,

    /// <summary>The time for one request was used up; <c>next</c> goes on.</summary>
    Time,

    /// <summary>Some of it the caller may not see.</summary>
    Withheld,
}

/// <summary>What a thing is in PROV-DM; an agent may be an entity or an activity too.</summary>
public enum NodeKind
{
    /// <summary>A thing with some fixed aspects.</summary>
    Entity,

    /// <summary>Something that happened over a time.</summary>
    Activity,

    /// <summary>Who or what bears responsibility.</summary>
    Agent,

    /// <summary>A thing of which only that it had an influence was said.</summary>
    Unknown,
}

/// <summary>Walks the lineage of a thing.</summary>
public sealed record WalkProvenance
{
    /// <summary><c>upstream</c> (default), <c>downstream</c> or <c>both</c>.</summary>
    /// <example>upstream</example>
    [FromQuery] public string? Direction { get; init; }

    /// <summary>Most steps from the thing, 1 to 100. Default: 5.</summary>
    /// <example>5</example>
    [FromQuery] public int? Depth { get; init; }

    /// <summary>Most nodes of the answer, 1 to 10,000. Default: 1,000.</summary>
    /// <example>1000</example>
    [FromQuery] public int? Nodes { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary><c>next</c> of the answer before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>Takes in a PROV-JSON document.</summary>
public sealed record AddProvenance
{
    /// <summary>Who may read its statements, beside what the labels of the data sets they are about allow: <c>public</c>, <c>internal</c> (default) or <c>confidential</c>.</summary>
    /// <example>public</example>
    [FromQuery] public string? Handling { get; init; }

    /// <summary>True refuses stated times that contradict the order of events too; otherwise they are warnings, since clocks differ.</summary>
    [FromQuery] public bool? Strict { get; init; }
}

/// <summary>A document in PROV-JSON (W3C Member Submission, 2013): statements by their kind and identifier, with the other kinds of PROV-DM beside those listed.</summary>
public sealed record ProvJsonDocument
{
    /// <summary>Prefixes and their namespaces; <c>default</c> for names without a prefix.</summary>
    /// <example>{"ex":"https://example.org/"}</example>
    public IReadOnlyDictionary<string, string>? Prefix { get; init; }

    /// <summary>Entities by their name, each with its attributes.</summary>
    /// <example>{"ex:poverty-map":{"prov:label":"Poverty map"}}</example>
    public JsonElement? Entity { get; init; }

    /// <summary>Activities by their name, each with <c>prov:startTime</c>, <c>prov:endTime</c> and its attributes.</summary>
    /// <example>{"ex:mapping":{"prov:startTime":"2026-11-01T10:00:00Z"}}</example>
    public JsonElement? Activity { get; init; }

    /// <summary>Agents by their name, each with its attributes.</summary>
    /// <example>{"ex:office":{"prov:label":"Mapping office"}}</example>
    public JsonElement? Agent { get; init; }

    /// <summary>Derivations by their name.</summary>
    /// <example>{"ex:d1":{"prov:generatedEntity":"ex:poverty-map","prov:usedEntity":"http://localhost:5080/v1/datasets/sdg-demo/versions/2"}}</example>
    public JsonElement? WasDerivedFrom { get; init; }
}

/// <summary>An attribute of a thing or a relation.</summary>
public sealed record ProvenanceAttributeView
{
    /// <summary>The name, whole.</summary>
    /// <example>http://www.w3.org/ns/prov#label</example>
    public required string Name { get; init; }

    /// <summary>The value as text; of a name its IRI.</summary>
    /// <example>SDG indicators, version 2</example>
    public required string Value { get; init; }

    /// <summary>IRI of the datatype; null for a plain text.</summary>
    /// <example>http://www.w3.org/2001/XMLSchema#int</example>
    public required string? Type { get; init; }

    /// <summary>Language of the text (BCP 47); null without one.</summary>
    /// <example>en</example>
    public required string? Language { get; init; }
}

/// <summary>A thing in a lineage.</summary>
public sealed record ProvenanceNodeView
{
    /// <summary>Its IRI: that of the settings and a path for things of this server, whatever was stated for others.</summary>
    /// <example>http://localhost:5080/v1/datasets/sdg-demo/versions/2</example>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required NodeKind Kind { get; init; }

    /// <summary>What people call it; its IRI without the base where nobody said.</summary>
    /// <example>SDG indicators, version 2</example>
    public required string Label { get; init; }

    /// <summary>Steps from the thing that was asked for; 0 for that itself.</summary>
    /// <example>1</example>
    public required int Depth { get; init; }

    /// <summary>On which side of the thing that was asked for it lies.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The data set that it is, or is a part of; null for neither.</summary>
    /// <example>sdg-demo</example>
    public required string? Dataset { get; init; }

    /// <summary>The version that it is, or is a part of; null for neither.</summary>
    /// <example>2</example>
    public required int? DatasetVersion { get; init; }

    /// <summary>When an activity began, as stated; null where nobody said.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required string? StartedAt { get; init; }

    /// <summary>When an activity ended, as stated; null where nobody said.</summary>
    /// <example>2026-11-25T01:29:28.031Z</example>
    public required string? EndedAt { get; init; }

    /// <summary>What was stated of it.</summary>
    public required IReadOnlyList<ProvenanceAttributeView> Attributes { get; init; }
}

/// <summary>A step of a lineage: one statement about two things.</summary>
public sealed record ProvenanceEdgeView
{
    /// <summary>The relation, as PROV-JSON names it.</summary>
    /// <example>wasDerivedFrom</example>
    public required string Relation { get; init; }

    /// <summary>The thing that came later, or rests on the other.</summary>
    /// <example>http://localhost:5080/v1/datasets/sdg-demo/versions/2</example>
    public required string From { get; init; }

    /// <summary>What it rests on.</summary>
    /// <example>http://localhost:5080/v1/datasets/sdg-demo/versions/1</example>
    public required string To { get; init; }

    /// <summary>Number of the statement on this server; null where it follows from what an observation is.</summary>
    /// <example>42</example>
    public required long? Statement { get; init; }

    /// <summary>When it happened, as stated; null where nobody said.</summary>
    /// <example>2026-11-25T01:29:28.031Z</example>
    public required string? Time { get; init; }

    /// <summary>The part that the thing had in it; null where nobody said.</summary>
    /// <example>generator</example>
    public required string? Role { get; init; }

    /// <summary>IRI of the bundle that states it; null outside any.</summary>
    /// <example>https://example.org/bundles/7</example>
    public required string? Bundle { get; init; }

    /// <summary>Since when this server holds it; null where it follows from what an observation is.</summary>
    /// <example>2026-11-25T01:29:28.031Z</example>
    public required DateTime? RecordedAt { get; init; }

    /// <summary>What else was stated of it.</summary>
    public required IReadOnlyList<ProvenanceAttributeView> Attributes { get; init; }
}

/// <summary>The lineage of a thing: what lies within the budget of steps, nodes and time, nearest first.</summary>
public sealed record ProvenanceGraphView
{
    /// <summary>IRI of the thing that was asked for.</summary>
    /// <example>http://localhost:5080/v1/datasets/sdg-demo/versions/2</example>
    public required string Id { get; init; }

    /// <summary>The state that was read.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }

    /// <summary>The way that was walked.</summary>
    public required Direction Direction { get; init; }

    /// <summary>The things, nearest first; the first is the one that was asked for, except on a page after a cursor.</summary>
    public required IReadOnlyList<ProvenanceNodeView> Nodes { get; init; }

    /// <summary>The steps between them.</summary>
    public required IReadOnlyList<ProvenanceEdgeView> Edges { get; init; }

    /// <summary>Whether there is more than this.</summary>
    public required bool Partial { get; init; }

    /// <summary>Why there is more than this; empty when this is all.</summary>
    public required IReadOnlyList<PartialReason> PartialReasons { get; init; }

    /// <summary>Number of things here from which the walk was not followed further.</summary>
    /// <example>0</example>
    public required int Frontier { get; init; }

    /// <summary>Cursor with which the walk goes on; null when it is at its end or at its depth.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }

    /// <summary>The statements, for the standard formats.</summary>
    [JsonIgnore]
    public IReadOnlyList<HeldStatement> Statements { get; init; } = [];
}

/// <summary>A statement and the bundle that it stands in.</summary>
/// <param name="Bundle">IRI of the bundle; null outside any.</param>
/// <param name="Statement">The statement, with whole IRIs.</param>
public sealed record HeldStatement(string? Bundle, Core.Standards.Prov.ProvStatement Statement);

/// <summary>What was taken in.</summary>
public sealed record ProvenanceAddedView
{
    /// <summary>Number of what was taken in, on this server.</summary>
    /// <example>7</example>
    public required long Source { get; init; }

    /// <summary>SHA-256 of the document as it was sent.</summary>
    /// <example>9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08</example>
    public required string Sha256 { get; init; }

    /// <summary>Number of its statements.</summary>
    /// <example>12</example>
    public required int Statements { get; init; }

    /// <summary>False when the same document under the same label was held already: nothing was added.</summary>
    public required bool Added { get; init; }

    /// <summary>Who may read its statements.</summary>
    public required Handling Handling { get; init; }

    /// <summary>When it was recorded.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Stated times that contradict the order of events.</summary>
    public required IReadOnlyList<ProvenanceViolationView> Warnings { get; init; }
}

/// <summary>A constraint that statements break.</summary>
public sealed record ProvenanceViolationView
{
    /// <summary>Number of the constraint of PROV-CONSTRAINTS (W3C Recommendation, 2013), <c>22</c> to <c>56</c>; <c>syntax</c> for a statement that lacks an argument; <c>clock</c> for a warning about stated times.</summary>
    /// <example>42</example>
    public required string Constraint { get; init; }

    /// <summary>What is in conflict, and why.</summary>
    /// <example>An entity would be generated before itself.</example>
    public required string Message { get; init; }

    /// <summary>The statements in conflict, in PROV-N.</summary>
    public required IReadOnlyList<string> Statements { get; init; }

    /// <summary>IRI of the bundle; null outside any.</summary>
    /// <example>https://example.org/bundles/7</example>
    public required string? Bundle { get; init; }
}

/// <summary>Whether a document is valid provenance.</summary>
public sealed record ProvenanceValidityView
{
    /// <summary>Whether no constraint is broken. A valid document need not be true.</summary>
    public required bool Valid { get; init; }

    /// <summary>Number of statements that were judged.</summary>
    /// <example>12</example>
    public required int Statements { get; init; }

    /// <summary>Broken constraints, at most 100.</summary>
    public required IReadOnlyList<ProvenanceViolationView> Violations { get; init; }

    /// <summary>Stated times that contradict the order of events.</summary>
    public required IReadOnlyList<ProvenanceViolationView> Warnings { get; init; }
}
