namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>One observation in a picture.</summary>
/// <param name="Label">Label of the period, such as <c>2020</c> or <c>2020-M03</c>.</param>
/// <param name="Time">Time in years, on the same scale as in the assessment.</param>
/// <param name="Value">Value; null where it is missing.</param>
public sealed record TrendPicturePoint(string Label, double Time, double? Value);
