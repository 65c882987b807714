using System.Text.Json;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Reads an <see cref="ImportMapping"/> strictly: a key that is not understood is a mistake, never ignored.</summary>
internal static class ImportMappingJson
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    public static ImportMapping Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return Read(document.RootElement);
        }
        catch (JsonException cause)
        {
            throw new ImportFormatException("mapping.invalid", $"The mapping is no valid JSON object: {cause.Message}", cause);
        }
    }

    private static ImportMapping Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw Invalid("The mapping must be a JSON object such as { \"series\": \"Code\", \"area\": \"M49\", \"period\": \"Year\", \"value\": \"Value\" }.");
        var fields = new Dictionary<string, MappedField>(StringComparer.Ordinal);
        IReadOnlyDictionary<string, MappedField> dimensions = new Dictionary<string, MappedField>();
        string[] known = [.. ImportMappingKeys.Required, .. ImportMappingKeys.Optional, ImportMappingKeys.Dimensions];
        foreach (var property in root.EnumerateObject())
        {
            if (property.Name == ImportMappingKeys.Dimensions)
                dimensions = ReadDimensions(property.Value);
            else if (known.Contains(property.Name))
                fields[property.Name] = ReadField(property.Name, property.Value);
            else
                throw Unknown(property.Name, known);
        }
        foreach (var key in ImportMappingKeys.Required.Where(key => !fields.ContainsKey(key)))
            throw Invalid($"The mapping lacks the key '{key}'; series, area, period and value are required.", key);
        return new ImportMapping { Fields = fields, Dimensions = dimensions };
    }

    private static SortedDictionary<string, MappedField> ReadDimensions(JsonElement dimensions)
    {
        if (dimensions.ValueKind != JsonValueKind.Object)
            throw Invalid("'dimensions' must be an object such as { \"SEX\": \"Sex\" }.", ImportMappingKeys.Dimensions);
        var fields = new SortedDictionary<string, MappedField>(StringComparer.Ordinal);
        foreach (var property in dimensions.EnumerateObject())
        {
            var id = DimensionNames.ToId(property.Name);
            if (id != property.Name || id.Length == 0)
                throw new ImportFormatException("mapping.invalid", $"'{property.Name}' is no dimension identifier; write it in upper snake case: '{id}'.", column: property.Name, suggestions: [id]);
            fields[id] = ReadField(property.Name, property.Value);
        }
        return fields;
    }

    private static MappedField ReadField(string key, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String)
            return new MappedField { Column = value.GetString() };
        if (value.ValueKind != JsonValueKind.Object)
            throw Invalid($"'{key}' must be the name of a column or {{ \"constant\": \"…\" }}.", key);
        foreach (var property in value.EnumerateObject().Where(property => property.Name != "constant"))
            throw Unknown(property.Name, ["constant"]);
        if (!value.TryGetProperty("constant", out var constant) || constant.ValueKind != JsonValueKind.String)
            throw Invalid($"The constant of '{key}' must be a text.", key);
        return new MappedField { Constant = constant.GetString() };
    }

    private static ImportFormatException Unknown(string key, IEnumerable<string> known)
    {
        var suggestions = NearestNames.Of(key, known);
        return new("mapping.invalid", $"The mapping has the unknown key '{key}'.{NearestNames.Hint(suggestions)}", column: key, suggestions: suggestions);
    }

    private static ImportFormatException Invalid(string detail, string? key = null) => new("mapping.invalid", detail, column: key);
}
