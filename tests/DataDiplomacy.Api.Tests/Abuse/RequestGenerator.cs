using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Docs;
using Microsoft.OpenApi;
using static DataDiplomacy.Api.Tests.Abuse.HostileValues;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>Makes requests from the OpenAPI document, each operation in turn, with honest and hostile values mixed; the same seed makes the same requests.</summary>
internal sealed class RequestGenerator(DescribedDocument document, int seed)
{
    private static readonly string[] Accepted = ["*/*", "application/json", "text/csv", "application/x-ndjson", "image/svg+xml", "text/html", "application/*;q=0", "x", "", "a/b;q=9", "application/json;q=0.1, text/csv"];
    private static readonly string[] Tags = ["*", "\"1\"", "W/\"1\"", "1", "\"", "\"a\", \"b\"", "", "\"\u00e9\"", "'", "\"2\""];
    private static readonly string[] Types = ["application/json", "application/json; charset=utf-8", "application/json; charset=utf-16", "text/plain", "text/csv", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "application/gzip"];

    private static readonly string[] Files =
    [
        "SeriesCode,GeoAreaCode,TimePeriod,Value,Sex\nAB_A,404,2010,1,FEMALE\nAB_A,404,2011,2,FEMALE\n", "SeriesCode,GeoAreaCode,TimePeriod,Value\nAB_B,404,2010,<2.5\nAB_B,516,2010,N\n",
        "{\"series\":\"AB_C\",\"area\":\"404\",\"period\":\"2010\",\"value\":\"1\"}\n", "a,b\n\"unclosed", "\0\0\0", "SeriesCode\n", "", "\u001F\u008B", "{", "[]", "SeriesCode,GeoAreaCode,TimePeriod,Value\n'; DROP TABLE--,😀,0000,1e999\n",
    ];

    private readonly Random random = new(seed);
    private readonly Dictionary<string, List<string>> seen = [];
    private int turn;

    /// <summary>A value that the server gave is used later as an honest one.</summary>
    public void Learn(string parameter, string value) => Known(parameter).Add(value);

    public GeneratedRequest Next()
    {
        var operation = document.Operations[turn++ % document.Operations.Count];
        var parameters = (operation.Operation.Parameters ?? []).ToList();
        var honest = random.Next(4) == 0;
        var path = parameters.Where(p => p.In is ParameterLocation.Path)
            .Aggregate(operation.Path, (url, p) => url.Replace($"{{{p.Name}}}", Uri.EscapeDataString(PathValue(p, honest)), StringComparison.Ordinal));
        var query = parameters.Where(p => p.In is ParameterLocation.Query && (p.Required || random.Next(3) == 0)).SelectMany(p => Pairs(p, honest)).ToList();
        if (!honest && random.Next(12) == 0) query.Add($"{Uri.EscapeDataString(Text(random))}={Uri.EscapeDataString(Text(random))}");
        var (body, type) = BodyOf(operation, honest);
        return new(operation, query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", [.. HeadersOf(parameters, honest)], body, type);
    }

    private IEnumerable<(string Name, string Value)> HeadersOf(IEnumerable<IOpenApiParameter> parameters, bool honest)
    {
        if (!honest && random.Next(5) == 0) yield return ("Accept", Pick(random, Accepted));
        foreach (var header in parameters.Where(p => p.In is ParameterLocation.Header && random.Next(4) != 0)) yield return (header.Name ?? "", Pick(random, Tags));
    }

    private IEnumerable<string> Pairs(IOpenApiParameter parameter, bool honest)
    {
        var name = parameter.Name ?? "";
        // An object is written as one parameter for each of its members: dim.SEX=FEMALE.
        if (parameter.Schema?.Type is { } type && type.HasFlag(JsonSchemaType.Object)) name += "." + (honest || random.Next(2) == 0 ? Pick(random, ["SEX", "AGE"]) : Uri.EscapeDataString(Text(random)));
        yield return $"{name}={Uri.EscapeDataString(Value(parameter, honest))}";
        if (!honest && random.Next(10) == 0) yield return $"{name}={Uri.EscapeDataString(Value(parameter, honest))}";
    }

    // The client itself takes dots and nothing out of a path, which would lead to another operation; and no server lets a NUL in one through.
    private string PathValue(IOpenApiParameter parameter, bool honest)
    {
        var value = Value(parameter, honest).Replace('\0', 'x');
        return value.Trim('.').Length == 0 ? "x" : value;
    }

    private string Value(IOpenApiParameter parameter, bool honest)
    {
        if (!honest && random.Next(2) == 0) return Text(random);
        var values = Known(parameter.Name ?? "");
        if (values.Count > 0 && random.Next(2) == 0) return Pick(random, values);
        var schema = parameter.Schema?.Items ?? parameter.Schema;
        if (schema?.Enum is { Count: > 0 } names) return Pick(random, [.. names]).ToString();
        return parameter.Example switch
        {
            JsonObject { Count: > 0 } members => members.First().Value?.ToString() ?? "",
            JsonArray { Count: > 0 } list => list[0]?.ToString() ?? "",
            { } one => one.ToString(),
            null => "1",
        };
    }

    private (byte[]? Body, string? Type) BodyOf(DescribedOperation operation, bool honest)
    {
        if (operation.Operation.RequestBody?.Content is not { Count: > 0 } content) return (null, null);
        var type = honest || random.Next(4) != 0 ? Pick(random, [.. content.Keys]) : Pick(random, Types);
        var text = operation.Path.EndsWith("/imports", StringComparison.Ordinal) ? Pick(random, Files) : JsonBody(operation, honest);
        return (Encoding.UTF8.GetBytes(text), !honest && random.Next(20) == 0 ? null : type);
    }

    private string JsonBody(DescribedOperation operation, bool honest)
    {
        var media = operation.Operation.RequestBody?.Content is { } content && content.TryGetValue("application/json", out var json) ? json : null;
        var example = (JsonNode.Parse((media?.Example as JsonObject)?.ToJsonString() ?? operation.ExampleBody() ?? "{}") as JsonObject)!;
        if (example.ContainsKey("id")) example["id"] = $"set-{random.Next(1_000)}";
        if (honest) return example.ToJsonString();
        return random.Next(6) switch
        {
            0 => Text(random),
            1 => Json(random)?.ToJsonString() ?? "null",
            2 => example.ToJsonString()[..random.Next(example.ToJsonString().Length)],
            _ => Changed(example).ToJsonString(),
        };
    }

    private JsonObject Changed(JsonObject body)
    {
        var name = body.Count == 0 ? "x" : Pick(random, [.. body.Select(p => p.Key)]);
        if (body[name] is JsonObject { Count: > 0 } inner && random.Next(3) != 0) Changed(inner);
        else if (random.Next(4) == 0) body.Remove(name);
        else body[random.Next(6) == 0 ? Text(random) : name] = Json(random);
        return body;
    }

    private List<string> Known(string parameter)
    {
        if (!seen.TryGetValue(parameter, out var values)) seen[parameter] = values = [];
        return values;
    }
}
