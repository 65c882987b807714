using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Ordering;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>What was taken in at once: a document that somebody sent, or what this server recorded of its own work.</summary>
public sealed record ProvenanceSource
{
    public long Id { get; init; }

    /// <summary>Who may read its statements, beside what the labels of the data sets they are about allow.</summary>
    public required Handling Handling { get; init; }

    /// <summary>How it came: <c>import</c>, <c>role</c>, <c>judgement</c>, <c>evidence</c>, <c>answer</c>, <c>agreement</c>, <c>provJson</c>, <c>openLineage</c>; <c>withdrawal</c> when a statement was withdrawn, <c>loosening</c> when something is held under terms no more for that, so that each change of the graph has a number here.</summary>
    public required string Kind { get; init; }

    /// <summary>SHA-256 of what was sent, lower-case hex; null for what this server recorded of its own work.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Number of its statements.</summary>
    public required int Statements { get; init; }

    public required DateTime RecordedAt { get; init; }

    /// <summary>Index of the last leaf of the ledger whose work it states, with all before it; null where it is none of the ledger's.</summary>
    public long? LogIndex { get; init; }
}

/// <summary>An entity, an activity or an agent. Its row never changes but for what else it turns out to be, who says it, and its place in the order.</summary>
public sealed class ProvenanceNode
{
    public long Id { get; init; }

    /// <summary>Its IRI; of things of this server without the base, so that the server can move.</summary>
    public required string Iri { get; init; }

    public bool IsEntity { get; set; }

    public bool IsActivity { get; set; }

    public bool IsAgent { get; set; }

    /// <summary>The data set whose label decides who sees it; null where none does.</summary>
    public string? DatasetId { get; init; }

    /// <summary>The version of that data set that it is, or is a part of; null for neither.</summary>
    public int? VersionNumber { get; init; }

    /// <summary>The record of evidence whose label decides who sees it; null where none does.</summary>
    public string? RecordId { get; init; }

    /// <summary>The agent who says it, and whose label decides who sees it; null where nobody does.</summary>
    public string? AgentId { get; set; }

    /// <summary>Its place in the order of steps (<see cref="StepOrder"/>): not below what it rests on. Null in a row from before there were ranks.</summary>
    public long? Rank { get; set; }
}

/// <summary>One statement of PROV-DM, with the time from which and until which this server held it.</summary>
public sealed class ProvenanceStatement
{
    public const long Current = long.MaxValue;

    public long Id { get; init; }

    public required ProvenanceSource Source { get; init; }

    public long SourceId { get; init; }

    public required ProvKind Kind { get; init; }

    /// <summary>IRI of the element or relation; null for a relation without one, or with a blank one.</summary>
    public string? Iri { get; init; }

    /// <summary>IRI of the bundle; null outside any.</summary>
    public string? Bundle { get; init; }

    /// <summary>JSON array of the arguments in the order of PROV-N.</summary>
    public required string Arguments { get; init; }

    /// <summary>JSON array of <c>[name, text, type, language]</c>; null without attributes.</summary>
    public string? Attributes { get; init; }

    /// <summary>Since when it is held, in milliseconds of Unix time.</summary>
    public required long RecordedFrom { get; init; }

    /// <summary>From when it is held no more; <see cref="Current"/> while it is.</summary>
    public required long RecordedTo { get; set; }

    public List<ProvenanceEdge> Edges { get; init; } = [];
}

/// <summary>A step towards the origin: from what came later to what it came from.</summary>
public sealed class ProvenanceEdge
{
    public long FromId { get; init; }

    public required ProvenanceNode From { get; init; }

    public long ToId { get; init; }

    public required ProvenanceNode To { get; init; }

    public long StatementId { get; init; }

    public required ProvKind Kind { get; init; }

    /// <summary>The label of its source: 0 public, 1 internal, 2 confidential.</summary>
    public required Handling Handling { get; init; }

    public required long RecordedFrom { get; init; }

    public required long RecordedTo { get; set; }
}
