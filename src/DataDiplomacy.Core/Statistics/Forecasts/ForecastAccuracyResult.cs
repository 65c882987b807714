namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Scores of a forecast that has met its values, each a mean over them. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record ForecastAccuracyResult
{
    /// <summary>Whether there are scores.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are none: <c>insufficient_data</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of steps scored; those with a missing figure are dropped.</summary>
    public required int N { get; init; }

    /// <summary>Mean error, actual minus forecast, in units of the values.</summary>
    public double? MeanError { get; init; }

    /// <summary>Mean absolute error, in units of the values, 0 or more.</summary>
    public double? MeanAbsoluteError { get; init; }

    /// <summary>Root mean squared error, in units of the values, 0 or more.</summary>
    public double? RootMeanSquaredError { get; init; }

    /// <summary>Mean absolute error over that of the (seasonal) naive forecast in training; below 1 is better. Null where training has no change or fewer values than a season and one.</summary>
    public double? ScaledError { get; init; }

    /// <summary>Interval score of the 95 % interval, in units of the values, 0 or more; less is better.</summary>
    public double? IntervalScore95 { get; init; }

    /// <summary>Continuous ranked probability score of the normal forecast, in units of the values, 0 or more; less is better.</summary>
    public double? CrpsNormal { get; init; }

    /// <summary>Pinball loss of the 10 % quantile of the normal forecast, in units of the values, 0 or more; less is better.</summary>
    public double? Pinball10 { get; init; }

    /// <summary>Share of the actual values inside the 95 % interval, ends included, 0 to 1.</summary>
    public double? Coverage95 { get; init; }
}
