using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>A class and the values of the measure that fall in it.</summary>
public sealed record ProgressThresholdView
{
    /// <summary>The class, lower snake case.</summary>
    /// <example>moderate</example>
    public required string Class { get; init; }

    /// <summary>The class as its publisher words it.</summary>
    /// <example>Acceleration needed (moderate progress)</example>
    public required string Label { get; init; }

    /// <summary>The measure is at least this; null without such a bound.</summary>
    /// <example>0.6</example>
    public required double? AtLeast { get; init; }

    /// <summary>The measure is above this; null without such a bound.</summary>
    /// <example>0.005</example>
    public required double? Above { get; init; }

    /// <summary>The measure is at most this; null without such a bound.</summary>
    /// <example>10</example>
    public required double? AtMost { get; init; }
}

/// <summary>A choice that gives another class.</summary>
public sealed record ProgressFlipView
{
    /// <summary>What was chosen otherwise: <c>base_year</c>, <c>latest_year</c>, <c>latest_value</c>, <c>zero_replacement</c>, <c>direction</c> or <c>gap_base</c>.</summary>
    /// <example>base_year</example>
    public required string Kind { get; init; }

    /// <summary>The choice in words.</summary>
    /// <example>base year 2016 instead of 2015</example>
    public required string Change { get; init; }

    /// <summary>The class that it gives.</summary>
    /// <example>moderate</example>
    public required string Class { get; init; }

    /// <summary>The measure that it gives; null where not assessable or where meeting the target decides.</summary>
    /// <example>0.6123</example>
    public required double? Measure { get; init; }
}

/// <summary>Whether the change since the base year can be told from chance: what no method of progress asks.</summary>
public sealed record ProgressTrendView
{
    /// <summary>Number of values from the base year to the latest that counts.</summary>
    /// <example>8</example>
    public required int N { get; init; }

    /// <summary>Direction at level 0.05, decided by q over the whole family, by p with one series.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>Theil-Sen slope per year; null where it is not known.</summary>
    /// <example>-0.86</example>
    public required double? Slope { get; init; }

    /// <summary>Lower end of its 95 % interval.</summary>
    /// <example>-1.02</example>
    public required double? SlopeLow { get; init; }

    /// <summary>Upper end of its 95 % interval.</summary>
    /// <example>-0.71</example>
    public required double? SlopeHigh { get; init; }

    /// <summary>Two-sided p that decides, 0 to 1: of the Mann-Kendall test, and where neighbours are correlated the largest of the plain and the corrected tests; null where not tested.</summary>
    /// <example>0.0009</example>
    public required double? P { get; init; }

    /// <summary>p adjusted over all series that the request asks for, also those of other pages (Benjamini-Hochberg), 0 to 1; null with one series or without p.</summary>
    /// <example>0.0018</example>
    public required double? Q { get; init; }

    /// <summary>One sentence that says what can and what cannot be concluded.</summary>
    /// <example>Decreasing: the slope is -0.86 Percentage per year</example>
    public required string Verdict { get; init; }
}

/// <summary>What the methods say of a series together.</summary>
public sealed record ProgressAgreementView
{
    /// <summary>Series code.</summary>
    /// <example>EG_ELC_ACCS</example>
    public required string Series { get; init; }

    /// <summary>Data set id.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>The class by method.</summary>
    /// <example>{"unsd2022":"fair","opensdg":"limited"}</example>
    public required IReadOnlyDictionary<string, string> Classes { get; init; }

    /// <summary>Number of different standings among the methods that can be applied.</summary>
    /// <example>2</example>
    public required int Standings { get; init; }

    /// <summary>One sentence that says whether they agree.</summary>
    /// <example>The methods disagree: some progress (unsd2022, unsd2023), little progress (opensdg).</example>
    public required string Verdict { get; init; }
}
