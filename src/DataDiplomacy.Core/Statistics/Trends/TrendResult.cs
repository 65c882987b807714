namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Assessment of one series: is there a change, how big is it, and how far to believe it.</summary>
public sealed record TrendResult
{
    /// <summary>Reason when fewer than four values are there.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values are equal; the slope is 0 then, but there is nothing to test.</summary>
    public const string Constant = "constant";

    /// <summary>Reason when several values share one time.</summary>
    public const string DuplicateTimes = "duplicate_times";

    /// <summary>Reason when there are more values than <see cref="TheilSen.MaxPoints"/>.</summary>
    public const string TooManyPoints = "too_many_points";

    /// <summary>Reason when a figure is too large for a double.</summary>
    public const string OutOfRange = "out_of_range";

    /// <summary>Whether the trend could be tested.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why it could not: <c>insufficient_data</c>, <c>constant</c>, <c>duplicate_times</c>, <c>too_many_points</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values used.</summary>
    public required int N { get; init; }

    /// <summary>Number of missing values dropped.</summary>
    public required int NDropped { get; init; }

    /// <summary>Theil-Sen slope, in <see cref="SlopeUnit"/>; null where it is not known.</summary>
    public double? Slope { get; init; }

    /// <summary>Lower end of the interval of the slope.</summary>
    public double? SlopeLow { get; init; }

    /// <summary>Upper end of the interval of the slope.</summary>
    public double? SlopeHigh { get; init; }

    /// <summary>Unit of the slope, such as <c>percent per year</c>.</summary>
    public required string SlopeUnit { get; init; }

    /// <summary>Confidence of the interval, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Value of the line through the medians at time 0, in units of the value.</summary>
    public double? Intercept { get; init; }

    /// <summary>Smallest slope, without sign, that these data would show with 80 % power, about; null where it cannot be told.</summary>
    public double? SmallestDetectable { get; init; }

    /// <summary>Kendall's S: pairs that rise minus pairs that fall.</summary>
    public long? S { get; init; }

    /// <summary>Standardised S with continuity correction.</summary>
    public double? Z { get; init; }

    /// <summary>Kendall's tau-b, -1 to 1.</summary>
    public double? Tau { get; init; }

    /// <summary>Two-sided p, 0 to 1: exact without ties and below 50 values, else normal.</summary>
    public double? P { get; init; }

    /// <summary>Whether <see cref="P"/> is exact.</summary>
    public bool PIsExact { get; init; }

    /// <summary>p adjusted over the family (Benjamini-Hochberg), 0 to 1; null outside a family or without p.</summary>
    public double? Q { get; init; }

    /// <summary>Number of tests in the family; null outside a family.</summary>
    public int? FamilySize { get; init; }

    /// <summary>Direction at level 0.05, decided by q within a family and by p otherwise.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>One sentence that says what can and what cannot be concluded.</summary>
    public required string Verdict { get; init; }

    /// <summary>The methods used and the level.</summary>
    public required string Method { get; init; }

    /// <summary>Version of the assessment.</summary>
    public required string Version { get; init; }

    /// <summary>What must be known before the figures are believed; empty where there is nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}
