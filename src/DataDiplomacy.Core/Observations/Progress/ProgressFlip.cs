namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>A choice that gives another class.</summary>
/// <param name="Kind">What was chosen otherwise: <c>base_year</c>, <c>latest_year</c>, <c>latest_value</c>, <c>zero_replacement</c>, <c>direction</c> or <c>gap_base</c>.</param>
/// <param name="Change">The choice in words.</param>
/// <param name="Class">The class that it gives.</param>
/// <param name="Measure">The measure that it gives; null where not assessable or where meeting the target decides.</param>
public sealed record ProgressFlip(string Kind, string Change, string Class, double? Measure);
