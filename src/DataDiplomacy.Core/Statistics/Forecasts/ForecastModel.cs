namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>A model that goes on from a series.</summary>
public enum ForecastModel
{
    /// <summary>Nothing changes: the last value, with the spread of the changes.</summary>
    Naive,

    /// <summary>Random walk with drift: the mean change goes on.</summary>
    Drift,

    /// <summary>Simple exponential smoothing: a level without trend.</summary>
    Simple,

    /// <summary>Holt's linear trend: level and trend follow the values, and the trend goes on.</summary>
    Holt,

    /// <summary>Damped trend: as Holt, and the trend flattens out.</summary>
    Damped
}
