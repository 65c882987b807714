using System.Collections.Frozen;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The properties of a line of NDJSON.</summary>
internal static class NdjsonProperties
{
    private static readonly string[] Own =
        ["series", "seriesTitle", "indicators", "area", "areaName", "period", "value", "missingReason", "dimensions", "lowerBound", "upperBound"];

    public static IReadOnlyList<string> Names { get; } = [.. Own, .. ImportMappingKeys.Attributes];

    private static readonly FrozenDictionary<string, int> Places = Names.Select((name, place) => KeyValuePair.Create(name, place)).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, int> AttributePlaces =
        ImportMappingKeys.Attributes.Select((name, place) => KeyValuePair.Create(name, place)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A number of its own per property; -1 for an unknown one.</summary>
    public static int Place(string name) => Places.GetValueOrDefault(name, -1);

    /// <summary>The place in the order of <see cref="AttributeColumns"/>; -1 for what is no attribute.</summary>
    public static int AttributePlace(string name) => AttributePlaces.GetValueOrDefault(name, -1);

    public static AttributeColumns Column(string name) => name switch
    {
        "lowerBound" => AttributeColumns.LowerBound,
        "upperBound" => AttributeColumns.UpperBound,
        _ => AttributePlace(name) is >= 0 and var place ? (AttributeColumns)(1 << place) : AttributeColumns.None,
    };
}
