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
