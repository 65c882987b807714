using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Imports;

/// <summary>Imports a file as a new version of a data set. The body is the file, plain or gzip.</summary>
public sealed record StartImport
{
    /// <summary>The data set, by its id.</summary>
    /// <example>sdg-demo</example>
    [FromRoute] public string Id { get; init; } = "";

    /// <summary>
    /// Layout of the file: <c>unsd-csv</c> (download of the UN SDG database), <c>unsd-long-csv</c> (its 2019 layout), <c>csv</c> (tidy, with mapping),
    /// <c>ndjson</c> (one observation a line).
    /// </summary>
    /// <example>unsd-csv</example>
    [FromQuery] public string? Format { get; init; }

    /// <summary>
    /// <c>snapshot</c> (default): the file is the whole truth for every series in it, what it lacks is withdrawn; <c>merge</c>: adds and changes only;
    /// <c>full</c>: the whole truth for the data set.
    /// </summary>
    /// <example>snapshot</example>
    [FromQuery] public string? Mode { get; init; }

    /// <summary>Transaction time of a historic vintage: later than that of the last version and not in the future; a date means 00:00 UTC. Default: now.</summary>
    /// <example>2020-10-19</example>
    [FromQuery] public string? RecordedAt { get; init; }

    /// <summary>For <c>csv</c>: which column holds what, as JSON; without it the mapping stored on the data set is used.</summary>
    /// <example>{"series":"SeriesCode","area":"GeoAreaCode","period":"TimePeriod","value":"Value"}</example>
    [FromQuery] public string? Mapping { get; init; }

    /// <summary>Why this version is made, at most 1,000 characters.</summary>
    /// <example>Release 2020.Q3</example>
    [FromQuery] public string? ChangeNote { get; init; }

    /// <summary>
    /// What the version was made of: IRIs, such as that of a version, a series or an observation here, of a computed answer (<c>…/v1/trends?series=…</c>; without
    /// <c>asOf</c> in its state of now), or of what a transfer delivered; at most 20. The lineage has them from the first moment on, and terms under which they
    /// are held hold for the version too.
    /// </summary>
    /// <example>["https://example.org/data/gauges"]</example>
    [FromQuery] public string[]? MadeFrom { get; init; }

    /// <summary>Name of the file, kept in the provenance, at most 255 characters and without a path.</summary>
    /// <example>download.csv.gz</example>
    [FromQuery] public string? FileName { get; init; }
}

/// <summary>An import and its result. Counts are in rows of the file or in observations, as said.</summary>
public sealed record ImportView
{
    /// <summary>Identifier of the import.</summary>
    /// <example>import-0198f2b1c0e57d4a8936b1f0c2d4e6a8</example>
    public required string Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg</example>
    public required string Dataset { get; init; }

    /// <summary>How far it is.</summary>
    public required ImportState State { get; init; }

    /// <summary>Layout of the file.</summary>
    /// <example>unsd-csv</example>
    public required string Format { get; init; }

    /// <summary>What the file says about observations that it does not contain.</summary>
    public required ImportMode Mode { get; init; }

    /// <summary>Transaction time asked for, UTC; null means the time of publication.</summary>
    /// <example>2020-10-19T00:00:00Z</example>
    public required DateTime? RecordedAt { get; init; }

    /// <summary>SHA-256 of the file as received, lower-case hex.</summary>
    /// <example>3ab49f953dc021b9a0a408b6d842ebbb2a33160a7d753e33502b3c95abffa584</example>
    public required string ContentSha256 { get; init; }

    /// <summary>Size of the file as received, bytes.</summary>
    /// <example>3554261</example>
    public required long Bytes { get; init; }

    /// <summary>Share of the file that has been read, 0 to 1.</summary>
    /// <example>1</example>
    public required double Progress { get; init; }

    /// <summary>Rows read, without the header.</summary>
    /// <example>474383</example>
    public required long RowsRead { get; init; }

    /// <summary>Rows accepted; with those rejected and repeated they make the rows read.</summary>
    /// <example>474383</example>
    public required long RowsAccepted { get; init; }

    /// <summary>Rows rejected; each is listed with line, column, code and what would be right.</summary>
    /// <example>0</example>
    public required long RowsRejected { get; init; }

    /// <summary>Rows that repeat a row of the same file word for word; they count once.</summary>
    /// <example>0</example>
    public required long RowsRepeated { get; init; }

    /// <summary>Observations that the version before did not have.</summary>
    /// <example>470409</example>
    public required long Added { get; init; }

    /// <summary>Observations whose published text or reason of absence changed.</summary>
    /// <example>2336</example>
    public required long Changed { get; init; }

    /// <summary>Observations with the same value but other attributes.</summary>
    /// <example>0</example>
    public required long AttributesChanged { get; init; }

    /// <summary>Observations of the file that equal those of the version before, in value.</summary>
    /// <example>1638</example>
    public required long Unchanged { get; init; }

    /// <summary>Observations withdrawn because the file lacks them.</summary>
    /// <example>58</example>
    public required long Withdrawn { get; init; }

    /// <summary>Observations not withdrawn because a rejected row may stand for them.</summary>
    /// <example>0</example>
    public required long WithdrawalsHeld { get; init; }

    /// <summary>Number of the version that it made; null while there is none.</summary>
    /// <example>2</example>
    public required int? DatasetVersion { get; init; }

    /// <summary>What made it fail; null otherwise.</summary>
    public required ImportFailureView? Failure { get; init; }

    /// <summary>Things to know that are no errors, such as areas recorded as provisional.</summary>
    /// <example>["Area 910 (High income economies (WB)) is not in the list of areas; it was recorded as provisional."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The first 100 rejected rows; <c>/rejected</c> has all.</summary>
    public required IReadOnlyList<ImportProblemView> Problems { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    /// <example>2026-11-25T01:29:27Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it ended, UTC; null before.</summary>
    /// <example>2026-11-25T01:29:35Z</example>
    public required DateTime? FinishedAt { get; init; }

    /// <summary>True when nothing more will happen to it.</summary>
    [JsonIgnore]
    public bool IsOver => State is ImportState.Succeeded or ImportState.Failed;
}

/// <summary>What made an import fail.</summary>
public sealed record ImportFailureView
{
    /// <summary>Stable name of the fault.</summary>
    /// <example>value.invalid</example>
    public required string Code { get; init; }

    /// <summary>What was wrong and what would be right.</summary>
    /// <example>No row of the file could be accepted.</example>
    public required string Detail { get; init; }
}

/// <summary>A rejected row.</summary>
public sealed record ImportProblemView
{
    /// <summary>Line of the file, from 1; the header is line 1.</summary>
    /// <example>17</example>
    public required long Line { get; init; }

    /// <summary>The column at fault; null when it is the row as a whole.</summary>
    /// <example>Value</example>
    public required string? Column { get; init; }

    /// <summary>Stable name of the fault, such as <c>value.invalid</c>.</summary>
    /// <example>value.invalid</example>
    public required string Code { get; init; }

    /// <summary>Which value was wrong and what would be right.</summary>
    /// <example>'12,5' is no value; a number has digits and a decimal point (12.5) and nothing around it, a missing value is empty, NaN or N, a bound is &lt;2.5 or &gt;95.</example>
    public required string Detail { get; init; }
}
