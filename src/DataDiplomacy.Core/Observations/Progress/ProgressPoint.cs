namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>One value of a series.</summary>
/// <param name="Year">The year that the value is about.</param>
/// <param name="Value">The value, finite, in the unit of the series.</param>
public readonly record struct ProgressPoint(int Year, double Value);
