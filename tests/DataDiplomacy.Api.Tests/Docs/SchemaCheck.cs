using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>Compares JSON with its schema, as far as our document uses JSON Schema (2020-12): type, enum, oneOf, properties, items.</summary>
internal static class SchemaCheck
{
    /// <summary>What does not fit, each with its place; empty when all fits.</summary>
    public static IEnumerable<string> Faults(JsonNode? value, IOpenApiSchema schema, string place = "$")
    {
        if (schema.OneOf is { Count: > 0 } shapes)
        {
            var fits = shapes.Count(s => !Faults(value, s, place).Any());
            return fits == 1 ? [] : [$"{place} fits {fits} of {shapes.Count} shapes: {string.Join("; ", shapes.SelectMany(s => Faults(value, s, place)))}"];
        }

        if (schema.Type is { } type && !type.HasFlag(TypeOf(value, type)))
        {
            return [$"{place} is {TypeOf(value, type)}, not {type}"];
        }

        if (schema.Enum is { Count: > 0 } names && !names.Any(n => JsonNode.DeepEquals(n, value)))
        {
            return [$"{place} is not one of {string.Join(", ", names.Select(n => n.ToJsonString()))}"];
        }

        return value switch
        {
            JsonValue text when schema.Format == "date-time" && text.GetValueKind() == JsonValueKind.String && !IsInstant(text.GetValue<string>()) => [$"{place} is no instant"],
            JsonArray list when schema.Items is { } items => list.SelectMany((v, i) => Faults(v, items, $"{place}[{i}]")),
            JsonObject fields => FaultsOfFields(fields, schema, place),
            _ => [],
        };
    }

    /// <summary>A string, number or boolean, whether or not it may be null.</summary>
    public static bool IsScalar(this IOpenApiSchema schema) =>
        schema.Type is { } type && (type & (JsonSchemaType.String | JsonSchemaType.Number | JsonSchemaType.Integer | JsonSchemaType.Boolean)) != 0;

    /// <summary>All values are known from the schema itself.</summary>
    public static bool ExplainsItself(this IOpenApiSchema schema) =>
        schema.Type is { } type && type.HasFlag(JsonSchemaType.Boolean) || (schema.Items ?? schema).Enum is { Count: > 0 };

    private static IEnumerable<string> FaultsOfFields(JsonObject fields, IOpenApiSchema schema, string place)
    {
        foreach (var missing in (schema.Required ?? new HashSet<string>()).Where(r => !fields.ContainsKey(r)))
        {
            yield return $"{place} lacks {missing}";
        }

        foreach (var (name, value) in fields)
        {
            var described = schema.Properties?.TryGetValue(name, out var property) == true ? property : schema.AdditionalProperties;
            if (described is null && !schema.AdditionalPropertiesAllowed)
            {
                yield return $"{place}.{name} is not described";
            }

            foreach (var fault in described is null ? [] : Faults(value, described, $"{place}.{name}"))
            {
                yield return fault;
            }
        }
    }

    /// <summary>RFC 3339, section 5.6, in UTC, as the server writes it.</summary>
    private static bool IsInstant(string text) =>
        text.EndsWith('Z') && text.Contains('T', StringComparison.Ordinal) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _);

    private static JsonSchemaType TypeOf(JsonNode? value, JsonSchemaType wanted) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => JsonSchemaType.Null,
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        JsonValueKind.Array => JsonSchemaType.Array,
        JsonValueKind.Object => JsonSchemaType.Object,
        _ => wanted.HasFlag(JsonSchemaType.Number) || value.GetValue<JsonElement>().TryGetInt64(out _) is false ? JsonSchemaType.Number : JsonSchemaType.Integer,
    };
}
