namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>The scale on which a forecast is made.</summary>
public enum ForecastScale
{
    /// <summary>The values themselves.</summary>
    Linear,

    /// <summary>ln(y / (100 - y)), so that neither mean nor interval can leave 0 to 100.</summary>
    Logit
}
