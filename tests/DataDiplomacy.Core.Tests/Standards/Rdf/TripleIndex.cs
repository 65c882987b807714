namespace DataDiplomacy.Core.Tests.Standards.Rdf;

internal enum TurtleKind
{
    Iri,
    Blank,
    Literal
}

/// <summary>A node of a graph (RDF 1.1 Concepts, 3.1, 2014); literals without type are xsd:string.</summary>
internal sealed record TurtleTerm(TurtleKind Kind, string Value, string? DataType = null, string? Language = null)
{
    public static TurtleTerm Iri(string iri) => new(TurtleKind.Iri, iri);
}

internal sealed record TurtleTriple(TurtleTerm Subject, string Predicate, TurtleTerm Object);

/// <summary>The triples of one or more documents.</summary>
internal sealed class TripleIndex(IReadOnlyList<TurtleTriple> triples)
{
    public const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    public const string First = "http://www.w3.org/1999/02/22-rdf-syntax-ns#first";
    public const string Rest = "http://www.w3.org/1999/02/22-rdf-syntax-ns#rest";
    public const string Nil = "http://www.w3.org/1999/02/22-rdf-syntax-ns#nil";

    private readonly ILookup<TurtleTerm, TurtleTriple> bySubject = triples.ToLookup(triple => triple.Subject);

    public IReadOnlyList<TurtleTriple> Triples => triples;

    public IReadOnlyList<TurtleTerm> All(TurtleTerm subject, string predicate) => [.. bySubject[subject].Where(triple => triple.Predicate == predicate).Select(triple => triple.Object)];

    public TurtleTerm? One(TurtleTerm subject, string predicate) => All(subject, predicate) is [var only] ? only : null;

    public IReadOnlyList<TurtleTerm> OfType(string type) => [.. triples.Where(triple => triple.Predicate == Type && triple.Object.Value == type).Select(triple => triple.Subject)];

    public IReadOnlyList<TurtleTerm> List(TurtleTerm head)
    {
        var items = new List<TurtleTerm>();
        for (var node = head; node.Value != Nil; node = One(node, Rest).ShouldNotBeNull()) items.Add(One(node, First).ShouldNotBeNull());
        return items;
    }
}
