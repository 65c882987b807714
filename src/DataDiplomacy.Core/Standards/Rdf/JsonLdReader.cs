using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>
/// Reads JSON-LD 1.1 (W3C Recommendation, 2020) into triples: what Processing Algorithms 5.1 (expansion) and 8.1 (to RDF) do, in one walk.
/// Contexts are never fetched. Graphs with a name are read into the one graph; graph containers are refused.
/// </summary>
public static class JsonLdReader
{
    /// <summary>Longer documents are refused, bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Deeper documents are refused, levels of objects and arrays.</summary>
    public const int MaxDepth = 64;

    /// <summary>Documents of more triples are refused.</summary>
    public const int MaxTriples = 500_000;

    // Two readers may take different ones of two members with one name.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };

    /// <summary>Reads a document that needs no context of others and no base.</summary>
    /// <param name="json">The document in UTF-8.</param>
    /// <returns>The triples, and what was dropped.</returns>
    /// <exception cref="RdfFormatException">It is no JSON-LD, is larger than the caps, or names a context by address.</exception>
    public static JsonLdReading Read(ReadOnlyMemory<byte> json) => Read(json, new Dictionary<string, ReadOnlyMemory<byte>>(), null);

    /// <summary>Reads a document.</summary>
    /// <param name="json">The document in UTF-8.</param>
    /// <param name="contexts">Documents with <c>@context</c> by address, for contexts that are given by address.</param>
    /// <param name="baseIri">What relative references are resolved against; null for none: such values are dropped and counted then.</param>
    /// <returns>The triples, and what was dropped.</returns>
    /// <exception cref="RdfFormatException">It is no JSON-LD, is larger than the caps, or names a context that was not given.</exception>
    public static JsonLdReading Read(ReadOnlyMemory<byte> json, IReadOnlyDictionary<string, ReadOnlyMemory<byte>> contexts, string? baseIri)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        try
        {
            var root = Parse(json, JsonPath.Root);
            var sink = new JsonLdSink();
            new JsonLdNodes(new JsonLdContexts(contexts), sink).Document(new JsonLdContext { BaseIri = baseIri }, root);
            return new() { Graph = sink.Graph, Ignored = sink.Ignored };
        }
        catch (InvalidOperationException error)
        {
            // System.Text.Json finds it when the text is asked for, not when the document is parsed.
            throw JsonPath.Root.Wrong($"a text that is no Unicode ({error.Message})", "UTF-8, and surrogates in pairs");
        }
    }

    internal static JsonElement Parse(ReadOnlyMemory<byte> json, JsonPath path)
    {
        if (json.Length > MaxBytes) throw path.Wrong($"{json.Length} bytes", $"at most {MaxBytes}");
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return document.RootElement.Clone();
        }
        catch (JsonException error)
        {
            throw path.Wrong($"no JSON at line {error.LineNumber + 1} ({error.Message})", $"JSON of at most {MaxDepth} levels with each name once in an object");
        }
    }
}
