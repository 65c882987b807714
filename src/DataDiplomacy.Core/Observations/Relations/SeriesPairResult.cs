using DataDiplomacy.Core.Statistics.Relations;

namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>What can be said of the relation of two series. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record SeriesPairResult
{
    /// <summary>Name of the first series.</summary>
    public required string X { get; init; }

    /// <summary>Name of the second series.</summary>
    public required string Y { get; init; }

    /// <summary>Whether the figures are given.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not, one of <see cref="SeriesPairReasons"/>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>What was correlated.</summary>
    public required SeriesPairMode Mode { get; init; }

    /// <summary>Confidence of the intervals.</summary>
    public required double Confidence { get; init; }

    /// <summary>Length of the periods; null where not one.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>Number of pairs used.</summary>
    public int N { get; init; }

    /// <summary>Periods in which at least one of the two was observed and that gave no pair.</summary>
    public int NDropped { get; init; }

    /// <summary>Whether the levels of both trend or depend on their past, in the periods that they share.</summary>
    public bool BothTrending { get; init; }

    /// <summary>Whether differences were filtered instead of levels, because a level trends.</summary>
    public bool WasDifferenced { get; init; }

    /// <summary>The three correlations, which take the pairs as independent.</summary>
    public CorrelationResult? Correlation { get; init; }

    /// <summary>How many independent pairs the pairs are worth, above 0 and at most n.</summary>
    public double? NEffective { get; init; }

    /// <summary>Two-sided p of Pearson's r with the effective size, 0 to 1; 1 where that leaves no degree of freedom.</summary>
    public double? PAdjusted { get; init; }

    /// <summary>Lower end of the interval of Pearson's r with the effective size; null with three or fewer, and where r is 1 or -1.</summary>
    public double? LowAdjusted { get; init; }

    /// <summary>Upper end of that interval.</summary>
    public double? HighAdjusted { get; init; }

    /// <summary>The correlation with others held fixed; null where none are.</summary>
    public SeriesPairPartial? Partial { get; init; }

    /// <summary>The search over lags; null where there was none, or no lag with enough pairs.</summary>
    public SeriesPairLag? Lag { get; init; }

    /// <summary>The p that decides: of the lag search, already multiplied by its lags, else <see cref="PAdjusted"/>.</summary>
    public double? P => Lag is { } lag ? lag.P : PAdjusted;

    /// <summary>Number of tests that were made of this pair: the lags that were tried, else 1; 0 where undefined.</summary>
    public int Tests => Defined ? Lag?.LagsTried ?? 1 : 0;

    /// <summary><see cref="P"/> adjusted over all pairs (Benjamini-Hochberg); null before, and without p.</summary>
    public double? Q { get; init; }

    /// <summary>Number of tests of the family; null before it is known.</summary>
    public int? FamilySize { get; init; }

    /// <summary>One sentence that says what can be concluded.</summary>
    public required string Verdict { get; init; }

    /// <summary>What must be known before the figures are believed.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>The strongest of several lags.</summary>
public sealed record SeriesPairLag
{
    /// <summary>The lag in periods; above 0 the first series comes first, below 0 the second.</summary>
    public required int Best { get; init; }

    /// <summary>Correlation at that lag, -1 to 1.</summary>
    public required double R { get; init; }

    /// <summary>Number of pairs at that lag.</summary>
    public required int N { get; init; }

    /// <summary>Two-sided p of that lag times the number of lags tried, at most 1 (Bonferroni).</summary>
    public required double P { get; init; }

    /// <summary>What the correlation at that lag must pass, without sign, for p below 0.05; null where nothing passes it.</summary>
    public required double? Bound { get; init; }

    /// <summary>Number of lags that had enough pairs.</summary>
    public required int LagsTried { get; init; }

    /// <summary>What the lag means, in words.</summary>
    public required string Meaning { get; init; }
}

/// <summary>Correlation of two series with others held fixed.</summary>
public sealed record SeriesPairPartial
{
    /// <summary>Names of the series held fixed.</summary>
    public required IReadOnlyList<string> Controls { get; init; }

    /// <summary>The partial correlation.</summary>
    public required PartialCorrelationResult Result { get; init; }

    /// <summary>Two-sided p with the effective size of the pair; null where undefined.</summary>
    public double? P { get; init; }

    /// <summary><see cref="P"/> adjusted over all partial correlations; null before.</summary>
    public double? Q { get; init; }
}
