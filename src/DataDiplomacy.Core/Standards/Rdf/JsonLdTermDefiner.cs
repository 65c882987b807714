using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Term definitions of a context (JSON-LD 1.1 Processing Algorithms, 4.2, 2020).</summary>
internal sealed class JsonLdTermDefiner
{
    private const int MaxDefinitions = 100_000;
    private const int MaxChain = 100;

    private static readonly HashSet<string> NotTerms =
        new(["@base", "@vocab", "@language", "@direction", "@version", "@import", "@propagate", "@protected"], StringComparer.Ordinal);

    // Characters after which a name may follow: gen-delims of RFC 3986, 2.2.
    private const string Delimiters = ":/?#[]@";

    private int _definitions;

    public JsonLdContext Define(JsonLdContext active, JsonElement context, JsonPath path, string? address, bool mayOverride)
    {
        var isProtected = context.TryGetProperty("@protected", out var flag) && flag.ValueKind == JsonValueKind.True;
        var work = new Work(this, context, path, address, mayOverride, isProtected) { Active = active };
        foreach (var member in context.EnumerateObject())
        {
            if (!NotTerms.Contains(member.Name)) work.Term(member.Name);
        }
        return work.Active;
    }

    public static string Text(JsonElement value, JsonPath path) => value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : throw path.Wrong(value.GetRawText(), "a text");

    public static string? TextOrNull(JsonElement value, JsonPath path) => value.ValueKind == JsonValueKind.Null ? null : Text(value, path);

    private sealed class Work(JsonLdTermDefiner owner, JsonElement context, JsonPath path, string? address, bool mayOverride, bool isProtected)
    {
        // Looking a name up in a JsonElement walks all of its members.
        private readonly Dictionary<string, JsonElement> _members = context.EnumerateObject().ToDictionary(member => member.Name, member => member.Value, StringComparer.Ordinal);

        // False while a term is being defined: to meet it again then is a circle.
        private readonly Dictionary<string, bool> _defined = new(StringComparer.Ordinal);

        private int _chain;

        public required JsonLdContext Active { get; set; }

        public void Term(string name)
        {
            var at = path.Member(name);
            if (_defined.TryGetValue(name, out var done))
            {
                if (!done) throw at.Wrong("a term that is defined by itself", "terms without a circle");
                return;
            }
            if (++owner._definitions > MaxDefinitions) throw at.Wrong($"more than {MaxDefinitions} definitions of terms", "a smaller document");
            if (name.Length == 0) throw at.Wrong("a term without a name", "a name");
            if (JsonLdKeywords.LooksLikeOne(name) && name != "@type") throw at.Wrong($"the keyword {name} as a term", "another name");
            if (++_chain > MaxChain) throw at.Wrong($"more than {MaxChain} terms that rest on each other", "IRIs");
            _defined[name] = false;
            var value = _members[name];
            var before = Active.Find(name);
            Active = Active with { Terms = Active.Terms.Remove(name) };
            var term = Made(name, value, at);
            if (before is { IsProtected: true } && !mayOverride && before.Source != term.Source) throw at.Wrong("another meaning of a protected term", "the one it has");
            Active = Active with { Terms = Active.Terms.SetItem(name, before is { IsProtected: true } && !mayOverride ? before : term) };
            _defined[name] = true;
            _chain--;
        }

