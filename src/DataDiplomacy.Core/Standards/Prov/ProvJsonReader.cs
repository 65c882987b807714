using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>
/// Reads PROV-JSON (W3C Member Submission, 24 April 2013). Whatever it does not understand is refused with its place: nothing is left
/// out in silence. An identifier may have several statements (an array), and <c>prov:entity</c> of a membership several members.
/// </summary>
public static class ProvJsonReader
{
    /// <summary>Deeper nesting is refused; a document with a bundle needs seven levels.</summary>
    public const int MaxDepth = 16;

    /// <summary>More statements are refused.</summary>
    public const int MaxStatements = 100_000;

    /// <summary>Longer names and values are refused, in characters.</summary>
    public const int MaxLength = 65_536;

    /// <summary>Reads a document.</summary>
    /// <param name="json">One JSON object in UTF-8.</param>
    /// <returns>The document with whole IRIs.</returns>
    /// <exception cref="ProvFormatException">It is not PROV-JSON, or beyond the limits.</exception>
    public static ProvDocument Read(ReadOnlyMemory<byte> json)
    {
        if (json.IsEmpty) throw new ProvFormatException("", "The document is empty; PROV-JSON is one JSON object.");
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = MaxDepth });
            return ReadDocument(document.RootElement);
        }
        catch (JsonException error)
        {
            throw new ProvFormatException("", $"Not JSON at line {error.LineNumber + 1}, byte {error.BytePositionInLine}, or nested deeper than {MaxDepth} levels.", error);
        }
        catch (InvalidOperationException error)
        {
            // System.Text.Json finds it when the text is asked for, not when the document is parsed.
            throw new ProvFormatException("", "A text is no Unicode: it is UTF-8, and its surrogates come in pairs.", error);
        }
    }

    private static ProvDocument ReadDocument(JsonElement root)
    {
        var namespaces = ProvNamespaces.Of(ReadPrefixes(Object(root, ""), ""));
        var statements = ReadStatements(root, "", namespaces, inBundle: false);
        var bundles = new List<ProvBundle>();
        foreach (var (property, path) in Members(root, ""))
        {
            if (property.Name != "bundle") continue;
            foreach (var (bundle, place) in Members(Object(property.Value, path), path))
            {
                var inner = namespaces.With(ReadPrefixes(Object(bundle.Value, place), place));
                // The identifier of a bundle is a name of the document around it.
                bundles.Add(new ProvBundle(new ProvJsonNames(namespaces).Expand(bundle.Name, place), ReadStatements(bundle.Value, place, inner, inBundle: true)));
            }
        }
        if (statements.Count + bundles.Sum(b => b.Statements.Count) > MaxStatements)
            throw new ProvFormatException("", $"The document has more than {MaxStatements} statements; send it in parts.");
        return new ProvDocument { Namespaces = namespaces, Statements = statements, Bundles = bundles };
    }

    private static List<KeyValuePair<string, string>> ReadPrefixes(JsonElement scope, string at)
    {
        var prefixes = new List<KeyValuePair<string, string>>();
        if (!scope.TryGetProperty("prefix", out var map)) return prefixes;
        foreach (var (prefix, path) in Members(Object(map, at + "/prefix"), at + "/prefix"))
        {
            if (prefix.Value.ValueKind != JsonValueKind.String) throw Expected(path, prefix.Value, "the IRI of a namespace as a string");
            prefixes.Add(new(prefix.Name, prefix.Value.GetString() ?? ""));
        }
        return prefixes;
    }

    private static List<ProvStatement> ReadStatements(JsonElement scope, string at, ProvNamespaces namespaces, bool inBundle)
    {
        var names = new ProvJsonNames(namespaces);
        var statements = new List<ProvStatement>();
        foreach (var (property, path) in Members(scope, at))
        {
            if (property.Name == "prefix" || (property.Name == "bundle" && !inBundle)) continue;
            if (property.Name == "bundle") throw new ProvFormatException(path, "A bundle cannot hold a bundle (PROV-DM, section 5.4).");
            var shape = ProvShape.Named(property.Name)
                ?? throw new ProvFormatException(path, $"'{Shown(property.Name)}' is no kind of statements; PROV-JSON has {string.Join(", ", ProvShape.Names)}, beside prefix and bundle.");
            foreach (var (record, place) in Members(Object(property.Value, path), path))
            {
                ReadRecord(shape, record, place, names, statements);
            }
        }
        return statements;
    }

    private static void ReadRecord(ProvShape shape, JsonProperty record, string path, ProvJsonNames names, List<ProvStatement> statements)
    {
        if (statements.Count >= MaxStatements) throw new ProvFormatException(path, $"The document has more than {MaxStatements} statements; send it in parts.");
        var id = names.Expand(record.Name, path);
        if (record.Value.ValueKind != JsonValueKind.Array)
        {
            statements.AddRange(new ProvJsonRecord(shape, names, path).Read(id, Object(record.Value, path)));
            return;
        }
        var index = 0;
        foreach (var one in record.Value.EnumerateArray())
        {
            var place = $"{path}/{index++}";
            statements.AddRange(new ProvJsonRecord(shape, names, place).Read(id, Object(one, place)));
        }
    }

    internal static IEnumerable<(JsonProperty Property, string Path)> Members(JsonElement element, string at)
    {
        foreach (var property in element.EnumerateObject())
        {
            var path = $"{at}/{Shown(property.Name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";
            if (property.Name.Length > MaxLength) throw new ProvFormatException(path, $"A name longer than {MaxLength} characters.");
            yield return (property, path);
        }
    }

    internal static ProvFormatException Expected(string path, JsonElement found, string right) =>
        new(path, $"Found {Named(found)} where {right} is expected.");

    private static JsonElement Object(JsonElement element, string path) =>
        element.ValueKind == JsonValueKind.Object ? element : throw Expected(path, element, path.Length == 0 ? "one JSON object, the document," : "a JSON object");

    private static string Named(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => $"the text '{Shown(element.GetString() ?? "")}'",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.Null => "null",
        _ => Shown(element.GetRawText()),
    };

    internal static string Shown(string text) => text.Length <= 80 ? text : text[..80] + "…";
}
