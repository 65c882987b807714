using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>
/// Writes a graph as JSON-LD 1.1 (W3C Recommendation, 2020) with a context of prefixes inside it, so that it is read without fetching anything.
/// A node is written inside the first one that refers to it, the others refer to its <c>@id</c>.
/// </summary>
public static class JsonLdWriter
{
    /// <summary>The media type of JSON-LD.</summary>
    public const string MediaType = "application/ld+json";

    // Served as application/ld+json, never inside HTML: letters of all languages stay readable.
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="prefixes">Namespace by prefix; those not used are left out of the context.</param>
    /// <param name="linksOnly">Predicates whose objects are always written as links, such as those from a version to another.</param>
    /// <returns>UTF-8: one object, or <c>@graph</c> when several nodes stand for themselves.</returns>
    public static byte[] Write(RdfGraph graph, IReadOnlyDictionary<string, string> prefixes, IReadOnlyCollection<string> linksOnly)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var names = new PrefixedNames(Safe(prefixes, graph));
        var nesting = new RdfNesting(graph, triple => !linksOnly.Contains(triple.Predicate) && triple.Predicate != RdfGraph.Type);
        FindPrefixes(graph, names);
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, Indented);
        var body = new Body(graph, nesting, names, writer);
        writer.WriteStartObject();
        writer.WriteStartObject("@context");
        foreach (var (prefix, iri) in names.Used) writer.WriteString(prefix, iri);
        writer.WriteEndObject();
        if (nesting.Roots is [var only])
        {
            body.Members(only);
        }
        else
        {
            writer.WriteStartArray("@graph");
            foreach (var root in nesting.Roots) body.Node(root);
            writer.WriteEndArray();
        }
        writer.WriteEndObject();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    // A reader would take an IRI whose scheme is a prefix for a short name.
    private static Dictionary<string, string> Safe(IReadOnlyDictionary<string, string> prefixes, RdfGraph graph)
    {
        var iris = graph.Triples.SelectMany(triple => new[] { triple.Predicate, triple.Subject.Value, triple.Object.Datatype ?? triple.Object.Value });
        var schemes = iris.Select(iri => iri.Split(':', 2)[0]).ToHashSet(StringComparer.Ordinal);
        return prefixes.Where(each => !schemes.Contains(each.Key)).ToDictionary();
    }

    // The context comes first in the text, and must hold each prefix that follows.
    private static void FindPrefixes(RdfGraph graph, PrefixedNames names)
    {
        foreach (var triple in graph.Triples)
        {
            if (triple.Predicate != RdfGraph.Type) names.Find(triple.Predicate);
            if (triple.Predicate == RdfGraph.Type && triple.Object.IsIri) names.Find(triple.Object.Value);
            if (triple.Object.Datatype is { } datatype and not (RdfTerm.XsdString or RdfTerm.LangString)) names.Find(datatype);
        }
    }

    private sealed class Body(RdfGraph graph, RdfNesting nesting, PrefixedNames names, Utf8JsonWriter writer)
    {
        public void Node(RdfTerm node)
        {
            writer.WriteStartObject();
            Members(node);
            writer.WriteEndObject();
        }

        public void Members(RdfTerm node)
        {
            if (node.IsIri || nesting.NeedsLabel(node)) writer.WriteString("@id", Id(node));
            var types = graph.Objects(node, RdfGraph.Type);
            var areNodes = types.Count > 0 && types.All(type => !type.IsLiteral);
            if (areNodes)
            {
                writer.WritePropertyName("@type");
                Each(types, type => writer.WriteStringValue(type.IsIri ? names.Find(type.Value) ?? type.Value : Id(type)));
            }
            foreach (var predicate in graph.Predicates(node).Where(predicate => !areNodes || predicate != RdfGraph.Type))
            {
                writer.WritePropertyName(names.Find(predicate) ?? predicate);
                Each(graph.Objects(node, predicate), value => Value(new(node, predicate, value)));
            }
        }

        private void Each(IReadOnlyList<RdfTerm> terms, Action<RdfTerm> write)
        {
            if (terms.Count != 1) writer.WriteStartArray();
            foreach (var term in terms) write(term);
            if (terms.Count != 1) writer.WriteEndArray();
        }

        private void Value(RdfTriple triple)
        {
            var value = triple.Object;
            if (value.IsLiteral)
            {
                Literal(value);
                return;
            }
            if (nesting.Carries(triple))
            {
                Node(value);
                return;
            }
            writer.WriteStartObject();
            if (value.IsIri || nesting.NeedsLabel(value)) writer.WriteString("@id", Id(value));
            writer.WriteEndObject();
        }

        private void Literal(RdfTerm literal)
        {
            if (literal.Language is null && literal.Datatype is null or RdfTerm.XsdString)
            {
                writer.WriteStringValue(literal.Value);
                return;
            }
            writer.WriteStartObject();
            writer.WriteString("@value", literal.Value);
            if (literal.Language is not null) writer.WriteString("@language", literal.Language);
            else writer.WriteString("@type", names.Find(literal.Datatype ?? RdfTerm.XsdString) ?? literal.Datatype);
            writer.WriteEndObject();
        }

        private static string Id(RdfTerm node) => node.IsBlank ? "_:" + node.Value : node.Value;
    }
}
