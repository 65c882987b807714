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

    /// <summary>The tests made, and those not made with the reason, always in the same order.</summary>
    public required IReadOnlyList<TrendTest> Tests { get; init; }

    /// <summary>
    /// p of the test that decides, 0 to 1: that of <see cref="P"/> for independent values, that of the seasonal test
    /// for halves, quarters and months, and the largest of these and the corrected tests where neighbours are correlated.
    /// </summary>
    public double? PDeciding { get; init; }

    /// <summary>Test that <see cref="PDeciding"/> is from, as in <see cref="TrendTest.Test"/>; null without one.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>Factor of Hamed and Rao by whose root the interval of the slope is widened; 1 for independent values.</summary>
    public double VarianceFactor { get; init; } = 1;

    /// <summary>Seasons in a year: 2, 4 or 12; null where the periods have none.</summary>
    public int? SeasonsPerYear { get; init; }

    /// <summary>Least squares slope with Newey-West errors.</summary>
    public required TrendHac Hac { get; init; }

    /// <summary>Level shift candidates, and whether a step describes the series better than a line.</summary>
    public required TrendChanges Changes { get; init; }

    /// <summary>Growth between the first and the last value, and by least squares of the logarithms, per year.</summary>
    public required GrowthResult Growth { get; init; }

    /// <summary>Strength of trend and season.</summary>
    public required TrendSeasonality Seasonality { get; init; }

    /// <summary><see cref="PDeciding"/> adjusted over the family (Benjamini-Hochberg), 0 to 1; null outside a family or without p.</summary>
    public double? Q { get; init; }

    /// <summary>Number of tests in the family; null outside a family.</summary>
    public int? FamilySize { get; init; }

    /// <summary>Direction at level 0.05, decided by q within a family and by <see cref="PDeciding"/> otherwise.</summary>
    public required TrendDirection Direction { get; init; }

    /// <summary>One sentence that says what can and what cannot be concluded.</summary>
    public required string Verdict { get; init; }

    /// <summary>The methods used and the level.</summary>
    public required string Method { get; init; }

    /// <summary>Version of the assessment.</summary>
    public required string Version { get; init; }

    /// <summary>What must be known before the figures are believed; empty where there is nothing.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Sign of the change, of the seasonal test where that was made.</summary>
    internal int Sign => Tests.FirstOrDefault(test => test is { Test: TrendTest.SeasonalMannKendall, Applied: true }) is { Statistic: { } z }
        ? Math.Sign(z) : Math.Sign(S.GetValueOrDefault());

    /// <summary>Whether a single step describes the series better than a line does.</summary>
    internal bool IsStep => Changes.Shape == TrendShape.Step;

    /// <summary>The same without any figure, because these values are no series at all.</summary>
    /// <param name="reason">Why not.</param>
    public TrendResult Refused(string reason) => this with
    {
        Defined = false,
        Reason = reason,
        Tests = TrendTest.NoneMade(reason),
        Hac = TrendHac.None(reason, 0),
        Changes = TrendChanges.None(reason),
        Growth = new GrowthResult { Defined = false, Reason = reason, N = 0 },
        Seasonality = TrendSeasonality.None(reason)
    };
}
