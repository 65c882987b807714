using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Docs;
using Microsoft.OpenApi;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>What is wrong with an answer by the word of the document.</summary>
internal static class AnswerCheck
{
    private const string Problem = "application/problem+json";

    public static IEnumerable<string> Faults(DescribedOperation operation, int status, string? type, string body)
    {
        if (status >= 500) return [$"status {status}"];
        if (!operation.Responses.TryGetValue($"{status}", out var described)) return [$"status {status} is not declared"];
        if (status >= 400 && type != Problem) return [$"status {status} is {type ?? "without a type"}"];
        if (type is not ("application/json" or Problem)) return [];
        return described.Content?.TryGetValue(type, out var media) is true && media.Schema is { } schema ? FaultsOfJson(body, schema) : [$"{type} is not declared for {status}"];
    }

    private static IEnumerable<string> FaultsOfJson(string body, IOpenApiSchema schema)
    {
        JsonNode? answer;
        try
        {
            answer = JsonNode.Parse(body);
        }
        catch (JsonException)
        {
            return ["the body is not JSON"];
        }

        return SchemaCheck.Faults(answer, schema).Concat(Undeclared(answer, schema, "$"));
    }

    /// <summary>Properties of an object whose schema lists its properties and does not list these.</summary>
    private static IEnumerable<string> Undeclared(JsonNode? value, IOpenApiSchema schema, string place)
    {
        if (schema.OneOf is { Count: > 0 } shapes)
        {
            var all = shapes.Select(s => Undeclared(value, s, place).ToList()).ToList();
            return all.MinBy(a => a.Count) ?? [];
        }

        return value switch
        {
            JsonArray list when schema.Items is { } items => list.SelectMany((v, i) => Undeclared(v, items, $"{place}[{i}]")),
            JsonObject fields => fields.SelectMany(f => UndeclaredField(f.Key, f.Value, schema, place)),
            _ => [],
        };
    }

    private static IEnumerable<string> UndeclaredField(string name, JsonNode? value, IOpenApiSchema schema, string place)
    {
        if (schema.Properties?.TryGetValue(name, out var property) is true) return Undeclared(value, property, $"{place}.{name}");
        if (schema.AdditionalProperties is { } any) return Undeclared(value, any, $"{place}.{name}");
        return schema.Properties is { Count: > 0 } ? [$"{place}.{name} is not declared"] : [];
    }
}
