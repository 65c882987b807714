namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>What of two series is correlated.</summary>
public enum SeriesPairMode
{
    /// <summary>Changes from one period to the next, never across a gap.</summary>
    Differences,

    /// <summary>What an autoregression of the first series leaves of both, of their changes where a level trends; needs series without gaps.</summary>
    Prewhitened,

    /// <summary>The values as they are; refused where both series trend or depend on their past.</summary>
    Levels
}
