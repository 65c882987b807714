using System.Text.Json;

namespace DataDiplomacy.Core.Catalogue;

/// <summary>An observation that a statement rests on, as it was read.</summary>
/// <param name="Observation">Its id, which names key, period and version.</param>
/// <param name="Dataset">The data set.</param>
/// <param name="Version">Number of the version that made it known.</param>
/// <param name="Series">Code of the series.</param>
/// <param name="Area">Code of the area.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">What was published, as text; null where nothing was.</param>
public sealed record CitedValue(string Observation, string Dataset, int Version, string Series, string Area, string Period, string? Value)
{
    /// <summary>Those of a stored JSON array; empty for null.</summary>
    public static IReadOnlyList<CitedValue> Of(string? json) => json is null ? [] : JsonSerializer.Deserialize<CitedValue[]>(json) ?? [];

    /// <summary>As a JSON array; null for none.</summary>
    public static string? Write(IReadOnlyCollection<CitedValue> values) => values.Count == 0 ? null : JsonSerializer.Serialize(values);
}
