namespace DataDiplomacy.Core.Tests.Standards.Rdf;

internal enum RdfKind
{
    Iri,
    Blank,
    Literal
}

/// <summary>A node of a graph (RDF 1.1 Concepts, 3.1, 2014); literals without type are xsd:string.</summary>
internal sealed record RdfTerm(RdfKind Kind, string Value, string? DataType = null, string? Language = null)
{
    public static RdfTerm Iri(string iri) => new(RdfKind.Iri, iri);
}

internal sealed record RdfTriple(RdfTerm Subject, string Predicate, RdfTerm Object);

/// <summary>The triples of one or more documents.</summary>
internal sealed class RdfGraph(IReadOnlyList<RdfTriple> triples)
{
    public const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    public const string First = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
    public const string Rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
    public const string Nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

    private readonly ILookup<RdfTerm, RdfTriple> bySubject = triples.ToLookup(triple => triple.Subject);

    public IReadOnlyList<RdfTriple> Triples => triples;

    public IReadOnlyList<RdfTerm> All(RdfTerm subject, string predicate) => [.. bySubject[subject].Where(triple => triple.Predicate == predicate).Select(triple => triple.Object)];

    public RdfTerm? One(RdfTerm subject, string predicate) => All(subject, predicate) is [var only] ? only : null;

    public IReadOnlyList<RdfTerm> OfType(string type) => [.. triples.Where(triple => triple.Predicate == Type && triple.Object.Value == type).Select(triple => triple.Subject)];

    public IReadOnlyList<RdfTerm> List(RdfTerm head)
    {
        var items = new List<RdfTerm>();
        for (var node = head; node.Value != Nil; node = One(node, Rest).ShouldNotBeNull()) items.Add(One(node, First).ShouldNotBeNull());
        return items;
    }
}
