using DataDiplomacy.Api.Observations.Imports.Reading;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>How far an import is.</summary>
public enum ImportState
{
    /// <summary>Stored durably, waiting for its turn.</summary>
    Queued,

    /// <summary>Being read.</summary>
    Running,

    /// <summary>Published as a version.</summary>
    Succeeded,

    /// <summary>Ended without a version; nothing of it is visible.</summary>
    Failed,
}

/// <summary>What a file says about the observations that it does not contain.</summary>
public enum ImportMode
{
    /// <summary>The file is the whole truth for every series in it: what it lacks of those is withdrawn.</summary>
    Snapshot,

    /// <summary>The file adds and changes only.</summary>
    Merge,

    /// <summary>The file is the whole truth for the data set.</summary>
    Full,
}

/// <summary>An import: its request, its progress and its result.</summary>
public sealed class Import
{
    public required string Id { get; init; }

    public required string DatasetId { get; init; }

    public required ImportFormat Format { get; init; }

    public required ImportMode Mode { get; init; }

    /// <summary>Transaction time asked for; null means the time of publication.</summary>
    public DateTime? RecordedAt { get; init; }

    /// <summary>Mapping (JSON) for <c>csv</c>.</summary>
    public string? Mapping { get; init; }

    public string? ChangeNote { get; init; }

    public string? FileName { get; init; }

    /// <summary>What the version is made of: IRIs as the graph has them, one a line; null for nothing said.</summary>
    public string? MadeFrom { get; init; }

    public required string RequestedBy { get; init; }

    public required string ContentSha256 { get; init; }

    public required long Bytes { get; init; }

    public required DateTime CreatedAt { get; init; }

    public DateTime? StartedAt { get; set; }

    public DateTime? FinishedAt { get; set; }

    public ImportState State { get; set; }

    public long RowsRead { get; set; }

    public long RowsAccepted { get; set; }

    public long RowsRejected { get; set; }

    /// <summary>Rows that repeat a row of the same file word for word; they count once.</summary>
    public long RowsRepeated { get; set; }

    public long Added { get; set; }

    public long Changed { get; set; }

    public long AttributesChanged { get; set; }

    public long Unchanged { get; set; }

    public long Withdrawn { get; set; }

    public long WithdrawalsHeld { get; set; }

    public int? DatasetVersion { get; set; }

    /// <summary>Slug of the problem that made it fail.</summary>
    public string? FailureCode { get; set; }

    /// <summary>What made it fail and what would be right.</summary>
    public string? FailureDetail { get; set; }

    /// <summary>Things to know that are no errors, such as provisional areas; one a line.</summary>
    public string? Warnings { get; set; }
}

/// <summary>A row of a file that was not accepted, with the reason.</summary>
public sealed record ImportRejection
{
    public required string ImportId { get; init; }

    /// <summary>Counts the rejections of the import from 1, in the order of the file.</summary>
    public required long Ordinal { get; init; }

    public required long Line { get; init; }

    public string? Column { get; init; }

    public required string Code { get; init; }

    public required string Detail { get; init; }

    /// <summary>The row as read, at most 2,000 characters.</summary>
    public required string Raw { get; init; }
}
