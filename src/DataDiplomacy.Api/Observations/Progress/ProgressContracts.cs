using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Core.Observations.Progress;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>A published way to assess progress.</summary>
public enum ProgressMethod
{
    /// <summary>UNSD, SDG Progress Chart, trend, technical note 2022.</summary>
    Unsd2022,

    /// <summary>UNSD, mid-point assessment, technical note 2023.</summary>
    Unsd2023,

    /// <summary>Eurostat, EU SDG monitoring.</summary>
    Eurostat,

    /// <summary>Open SDG and Statistics Canada, 2025.</summary>
    Opensdg,

    /// <summary>UN ESCAP, current status and anticipated progress index.</summary>
    Escap,

    /// <summary>SDSN, SDG Index, trend.</summary>
    Sdsn,
}

/// <summary>Which gap the anticipated gap of ESCAP is measured against.</summary>
public enum GapBase
{
    /// <summary>The gap of the latest value, as in recent editions.</summary>
    Current,

    /// <summary>The gap of the base year.</summary>
    BaseYear,
}

/// <summary>Assesses the progress of series in one area by several published methods, side by side.</summary>
public sealed record GetProgress
{
    /// <summary>The area, exactly one, by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Indicator codes: the series that serve any of them.</summary>
    /// <example>7.1.1</example>
    [FromQuery] public string[]? Indicator { get; init; }

    /// <summary>Series codes. Without series, indicator and goal: every series of the area.</summary>
    /// <example>EG_ELC_ACCS</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Goals: the series that serve any of their indicators.</summary>
    /// <example>7</example>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Data set id; needed when a series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Methods to apply: <c>unsd2022</c>, <c>unsd2023</c>, <c>eurostat</c>, <c>opensdg</c>, <c>escap</c>, <c>sdsn</c>. Default: all.</summary>
    /// <example>unsd2022,opensdg</example>
    [FromQuery] public string[]? Methods { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.
    /// Targets that were entered are those of that instant too; those that ship with the program hold at any.</summary>
    /// <example>2021-01-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>First period, such as <c>2010</c>: what is earlier is left out. Default: all.</summary>
    /// <example>2010</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last period, such as <c>2019</c>: progress as it stood then. Default: all.</summary>
    /// <example>2019</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>Filters by dimension. Where several observations share area and year, they must leave one.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>True keeps the undisaggregated observations. Default: true where no single series is named, else false.</summary>
    [FromQuery] public bool? Headline { get; init; }

    /// <summary>Which gap the anticipated gap of ESCAP is measured against: <c>current</c> (default) or <c>baseYear</c>.</summary>
    /// <example>baseYear</example>
    [FromQuery] public string? ApiBase { get; init; }

    /// <summary>What stands for a zero, of which no growth rate can be taken; above 0. Default: 0.001, as Open SDG.</summary>
    /// <example>1</example>
    [FromQuery] public double? ZeroReplacement { get; init; }

    /// <summary>Most series of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }
}

/// <summary>Series in one area, by one method each.</summary>
public sealed record ProgressListView
{
    /// <summary>One item for each series and method: series by data set and code, methods in their order.</summary>
    public required IReadOnlyList<SdgProgressView> Items { get; init; }

    /// <summary>What the methods say of each series together.</summary>
    public required IReadOnlyList<ProgressAgreementView> Agreement { get; init; }

    /// <summary>Number of trends that were tested together: q is adjusted over them.</summary>
    /// <example>5</example>
    public required int FamilySize { get; init; }

    /// <summary>Cursor of the next page; null on the last.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }
}

/// <summary>What one method says of one series in one area, with everything that is needed to work it out again.</summary>
public sealed record SdgProgressView
{
    /// <summary>Area code: M49 without leading zeros.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area in English.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

    /// <summary>Series code.</summary>
    /// <example>EG_ELC_ACCS</example>
    public required string Series { get; init; }

    /// <summary>Title of the series.</summary>
    /// <example>Proportion of population with access to electricity, by urban/rural (%)</example>
    public required string SeriesTitle { get; init; }

