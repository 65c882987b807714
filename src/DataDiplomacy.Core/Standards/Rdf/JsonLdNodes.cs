using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Node objects (JSON-LD 1.1 Processing Algorithms, 5.1.2 "Expansion Algorithm", 2020), told to the sink as they are met.</summary>
internal sealed class JsonLdNodes
{
    private readonly JsonLdContexts _contexts;
    private readonly JsonLdSink _sink;
    private readonly JsonLdProperties _properties;

    public JsonLdNodes(JsonLdContexts contexts, JsonLdSink sink)
    {
        (_contexts, _sink) = (contexts, sink);
        _properties = new JsonLdProperties(contexts, sink, this);
    }

    /// <summary>The whole document: a node, or a list of nodes.</summary>
    public void Document(JsonLdContext context, JsonElement element) => Graph(context, element, JsonPath.Root);

    /// <summary>A node, in the context inside it; null when its <c>@id</c> means nothing.</summary>
    public RdfTerm? Node(JsonLdContext inside, JsonElement element, JsonPath path, RdfTerm? id = null, string? type = null)
    {
        var context = inside;
        var members = Members(context, element, path);
        context = ClassScoped(context, members, type, path);
        // Class-scoped contexts may name keywords anew.
        if (context != inside) members = Members(context, element, path);

        if (members.Keyword("@id") is { } written)
        {
            var text = JsonLdTermDefiner.Text(written, path.Member("@id"));
            id = _sink.Node(context.ExpandReference(text), text);
            if (id is null) return null;
        }
        id ??= _sink.NewBlank();
        foreach (var name in Classes(members, type, path)) AddClass(inside, id, name, path);
        foreach (var (key, name, value) in members.All) Member(context, id, key, name, value, path.Member(key));
        return id;
    }

    /// <summary>The context inside an object: that of the class of the node before ends, that of the property begins, then its own (5.1.2, steps 7 to 9).</summary>
    public JsonLdContext Inside(JsonLdContext active, JsonLdTerm? property, JsonElement element, JsonPath path)
    {
        if (active.Previous is { } previous && !IsValueOrReference(active, element)) active = previous;
        if (property is not null) active = _contexts.Scoped(active, property, isType: false, path);
        return element.TryGetProperty("@context", out var local) ? _contexts.Local(active, local, path.Member("@context")) : active;
    }

    public static JsonLdMembers Members(JsonLdContext context, JsonElement element, JsonPath path) => new(context, element, path);

    private static bool IsValueOrReference(JsonLdContext context, JsonElement element)
    {
        var names = element.EnumerateObject().Select(member => context.ExpandName(member.Name)).ToList();
        return names.Contains("@value") || names is ["@id"];
    }

    // Classes in their alphabetical order, each read in the context before any of them (5.1.2, step 11).
    private JsonLdContext ClassScoped(JsonLdContext context, JsonLdMembers members, string? type, JsonPath path)
    {
        var outer = context;
        foreach (var name in Classes(members, type, path).Order(StringComparer.Ordinal))
        {
            if (outer.Find(name) is { Context: not null } term) context = _contexts.Scoped(context, term, isType: true, path.Member("@type"));
        }
        return context;
    }

    private static List<string> Classes(JsonLdMembers members, string? type, JsonPath path)
    {
        var names = type is null ? [] : new List<string> { type };
        foreach (var (key, _, value) in members.All.Where(member => member.Name == "@type"))
        {
            if (value.ValueKind == JsonValueKind.Array) names.AddRange(value.EnumerateArray().Select(each => JsonLdTermDefiner.Text(each, path.Member(key))));
            else names.Add(JsonLdTermDefiner.Text(value, path.Member(key)));
        }
        return names;
    }

    private void AddClass(JsonLdContext context, RdfTerm id, string name, JsonPath path)
    {
        if (_sink.Node(context.ExpandVocabulary(name), name) is { } type) _sink.Add(id, RdfGraph.Type, type, path.Member("@type"));
    }

    private void Member(JsonLdContext context, RdfTerm id, string key, string? name, JsonElement value, JsonPath path)
    {
        switch (name)
        {
            case "@id" or "@type" or "@context" or "@index":
                return;
            case "@graph" or "@included":
                Graph(context, value, path);
                return;
            case "@reverse":
                Reverse(context, id, value, path);
                return;
            case "@nest":
                Nested(context, id, value, path);
                return;
            // A language or direction says nothing of a node (to RDF, 8.1.2, takes no other keywords).
            case null or "@language" or "@direction":
                _sink.Ignore(key);
                return;
            default:
                if (JsonLdKeywords.Contains(name)) throw path.Wrong($"{name} in a node", "a property, or a keyword of nodes");
                if (RdfTerm.IsAbsoluteIri(name)) _properties.Add(context, id, name, context.Find(key), value, path);
                else _sink.Ignore(key);
                return;
        }
    }

    private void Graph(JsonLdContext context, JsonElement value, JsonPath path)
    {
        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value };
        for (var at = 0; at < items.Length; at++)
        {
            var place = value.ValueKind == JsonValueKind.Array ? path.Item(at) : path;
            if (items[at].ValueKind != JsonValueKind.Object) throw place.Wrong(items[at].ValueKind.ToString(), "an object that describes a node");
            Node(Inside(context, null, items[at], place), items[at], place);
        }
    }

    private void Reverse(JsonLdContext context, RdfTerm id, JsonElement value, JsonPath path)
    {
        if (value.ValueKind != JsonValueKind.Object) throw path.Wrong(value.ValueKind.ToString(), "an object of properties");
        foreach (var member in value.EnumerateObject())
        {
            if (context.ExpandName(member.Name) is not { } predicate || !RdfTerm.IsAbsoluteIri(predicate)) _sink.Ignore(member.Name);
            else _properties.AddReverse(context, id, predicate, context.Find(member.Name), member.Value, path.Member(member.Name));
        }
    }

    private void Nested(JsonLdContext context, RdfTerm id, JsonElement value, JsonPath path)
    {
        foreach (var item in value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : new[] { value })
        {
            if (item.ValueKind != JsonValueKind.Object) throw path.Wrong(item.ValueKind.ToString(), "an object of properties");
            foreach (var (key, name, nested) in Members(context, item, path).All) Member(context, id, key, name, nested, path.Member(key));
        }
    }
}
