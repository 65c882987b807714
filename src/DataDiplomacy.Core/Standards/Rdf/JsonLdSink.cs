using System.Globalization;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Takes the triples of a document, gives blank nodes their labels and counts what was dropped.</summary>
internal sealed class JsonLdSink
{
    private readonly Dictionary<string, RdfTerm> _blanks = new(StringComparer.Ordinal);
    private readonly OrderedDictionary<string, int> _ignored = new(StringComparer.Ordinal);
    private int _lastBlank;

    public RdfGraph Graph { get; } = new();

    public IReadOnlyList<IgnoredName> Ignored => [.. _ignored.Select(each => new IgnoredName(each.Key, each.Value))];

    public void Ignore(string name) => _ignored[name] = _ignored.GetValueOrDefault(name) + 1;

    public RdfTerm NewBlank() => RdfTerm.Blank("b" + (++_lastBlank).ToString(CultureInfo.InvariantCulture));

    /// <summary>The node of an expanded IRI or label; null, and counted, when it is neither.</summary>
    public RdfTerm? Node(string? iri, string written)
    {
        if (iri is not null && iri.StartsWith("_:", StringComparison.Ordinal))
            return _blanks.TryGetValue(iri, out var known) ? known : _blanks[iri] = NewBlank();
        if (iri is not null && RdfTerm.IsAbsoluteIri(iri)) return RdfTerm.Iri(iri);
        Ignore(written);
        return null;
    }

    /// <summary>A text in a language; null, and counted, when the tag is none (to RDF, 8.2.2, step 4).</summary>
    public RdfTerm? Text(string text, string? language)
    {
        if (language is null || RdfTerm.IsLanguageTag(language)) return RdfTerm.Text(text, language);
        Ignore(language);
        return null;
    }

    /// <summary>A literal; null, and counted, when the datatype is no IRI (to RDF, 8.2.2, step 4).</summary>
    public RdfTerm? Literal(string text, string datatype)
    {
        if (RdfTerm.IsAbsoluteIri(datatype)) return RdfTerm.Literal(text, datatype);
        Ignore(datatype);
        return null;
    }

    public void Add(RdfTerm subject, string predicate, RdfTerm value, JsonPath path)
    {
        if (Graph.Add(subject, predicate, value) && Graph.Count > JsonLdReader.MaxTriples)
            throw path.Wrong($"more than {JsonLdReader.MaxTriples} triples", "a smaller document");
    }
}
