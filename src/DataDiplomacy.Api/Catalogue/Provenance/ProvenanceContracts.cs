using System.Text.Json;
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

    /// <summary>A day: attributions and delegations that did not hold on it are left out. Those that name no days stay. Default: all, whenever they held.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? ValidAt { get; init; }

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

/// <summary>Takes in events of OpenLineage.</summary>
public sealed record AddLineageEvents
{
    /// <summary>Who may read what they state, beside what the labels of the data sets they are about allow: <c>public</c>, <c>internal</c> (default) or <c>confidential</c>.</summary>
    /// <example>internal</example>
    [FromQuery] public string? Handling { get; init; }
}

/// <summary>Finds the events of a run.</summary>
public sealed record FindLineageEvents
{
    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>An event of OpenLineage (2-0-2, 2024): of a run with its job, of a job, or of a data set. Facets are kept, and those of versions, columns, lineage and parents understood.</summary>
public sealed record OpenLineageEventDocument
{
    /// <summary>When it occurred (RFC 3339).</summary>
    /// <example>2026-11-01T10:05:00Z</example>
    public required string EventTime { get; init; }

    /// <summary>The transition of the run: <c>START</c>, <c>RUNNING</c>, <c>COMPLETE</c>, <c>ABORT</c>, <c>FAIL</c>, <c>OTHER</c>.</summary>
    /// <example>COMPLETE</example>
    public string? EventType { get; init; }

    /// <summary>URI of the program that tells it.</summary>
    /// <example>https://example.org/etl</example>
    public required string Producer { get; init; }

    /// <summary>URL of the schema of the event.</summary>
    /// <example>https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent</example>
    public required string SchemaURL { get; init; }

    /// <summary>The run, by a UUID, with its facets.</summary>
    /// <example>{"runId":"f69a6e9b-9bac-3c9a-9cf6-eacb70ecc9a9"}</example>
    public JsonElement? Run { get; init; }

    /// <summary>The job, by namespace and name, with its facets.</summary>
    /// <example>{"namespace":"warehouse","name":"clean"}</example>
    public JsonElement? Job { get; init; }

    /// <summary>Data sets that were read. Those of this server have the base of its IRIs as namespace and their id as name.</summary>
    /// <example>[{"namespace":"http://localhost:5080/","name":"sdg-demo","facets":{"version":{"_producer":"https://example.org/etl","_schemaURL":"https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json","datasetVersion":"2"}}}]</example>
    public JsonElement? Inputs { get; init; }

    /// <summary>Data sets that were written.</summary>
    /// <example>[{"namespace":"warehouse","name":"poverty_clean"}]</example>
    public JsonElement? Outputs { get; init; }
}

/// <summary>What became of events.</summary>
public sealed record LineageEventsView
{
    /// <summary>Number of events that came.</summary>
    /// <example>1</example>
    public required int Received { get; init; }

    /// <summary>Number that were taken in.</summary>
    /// <example>1</example>
    public required int Added { get; init; }

    /// <summary>Number that were held already, by run, transition and time.</summary>
    /// <example>0</example>
    public required int Known { get; init; }

    /// <summary>Those of a batch that were refused; nothing of them is stored.</summary>
    public required IReadOnlyList<RefusedEventView> Refused { get; init; }
}

/// <summary>An event that was refused.</summary>
public sealed record RefusedEventView
{
    /// <summary>Its place in the batch, from 0.</summary>
    /// <example>3</example>
    public required int Index { get; init; }

    /// <summary>What is wrong, and where.</summary>
    /// <example>/3/run/runId: '7' is no UUID (RFC 9562).</example>
    public required string Detail { get; init; }
}

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
