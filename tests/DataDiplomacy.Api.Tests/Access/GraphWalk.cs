using System.Net.Http.Json;
using System.Text.Json;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>A row of the table of fields.</summary>
/// <param name="Row">As Markdown.</param>
/// <param name="IsKept">Whether nothing is given below its label, and what is given to one is given to all above.</param>
internal sealed record GraphRow(string Row, bool IsKept);

/// <summary>Asks each field of the GraphQL schema, as the schema itself lists them, as each caller about a data set of each label.</summary>
internal sealed class GraphWalk(AccessWorld world, CancellationToken stop)
{
    private const string Introspection = "{ __schema { types { name kind fields { name type { name kind ofType { name kind ofType { name kind ofType { name kind } } } } } } } }";

    private readonly Dictionary<string, IReadOnlyList<(string Name, string Type, string Kind)>> _types = [];

    public async Task<IReadOnlyList<GraphRow>> RunAsync()
    {
        await ReadSchemaAsync();
        var rows = new List<GraphRow>();
        foreach (var (type, way) in Ways())
        {
            if (AccessProbes.Elsewhere.TryGetValue(type, out var who))
            {
                rows.AddRange(_types[type].Select(f => new GraphRow($"| `{type}.{f.Name}` | {who} | {who} | {who} | omitted |", IsKept: true)));
                continue;
            }

            var given = await AskAsync(type, way);
            rows.AddRange(_types[type].Select(f => RowOf($"{type}.{f.Name}", label => [.. given[label].Select(answer => answer(f.Name))])));
        }

        return rows;
    }

    private static GraphRow RowOf(string field, Func<string, IReadOnlyList<string>> outcomes)
    {
        var all = AccessWorld.Labels.Select(outcomes).ToList();
        var least = all.Select(o => o.ToList().IndexOf("given")).ToList();
        var below = all.SelectMany(o => o).Where(o => o != "given").Distinct().ToList();
        // Below a label nobody gets anything, unless the field is no part of the data, such as the names of an indicator.
        var isReference = least.All(l => l == 0);
        var isMonotone = all.All(o => o.SkipWhile(c => c != "given").All(c => c == "given") && o.Contains("given"));
        var isClosed = least[0] == 0 && least[1] >= 1 && least[2] >= 2;
        // What is bound to its parties: beside them editors see it, whatever the label of the data set.
        var isBound = least.All(l => l == 2);
        var cells = least.Select(l => l < 0 ? "nobody" : l == 0 ? "anyone" : AccessWorld.Names[l]);
        return new GraphRow($"| `{field}` | {string.Join(" | ", cells)} | {(below.Count == 0 ? "–" : string.Join(", ", below))} |", isMonotone && (isReference || isClosed || isBound));
    }

    /// <summary>For each label, for each caller: what a field gave.</summary>
    private async Task<Dictionary<string, List<Func<string, string>>>> AskAsync(string type, string way)
    {
        var given = new Dictionary<string, List<Func<string, string>>>();
        foreach (var label in AccessWorld.Labels)
        {
            given[label] = [];
            foreach (var caller in world.Callers)
                given[label].Add(type == "Query" ? await AskRootsAsync(caller, label) : await AskTypeAsync(caller, label, type, way));
        }

        return given;
    }

    /// <summary>Each root field alone: one that is refused takes no other with it.</summary>
    private async Task<Func<string, string>> AskRootsAsync(HttpClient caller, string label)
    {
        var outcomes = new Dictionary<string, string>();
        foreach (var field in _types["Query"])
            outcomes[field.Name] = OutcomeOf(await PostAsync(caller, world.Fill($"{{ {Selection("Query", field)} }}", label)), [field.Name], field.Type, label);
        return name => outcomes[name];
    }

    private async Task<Func<string, string>> AskTypeAsync(HttpClient caller, string label, string type, string way)
    {
        var selection = string.Join(' ', _types[type].Select(f => Selection(type, f)));
        var steps = way.Split(" { ");
        var query = $"{{ {way} {{ {selection} {new string('}', steps.Length + 1)}";
        var answer = await PostAsync(caller, world.Fill(query, label));
        string[] path = [.. steps.Select(step => step.Split('(')[0])];
        return name => OutcomeOf(answer, type.EndsWith("Connection", StringComparison.Ordinal) || name == "series" ? [.. path, name] : path, type, label);
    }

