using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Statistics.Trends;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>Correlates series in areas with each other, so that a common trend does not pass for a relation.</summary>
public sealed record GetCorrelations
{
    /// <summary>Series codes, 1 to 30. Each is correlated in each area: 2 to 60 variables in all.</summary>
    /// <example>EG_ELC_ACCS,SI_POV_DAY1</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Areas by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3, 1 to 30.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Series to hold fixed in a partial correlation, at most 5, in the area of the pair; pairs of two areas have none.</summary>
    /// <example>EG_FEC_RNEW</example>
    [FromQuery] public string[]? With { get; init; }

    /// <summary>Largest lag to look at in either direction, 0 to 20 periods. Default: 0, no search.</summary>
    /// <example>2</example>
    [FromQuery] public int? Lags { get; init; }

    /// <summary>What is correlated: <c>differences</c> (default), <c>prewhitened</c> or <c>levels</c>.</summary>
    /// <example>levels</example>
    [FromQuery] public string? Mode { get; init; }

    /// <summary>True gives the figures of levels although both series trend, with the warning.</summary>
    [FromQuery] public bool? Force { get; init; }

    /// <summary>Confidence of the intervals, between 0 and 1, both excluded. Default: 0.95.</summary>
    /// <example>0.9</example>
    [FromQuery] public double? Confidence { get; init; }

    /// <summary>Data set id; needed when a series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>First period, inclusive: periods that begin before the start of it are left out (SDMX time period, such as <c>2015</c> or <c>2015-Q1</c>).</summary>
    /// <example>2000</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last period, inclusive: periods that end after the end of it are left out.</summary>
    /// <example>2017</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Filters by dimension; each holds for the series that know the dimension.</summary>
    public DimensionFilters? Dimensions { get; init; }

    /// <summary>True keeps the undisaggregated observations. Default: true for series that no filter by dimension is for, else false.</summary>
    [FromQuery] public bool? Headline { get; init; }
}

/// <summary>Correlations of all pairs of variables.</summary>
public sealed record CorrelationListView
{
    /// <summary>The variables: series in the order of the request, each with its areas in ascending order of their M49 codes.</summary>
    public required IReadOnlyList<CorrelationVariableView> Variables { get; init; }

    /// <summary>All pairs of them, each once.</summary>
    public required IReadOnlyList<CorrelationPairView> Pairs { get; init; }

    /// <summary>Number of tests that were made: the pairs with a p, each as often as lags were tried.</summary>
    /// <example>45</example>
    public required int FamilySize { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }

    /// <summary>What was done.</summary>
    /// <example>Pearson's r of changes between periods exactly one apart; q over all pairs (Benjamini-Hochberg); level 0.05</example>
    public required string Method { get; init; }

    /// <summary>Version of the assessment; it rises when a figure could change.</summary>
    /// <example>1.0</example>
    public required string Version { get; init; }
}

/// <summary>A series in an area.</summary>
public sealed record CorrelationVariableView
{
    /// <summary>Name of the variable within this answer.</summary>
    /// <example>EG_ELC_ACCS@404</example>
    public required string Id { get; init; }

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
    /// <example>{"LOCATION":"ALLAREA"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }

    /// <summary>Number of values.</summary>
    /// <example>18</example>
    public required int N { get; init; }

    /// <summary>Number of observations without a number.</summary>
    /// <example>0</example>
    public required int NDropped { get; init; }

    /// <summary>Whether the levels trend.</summary>
    public required CorrelationTrendView Trend { get; init; }

    /// <summary>Autocorrelation of neighbouring levels, -1 to 1, gaps passed over; null where they do not vary.</summary>
    /// <example>0.81</example>
    public required double? Autocorrelation { get; init; }

    /// <summary>What must be known of the values before they are correlated.</summary>
    /// <example>["Periods shorter than a year: a season can pass for a trend, or hide one."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>Mann-Kendall test of the levels of a variable, on its own: not adjusted for the number of variables.</summary>
public sealed record CorrelationTrendView
{
    /// <summary>Direction at level 0.05.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>Two-sided p, 0 to 1, exact without ties and below 50 values; null where not tested.</summary>
    /// <example>0.0002</example>
    public required double? P { get; init; }
}
