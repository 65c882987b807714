using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>One of the tests of a trend, made or not.</summary>
public sealed record TrendTestView
{
    /// <summary>Which test: <c>mann_kendall</c> (independent values), <c>hamed_rao</c> and <c>yue_wang_ar1</c> (corrected for autocorrelation),
    /// <c>random_walk_drift</c> (where a random walk cannot be excluded; it does not decide, the verdict says what it leaves open) or <c>seasonal_mann_kendall</c> (halves, quarters and months).</summary>
    /// <example>hamed_rao</example>
    public required string Test { get; init; }

    /// <summary>Whether it was made.</summary>
    public required bool Applied { get; init; }

    /// <summary>
    /// Why it was not: <c>insufficient_data</c> (fewer than 10 values, or than two years of seasons), <c>gaps</c> (gaps or uneven spacing), <c>seasonal</c> (the season
    /// cannot be taken out), <c>not_seasonal</c>, <c>not_correlated</c>, <c>unit_root_excluded</c>, or the reason of the trend; null where it was.
    /// </summary>
    /// <example>not_seasonal</example>
    public required string? Reason { get; init; }

    /// <summary>Two-sided p, 0 to 1; null where not made.</summary>
    /// <example>0.00618</example>
    public required double? P { get; init; }

    /// <summary>Standardised S with continuity correction (z), for <c>random_walk_drift</c> Student's t; null where not made.</summary>
    /// <example>-2.738</example>
    public required double? Statistic { get; init; }

    /// <summary>How many times larger the variance of S is taken than for independent values, at least 1; null where this does not apply.</summary>
    /// <example>1.838</example>
    public required double? VarianceFactor { get; init; }
}

/// <summary>Least squares slope with errors after Newey and West (1987), which allow for autocorrelation. With fewer than 30 values they are too small.</summary>
public sealed record TrendHacView
{
    /// <summary>Whether there is a fit.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none; null where defined.</summary>
    /// <example>insufficient_data</example>
    public required string? Reason { get; init; }

    /// <summary>Number of values.</summary>
    /// <example>18</example>
    public required int N { get; init; }

    /// <summary>Lags of the Bartlett kernel; null without a fit.</summary>
    /// <example>2</example>
    public required int? Lag { get; init; }

    /// <summary>Slope, in <c>slopeUnit</c>; null without a fit.</summary>
    /// <example>-0.57</example>
    public required double? Slope { get; init; }

    /// <summary>Standard error, in <c>slopeUnit</c>; 0 where the fit is exact.</summary>
    /// <example>0.144</example>
    public required double? Se { get; init; }

    /// <summary>Slope over its error; null where the fit is exact.</summary>
    /// <example>-3.972</example>
    public required double? T { get; init; }

    /// <summary>Two-sided p of Student's t with n - 2 degrees of freedom, 0 to 1; null where the fit is exact.</summary>
    /// <example>0.00109</example>
    public required double? P { get; init; }

    /// <summary>Lower end of the 95 % interval.</summary>
    /// <example>-0.875</example>
    public required double? Low { get; init; }

    /// <summary>Upper end of the 95 % interval.</summary>
    /// <example>-0.266</example>
    public required double? High { get; init; }
}

/// <summary>A place where the level may shift.</summary>
public sealed record TrendShiftView
{
    /// <summary>Period of the last value before it.</summary>
    /// <example>2012</example>
    public required string LastBefore { get; init; }

    /// <summary>Period of the first value after it.</summary>
    /// <example>2013</example>
    public required string FirstAfter { get; init; }
}

/// <summary>The best single step and the levels on both sides; at least five values each.</summary>
public sealed record TrendStepView
{
    /// <summary>Period of the last value before it.</summary>
    /// <example>2012</example>
    public required string LastBefore { get; init; }

    /// <summary>Period of the first value after it.</summary>
    /// <example>2013</example>
    public required string FirstAfter { get; init; }

    /// <summary>Mean of the values before it, in the unit of the values.</summary>
    /// <example>79.9</example>
    public required double? MeanBefore { get; init; }

    /// <summary>Mean of the values after it, in the unit of the values.</summary>
    /// <example>73.4</example>
    public required double? MeanAfter { get; init; }
}

/// <summary>Level shift candidates by three methods.</summary>
public sealed record TrendShiftsView
{
    /// <summary>Approximate p of Pettitt's test (1979) for one shift, 0 to 1; null where all values are equal.</summary>
    /// <example>0.389</example>
    public required double? PettittP { get; init; }