    private string OutcomeOf(JsonElement answer, string[] path, string type, string label)
    {
        if (answer.GetProperty("data").ValueKind is JsonValueKind.Null)
            return "refused as unknown";
        var found = answer.GetProperty("data");
        foreach (var step in path)
        {
            if (found.ValueKind is JsonValueKind.Array)
                found = found.EnumerateArray().FirstOrDefault();
            if (found.ValueKind is JsonValueKind.Undefined)
                return "omitted";
            if (found.ValueKind is JsonValueKind.Null)
                return "null";
            found = found.GetProperty(step);
        }

        return found.ValueKind switch
        {
            JsonValueKind.Null => "null",
            JsonValueKind.Number when path[^1] == "totalCount" && found.GetInt64() == 0 => "omitted",
            JsonValueKind.Array when found.GetArrayLength() == 0 => "omitted",
            JsonValueKind.Object when path[^1] == "series" && type == "Indicator" => found.GetRawText().Contains(world.Fill("\"{series}\"", label), StringComparison.Ordinal) ? "given" : "omitted",
            JsonValueKind.Object when found.TryGetProperty("nodes", out var nodes) && nodes.GetArrayLength() == 0 => "omitted",
            _ => "given",
        };
    }

    private static string Selection(string type, (string Name, string Type, string Kind) field)
    {
        var arguments = AccessProbes.Arguments.GetValueOrDefault($"{type}.{field.Name}", "");
        var below = field.Kind != "OBJECT" ? "" : field.Type == "SeriesConnection" ? " { nodes { code } }"
            : field.Type.EndsWith("Connection", StringComparison.Ordinal) ? " { nodes { __typename } }" : " { __typename }";
        return field.Name + arguments + below;
    }

    /// <summary>Each type with the shortest way to it from the root, the root first.</summary>
    private IReadOnlyList<(string Type, string Way)> Ways()
    {
        var ways = new Dictionary<string, string> { ["Query"] = "" };
        var queue = new Queue<string>(["Query"]);
        while (queue.TryDequeue(out var type))
        {
            foreach (var field in _types[type].Where(f => f.Kind == "OBJECT" && !ways.ContainsKey(f.Type)))
            {
                var step = field.Name + AccessProbes.Arguments.GetValueOrDefault($"{type}.{field.Name}", "");
                ways[field.Type] = AccessProbes.Ways.GetValueOrDefault(field.Type, type == "Query" ? step : $"{ways[type]} {{ {step}");
                queue.Enqueue(field.Type);
            }
        }

        ways.Count.ShouldBe(_types.Count);
        return [.. ways.Select(w => (w.Key, w.Value)).OrderBy(w => w.Key == "Query" ? 0 : 1).ThenBy(w => w.Key, StringComparer.Ordinal)];
    }

    private async Task ReadSchemaAsync()
    {
        var schema = (await PostAsync(world.Callers[0], Introspection)).GetProperty("data").GetProperty("__schema").GetProperty("types");
        foreach (var type in schema.EnumerateArray().Where(t => t.GetProperty("kind").GetString() == "OBJECT" && !Text(t, "name").StartsWith("__", StringComparison.Ordinal)))
            _types[Text(type, "name")] = [.. type.GetProperty("fields").EnumerateArray().Select(f => (Text(f, "name"), Text(Named(f.GetProperty("type")), "name"), Text(Named(f.GetProperty("type")), "kind")))];
    }

    private static JsonElement Named(JsonElement type) => type.TryGetProperty("ofType", out var of) && of.ValueKind is JsonValueKind.Object ? Named(of) : type;

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? "";

    private async Task<JsonElement> PostAsync(HttpClient caller, string query)
    {
        var answer = await caller.PostAsJsonAsync("/graphql", new { query }, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        var json = JsonDocument.Parse(text).RootElement;
        json.TryGetProperty("data", out _).ShouldBeTrue($"{query}: {text}");
        return json;
    }
}