    /// <summary>Indicators that the series serves.</summary>
    /// <example>["7.1.1"]</example>
    public required IReadOnlyList<string> Indicators { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version of the data set that was read.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>How the data set asks to be cited, else its publisher or title.</summary>
    /// <example>UNSD, Global SDG Indicators Database, releases 2019.Q1.G.01 and state of 2020-10-19</example>
    public required string Source { get; init; }

    /// <summary>Unit code of the values; null when not said or not the same throughout.</summary>
    /// <example>PERCENT</example>
    public required string? Unit { get; init; }

    /// <summary>The dimensions that all observations share, by id.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>The method.</summary>
    public required ProgressMethod Method { get; init; }

    /// <summary>Name of the method and its publisher.</summary>
    /// <example>Open SDG and Statistics Canada</example>
    public required string MethodTitle { get; init; }

    /// <summary>Version of the formula and its thresholds.</summary>
    /// <example>2.4</example>
    public required string Version { get; init; }

    /// <summary>Where formula and thresholds are published, and how sure their reading is.</summary>
    /// <example>Open SDG 2.4 (October 2025), docs/progress-methodology.md and sdg-build, ProgressMeasure.py</example>
    public required string MethodSource { get; init; }

    /// <summary>The class, lower snake case; <c>not_assessable</c> where the method cannot be applied.</summary>
    /// <example>limited</example>
    public required string Class { get; init; }

    /// <summary>The class as its publisher words it.</summary>
    /// <example>Limited progress</example>
    public required string Label { get; init; }

    /// <summary>What the class means beside those of other methods; coarser than any of them.</summary>
    public required ProgressStanding Standing { get; init; }

    /// <summary>Place of the class, 1 is the best; null where not assessable.</summary>
    /// <example>3</example>
    public required int? Rank { get; init; }

    /// <summary>Number of classes that the method has for such a series; null where not assessable.</summary>
    /// <example>5</example>
    public required int? RankOf { get; init; }

    /// <summary>The score that the publisher gives, on the publisher's scale (Eurostat and Open SDG -5 to 5, ESCAP 0 at the base and 10 at the target, SDSN 0 to 100, UNSD the measure itself); null where there is none.</summary>
    /// <example>-0.00766</example>
    public required double? Score { get; init; }

    /// <summary>The measure that decides; null where not assessable or where meeting the target decides.</summary>
    /// <example>0.598157</example>
    public required double? Measure { get; init; }

    /// <summary>What the measure is.</summary>
    /// <example>observed over required annual growth rate; without a target the observed rate in the wanted direction</example>
    public required string MeasureName { get; init; }

    /// <summary>
    /// Why the method cannot be applied: <c>no_direction</c>, <c>no_target</c>, <c>insufficient_data</c>, <c>target_year_passed</c>, <c>sign_change</c>,
    /// <c>no_distance</c>, <c>out_of_range</c>, <c>not_annual</c>, <c>mixed_units</c> or <c>several_breakdowns</c>; null where it can.
    /// </summary>
    /// <example>no_target</example>
    public required string? Reason { get; init; }

    /// <summary>Every number that went in and every one on the way, by name.</summary>
    /// <example>{"baseYear":2015,"baseValue":43,"latestYear":2022,"latestValue":37,"target":25,"targetYear":2030,"cagrObserved":-0.02124,"cagrRequired":-0.035509,"measure":0.598157}</example>
    public required IReadOnlyDictionary<string, double> Inputs { get; init; }

    /// <summary>The classes with the bounds that were applied, from the best to the worst; the first that holds is the class.</summary>
    public required IReadOnlyList<ProgressThresholdView> Thresholds { get; init; }

    /// <summary>Other choices that a reader could have made and that give another class; empty where none of those tried does.</summary>
    public required IReadOnlyList<ProgressFlipView> Flips { get; init; }

    /// <summary>The choices that were tried, whether they flip the class or not.</summary>
    /// <example>["base year 2016 instead of 2015"]</example>
    public required IReadOnlyList<string> FlipsTried { get; init; }

    /// <summary>What the series is measured against, and which document says so; null where nobody has said it.</summary>
    public required SeriesTargetView? Target { get; init; }

    /// <summary>Whether the change since the base year can be told from chance; null where it cannot be tested.</summary>
    public required ProgressTrendView? Trend { get; init; }

    /// <summary>What must be known before the class is believed.</summary>
    /// <example>["The class rests on two values and nothing between them."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}