    /// <summary>Where Pettitt's statistic is largest, whatever its p.</summary>
    public required IReadOnlyList<TrendShiftView> Pettitt { get; init; }

    /// <summary>Shifts of the penalised optimum (PELT, Killick and others 2012).</summary>
    public required IReadOnlyList<TrendShiftView> Pelt { get; init; }

    /// <summary>Shifts of the partition with the smallest BIC, at most five.</summary>
    public required IReadOnlyList<TrendShiftView> Bic { get; init; }
}

/// <summary>
/// Level shift candidates, and whether a single step describes the series better than a line. A candidate is a place to look for a reason, such as a new
/// definition, not a finding.
/// </summary>
public sealed record TrendChangePointsView
{
    /// <summary>What the periods are called.</summary>
    /// <example>level shift candidates</example>
    public required string Label { get; init; }

    /// <summary>Whether they were looked for.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> below ten values, or the reason of the trend; null where defined.</summary>
    /// <example>insufficient_data</example>
    public required string? Reason { get; init; }

    /// <summary>Whether the season was taken out before.</summary>
    public required bool Deseasonalised { get; init; }

    /// <summary>Candidates in the values as they are: a trend makes some by itself. Null where not looked for.</summary>
    public required TrendShiftsView? OnValues { get; init; }

    /// <summary>Candidates in the values less the Theil-Sen line. Null where not looked for.</summary>
    public required TrendShiftsView? OnDetrended { get; init; }

    /// <summary>What describes the series best, by BIC; null where it cannot be told.</summary>
    public required TrendShape? Shape { get; init; }

    /// <summary>BIC of one level (2 parameters); null where it fits exactly.</summary>
    /// <example>101.8</example>
    public required double? BicLevel { get; init; }

    /// <summary>BIC of the least squares line (3 parameters); null where it fits exactly.</summary>
    /// <example>81.6</example>
    public required double? BicLine { get; init; }

    /// <summary>BIC of the best single step (4 parameters); null where it fits exactly.</summary>
    /// <example>86.3</example>
    public required double? BicStep { get; init; }

    /// <summary>The best single step, also where a line describes the series better; null where not looked for.</summary>
    public required TrendStepView? Step { get; init; }

    /// <summary>What must be known before a candidate is believed.</summary>
    /// <example>["With n=18, fewer than 20, the p of Pettitt is rough."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>Growth per year. The first two rates rest on the first and the last value alone.</summary>
public sealed record TrendGrowthView
{
    /// <summary>Whether there is a rate of growth.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c>, <c>duplicate_times</c>, <c>nonpositive_value</c>, <c>out_of_range</c> or <c>mixed_units</c>; null where defined.</summary>
    /// <example>nonpositive_value</example>
    public required string? Reason { get; init; }

    /// <summary>Compound growth per year between the first and the last value, above -1; 0.02 is 2 %.</summary>
    /// <example>-0.00566</example>
    public required double? Cagr { get; init; }

    /// <summary>Difference of the logarithms of the last and the first value, per year.</summary>
    /// <example>-0.00568</example>
    public required double? LogGrowth { get; init; }

    /// <summary>Least squares slope of the logarithms, from all values, per year; null where a value is not positive.</summary>
    /// <example>-0.00735</example>
    public required double? OlsLogGrowth { get; init; }
}

/// <summary>Strength of trend and season, by STL (Cleveland and others 1990) with the same season in each year.</summary>
public sealed record TrendSeasonalityView
{
    /// <summary>Whether the series could be parted.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why it could not: <c>not_seasonal</c>, <c>gaps</c>, <c>insufficient_data</c> (no more than two years) or the reason of the trend; null where defined.</summary>
    /// <example>not_seasonal</example>
    public required string? Reason { get; init; }

    /// <summary>Seasons in a year: 2, 4 or 12; null where the periods have none.</summary>
    /// <example>4</example>
    public required int? Period { get; init; }

    /// <summary>Strength of the trend F_T, 0 to 1; null where nothing but season varies. Below five years it is rough.</summary>
    /// <example>0.91</example>
    public required double? StrengthTrend { get; init; }

    /// <summary>Strength of the season F_S, 0 to 1; null where nothing but trend varies. Below five years it is rough.</summary>
    /// <example>0.84</example>
    public required double? StrengthSeason { get; init; }

    /// <summary>Median slope within the seasons, in <c>slopeUnit</c>; null where the seasonal test was not made.</summary>
    /// <example>1.2</example>
    public required double? SeasonalSlope { get; init; }
}
