using System.Text.Json;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>The types of the schema as introspection tells them, and the selection of all that a type has of its own.</summary>
internal sealed class SchemaShape
{
    private const string Query = """
        { __schema { types { kind name fields { name args { name } type { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }
        """;

    /// <summary>Fields that lead to other things, which REST has at addresses of their own.</summary>
    private static readonly HashSet<string> Edges = ["Dataset.versions", "Dataset.roles", "Dataset.terms", "Series.areas", "Series.facets", "Observation.history", "Observation.provenance", "EvidenceRecord.custody", "EvidenceRecord.verifications", "EvidenceRecord.assessments"];

    private readonly Dictionary<string, Dictionary<string, FieldShape>> _types;

    private SchemaShape(Dictionary<string, Dictionary<string, FieldShape>> types) => _types = types;

    public static async Task<SchemaShape> ReadAsync(HttpClient client)
    {
        var types = (await client.DataAsync(Query, "__schema", "types")).EnumerateArray().Where(t => t.GetProperty("kind").GetString() == "OBJECT");
        return new SchemaShape(types.ToDictionary(
            t => t.GetProperty("name").GetString()!,
            t => t.GetProperty("fields").EnumerateArray().ToDictionary(f => f.GetProperty("name").GetString()!, f => FieldShape.Of(f.GetProperty("type")))));
    }

    public IReadOnlyDictionary<string, FieldShape> FieldsOf(string type) => _types[type];

    /// <summary>A selection of every field but the edges; the series of an indicator, which REST names too, are selected as far as they are series.</summary>
    public string Select(string type) => string.Join(' ', _types[type].Where(f => !Edges.Contains($"{type}.{f.Key}")).Select(f =>
        f.Value.Kind != "OBJECT" ? f.Key
        : f.Value.Name.EndsWith("Connection", StringComparison.Ordinal) ? $"{f.Key}(first: 1000) {{ nodes {{ {Select(f.Value.Name[..^"Connection".Length])} }} }}"
        : $"{f.Key} {{ {Select(f.Value.Name)} }}"));
}

/// <summary>The type of a field without its wrappers.</summary>
internal sealed record FieldShape(string Kind, string Name)
{
    public static FieldShape Of(JsonElement type)
    {
        while (type.TryGetProperty("ofType", out var inner) && inner.ValueKind == JsonValueKind.Object)
            type = inner;
        return new FieldShape(type.GetProperty("kind").GetString()!, type.GetProperty("name").GetString()!);
    }
}
