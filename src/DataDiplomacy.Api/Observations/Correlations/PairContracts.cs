using DataDiplomacy.Core.Observations.Relations;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>Two variables and what can be said of their relation.</summary>
public sealed record CorrelationPairView
{
    /// <summary>Id of the first variable.</summary>
    /// <example>EG_ELC_ACCS@404</example>
    public required string X { get; init; }

    /// <summary>Id of the second variable.</summary>
    /// <example>SI_POV_DAY1@404</example>
    public required string Y { get; init; }

    /// <summary>Number of pairs of values used.</summary>
    /// <example>17</example>
    public required int N { get; init; }

    /// <summary>Periods in which at least one of the two was observed and that gave no pair.</summary>
    /// <example>1</example>
    public required int NDropped { get; init; }

    /// <summary>What was correlated.</summary>
    public required SeriesPairMode Mode { get; init; }

    /// <summary>Pearson's r: linear relation; null where undefined.</summary>
    public required CorrelationCoefficientView? Pearson { get; init; }

    /// <summary>Spearman's rho: monotone relation, by ranks; null where undefined.</summary>
    public required CorrelationCoefficientView? Spearman { get; init; }

    /// <summary>Kendall's tau-b: monotone relation, by order; null where undefined.</summary>
    public required CorrelationCoefficientView? Kendall { get; init; }

    /// <summary>How many independent pairs they are worth, at most n; null where undefined.</summary>
    /// <example>14.2</example>
    public required double? NEffective { get; init; }

    /// <summary>Two-sided p of Pearson's r with that number, 0 to 1; 1 where it leaves no degree of freedom. Null where undefined.</summary>
    /// <example>0.031</example>
    public required double? PAdjustedForAutocorrelation { get; init; }

    /// <summary>Lower end of the interval of Pearson's r with that number; null where it leaves none.</summary>
    /// <example>-0.81</example>
    public required double? LowAdjusted { get; init; }

    /// <summary>Upper end of that interval.</summary>
    /// <example>-0.06</example>
    public required double? HighAdjusted { get; init; }

    /// <summary>The p that decides (of <c>lag</c>, else <c>pAdjustedForAutocorrelation</c>), adjusted over all pairs (Benjamini-Hochberg); null where undefined.</summary>
    /// <example>0.12</example>
    public required double? Q { get; init; }

    /// <summary>The correlation with the series of <c>with</c> held fixed; null without any, and between two areas.</summary>
    public required CorrelationPartialView? Partial { get; init; }

    /// <summary>The strongest lag; null without a search, and where no lag has eight pairs.</summary>
    public required CorrelationLagView? Lag { get; init; }

    /// <summary>Whether the pair was correlated.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>both_trending</c>, <c>insufficient_data</c>, <c>constant</c>, <c>gaps</c>, <c>different_periods</c>, <c>mixed_units</c> or <c>out_of_range</c>; null where defined.</summary>
    /// <example>both_trending</example>
    public required string? Reason { get; init; }

    /// <summary>What can and what cannot be concluded.</summary>
    /// <example>Not distinguishable from no relation: the changes of EG_ELC_ACCS in Kenya and SI_POV_DAY1 in Kenya have r=-0.21, 95 % interval -0.62 to 0.3 (n=17, q=0.74 over 45 tests, level 0.05). This does not show that there is none.</example>
    public required string Verdict { get; init; }

    /// <summary>What must be known before the figures are believed.</summary>
    /// <example>["Few pairs: n=7, fewer than the 10 that a published correlation should rest on."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>A coefficient of correlation, its pairs taken as independent of each other.</summary>
public sealed record CorrelationCoefficientView
{
    /// <summary>The coefficient, -1 to 1.</summary>
    /// <example>-0.51</example>
    public required double R { get; init; }

    /// <summary>Lower end of its interval; null with too few pairs.</summary>
    /// <example>-0.79</example>
    public required double? Low { get; init; }

    /// <summary>Upper end of its interval; null with too few pairs.</summary>
    /// <example>-0.04</example>
    public required double? High { get; init; }

    /// <summary>Two-sided p, 0 to 1, exact for ranks where that is known; not adjusted for autocorrelation nor for other pairs.</summary>
    /// <example>0.036</example>
    public required double P { get; init; }
}

/// <summary>Correlation of two variables with others held fixed.</summary>
public sealed record CorrelationPartialView
{
    /// <summary>Series held fixed; one that is itself of the pair is left out.</summary>
    /// <example>["EG_FEC_RNEW"]</example>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>Partial correlation, -1 to 1; null where undefined.</summary>
    /// <example>-0.44</example>
    public required double? R { get; init; }

    /// <summary>Lower end of its interval; null where undefined.</summary>
    /// <example>-0.77</example>
    public required double? Low { get; init; }

    /// <summary>Upper end of its interval; null where undefined.</summary>
    /// <example>0.09</example>
    public required double? High { get; init; }

    /// <summary>Two-sided p with the effective number of pairs; null where undefined.</summary>
    /// <example>0.1</example>
    public required double? P { get; init; }

    /// <summary>p adjusted over all partial correlations of the answer (Benjamini-Hochberg), a family of their own; null where undefined.</summary>
    /// <example>0.3</example>
    public required double? Q { get; init; }

    /// <summary>Number of periods in which the pair and all that is held fixed have values.</summary>
    /// <example>17</example>
    public required int N { get; init; }

    /// <summary>Why undefined: <c>insufficient_data</c>, <c>constant</c>, <c>singular</c>, <c>gaps</c>, <c>different_periods</c>, <c>mixed_units</c> or <c>out_of_range</c>; else null.</summary>
    /// <example>insufficient_data</example>
    public required string? Reason { get; init; }
}

/// <summary>The strongest of several lags.</summary>
public sealed record CorrelationLagView
{
    /// <summary>The lag in periods: above 0 x comes first, below 0 y.</summary>
    /// <example>2</example>
    public required int Best { get; init; }

    /// <summary>Correlation at that lag, -1 to 1.</summary>
    /// <example>0.71</example>
    public required double R { get; init; }

    /// <summary>Number of pairs at that lag.</summary>
    /// <example>15</example>
    public required int N { get; init; }

    /// <summary>Its two-sided p times the number of lags tried, at most 1 (Bonferroni).</summary>
    /// <example>0.016</example>
    public required double P { get; init; }

    /// <summary>What the correlation at that lag must pass, without sign, for a p below 0.05 after Bonferroni; null where nothing passes.</summary>
    /// <example>0.64</example>
    public required double? Bound { get; init; }

    /// <summary>Number of lags with enough pairs to be tried.</summary>
    /// <example>5</example>
    public required int LagsTried { get; init; }

    /// <summary>What the lag means, in words.</summary>
    /// <example>A in Kenya comes first: B in Kenya resembles A in Kenya 2 years earlier. Coming first is not causing.</example>
    public required string Meaning { get; init; }
}
