using System.Text.Json.Serialization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Lists series by data set and code.</summary>
public sealed record ListSeries
{
    /// <summary>Indicator code, such as <c>7.2.1</c>.</summary>
    /// <example>7.2.1</example>
    [FromQuery] public string? Indicator { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Words that code or title contain, ignoring case; all of them.</summary>
    /// <example>renewable energy</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>The state to read (RFC 3339 instant, or a date meaning 00:00 UTC). Default: now.</summary>
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

/// <summary>Reads one series.</summary>
public sealed record GetSeries
{
    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromRoute] public string Code { get; init; } = "";

    /// <summary>Data set id; needed when the code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>The state to read (RFC 3339 instant, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>Reads what was known about one observation, and when.</summary>
public sealed record GetHistory
{
    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string? Series { get; init; }

    /// <summary>Area: M49, ISO 3166-1 alpha-2 or alpha-3.</summary>
    /// <example>404</example>
    [FromQuery] public string? Area { get; init; }

    /// <summary>SDMX time period.</summary>
    /// <example>2015</example>
    [FromQuery] public string? Period { get; init; }

    /// <summary>Data set id; needed when the code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Filters by dimension; needed as far as several observations share area and period.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>The history as it was known then (RFC 3339 instant, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }
}

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

/// <summary>A series: one measure over areas, periods and dimensions.</summary>
public sealed record SeriesView
{
    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Code, unique within the data set.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Code { get; init; }

    /// <summary>Title as last published.</summary>
    /// <example>Renewable energy share in the total final energy consumption (%)</example>
    public required string Title { get; init; }

    /// <summary>Codes of the indicators that it serves.</summary>
    /// <example>["7.2.1"]</example>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Unit code when all observations share one; null otherwise.</summary>
    /// <example>PERCENT</example>
    public required string? Unit { get; init; }

    /// <summary>Unit in words; null when not known.</summary>
    /// <example>Percentage</example>
    public required string? UnitLabel { get; init; }

    /// <summary>Which way is better; null when not known.</summary>
    public required DesiredDirection? Direction { get; init; }

    /// <summary>Custodian agencies of the indicator; null when not known.</summary>
    /// <example>UNSD, IEA, IRENA</example>
    public required string? Custodian { get; init; }

    /// <summary>Number of the data set version that is read.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>The series and the state in which it was found, for what is read of it next.</summary>
    [JsonIgnore]
    public SeriesRef? Ref { get; init; }
}

/// <summary>What can be chosen within a series, for pickers.</summary>
public sealed record FacetsView
{
    /// <summary>Dimensions with the codes in use.</summary>
    public required IReadOnlyList<DimensionFacetView> Dimensions { get; init; }

    /// <summary>Areas with observations, by area order.</summary>
    public required IReadOnlyList<AreaFacetView> Areas { get; init; }

    /// <summary>First period with an observation; null without any.</summary>
    /// <example>2000</example>
    public required string? From { get; init; }

    /// <summary>Last period with an observation; null without any.</summary>
    /// <example>2017</example>
    public required string? To { get; init; }

    /// <summary>Observations in all.</summary>
    /// <example>168</example>
    public required long Observations { get; init; }
}

/// <summary>A dimension of a series.</summary>
public sealed record DimensionFacetView
{
    /// <summary>Dimension id, for <c>dim.ID=</c>.</summary>
    /// <example>REPORTING_TYPE</example>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    /// <example>Reporting type</example>
    public required string Label { get; init; }

    /// <summary>Codes in use, by code.</summary>
    public required IReadOnlyList<CodeFacetView> Values { get; init; }
}

/// <summary>A code of a dimension.</summary>
public sealed record CodeFacetView
{
    /// <summary>The code.</summary>
    /// <example>G</example>
    public required string Code { get; init; }

    /// <summary>The code in words; the code itself when no list explains it.</summary>
    /// <example>Global</example>
    public required string Label { get; init; }

    /// <summary>Observations that have it.</summary>
    /// <example>168</example>
    public required long Observations { get; init; }

    /// <summary>True when the code means all of the dimension.</summary>
    public required bool Total { get; init; }
}

/// <summary>An area of a series.</summary>
public sealed record AreaFacetView
{
    /// <summary>M49 code without leading zeros.</summary>
    /// <example>404</example>
    public required string Code { get; init; }

    /// <summary>Name in English.</summary>
    /// <example>Kenya</example>
    public required string Name { get; init; }

    /// <summary>Observations of the area.</summary>
    /// <example>18</example>
    public required long Observations { get; init; }
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
