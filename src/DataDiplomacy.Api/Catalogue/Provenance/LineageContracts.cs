using System.Text.Json.Serialization;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

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

    /// <summary>Cursor with which the walk goes on; null when it is at its end or at its depth, or all its answers have 1,000,000 things together.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }

    /// <summary>The statements, for the standard formats.</summary>
    [JsonIgnore]
    public IEnumerable<HeldStatement> Statements { get; init; } = [];
}

/// <summary>A statement and the bundle that it stands in.</summary>
/// <param name="Bundle">IRI of the bundle; null outside any.</param>
/// <param name="Statement">The statement, with whole IRIs.</param>
public sealed record HeldStatement(string? Bundle, ProvStatement Statement);