        private JsonLdTerm Made(string name, JsonElement value, JsonPath at)
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Null:
                    return new() { IsProtected = isProtected, Source = "null" };
                case JsonValueKind.String:
                    var iri = value.GetString() == name ? OwnIri(name, at) : Expand(value.GetString() ?? "", at);
                    return new() { Iri = iri, IsPrefix = IsPrefix(name, iri, isSimple: true), IsProtected = isProtected, Source = value.GetRawText() };
                case JsonValueKind.Object:
                    return Expanded(name, value, at);
                default:
                    throw at.Wrong(value.GetRawText(), "an IRI, null, or an object that defines the term");
            }
        }

        private JsonLdTerm Expanded(string name, JsonElement value, JsonPath at)
        {
            var isReverse = value.TryGetProperty("@reverse", out var reverse);
            var iri = isReverse ? Expand(Text(reverse, at.Member("@reverse")), at) : Iri(name, value, at);
            var hasType = value.TryGetProperty("@type", out var type);
            // A type wins over a language (4.2.2, step 24).
            var hasLanguage = value.TryGetProperty("@language", out var language) && !hasType;
            var hasContext = value.TryGetProperty("@context", out var scoped);
            return new()
            {
                Iri = iri,
                IsReverse = isReverse,
                IsPrefix = value.TryGetProperty("@prefix", out var prefix) ? prefix.ValueKind == JsonValueKind.True : IsPrefix(name, iri, isSimple: false),
                IsProtected = value.TryGetProperty("@protected", out var flag) ? flag.ValueKind == JsonValueKind.True : isProtected,
                Type = hasType ? Expand(Text(type, at.Member("@type")), at) : null,
                HasLanguage = hasLanguage,
                Language = hasLanguage ? TextOrNull(language, at.Member("@language"))?.ToLowerInvariant() : null,
                Container = value.TryGetProperty("@container", out var container) ? Containers(container, at.Member("@container")) : [],
                Context = hasContext ? scoped.Clone() : null,
                ContextBase = address,
                Source = value.GetRawText(),
            };
        }

        private string? Iri(string name, JsonElement value, JsonPath at)
        {
            if (value.TryGetProperty("@id", out var id) && !(id.ValueKind == JsonValueKind.String && id.GetString() == name))
                return TextOrNull(id, at.Member("@id")) is { } text ? Expand(text, at) : null;
            return OwnIri(name, at);
        }

        private string OwnIri(string name, JsonPath at)
        {
            if (name == "@type") return name;
            if (name.IndexOf(':', 1) > 0)
            {
                DependOnPrefix(name);
                return Active.ExpandCompact(name) ?? throw at.Wrong(name, "an IRI");
            }
            return Active.Vocabulary is { } vocabulary ? vocabulary + name : throw at.Wrong("a term without @id", "an IRI for it, or @vocab");
        }

        // Terms may rest on others of the same context, whatever their order (5.2, steps 3 and 6.3).
        private string? Expand(string name, JsonPath at)
        {
            Depend(name);
            var iri = Active.ExpandName(name);
            if (iri is not null && !JsonLdKeywords.Contains(iri) && !iri.Contains(':')) throw at.Wrong($"\"{name}\"", "an IRI, a keyword, or a name with a known prefix");
            return iri;
        }

        private void Depend(string name)
        {
            if (_members.ContainsKey(name) && !JsonLdKeywords.Contains(name) && !_defined.GetValueOrDefault(name)) Term(name);
            DependOnPrefix(name);
        }

        private void DependOnPrefix(string name)
        {
            if (name.IndexOf(':', Math.Min(1, name.Length)) is var colon and > 0 && _members.ContainsKey(name[..colon]) && !NotTerms.Contains(name[..colon])) Term(name[..colon]);
        }

        private static bool IsPrefix(string name, string? iri, bool isSimple) =>
            isSimple && iri is not null && !name.Contains(':') && !name.Contains('/') && (iri.StartsWith("_:", StringComparison.Ordinal) || iri.Length > 0 && Delimiters.Contains(iri[^1]));

        private static string[] Containers(JsonElement container, JsonPath at)
        {
            string[] found = container.ValueKind == JsonValueKind.Array ? [.. container.EnumerateArray().Select(each => Text(each, at))] : [Text(container, at)];
            return found.All(each => each is "@set" or "@list" or "@language" or "@index" or "@id" or "@type")
                ? found
                : throw at.Wrong(container.GetRawText(), "@set, @list, @language, @index, @id or @type (graph containers are not read)");
        }
    }
}
