namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>Exponential smoothing with additive errors and no season.</summary>
public enum SmoothingModel
{
    /// <summary>Level and a trend that flattens out: ETS(A,Ad,N).</summary>
    Damped,

    /// <summary>Level and a trend that goes on (Holt): ETS(A,A,N).</summary>
    Linear,

    /// <summary>Level alone, simple exponential smoothing: ETS(A,N,N).</summary>
    Simple
}
