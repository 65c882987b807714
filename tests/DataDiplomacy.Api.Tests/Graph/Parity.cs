using System.Text.Json;
using DataDiplomacy.Api.Graph;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>Compares what the two doors give, field by field.</summary>
internal sealed class Parity(SchemaShape shape)
{
    /// <summary>Number of values that were compared: a comparison of nothing proves nothing.</summary>
    public int Compared { get; private set; }

    /// <summary>Every field of REST must be there and equal; what only GraphQL has must be one that REST leaves out when it is null.</summary>
    public void Compare(JsonElement rest, JsonElement graph, string type, string path)
    {
        graph.ValueKind.ShouldBe(JsonValueKind.Object, path);
        foreach (var property in rest.EnumerateObject())
        {
            shape.FieldsOf(type).ShouldContainKey(property.Name, $"{path}: the type {type} lacks what REST has");
            CompareField(property.Value, graph.GetProperty(property.Name), shape.FieldsOf(type)[property.Name], $"{path}.{property.Name}");
        }

        foreach (var property in graph.EnumerateObject().Where(p => !rest.TryGetProperty(p.Name, out _)))
            property.Value.ValueKind.ShouldBe(JsonValueKind.Null, $"{path}.{property.Name}: REST lacks what the type {type} has");
    }

    private void CompareField(JsonElement rest, JsonElement graph, FieldShape field, string path)
    {
        if (field.Name == "DimensionCode")
            CompareDimensions(rest, graph, path);
        else if (field.Name.EndsWith("Connection", StringComparison.Ordinal))
            CompareLinks(rest, graph.GetProperty("nodes"), path);
        else if (field.Name == "String" && rest.ValueKind == JsonValueKind.Object)
            CompareText(rest, graph, path);
        else if (rest.ValueKind == JsonValueKind.Array)
            CompareItems(rest, graph, field, path);
        else if (rest.ValueKind == JsonValueKind.Object)
            Compare(rest, graph, field.Name, path);
        else
            CompareValue(rest, graph, field.Kind == "ENUM", path);
    }

    private void CompareItems(JsonElement rest, JsonElement graph, FieldShape field, string path)
    {
        graph.GetArrayLength().ShouldBe(rest.GetArrayLength(), path);
        for (var i = 0; i < rest.GetArrayLength(); i++)
            CompareField(rest[i], graph[i], field, $"{path}[{i}]");
    }

    /// <summary>What may be any JSON is text at the GraphQL door.</summary>
    private void CompareText(JsonElement rest, JsonElement graph, string path)
    {
        Compared++;
        JsonElement.DeepEquals(JsonDocument.Parse(graph.GetString()!).RootElement, rest).ShouldBeTrue(path);
    }

    private void CompareDimensions(JsonElement rest, JsonElement graph, string path)
    {
        graph.EnumerateArray().Select(d => $"{d.GetProperty("dimension")}={d.GetProperty("code")}")
            .ShouldBe(rest.EnumerateObject().OrderBy(d => d.Name, StringComparer.Ordinal).Select(d => $"{d.Name}={d.Value}"), path);
        Compared += rest.EnumerateObject().Count();
    }

    /// <summary>REST has of a linked thing what names it; the connection has all.</summary>
    private void CompareLinks(JsonElement rest, JsonElement nodes, string path)
    {
        nodes.GetArrayLength().ShouldBe(rest.GetArrayLength(), path);
        for (var i = 0; i < rest.GetArrayLength(); i++)
        {
            foreach (var property in rest[i].EnumerateObject())
                CompareValue(property.Value, nodes[i].GetProperty(property.Name), isEnum: false, $"{path}[{i}].{property.Name}");
        }
    }

    private void CompareValue(JsonElement rest, JsonElement graph, bool isEnum, string path)
    {
        Compared++;
        graph.ValueKind.ShouldBe(rest.ValueKind, path);
        if (rest.ValueKind == JsonValueKind.Number)
            graph.GetDouble().ShouldBe(rest.GetDouble(), path);
        else if (rest.ValueKind == JsonValueKind.String)
            graph.GetString().ShouldBe(isEnum ? GraphNames.UpperSnake(rest.GetString()!) : rest.GetString(), path);
    }
}
