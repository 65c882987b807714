namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Exponential smoothing of a series and its forecast. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record HoltDampedResult
{
    /// <summary>Whether there is a forecast.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c>, <c>gaps</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values.</summary>
    public required int N { get; init; }

    /// <summary>Parameters and first state, as given or fitted.</summary>
    public SmoothingParameters? Parameters { get; init; }

    /// <summary>Sum of the squared errors one step ahead, in squared units of the values.</summary>
    public double? Sse { get; init; }

    /// <summary>Variance of an error, sse/(n - q), in squared units of the values.</summary>
    public double? Sigma2 { get; init; }

    /// <summary>Log-likelihood without its constants, -n/2 ln(sse); null where sse is 0.</summary>
    public double? LogLikelihood { get; init; }

    /// <summary>Akaike's criterion corrected for short series, from <see cref="LogLikelihood"/>; null where that is, or n is at most q + 2.</summary>
    public double? Aicc { get; init; }

    /// <summary>Forecast of each value from those before it, in units of the values.</summary>
    public IReadOnlyList<double>? Fitted { get; init; }

    /// <summary>Level after the last value, in units of the values.</summary>
    public double? LastLevel { get; init; }

    /// <summary>Trend after the last value, in units of the values per step; null without trend.</summary>
    public double? LastTrend { get; init; }

    /// <summary>The forecast, one element per step.</summary>
    public ForecastPath? Path { get; init; }
}
