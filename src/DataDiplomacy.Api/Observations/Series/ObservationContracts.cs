using System.Text.Json.Serialization;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Lists observations, ordered by series, area, key and period. Filters are joined by and; the codes of one filter by or.</summary>
public sealed record ListObservations
{
    /// <summary>Series codes, at most 100, separated by commas or repeated. Default: all series.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Areas by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3, at most 100.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Groups of areas: M49 regions (<c>2</c> is Africa), <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>. Their members are added to <c>area</c>.</summary>
    /// <example>LDC</example>
    [FromQuery] public string[]? Group { get; init; }

    /// <summary>Data set id; needed when a series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>First period, inclusive: periods that begin before the start of it are left out (SDMX time period, such as <c>2015</c> or <c>2015-Q1</c>).</summary>
    /// <example>2010</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last period, inclusive: periods that end after the end of it are left out.</summary>
    /// <example>2020</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>Filters by dimension.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>True keeps the undisaggregated observations: each dimension holds a total, or the only code that the series knows.</summary>
    [FromQuery] public bool? Headline { get; init; }

    /// <summary>True keeps the latest observation with a value of each series key.</summary>
    [FromQuery] public bool? Latest { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Only what this server published after this instant; each item then says how it changed.</summary>
    /// <example>2020-10-19T00:00:00Z</example>
    [FromQuery] public string? UpdatedAfter { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100; CSV and NDJSON without it stream the whole answer.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    /// <example>exact</example>
    [FromQuery] public string? Count { get; init; }

    /// <summary>True answers how large the whole answer would be instead of the data.</summary>
    [FromQuery] public bool? DryRun { get; init; }
}

/// <summary>One value with its two clocks: the period it is about, and since when it was known.</summary>
public sealed record ObservationView
{
    /// <summary>Identifier of this observation in this version; the same on every server that holds the data set.</summary>
    /// <example>cce8991b2d76e83f0ad0dd60da05b252-2015-v2</example>
    public required string Id { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Series { get; init; }

    /// <summary>Title of the series.</summary>
    /// <example>Renewable energy share in the total final energy consumption (%)</example>
    public required string SeriesTitle { get; init; }

    /// <summary>Codes of the indicators that the series serves.</summary>
    /// <example>["7.2.1"]</example>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Area code: M49 without leading zeros.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area in English.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

    /// <summary>SDMX time period, such as <c>2015</c>.</summary>
    /// <example>2015</example>
    public required string Period { get; init; }

    /// <summary>The number, in <c>unit</c>; null when missing or bounded, never zero for missing.</summary>
    /// <example>72.25</example>
    public required double? Value { get; init; }

    /// <summary>Exactly what was published, such as <c>0.10</c> or <c>&lt;2.5</c>.</summary>
    /// <example>72.25</example>
    public required string ValueText { get; init; }

    /// <summary>Unit code as published; null when not said.</summary>
    /// <example>PERCENT</example>
    public required string? Unit { get; init; }

    /// <summary>Unit in words; null when not known.</summary>
    /// <example>Percentage</example>
    public required string? UnitLabel { get; init; }

    /// <summary>Lower end: the published bound, or the bound of a value such as <c>&gt;95</c>; null without one.</summary>
    /// <example>95</example>
    public required double? LowerBound { get; init; }

    /// <summary>Upper end: the published bound, or the bound of a value such as <c>&lt;2.5</c>; null without one.</summary>
    /// <example>2.5</example>
    public required double? UpperBound { get; init; }

    /// <summary>Observation status (SDMX CL_OBS_STATUS); null when not said.</summary>
    /// <example>A</example>
    public required string? Status { get; init; }

    /// <summary>Nature: C country data, CA adjusted, E estimated, G global monitoring, M modelled, N non-relevant; null when not said.</summary>
    /// <example>E</example>
    public required string? Nature { get; init; }

    /// <summary>Why there is no number; null when there is one.</summary>
    public required MissingReason? MissingReason { get; init; }

    /// <summary>Codes of the other dimensions by dimension id.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Footnote as published; null without one.</summary>
    /// <example>Estimate of the custodian agency.</example>
    public required string? Footnote { get; init; }

    /// <summary>Source as published; null when not said.</summary>
    /// <example>UNSD, Global SDG Indicators Database, state of 2020-10-19</example>
    public required string? Source { get; init; }

    /// <summary>Unit multiplier as published; null when not said.</summary>
    /// <example>UNITS</example>
    public required string? UnitMultiplier { get; init; }

    /// <summary>Time detail as published; null when not said.</summary>
    /// <example>2015</example>
    public required string? TimeDetail { get; init; }

    /// <summary>Time coverage as published; null when not said.</summary>
    /// <example>Annual</example>
    public required string? TimeCoverage { get; init; }

    /// <summary>Base period as published; null when not said.</summary>
    /// <example>2011</example>
    public required string? BasePeriod { get; init; }

    /// <summary>Address of geographical information as published; null when not said.</summary>
    /// <example>https://unstats.un.org/sdgs/</example>
    public required string? GeoInfoUrl { get; init; }

    /// <summary>Transaction time: since when this value was known, UTC.</summary>
    /// <example>2020-10-19T00:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the version that brought it.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>The activity that brought it.</summary>
    /// <example>activity-import-sdg-demo-2020</example>
    public required string Activity { get; init; }

    /// <summary>How it changed; only with <c>updatedAfter</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ObservationChange? Change { get; init; }

    /// <summary>Since when it is withdrawn, UTC; only with <c>updatedAfter</c> and for withdrawn ones.</summary>
    /// <example>2020-10-19T00:00:00Z</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTime? WithdrawnAt { get; init; }

    /// <summary>The series and the state in which it was found, for what is read of it next.</summary>
    [JsonIgnore]
    public SeriesRef? Ref { get; init; }

    /// <summary>Where it stands within its series.</summary>
    [JsonIgnore]
    public ObservationPlace Place { get; init; }
}

/// <summary>A dimension of an observation as GraphQL has it, which knows no free keys.</summary>
public sealed record DimensionCodeView
{
    /// <summary>Dimension id, such as <c>SEX</c>.</summary>
    public required string Dimension { get; init; }

    /// <summary>The code.</summary>
    public required string Code { get; init; }

    /// <summary>The code in words; the code itself when no list explains it.</summary>
    public required string Label { get; init; }
}

/// <summary>How large an answer would be.</summary>
public sealed record AnswerSizeView
{
    /// <summary>Series keys (series, area and dimensions).</summary>
    /// <example>70</example>
    public required long Series { get; init; }

    /// <summary>Observations.</summary>
    /// <example>843</example>
    public required long Observations { get; init; }

    /// <summary>Estimated size in the asked format, bytes before compression: from the mean size of the first observations.</summary>
    /// <example>609573</example>
    public required long Bytes { get; init; }
}
