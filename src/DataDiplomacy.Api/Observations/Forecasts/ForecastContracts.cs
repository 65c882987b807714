using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Forecasts;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>How the scale of a forecast is chosen.</summary>
public enum ForecastScaleChoice
{
    /// <summary>The logit for shares in per cent, otherwise the values themselves.</summary>
    Auto,

    /// <summary>The values themselves.</summary>
    Linear,

    /// <summary>The logit of values between 0 and 100.</summary>
    Logit,
}

/// <summary>From which side a target is reached.</summary>
public enum TargetDirection
{
    /// <summary>By values at least as high as the target.</summary>
    Increase,

    /// <summary>By values at most as high as the target.</summary>
    Decrease,
}

/// <summary>Forecasts series in areas by several models at once, with the range that they span and how they did on values held back.</summary>
public sealed record GetForecasts
{
    /// <summary>Series codes, 1 to 30.</summary>
    /// <example>EG_ELC_ACCS</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Areas by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3. An area or a group is needed; series times areas is at most 300.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Groups of areas: M49 regions (<c>2</c> is Africa), <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>. Their members are added to <c>area</c>.</summary>
    /// <example>LDC</example>
    [FromQuery] public string[]? Group { get; init; }

    /// <summary>Data set id; needed when a series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>First period, inclusive: periods that begin before the start of it are left out.</summary>
    /// <example>2005</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last period, inclusive: periods that end after the end of it are left out, and the forecast begins there.</summary>
    /// <example>2015</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now. So are targets that were entered; those that ship with the program hold at any.</summary>
    /// <example>2021-01-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Filters by dimension. Where several observations share area and period, they must leave one.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>True keeps the undisaggregated observations: each dimension holds a total, or the only code that the series knows.</summary>
    [FromQuery] public bool? Headline { get; init; }

    /// <summary>Steps ahead, 1 to 50; a step is a period, or the regular distance of the values where that is longer. Default: up to the year of the target of the series, else 5.</summary>
    /// <example>10</example>
    [FromQuery] public int? Horizon { get; init; }

    /// <summary>Value to be reached at the last step. Default: the target of the series in its year, where it has one.</summary>
    /// <example>100</example>
    [FromQuery] public double? Target { get; init; }

    /// <summary>From which side: <c>increase</c> (at least) or <c>decrease</c> (at most). Default: that of the target of the series, else the side on which the last value does not lie.</summary>
    /// <example>increase</example>
    [FromQuery] public string? TargetDirection { get; init; }

    /// <summary>Models, at least two: <c>naive</c>, <c>drift</c> (3 values), <c>simple</c> (7), <c>holt</c> (9), <c>damped</c> (10). Default: all that the length allows.</summary>
    /// <example>drift,damped</example>
    [FromQuery] public string[]? Models { get; init; }

    /// <summary>Scale of the forecast: <c>auto</c> (default: <c>logit</c> for shares in per cent, so that no interval leaves 0 to 100), <c>linear</c> or <c>logit</c>.</summary>
    /// <example>linear</example>
    [FromQuery] public string? Scale { get; init; }
}

/// <summary>Forecasts that were made together.</summary>
public sealed record ForecastListView
{
    /// <summary>One item for each series and area: series as they were named, areas in ascending order of their M49 codes.</summary>
    public required IReadOnlyList<ForecastView> Items { get; init; }

    /// <summary>Number of comparisons with the naive forecast over which q is adjusted: models with a p, over all items.</summary>
    /// <example>4</example>
    public required int FamilySize { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }
}

/// <summary>One series in one area, by several models. Without two models there is no forecast.</summary>
public sealed record ForecastView
{
    /// <summary>Series code.</summary>
    /// <example>EG_ELC_ACCS</example>
    public required string Series { get; init; }

    /// <summary>Title of the series.</summary>
    /// <example>Proportion of population with access to electricity, by urban/rural (%)</example>
    public required string SeriesTitle { get; init; }

    /// <summary>Area code: M49 without leading zeros.</summary>
    /// <example>404</example>
    public required string Area { get; init; }

    /// <summary>Name of the area in English.</summary>
    /// <example>Kenya</example>
    public required string AreaName { get; init; }

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

    /// <summary>Number of values.</summary>
    /// <example>19</example>
    public required int N { get; init; }

    /// <summary>Number of periods without a number.</summary>
    /// <example>0</example>
    public required int NDropped { get; init; }

    /// <summary>First period with a value; null without one.</summary>
    /// <example>2000</example>
    public required string? From { get; init; }

    /// <summary>Last period with a value; null without one.</summary>
    /// <example>2018</example>
    public required string? To { get; init; }

    /// <summary>Period from which the forecast goes on: the last one with a value; null where nothing was forecast.</summary>
    /// <example>2018</example>
    public required string? Origin { get; init; }

    /// <summary>Number of steps ahead.</summary>
    /// <example>12</example>
    public required int Horizon { get; init; }

    /// <summary>The periods ahead, one element per step; empty where nothing was forecast.</summary>
    /// <example>["2019","2020"]</example>
    public required IReadOnlyList<string> Periods { get; init; }

    /// <summary>The scale on which the forecast was made; null where nothing was forecast.</summary>
    public required ForecastScale? Scale { get; init; }

    /// <summary>Why this scale.</summary>
    /// <example>Linear, as asked for.</example>
    public required string? ScaleReason { get; init; }

    /// <summary>The models, at least two; empty where nothing was forecast.</summary>
    public required IReadOnlyList<ModelForecastView> Models { get; init; }

    /// <summary>What the models span together; null where nothing was forecast.</summary>
    public required EnsembleRangeView? EnsembleRange { get; init; }

    /// <summary>Chance of the target over the models; null without target.</summary>
    public required ProbabilityRangeView? ProbabilityRange { get; init; }

    /// <summary>The target; null without one.</summary>
    public required ForecastTargetView? Target { get; init; }

    /// <summary>Whether there is a forecast.</summary>
    public required bool Defined { get; init; }

    /// <summary>
    /// Why there is none: <c>insufficient_data</c>, <c>gaps</c>, <c>mixed_frequencies</c>, <c>mixed_units</c>, <c>several_breakdowns</c>, <c>outside_logit</c>,
    /// <c>too_many_points</c> or <c>out_of_range</c>; null where defined.
    /// </summary>
    /// <example>gaps</example>
    public required string? Reason { get; init; }

    /// <summary>What can and what cannot be concluded, in plain words.</summary>
    /// <example>The chance of at least 100 in 2030 is between &lt;1 % and 86 %: the models disagree.</example>
    public required string Verdict { get; init; }

    /// <summary>What must be known before it is believed.</summary>
    /// <example>["12 steps ahead rest on 19 values: such a distance was hardly ever seen."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }

    /// <summary>The methods used.</summary>
    /// <example>Naive forecast, random walk with drift, exponential smoothing (simple, Holt, damped) by least squares</example>
    public required string Method { get; init; }

    /// <summary>Version of the methods; it rises when a figure could change.</summary>
    /// <example>1.0</example>
    public required string Version { get; init; }
}
