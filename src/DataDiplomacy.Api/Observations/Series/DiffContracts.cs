using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Compares two versions of a data set.</summary>
public sealed record GetDiff
{
    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    [FromRoute] public string Id { get; init; } = "";

    /// <summary>The earlier version.</summary>
    /// <example>1</example>
    [FromRoute] public int A { get; init; }

    /// <summary>The later version.</summary>
    /// <example>2</example>
    [FromRoute] public int B { get; init; }

    /// <summary>Series codes, at most 100. Default: all series.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>How two versions of a data set differ. The counts are over all that was asked for, the items come in pages.</summary>
public sealed record DiffView
{
    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>The earlier version.</summary>
    /// <example>1</example>
    public required int A { get; init; }

    /// <summary>The later version.</summary>
    /// <example>2</example>
    public required int B { get; init; }

    /// <summary>Observations that only the later version has.</summary>
    /// <example>499</example>
    public required long Added { get; init; }

    /// <summary>Observations of both whose published text or reason of absence differs.</summary>
    /// <example>266</example>
    public required long Changed { get; init; }

    /// <summary>Observations that only the earlier version has.</summary>
    /// <example>20</example>
    public required long Withdrawn { get; init; }

    /// <summary>Observations of both with the same value.</summary>
    /// <example>78</example>
    public required long Unchanged { get; init; }

    /// <summary>Those of the unchanged whose attributes differ.</summary>
    /// <example>78</example>
    public required long AttributesChanged { get; init; }

    /// <summary>What was added, changed or withdrawn, ordered by series, area, key and period.</summary>
    public required IReadOnlyList<DiffItemView> Items { get; init; }

    /// <summary>Cursor of the next page; null on the last one.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }
}

/// <summary>An observation that differs between two versions.</summary>
public sealed record DiffItemView
{
    /// <summary>How it differs.</summary>
    public required Data.Readers.ObservationChange Change { get; init; }

    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Series { get; init; }

    /// <summary>M49 code of the area.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

    /// <summary>SDMX time period.</summary>
    /// <example>2015</example>
    public required string Period { get; init; }

    /// <summary>Codes of the other dimensions by dimension id.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>The number before; null when missing or added.</summary>
    /// <example>72.66</example>
    public required double? OldValue { get; init; }

    /// <summary>What was published before; null when added.</summary>
    /// <example>72.66</example>
    public required string? OldValueText { get; init; }

    /// <summary>The number after; null when missing or withdrawn.</summary>
    /// <example>72.25</example>
    public required double? NewValue { get; init; }

    /// <summary>What was published after; null when withdrawn.</summary>
    /// <example>72.25</example>
    public required string? NewValueText { get; init; }

    /// <summary>Change of the number, share of the old one (0.1 is 10 per cent up); null when there are not two numbers or the old one is zero.</summary>
    /// <example>-0.0056</example>
    public required double? RelativeChange { get; init; }
}
