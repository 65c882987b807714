using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Trends;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Tests the trends of all keys of a data set (series, area and dimensions) together, as one family.</summary>
public sealed record ScanTrends
{
    /// <summary>Data set id, needed.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Codes of series, at most 100. Default: all series of the data set.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Areas by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3, at most 100. Default: all areas.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Groups of areas: M49 regions (<c>2</c> is Africa), <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>. Their members are added to <c>area</c>.</summary>
    /// <example>LDC</example>
    [FromQuery] public string[]? Group { get; init; }

    /// <summary>First period, inclusive: periods that begin before the start of it are left out (SDMX time period, such as <c>2015</c> or <c>2015-Q1</c>).</summary>
    /// <example>2010</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last period, inclusive: periods that end after the end of it are left out.</summary>
    /// <example>2020</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Filters by dimension: which keys are in the family.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>True keeps the undisaggregated keys: each dimension holds a total, or the only code that the series knows.</summary>
    [FromQuery] public bool? Headline { get; init; }

    /// <summary>
    /// <c>q</c>: the smallest q first, of equal ones the smallest p, then as by series; keys without a test come last. <c>series</c>: by series, area and key,
    /// as observations come. Default: q.
    /// </summary>
    /// <example>q</example>
    [FromQuery] public string? Order { get; init; }

    /// <summary>True answers only trends that were found: q below 0.05. The family stays the same.</summary>
    [FromQuery] public bool? OnlyFound { get; init; }

    /// <summary>Most items, 1 to 1,000. Default: 100 in JSON, all in CSV and NDJSON.</summary>
    /// <example>20</example>
    [FromQuery] public int? Limit { get; init; }
}

/// <summary>The trend of one key among all that were looked at together; <c>GET /v1/trends</c> says of one what must be known before it is believed.</summary>
public sealed record ScannedTrendView
{
    /// <summary>Area code: M49 without leading zeros.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area in English.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Series { get; init; }

    /// <summary>Title of the series.</summary>
    /// <example>Renewable energy share in the total final energy consumption (%)</example>
    public required string SeriesTitle { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version of the data set that was read.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>The dimensions of the key, by id.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Unit code of the values as published; null when not said or not the same throughout.</summary>
    /// <example>PERCENT</example>
    public required string? Unit { get; init; }

    /// <summary>Number of values used.</summary>
    /// <example>18</example>
    public required int N { get; init; }

    /// <summary>Number of observations without a number (not reported, not applicable, suppressed or bounded), which were dropped.</summary>
    /// <example>0</example>
    public required int NDropped { get; init; }

    /// <summary>First period with a value; null without one.</summary>
    /// <example>2000</example>
    public required string? From { get; init; }

    /// <summary>Last period with a value; null without one.</summary>
    /// <example>2017</example>
    public required string? To { get; init; }

    /// <summary>Theil-Sen slope, in <c>slopeUnit</c>; null where it is not known.</summary>
    /// <example>-0.61</example>
    public required double? Slope { get; init; }

    /// <summary>Lower end of the 95 % interval of the slope; null as the slope.</summary>
    /// <example>-0.85</example>
    public required double? SlopeLow { get; init; }

    /// <summary>Upper end of the 95 % interval of the slope; null as the slope.</summary>
    /// <example>-0.3725</example>
    public required double? SlopeHigh { get; init; }

    /// <summary>Unit of the slope, such as <c>Percentage per year</c>.</summary>
    /// <example>Percentage per year</example>
    public required string SlopeUnit { get; init; }

    /// <summary>Kendall's S: pairs that rise minus pairs that fall; null where not tested.</summary>
    /// <example>-99</example>
    public required int? S { get; init; }

    /// <summary>Two-sided p, 0 to 1: exact without ties and below 50 values, else normal; null where not tested.</summary>
    /// <example>0.00007</example>
    public required double? P { get; init; }

    /// <summary>Whether <c>p</c> is exact.</summary>
    public required bool PIsExact { get; init; }

    /// <summary>p adjusted over all keys that were tested together (Benjamini-Hochberg), 0 to 1; null where not tested.</summary>
    /// <example>0.00014</example>
    public required double? Q { get; init; }

    /// <summary>Number of tests over which q is adjusted.</summary>
    /// <example>31</example>
    public required int FamilySize { get; init; }

    /// <summary>Direction at level 0.05, decided by q.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>
    /// Why there is no test: <c>insufficient_data</c>, <c>constant</c>, <c>duplicate_times</c>, <c>mixed_units</c>, <c>too_many_points</c> or <c>out_of_range</c>; null where tested.
    /// </summary>
    /// <example>insufficient_data</example>
    public required string? Reason { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required DateTime AsOf { get; init; }
}

/// <summary>The first of the trends that were tested together, and how many there are.</summary>
public sealed record TrendScanView
{
    /// <summary>The first items in the order that was asked for; CSV and NDJSON have all.</summary>
    public required IReadOnlyList<ScannedTrendView> Items { get; init; }

    /// <summary>Number of tests over which q is adjusted: all keys that were assessed, shown or not.</summary>
    /// <example>31</example>
    public required int FamilySize { get; init; }

    /// <summary>Number of keys with a test.</summary>
    /// <example>31</example>
    public required int Assessed { get; init; }

    /// <summary>Number of keys without a test; <c>reason</c> of each says why.</summary>
    /// <example>9</example>
    public required int NotAssessable { get; init; }

    /// <summary>Number of trends found: q below 0.05. Of these, 5 % at most are expected to be false, when the tests are independent.</summary>
    /// <example>27</example>
    public required int Found { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version of the data set that was read.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>How the data set asks to be cited, else its publisher or title.</summary>
    /// <example>UNSD, Global SDG Indicators Database, releases 2019.Q1.G.01 and state of 2020-10-19</example>
    public required string Source { get; init; }

    /// <summary>The methods used and the level.</summary>
    /// <example>Mann-Kendall test; Theil-Sen slope with Sen's rank interval (95 %); q by Benjamini-Hochberg over all keys with a test; level 0.05</example>
    public required string Method { get; init; }

    /// <summary>Version of the assessment; it rises when a figure could change.</summary>
    /// <example>1.0</example>
    public required string Version { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required DateTime AsOf { get; init; }
}
