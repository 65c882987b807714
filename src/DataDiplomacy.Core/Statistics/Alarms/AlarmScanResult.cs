namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>What one method found in one series.</summary>
public sealed record AlarmScanResult
{
    /// <summary>The method, of <see cref="AlarmScan.Methods"/>.</summary>
    public required string Method { get; init; }

    /// <summary>Whether any bin could be judged.</summary>
    public bool Applied => Reason is null;

    /// <summary>
    /// Why none could: <c>insufficient_data</c>, <c>gaps</c>, <c>constant</c>, <c>not_counts</c>, <c>frequency</c> (the method needs weeks or months),
    /// <c>half_equal</c> (half of the changes or more are the same) or <c>out_of_range</c>; null where applied.
    /// </summary>
    public string? Reason { get; init; }

    /// <summary>Number of values in the series.</summary>
    public required int N { get; init; }

    /// <summary>What <see cref="AlarmScanTest.Statistic"/> is.</summary>
    public required string StatisticName { get; init; }

    /// <summary>Highest p that is an alarm; null for charts.</summary>
    public double? Level { get; init; }

    /// <summary>Average number of bins to a false alarm if the baseline were known exactly; null for methods with a p, and beyond 1e11.</summary>
    public double? Arl0 { get; init; }

    /// <summary>Chance of a false alarm per bin: the level, or what a chart has with a baseline as short as this; null where not applied.</summary>
    public double? FalseAlarmChance { get; init; }

    /// <summary>The bins that were judged, oldest first.</summary>
    public IReadOnlyList<AlarmScanTest> Tests { get; init; } = [];

    /// <summary>What must be known of the method on these values.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Number of alarms that chance alone is expected to give.</summary>
    public double ExpectedFalseAlarms => Tests.Count * (FalseAlarmChance ?? 0);
}
