using System.Text.Json.Serialization;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Trends;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Assesses the trend of one series, area by area: is there a change, how big is it, and how far to believe it.</summary>
public sealed record GetTrends
{
    /// <summary>Code of the series, exactly one, such as <c>EG_FEC_RNEW</c>.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Areas by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3, at most 100. Default: all areas of the series.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Groups of areas: M49 regions (<c>2</c> is Africa), <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>. Their members are added to <c>area</c>.</summary>
    /// <example>LDC</example>
    [FromQuery] public string[]? Group { get; init; }

    /// <summary>Data set id; needed when the series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>First period, inclusive: periods that begin before the start of it are left out (SDMX time period, such as <c>2015</c> or <c>2015-Q1</c>).</summary>
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

    /// <summary>Confidence of the interval of the slope, between 0 and 1, both excluded. Default: 0.95.</summary>
    /// <example>0.9</example>
    [FromQuery] public double? Confidence { get; init; }
}

/// <summary>
/// The trend of a series in one area: Mann-Kendall test for whether, corrected for autocorrelation and seasons where there are any, Theil-Sen slope for how
/// much. Whether the change matters is for a target to say.
/// </summary>
public sealed record TrendView
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

    /// <summary>How the data set asks to be cited, else its publisher or title.</summary>
    /// <example>UNSD, Global SDG Indicators Database, releases 2019.Q1.G.01 and state of 2020-10-19</example>
    public required string Source { get; init; }

    /// <summary>Unit code of the values as published; null when not said or not the same throughout.</summary>
    /// <example>PERCENT</example>
    public required string? Unit { get; init; }

    /// <summary>The dimensions that all observations share, by id; a dimension on which they differ is told under <c>warnings</c>.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Number of observations that were found: values used and dropped.</summary>
    /// <example>18</example>
    public required int Observations { get; init; }

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

    /// <summary>Lower end of the interval of the slope, widened by the root of <c>varianceFactor</c>; null where equal values leave no variance for one.</summary>
    /// <example>-0.919</example>
    public required double? SlopeLow { get; init; }

    /// <summary>Upper end of the interval of the slope; null as <c>slopeLow</c>.</summary>
    /// <example>-0.24</example>
    public required double? SlopeHigh { get; init; }

    /// <summary>Unit of the slope, such as <c>Percentage per year</c>.</summary>
    /// <example>Percentage per year</example>
    public required string SlopeUnit { get; init; }

    /// <summary>Confidence of the interval, 0 to 1.</summary>
    /// <example>0.95</example>
    public required double Confidence { get; init; }

    /// <summary>Smallest slope, without sign, that these data would show with 80 % power, about; null where it cannot be told.</summary>
    /// <example>0.485</example>
    public required double? SmallestDetectable { get; init; }

    /// <summary>Kendall's S: pairs that rise minus pairs that fall; null where not tested.</summary>
    /// <example>-99</example>
    public required long? S { get; init; }

    /// <summary>Standardised S with continuity correction; null where not tested.</summary>
    /// <example>-3.712</example>
    public required double? Z { get; init; }

    /// <summary>Kendall's tau-b, -1 to 1; null where not tested.</summary>
    /// <example>-0.647</example>
    public required double? Tau { get; init; }

    /// <summary>
    /// Two-sided p of the Mann-Kendall test for independent values, 0 to 1: exact without ties and below 50 values, else normal; null where not tested.
    /// It does not decide where neighbours are correlated or periods are seasons: see <c>pDeciding</c>.
    /// </summary>
    /// <example>0.00007</example>
    public required double? P { get; init; }

    /// <summary>Whether <c>p</c> is exact.</summary>
    public required bool PIsExact { get; init; }

    /// <summary><c>pDeciding</c> adjusted over all areas looked at together (Benjamini-Hochberg), 0 to 1; null with one area or without p.</summary>
    /// <example>0.33</example>
    public required double? Q { get; init; }

    /// <summary>Number of tests that were made together: areas with a p, at any rate 1 when one area was asked for.</summary>
    /// <example>1</example>
    public required int FamilySize { get; init; }

    /// <summary>Direction at level 0.05, decided by q within a family and by <c>pDeciding</c> otherwise.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>One sentence that says what can and what cannot be concluded.</summary>
    /// <example>Decreasing: the slope is -1.26 Percentage per year, 95 % interval -1.36 to -1.16 (n=18, exact p&lt;0.0001 by Mann-Kendall, level 0.05); this does not say why, nor whether the change is large enough to matter.</example>
    public required string Verdict { get; init; }

    /// <summary>The methods used and the level.</summary>
    /// <example>Mann-Kendall test (exact two-sided p); besides Hamed-Rao, Yue-Wang AR(1); decided by Mann-Kendall; Theil-Sen slope with Sen's rank interval (95 %); level 0.05</example>
    public required string Method { get; init; }

    /// <summary>Version of the assessment; it rises when a figure could change.</summary>
    /// <example>2.0</example>
    public required string Version { get; init; }

    /// <summary>Whether the trend could be tested.</summary>
    public required bool Defined { get; init; }

    /// <summary>
    /// Why it could not: <c>insufficient_data</c>, <c>constant</c>, <c>duplicate_times</c>, <c>mixed_units</c> or <c>out_of_range</c>; null where defined.
    /// </summary>
    /// <example>insufficient_data</example>
    public required string? Reason { get; init; }

    /// <summary>What must be known before the figures are believed; empty where there is nothing.</summary>
    /// <example>["Neighbouring values are correlated (lag-1 autocorrelation of the residuals 0.535): the test is corrected for autocorrelation, the largest p decides, and the interval is widened by the root of the Hamed-Rao factor 1.84."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required DateTime AsOf { get; init; }

    /// <summary>The tests that were made, and those that were not with the reason, always in the same order.</summary>
    public required IReadOnlyList<TrendTestView> Tests { get; init; }

    /// <summary>
    /// p of the test that decides, 0 to 1: <c>p</c> for independent values; that of the seasonal test from two years of halves, quarters or months on; and where
    /// neighbours are correlated beyond 1.96/sqrt(n) (10 or more values at equal steps) the largest of these, <c>hamed_rao</c> and <c>yue_wang_ar1</c>.
    /// </summary>
    /// <example>0.0328</example>
    public required double? PDeciding { get; init; }

    /// <summary>The test that <c>pDeciding</c> is from, as in <c>tests</c>; null where not tested.</summary>
    /// <example>yue_wang_ar1</example>
    public required string? DecidedBy { get; init; }

    /// <summary>Factor of Hamed and Rao by whose root the interval of the slope is widened; 1 for independent values.</summary>
    /// <example>1.838</example>
    public required double VarianceFactor { get; init; }

    /// <summary>Least squares slope with errors that allow for autocorrelation, beside the Theil-Sen slope.</summary>
    public required TrendHacView Hac { get; init; }

    /// <summary>Level shift candidates, and whether a single step describes the series better than a line.</summary>
    public required TrendChangePointsView ChangePoints { get; init; }

    /// <summary>Growth per year.</summary>
    public required TrendGrowthView Growth { get; init; }

    /// <summary>Strength of trend and season.</summary>
    public required TrendSeasonalityView Seasonality { get; init; }
}

/// <summary>The trends of all areas that were looked at together.</summary>
public sealed record TrendListView
{
    /// <summary>One trend for each area, in ascending order of the M49 codes. An area that was asked for and has no data is among them, not assessable.</summary>
    public required IReadOnlyList<TrendView> Items { get; init; }

    /// <summary>Number of tests over which q is adjusted: the areas with a p.</summary>
    /// <example>10</example>
    public required int FamilySize { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required DateTime AsOf { get; init; }

    /// <summary>The trend, when exactly one area was asked for; not part of the JSON, which is this trend itself then.</summary>
    [JsonIgnore]
    public TrendView? One { get; init; }
}
