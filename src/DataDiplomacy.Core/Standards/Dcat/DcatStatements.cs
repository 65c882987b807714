using System.Globalization;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Adds what a catalogue says to a graph; what is null or empty says nothing.</summary>
internal sealed class DcatStatements(RdfGraph graph)
{
    // By role, then by part: what several entries share is told once. Two parts that only look alike stay two.
    private readonly Dictionary<string, Dictionary<object, RdfTerm>> _told = new(StringComparer.Ordinal);
    private int _lastBlank;

    /// <summary>The node of an IRI, or a new one without a name.</summary>
    public RdfTerm Node(string? iri) => iri is not null ? RdfTerm.Iri(iri) : RdfTerm.Blank("b" + (++_lastBlank).ToString(CultureInfo.InvariantCulture));

    /// <summary>Links to the node of a part; true when nothing was said of that part yet.</summary>
    public bool IsNew(RdfTerm? subject, string predicate, object part, string? iri, string role, out RdfTerm node)
    {
        if (!_told.TryGetValue(role, out var told)) _told[role] = told = new(ReferenceEqualityComparer.Instance);
        var isNew = !told.TryGetValue(part, out var known);
        node = known ?? (told[part] = Node(iri));
        if (subject is not null) graph.Add(subject, predicate, node);
        return isNew;
    }

    public void Type(RdfTerm subject, string type) => graph.Add(subject, RdfGraph.Type, RdfTerm.Iri(type));

    public void Add(RdfTerm subject, string predicate, RdfTerm? value)
    {
        if (value is not null) graph.Add(subject, predicate, value);
    }

    public void Text(RdfTerm subject, string predicate, string? text) => Add(subject, predicate, text is null ? null : RdfTerm.Literal(text));

    public void Texts(RdfTerm subject, string predicate, IEnumerable<LocalizedText> texts)
    {
        foreach (var text in texts) graph.Add(subject, predicate, RdfTerm.Text(text.Value, text.Language));
    }

    public void Date(RdfTerm subject, string predicate, DcatDate? date) => Add(subject, predicate, date is null ? null : RdfTerm.Literal(date.Text, date.Datatype));

    public void Link(RdfTerm subject, string predicate, string? iri) => Add(subject, predicate, iri is null ? null : RdfTerm.Iri(iri));

    /// <summary>A link to something whose class the range of the property tells (DCAT-AP 3.0.1 asks for it to be said).</summary>
    public void Link(RdfTerm subject, string predicate, string? iri, string type)
    {
        if (iri is null) return;
        Link(subject, predicate, iri);
        Type(RdfTerm.Iri(iri), type);
    }

    public void Links(RdfTerm subject, string predicate, IEnumerable<string> iris)
    {
        foreach (var iri in iris) Link(subject, predicate, iri);
    }

    public void Links(RdfTerm subject, string predicate, IEnumerable<string> iris, string type)
    {
        foreach (var iri in iris) Link(subject, predicate, iri, type);
    }

    /// <summary>A thing with its class and names.</summary>
    public void Labelled(RdfTerm subject, string predicate, LabelledResource? resource, string type)
    {
        if (resource is null || !IsNew(subject, predicate, resource, resource.Iri, type, out var node)) return;
        // DCAT-AP 3.0.1 (Concept, preferred label) asks for a label of whatever is called a concept.
        if (type != Iris.ConceptClass || resource.Labels.Count > 0) Type(node, type);
        Texts(node, type == Iris.ConceptClass ? Iris.PrefLabel : Iris.Label, resource.Labels);
    }

    public void Labelled(RdfTerm subject, string predicate, IEnumerable<LabelledResource> resources, string type)
    {
        foreach (var resource in resources) Labelled(subject, predicate, resource, type);
    }
}
