using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>Lists the versions of a data set, oldest first.</summary>
public sealed record ListVersions
{
    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }

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

/// <summary>A vintage of a data set: what one import made known. It never changes.</summary>
public sealed record DatasetVersionView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Counts the versions of the data set from 1.</summary>
    /// <example>2</example>
    public required int Number { get; init; }

    /// <summary>The activity that made it.</summary>
    /// <example>activity-import-sdg-demo-2020</example>
    public required string Activity { get; init; }

    /// <summary>SHA-256 of the file as it was received, lower-case hex: compute it over your copy to check.</summary>
    /// <example>bdd87c76243ea958c2e39146267f16f614691b75dfb3ce6cc8cfe5be1a3fc31a</example>
    public required string ContentSha256 { get; init; }

    /// <summary>Size of the file as it was received, bytes.</summary>
    /// <example>169830</example>
    public required long Bytes { get; init; }

    /// <summary>Observations that are current in this version.</summary>
    /// <example>843</example>
    public required long Rows { get; init; }

    /// <summary>Transaction time: since when this was known, UTC.</summary>
    /// <example>2020-10-19T00:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>When this server published it, UTC.</summary>
    /// <example>2026-11-25T01:29:27.594Z</example>
    public required DateTime PublishedAt { get; init; }

    /// <summary>Why the version was made; null when nobody said.</summary>
    /// <example>Release 2019.Q1.G.01</example>
    public required string? ChangeNote { get; init; }

    /// <summary>Observations that the version before did not have.</summary>
    /// <example>499</example>
    public required long Added { get; init; }

    /// <summary>Observations whose published text or reason of absence differs from the version before.</summary>
    /// <example>266</example>
    public required long Changed { get; init; }

    /// <summary>Observations with the same value but other attributes.</summary>
    /// <example>78</example>
    public required long AttributesChanged { get; init; }

    /// <summary>Observations of the file that equal those of the version before, in value.</summary>
    /// <example>78</example>
    public required long Unchanged { get; init; }

    /// <summary>Observations that the version before had and this one has not.</summary>
    /// <example>20</example>
    public required long Withdrawn { get; init; }

    /// <summary>Observations not withdrawn because a rejected row may stand for them.</summary>
    /// <example>0</example>
    public required long WithdrawalsHeld { get; init; }
}
