namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>How pairs of series are correlated.</summary>
public sealed record SeriesPairSettings
{
    /// <summary>What of the series is correlated.</summary>
    public SeriesPairMode Mode { get; init; } = SeriesPairMode.Differences;

    /// <summary>Largest lag that is looked at in either direction, 0 or more; 0 is no search.</summary>
    public int MaxLag { get; init; }

    /// <summary>Confidence of the intervals, between 0 and 1, both excluded.</summary>
    public double Confidence { get; init; } = 0.95;

    /// <summary>Whether the figures are given although both series trend.</summary>
    public bool Force { get; init; }
}
