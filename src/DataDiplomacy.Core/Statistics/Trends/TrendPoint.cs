namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>One observation of a series in time.</summary>
/// <param name="Time">Time in years, such as 2020.5 for the middle of 2020.</param>
/// <param name="Value">Value; null where it is missing.</param>
public readonly record struct TrendPoint(double Time, double? Value);
