namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>A place where the level may shift.</summary>
/// <param name="Position">Position from 1, among the values used, of the last value before it.</param>
/// <param name="Before">Time of that value, in years.</param>
/// <param name="After">Time of the value after it, in years.</param>
public sealed record TrendShift(int Position, double Before, double After);

/// <summary>The level before and after the best single step.</summary>
/// <param name="Shift">Where it is.</param>
/// <param name="MeanBefore">Mean before it, unit of the values; null beyond the range of doubles.</param>
/// <param name="MeanAfter">Mean after it, unit of the values; null beyond the range of doubles.</param>
public sealed record TrendStep(TrendShift Shift, double? MeanBefore, double? MeanAfter);

/// <summary>Level shift candidates by three methods.</summary>
public sealed record TrendShifts
{
    /// <summary>Approximate p of Pettitt's test for one shift, 0 to 1; null where all values are equal.</summary>
    public double? PettittP { get; init; }

    /// <summary>Where Pettitt's statistic is largest, whatever its p.</summary>
    public required IReadOnlyList<TrendShift> Pettitt { get; init; }

    /// <summary>Shifts of the penalised optimum (PELT, penalty 3 sigma squared ln n).</summary>
    public required IReadOnlyList<TrendShift> Pelt { get; init; }

    /// <summary>Shifts of the partition with the smallest BIC.</summary>
    public required IReadOnlyList<TrendShift> Bic { get; init; }
}

/// <summary>What describes a series best, by BIC.</summary>
public enum TrendShape
{
    /// <summary>One level throughout.</summary>
    Level,

    /// <summary>A straight line.</summary>
    Line,

    /// <summary>Two levels with one step between them.</summary>
    Step
}

/// <summary>
/// Level shift candidates, and whether a single step describes the series better than a line. A candidate is a place
/// to look for a reason, not a finding. The figures are null where <see cref="Defined"/> is false.
/// </summary>
public sealed record TrendChanges
{
    /// <summary>What the positions are called.</summary>
    public const string Label = "level shift candidates";

    /// <summary>Fewest values: two segments of five.</summary>
    public const int MinPoints = 10;

    /// <summary>Whether changes were looked for.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> below ten values, or the reason of the trend; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the season was taken out before.</summary>
    public bool Deseasonalised { get; init; }

    /// <summary>Candidates in the values as they are: a trend makes some by itself.</summary>
    public TrendShifts? OnValues { get; init; }

    /// <summary>Candidates in the values less the Theil-Sen line.</summary>
    public TrendShifts? OnDetrended { get; init; }

    /// <summary>What has the smallest BIC; null where it cannot be told.</summary>
    public TrendShape? Shape { get; init; }

    /// <summary>BIC of one level (2 parameters); null where it fits exactly.</summary>
    public double? BicLevel { get; init; }

    /// <summary>BIC of the least squares line (3 parameters); null where it fits exactly.</summary>
    public double? BicLine { get; init; }

    /// <summary>BIC of the best single step (4 parameters); null where it fits exactly.</summary>
    public double? BicStep { get; init; }

    /// <summary>The best single step; at least five values on each side.</summary>
    public TrendStep? Step { get; init; }

    /// <summary>What must be known before a candidate is believed.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    internal static TrendChanges None(string reason) => new() { Defined = false, Reason = reason };
}
