using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Values of properties: containers, lists, sets, nodes and literals (JSON-LD 1.1 Processing Algorithms, 5.1.2, step 13, 2020).</summary>
internal sealed class JsonLdProperties(JsonLdContexts contexts, JsonLdSink sink, JsonLdNodes nodes)
{
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private readonly JsonLdValues _values = new(sink);

    /// <summary>Tells what a property of a node says.</summary>
    public void Add(JsonLdContext context, RdfTerm subject, string predicate, JsonLdTerm? term, JsonElement value, JsonPath path)
    {
        if (term is { IsReverse: true }) AddTurned(context, subject, predicate, term, value, path);
        else AddStraight(context, subject, predicate, term, value, path);
    }

    /// <summary>A property inside <c>@reverse</c>: a reversed term is turned back there (5.1.2, step 13.4.13.4).</summary>
    public void AddReverse(JsonLdContext context, RdfTerm subject, string predicate, JsonLdTerm? term, JsonElement value, JsonPath path)
    {
        if (term is { IsReverse: true }) AddStraight(context, subject, predicate, term, value, path);
        else AddTurned(context, subject, predicate, term, value, path);
    }

    private void AddStraight(JsonLdContext context, RdfTerm subject, string predicate, JsonLdTerm? term, JsonElement value, JsonPath path)
    {
        foreach (var item in Terms(context, term, value, path)) sink.Add(subject, predicate, item, path);
    }

    private void AddTurned(JsonLdContext context, RdfTerm target, string predicate, JsonLdTerm? term, JsonElement value, JsonPath path)
    {
        foreach (var item in Terms(context, term, value, path))
        {
            if (item.IsLiteral) throw path.Wrong($"the literal {item}", "nodes, as the property is reversed");
            sink.Add(item, predicate, target, path);
        }
    }

    private List<RdfTerm> Terms(JsonLdContext active, JsonLdTerm? term, JsonElement value, JsonPath path)
    {
        if (term?.Type == "@json") return [JsonLdValues.Json(value, path)];
        if (term is not null && value.ValueKind == JsonValueKind.Object && Map(active, term, value, path) is { } mapped) return mapped;

        var found = new List<RdfTerm>();
        Collect(active, term, value, path, found);
        var isList = value.ValueKind == JsonValueKind.Object && JsonLdNodes.Members(active, value, path).Has("@list");
        return term?.Holds("@list") == true && !isList && value.ValueKind != JsonValueKind.Null ? [List(found, path)] : found;
    }

    private List<RdfTerm>? Map(JsonLdContext context, JsonLdTerm term, JsonElement value, JsonPath path)
    {
        if (term.Holds("@language")) return ByLanguage(context, value, path);
        if (!term.Holds("@index") && !term.Holds("@id") && !term.Holds("@type")) return null;

        var found = new List<RdfTerm>();
        foreach (var member in value.EnumerateObject())
        {
            var at = path.Member(member.Name);
            if (term.Holds("@index")) Collect(context, term, member.Value, at, found);
            else Keyed(context, term, member, at, found);
        }
        return found;
    }

    // The key is the @id or the @type of the nodes below it; @none is neither.
    private void Keyed(JsonLdContext context, JsonLdTerm term, JsonProperty member, JsonPath path, List<RdfTerm> found)
    {
        var isNone = context.ExpandName(member.Name) == "@none";
        foreach (var item in Items(member.Value))
        {
            if (item.ValueKind != JsonValueKind.Object) throw path.Wrong(item.ValueKind.ToString(), "an object that describes a node");
            var id = !isNone && term.Holds("@id") ? sink.Node(context.ExpandReference(member.Name), member.Name) : null;
            var type = !isNone && term.Holds("@type") ? member.Name : null;
            if (nodes.Node(nodes.Inside(context, term, item, path), item, path, id, type) is { } node) found.Add(node);
        }
    }

    private List<RdfTerm> ByLanguage(JsonLdContext context, JsonElement value, JsonPath path)
    {
        var found = new List<RdfTerm>();
        foreach (var member in value.EnumerateObject())
        {
            var language = context.ExpandName(member.Name) == "@none" ? null : member.Name;
            foreach (var text in Items(member.Value).Where(text => text.ValueKind != JsonValueKind.Null))
            {
                if (sink.Text(JsonLdTermDefiner.Text(text, path.Member(member.Name)), language) is { } literal) found.Add(literal);
            }
        }
        return found;
    }

    private void Collect(JsonLdContext context, JsonLdTerm? term, JsonElement value, JsonPath path, List<RdfTerm> found)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                return;
            case JsonValueKind.Array:
                var at = 0;
                foreach (var item in value.EnumerateArray()) FromArray(context, term, item, path.Item(at++), found);
                return;
            case JsonValueKind.Object:
                FromObject(context, term, value, path, found);
                return;
            default:
                if (_values.Scalar(term is null ? context : contexts.Scoped(context, term, isType: false, path), term, value) is { } literal) found.Add(literal);
                return;
        }
    }

    // Inside a list, an array is a list of its own (5.1.2, step 5.2.2).
    private void FromArray(JsonLdContext context, JsonLdTerm? term, JsonElement item, JsonPath path, List<RdfTerm> found)
    {
        if (item.ValueKind != JsonValueKind.Array || term?.Holds("@list") != true)
        {
            Collect(context, term, item, path, found);
            return;
        }
        var inner = new List<RdfTerm>();
        Collect(context, term, item, path, inner);
        found.Add(List(inner, path));
    }

    private void FromObject(JsonLdContext active, JsonLdTerm? term, JsonElement value, JsonPath path, List<RdfTerm> found)
    {
        var context = nodes.Inside(active, term, value, path);
        var members = JsonLdNodes.Members(context, value, path);
        if (members.Has("@value"))
        {
            var byName = members.All.ToDictionary(member => member.Name ?? member.Key, member => member.Value);
            if (_values.ValueObject(context, byName, path) is { } literal) found.Add(literal);
        }
        else if (members.Keyword("@set") is { } set)
        {
            Collect(context, term, set, path.Member("@set"), found);
        }
        else if (members.Keyword("@list") is { } list)
        {
            var items = new List<RdfTerm>();
            Collect(context, term, list, path.Member("@list"), items);
            found.Add(List(items, path));
        }
        else if (nodes.Node(context, value, path) is { } node)
        {
            found.Add(node);
        }
    }

    private RdfTerm List(List<RdfTerm> items, JsonPath path)
    {
        var rest = RdfTerm.Iri(Rdf + "nil");
        foreach (var item in Enumerable.Reverse(items))
        {
            var cell = sink.NewBlank();
            sink.Add(cell, Rdf + "first", item, path);
            sink.Add(cell, Rdf + "rest", rest, path);
            rest = cell;
        }
        return rest;
    }

    private static JsonElement[] Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
}
