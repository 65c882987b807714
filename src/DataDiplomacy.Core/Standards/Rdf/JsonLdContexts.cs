using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Context processing (JSON-LD 1.1 Processing Algorithms, 4.1, 2020). Contexts given by address are looked up, never fetched.</summary>
internal sealed class JsonLdContexts(IReadOnlyDictionary<string, ReadOnlyMemory<byte>> given)
{
    private const int MaxChain = 10;

    private readonly Dictionary<string, JsonElement> _parsed = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonLdContext, Dictionary<(JsonLdTerm, bool), JsonLdContext>> _scoped = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<JsonLdContext, Dictionary<string, JsonLdContext>> _named = new(ReferenceEqualityComparer.Instance);
    private readonly JsonLdTermDefiner _definer = new();

    /// <summary>The context inside values of a term (property-scoped) or of nodes of its class (type-scoped, which ends at the next node).</summary>
    public JsonLdContext Scoped(JsonLdContext active, JsonLdTerm term, bool isType, JsonPath path)
    {
        if (term.Context is not { } context) return active;
        if (!_scoped.TryGetValue(active, out var known)) _scoped[active] = known = [];
        if (known.TryGetValue((term, isType), out var made)) return made;
        return known[(term, isType)] = Process(active, context, path, new(term.ContextBase, IsScoped: !isType, Propagates: !isType, []));
    }

    /// <summary>The context after the <c>@context</c> of a node.</summary>
    public JsonLdContext Local(JsonLdContext active, JsonElement context, JsonPath path)
    {
        var origin = new Origin(null, IsScoped: false, Propagates: true, []);
        if (context.ValueKind != JsonValueKind.String) return Process(active, context, path, origin);
        // Lists of documents name the same context in each.
        var address = context.GetString() ?? "";
        if (!_named.TryGetValue(active, out var named)) _named[active] = named = new(StringComparer.Ordinal);
        return named.TryGetValue(address, out var made) ? made : named[address] = Process(active, context, path, origin);
    }

    private JsonLdContext Process(JsonLdContext active, JsonElement local, JsonPath path, Origin origin)
    {
        var previous = active;
        if (local.ValueKind == JsonValueKind.Object && local.TryGetProperty("@propagate", out var propagate))
            origin = origin with { Propagates = Flag(propagate, path.Member("@propagate")) };
        var result = active;
        foreach (var context in local.ValueKind == JsonValueKind.Array ? [.. local.EnumerateArray()] : new[] { local })
        {
            result = context.ValueKind switch
            {
                JsonValueKind.Null => Nothing(result, path, origin),
                JsonValueKind.String => Remote(result, context.GetString() ?? "", path, origin),
                JsonValueKind.Object => Define(result, context, path, origin),
                _ => throw path.Wrong(context.ValueKind.ToString(), "a context: an object, an address, null, or a list of these"),
            };
        }
        return origin.Propagates ? result : result with { Previous = result.Previous ?? previous };
    }

    private static JsonLdContext Nothing(JsonLdContext active, JsonPath path, Origin origin) =>
        origin.IsScoped || active.Terms.Values.All(term => !term.IsProtected)
            ? new() { BaseIri = active.BaseIri, Previous = active.Previous }
            : throw path.Wrong("null, which would clear protected terms", "a context that leaves them");

    private JsonLdContext Remote(JsonLdContext active, string reference, JsonPath path, Origin origin)
    {
        var address = IriReference.Resolve(origin.Address ?? active.BaseIri, reference);
        if (origin.Chain.Contains(address)) throw path.Wrong($"the context {address}, which includes itself", "contexts without a circle");
        if (origin.Chain.Count >= MaxChain) throw path.Wrong($"more than {MaxChain} contexts that include each other", "fewer");
        return Process(active, Load(address, path), path, origin with { Address = address, Chain = [.. origin.Chain, address] });
    }

    private JsonElement Load(string address, JsonPath path)
    {
        if (_parsed.TryGetValue(address, out var parsed)) return parsed;
        if (!given.TryGetValue(address, out var bytes))
            throw path.Wrong($"the context {address}, which is not known here", "an inline context, or one that was supplied; contexts are not fetched");
        var document = JsonLdReader.Parse(bytes, path);
        if (document.ValueKind != JsonValueKind.Object || !document.TryGetProperty("@context", out parsed))
            throw path.Wrong($"the context {address} without @context", "a JSON object with that member");
        return _parsed[address] = parsed;
    }

    private JsonLdContext Define(JsonLdContext active, JsonElement context, JsonPath path, Origin origin)
    {
        if (context.TryGetProperty("@version", out var version) && !(version.ValueKind == JsonValueKind.Number && version.GetDouble() is > 1.05 and < 1.15))
            throw path.Member("@version").Wrong(version.GetRawText(), "1.1");
        if (context.TryGetProperty("@import", out var import)) context = Imported(context, import, active, path.Member("@import"), origin);
        var result = active with { BaseIri = Base(active, context, path, origin) };
        result = result with
        {
            Vocabulary = Vocabulary(result, context, path),
            Language = context.TryGetProperty("@language", out var language) ? JsonLdTermDefiner.TextOrNull(language, path.Member("@language"))?.ToLowerInvariant() : active.Language,
        };
        return _definer.Define(result, context, path, origin.Address, origin.IsScoped);
    }

    // Members beside @import win over those of the imported context (9.15, "@import").
    private JsonElement Imported(JsonElement context, JsonElement import, JsonLdContext active, JsonPath path, Origin origin)
    {
        var address = IriReference.Resolve(origin.Address ?? active.BaseIri, JsonLdTermDefiner.Text(import, path));
        var loaded = Load(address, path);
        if (loaded.ValueKind != JsonValueKind.Object || loaded.TryGetProperty("@import", out _))
            throw path.Wrong($"the context {address}", "one object that imports nothing itself");
        var merged = loaded.EnumerateObject().ToDictionary(member => member.Name, member => member.Value);
        foreach (var member in context.EnumerateObject().Where(member => member.Name != "@import")) merged[member.Name] = member.Value;
        return JsonSerializer.SerializeToElement(merged);
    }

    private static string? Base(JsonLdContext active, JsonElement context, JsonPath path, Origin origin)
    {
        // The base of a context that came from elsewhere is not that of the document (4.1, step 5.7).
        if (origin.Address is not null || !context.TryGetProperty("@base", out var value)) return active.BaseIri;
        return JsonLdTermDefiner.TextOrNull(value, path.Member("@base")) is { } text ? IriReference.Resolve(active.BaseIri, text) : null;
    }

    private static string? Vocabulary(JsonLdContext active, JsonElement context, JsonPath path)
    {
        if (!context.TryGetProperty("@vocab", out var value)) return active.Vocabulary;
        return JsonLdTermDefiner.TextOrNull(value, path.Member("@vocab")) is { } text ? active.ExpandVocabulary(text) : null;
    }

    private static bool Flag(JsonElement value, JsonPath path) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw path.Wrong(value.GetRawText(), "true or false");

    /// <summary>Where a context comes from and how far it holds.</summary>
    private sealed record Origin(string? Address, bool IsScoped, bool Propagates, IReadOnlyList<string> Chain);
}
