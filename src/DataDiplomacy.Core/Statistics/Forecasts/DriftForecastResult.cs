namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Forecast of a random walk. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record DriftForecastResult
{
    /// <summary>Whether there is a forecast.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c>, <c>gaps</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values.</summary>
    public required int N { get; init; }

    /// <summary>Mean change per step, in units of the values; 0 for the naive forecast.</summary>
    public double? Drift { get; init; }

    /// <summary>Standard deviation of a change around the drift, in units of the values; exactly 0 on an exact line.</summary>
    public double? Sigma { get; init; }

    /// <summary>The forecast, one element per step.</summary>
    public ForecastPath? Path { get; init; }
}
