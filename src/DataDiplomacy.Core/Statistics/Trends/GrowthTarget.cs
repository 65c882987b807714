namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>What a series is to reach.</summary>
/// <param name="Time">Time at which it is to be reached, in the unit of the times.</param>
/// <param name="Value">Value to be reached, in the unit of the values.</param>
/// <param name="HigherIsBetter">Whether values beyond the target are good (true) or values below it (false).</param>
public sealed record GrowthTarget(double Time, double Value, bool HigherIsBetter);
