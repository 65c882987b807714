namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Which column of a tidy CSV file holds what.</summary>
public sealed record ImportMapping
{
    /// <summary>By key: series, area, period, value and, as far as given, the keys of <see cref="ImportMappingKeys.Optional"/>.</summary>
    public required IReadOnlyDictionary<string, MappedField> Fields { get; init; }

    /// <summary>By dimension identifier, for example SEX.</summary>
    public required IReadOnlyDictionary<string, MappedField> Dimensions { get; init; }

    /// <summary>Reads <c>{ "series": "Code", "area": "M49", "period": "Year", "value": "Value", "unit": { "constant": "PERCENT" }, "dimensions": { "SEX": "Sex" } }</c>.</summary>
    /// <exception cref="ImportFormatException">Code mapping.invalid: not such JSON, an unknown or repeated key, or a required key missing.</exception>
    public static ImportMapping Parse(string json) => ImportMappingJson.Parse(json);
}
