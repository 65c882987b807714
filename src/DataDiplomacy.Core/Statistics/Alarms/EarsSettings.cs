namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>What EARS is set to; the defaults are those of the CDC but for the level, 0.001 instead of 0.00135.</summary>
public sealed record EarsSettings
{
    /// <summary>Number of points in the baseline, 2 to <see cref="Ears.MaxBaseline"/>.</summary>
    public int Baseline { get; init; } = 7;

    /// <summary>Chance of a C1 or C2 alarm per point if counts were normal around the mean, between 0 and 1.</summary>
    public double Alpha { get; init; } = 0.001;

    /// <summary>Least standard deviation, 0 or more: a baseline of equal counts has none of its own.</summary>
    public double MinSigma { get; init; } = 0.5;

    /// <summary>C3 above this is an alarm, 0 or more.</summary>
    public double C3Threshold { get; init; } = 2;
}
