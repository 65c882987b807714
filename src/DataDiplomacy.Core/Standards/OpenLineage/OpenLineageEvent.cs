namespace DataDiplomacy.Core.Standards.OpenLineage;

/// <summary>The transition of a run that an event tells of (OpenLineage 2-0-2, 2024, RunEvent).</summary>
public enum RunTransition
{
    /// <summary>The run begins.</summary>
    Start,

    /// <summary>It goes on.</summary>
    Running,

    /// <summary>It ended well.</summary>
    Complete,

    /// <summary>It was stopped.</summary>
    Abort,

    /// <summary>It failed.</summary>
    Fail,

    /// <summary>Something else is told of it.</summary>
    Other,
}

/// <summary>An event of OpenLineage: of a run, or, without one, of a job or a data set as designed.</summary>
public sealed record OpenLineageEvent
{
    /// <summary>When it occurred, as written (RFC 3339).</summary>
    public required string EventTime { get; init; }

    /// <summary>URI of the program that tells it.</summary>
    public required string Producer { get; init; }

    /// <summary>The transition; null where the event names none.</summary>
    public RunTransition? Transition { get; init; }

    /// <summary>The run, a UUID in lower case; null for an event of a job or a data set.</summary>
    public string? RunId { get; init; }

    /// <summary>The job; null for an event of a data set.</summary>
    public LineageName? Job { get; init; }

    /// <summary>The run that this one is a part of (ParentRunRunFacet); null where it is not said.</summary>
    public string? ParentRunId { get; init; }

    /// <summary>Data sets that were read.</summary>
    public IReadOnlyList<LineageDataset> Inputs { get; init; } = [];

    /// <summary>Data sets that were written; of an event of a data set, that one.</summary>
    public IReadOnlyList<LineageDataset> Outputs { get; init; } = [];

    /// <summary>What data sets and fields rest on, beside the inputs of the run.</summary>
    public IReadOnlyList<LineageStep> Steps { get; init; } = [];

    /// <summary>Facets of the run and of the job as JSON; null without any.</summary>
    public string? Facets { get; init; }

    /// <summary>What tells the same event sent twice: run, transition and time; for an event without a run the whole of it.</summary>
    public required string Key { get; init; }
}

/// <summary>A name in a namespace: of a job or of a data set.</summary>
/// <param name="Namespace">The namespace, such as <c>postgresql://warehouse:5432</c>.</param>
/// <param name="Name">The name in it.</param>
public sealed record LineageName(string Namespace, string Name);

/// <summary>A data set of an event.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version (DatasetVersionDatasetFacet); null where it is not said.</param>
/// <param name="Facets">Its facets as JSON; null without any.</param>
public sealed record LineageDataset(LineageName Name, string? Version, string? Facets);

/// <summary>A data set or a field of it that rests on another (ColumnLineageDatasetFacet, LineageFacet).</summary>
/// <param name="Result">The data set that was written.</param>
/// <param name="ResultField">The field of it; null for the whole.</param>
/// <param name="Source">The data set it rests on.</param>
/// <param name="SourceField">The field of that; null for the whole.</param>
/// <param name="Transformations">How, as JSON; null where it is not said.</param>
public sealed record LineageStep(LineageName Result, string? ResultField, LineageName Source, string? SourceField, string? Transformations);

/// <summary>An event that is not one: where, and what would be right.</summary>
public sealed class OpenLineageFormatException(string path, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The place as a JSON pointer (RFC 6901).</summary>
    public string Path { get; } = path;
}

/// <summary>An event of a batch, or why it is none.</summary>
/// <param name="Event">The event; null when it is refused.</param>
/// <param name="Error">Why it is refused; null otherwise.</param>
public sealed record OpenLineageEntry(OpenLineageEvent? Event, OpenLineageFormatException? Error);
