using DataDiplomacy.Api.Http;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Anomalies;

/// <summary>Looks for periods whose value differs from those before them, by several published methods side by side.</summary>
public sealed record GetAnomalies
{
    /// <summary>Codes of the series, 1 to 30.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Areas by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3, at most 100. Default: all areas of the series.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Groups of areas: M49 regions (<c>2</c> is Africa), <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>. Their members are added to <c>area</c>.</summary>
    /// <example>LDC</example>
    [FromQuery] public string[]? Group { get; init; }

    /// <summary>Data set id; needed when a series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>First period that is scanned: those before it serve as baseline only. Default: all that have a baseline.</summary>
    /// <example>2010</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last period, inclusive: periods that end after the end of it are left out.</summary>
    /// <example>2020</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Filters by dimension. Where several observations share area and period, they must leave one.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>True keeps the undisaggregated observations: each dimension holds a total, or the only code that the series knows.</summary>
    [FromQuery] public bool? Headline { get; init; }

    /// <summary>
    /// Methods: <c>ears</c> (C2), <c>farrington</c>, <c>farrington_flexible</c>, <c>negbin</c>, <c>cusum</c>, <c>ewma</c>, <c>robust_z</c>. Default for counts (whole numbers
    /// of 0 or more that are no percentages): ears, negbin, and with three years of weeks or months farrington_flexible; for anything else cusum, ewma and robust_z,
    /// all three on the changes from period to period.
    /// </summary>
    /// <example>robust_z</example>
    [FromQuery] public string[]? Methods { get; init; }

    /// <summary>
    /// Highest p that is an alarm, for all methods with a p. Default: ears, negbin and robust_z 0.001, farrington 0.005, farrington_flexible 0.01.
    /// Charts (cusum, ewma) keep their published limits.
    /// </summary>
    /// <example>0.001</example>
    [FromQuery] public double? Alpha { get; init; }

    /// <summary>Length of the baseline in periods, 5 to 366. Default: ears 7, negbin, cusum and ewma 20. Farrington has its own of up to five years, robust_z the whole series.</summary>
    /// <example>10</example>
    [FromQuery] public int? Baseline { get; init; }

    /// <summary>Most items of <c>alarms</c>, the most surprising first, 1 to 10,000. Default: 100. It has no influence on the number of tests.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary>False lists every test, also those without an alarm. Default: true.</summary>
    [FromQuery] public bool? OnlyAlarms { get; init; }
}

/// <summary>Alarms of a scan, most surprising first, with all that was tested. They are a ranking for a person to look at.</summary>
public sealed record AnomalyListView
{
    /// <summary>The alarms (every test with <c>onlyAlarms=false</c>): by p, then those of charts by the size of the statistic.</summary>
    public required IReadOnlyList<AnomalyView> Alarms { get; init; }

    /// <summary>What was scanned: a row for each series, area and method, also where the method could not be applied.</summary>
    public required IReadOnlyList<AnomalyScanView> Scanned { get; init; }

    /// <summary>Number of alarms that were found, also those beyond <c>limit</c>.</summary>
    /// <example>7</example>
    public required int AlarmCount { get; init; }

    /// <summary>Number of all tests that were made: periods, once for each series, area and method.</summary>
    /// <example>240</example>
    public required int Tests { get; init; }

    /// <summary>Number of tests with a p, over which q is adjusted, those without an alarm included; charts have none.</summary>
    /// <example>160</example>
    public required int FamilySize { get; init; }

    /// <summary>Number of alarms expected if nothing changed anywhere: level times tests, and for charts the chance that comes with the length of their baseline.</summary>
    /// <example>0.24</example>
    public required double ExpectedFalseAlarms { get; init; }

    /// <summary>What can and what cannot be concluded.</summary>
    /// <example>7 alarms among 240 tests; about 0.24 are expected by chance if nothing changed.</example>
    public required string Verdict { get; init; }

    /// <summary>How alarms come about.</summary>
    /// <example>Published limits, and p of at most the level</example>
    public required string Method { get; init; }

