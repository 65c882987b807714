using System.Globalization;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A place in a JSON text: the value, and the way to it for messages.</summary>
internal readonly record struct OdrlNode(JsonElement Json, string Path, IReadOnlyDictionary<string, string> Prefixes)
{
    /// <summary>The values of a place: JSON-LD makes no difference between one value and a list of one (JSON-LD 1.1, section 4.3.2, 2020).</summary>
    public IReadOnlyList<OdrlNode> Items()
    {
        if (Json.ValueKind == JsonValueKind.Object && Json.EnumerateObject().Count() == 1 && Json.EnumerateObject().First() is { Name: "@list" or "@set" } container)
            return (this with { Json = container.Value, Path = $"{Path}/{container.Name}" }).Items();
        if (Json.ValueKind != JsonValueKind.Array) return [this];
        var items = new List<OdrlNode>(Json.GetArrayLength());
        foreach (var element in Json.EnumerateArray()) items.Add(this with { Json = element, Path = string.Create(CultureInfo.InvariantCulture, $"{Path}/{items.Count}") });
        return items;
    }

    public OdrlNode Single(string expected) => Items() is [var one] ? one : throw Wrong(expected);

    /// <summary>The properties by one name each, however they are prefixed.</summary>
    public OdrlFields Fields(string expected)
    {
        if (Json.ValueKind != JsonValueKind.Object) throw Wrong(expected);
        var fields = new Dictionary<string, OdrlNode>(StringComparer.Ordinal);
        foreach (var property in Json.EnumerateObject())
        {
            var name = NameOf(property.Name);
            var node = this with { Json = property.Value, Path = $"{Path}/{Escaped(property.Name)}" };
            if (!fields.TryAdd(name, node)) throw new OdrlFormatException(node.Path, $"\"{name}\" a second time", "Give each property once, several values as a list.");
        }
        return new OdrlFields(this, fields);
    }

    /// <summary>A text; an IRI may also stand in an object, as {"@id": …} or {"@value": …}.</summary>
    public string Iri(string expected)
    {
        var text = Json.ValueKind switch
        {
            JsonValueKind.String => Text(),
            JsonValueKind.Object when Json.EnumerateObject().Count() == 1 && Json.EnumerateObject().First() is { Name: "@id" or "uid" or "id" or "@value", Value.ValueKind: JsonValueKind.String } only =>
                (this with { Json = only.Value }).Text(),
            _ => throw Wrong(expected)
        };
        return text.Length == 0 ? throw new OdrlFormatException(Path, "an empty text", expected) : OdrlTerms.Expanded(text, Prefixes);
    }

    /// <summary>A term in one form.</summary>
    public string Term(string expected) => OdrlTerms.Normal(Iri(expected), Prefixes);

    public string Text()
    {
        try
        {
            return Json.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            throw new OdrlFormatException(Path, "a surrogate that stands alone", "Send whole characters.");
        }
    }

    /// <summary>The value as canonical JSON, a list of one as its element.</summary>
    public string Canonical()
    {
        var json = Json;
        while (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() == 1) json = json[0];
        try
        {
            return Encoding.UTF8.GetString(Jcs.Canonicalize(Encoding.UTF8.GetBytes(json.GetRawText())));
        }
        catch (FormatException error)
        {
            throw new OdrlFormatException(Path, error.Message, "Give JSON which all readers read alike (RFC 7493).");
        }
    }

    public OdrlFormatException Wrong(string expected) => new(Path, Found(), expected);

    private string Found() => Json.ValueKind switch
    {
        JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {Json.GetArrayLength()}"),
        JsonValueKind.Object => "an object",
        _ => Json.GetRawText() is { Length: > 80 } text ? text[..80] + "…" : Json.GetRawText()
    };

    private string NameOf(string name) => name switch
    {
        "@id" or "uid" or "id" => "uid",
        "@type" or "type" => "@type",
        "rdf:value" or "value" or "http://www.w3.org/1999/02/22-rdf-syntax-ns#value" => "rdf:value",
        _ => OdrlTerms.Normal(name, Prefixes)
    };

    private static string Escaped(string name) => name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