    /// <summary>Version of the scan; it rises when a figure could change.</summary>
    /// <example>1.0</example>
    public required string Version { get; init; }

    /// <summary>What must be known before the answer is believed.</summary>
    /// <example>["The list holds the first 100 of 140 alarms."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }
}

/// <summary>One period of a series in an area, judged by one method.</summary>
public sealed record AnomalyView
{
    /// <summary>Series code.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Series { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Area code: M49 without leading zeros.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area in English.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

    /// <summary>The method.</summary>
    /// <example>robust_z</example>
    public required string Method { get; init; }

    /// <summary>Statistic of the method, explained as <c>statisticName</c> under <c>scanned</c>; null without spread.</summary>
    /// <example>6.2</example>
    public required double? Statistic { get; init; }

    /// <summary>The period.</summary>
    /// <example>2014</example>
    public required string Period { get; init; }

    /// <summary>Its value, in <c>unit</c>.</summary>
    /// <example>72.25</example>
    public required double Observed { get; init; }

    /// <summary>The value that the method expects, from the baseline and, for changes, the period before; null where out of range.</summary>
    /// <example>75.1</example>
    public required double? Expected { get; init; }

    /// <summary>Values above this are alarms; null where out of range.</summary>
    /// <example>77.4</example>
    public required double? Upper { get; init; }

    /// <summary>Values below this are alarms; null for methods that watch for increases only.</summary>
    /// <example>72.8</example>
    public required double? Lower { get; init; }

    /// <summary>Unit code of the values; null when not said.</summary>
    /// <example>PERCENT</example>
    public required string? Unit { get; init; }

    /// <summary>Chance of a value at least as extreme if nothing changed, 0 to 1, allowing for the baseline being an estimate; null for charts, which have none.</summary>
    /// <example>0.0004</example>
    public required double? P { get; init; }

    /// <summary>p adjusted over all tests of the request (Benjamini-Hochberg), 0 to 1; null for charts.</summary>
    /// <example>0.021</example>
    public required double? Q { get; init; }

    /// <summary>Whether the value lies beyond the limits.</summary>
    public required bool Alarm { get; init; }

    /// <summary>The observation of the period.</summary>
    public required IReadOnlyList<AnomalyObservationView> Observations { get; init; }

    /// <summary>What the value was compared with.</summary>
    public required AnomalyBaselineView Baseline { get; init; }

    /// <summary>What must be known of this period.</summary>
    /// <example>["The bin before is an alarm the other way: this may be no more than the way back from it."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>An observation behind an alarm.</summary>
public sealed record AnomalyObservationView
{
    /// <summary>SDMX time period.</summary>
    /// <example>2014</example>
    public required string Period { get; init; }

    /// <summary>The number; null when missing.</summary>
    /// <example>72.25</example>
    public required double? Value { get; init; }

    /// <summary>Exactly what was published.</summary>
    /// <example>72.25</example>
    public required string ValueText { get; init; }

    /// <summary>Observation status (SDMX CL_OBS_STATUS); null when not said.</summary>
    /// <example>A</example>
    public required string? Status { get; init; }

    /// <summary>Nature: C country data, CA adjusted, E estimated, G global monitoring, M modelled, N non-relevant; null when not said.</summary>
    /// <example>E</example>
    public required string? Nature { get; init; }

    /// <summary>Number of the version of the data set that brought it.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>The activity that brought it.</summary>
    /// <example>activity-import-sdg-demo-2020</example>
    public required string Activity { get; init; }
}

/// <summary>What a value was compared with.</summary>
public sealed record AnomalyBaselineView
{
    /// <summary>First period.</summary>
    /// <example>2000</example>
    public required string From { get; init; }

    /// <summary>Last period.</summary>
    /// <example>2009</example>
    public required string To { get; init; }

    /// <summary>Number of values (of changes, where the method looks at those).</summary>
    /// <example>10</example>
    public required int N { get; init; }
}
