using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

/// <summary>A Turtle document as the graph that the readers and writers of the core know.</summary>
internal static class TurtleGraph
{
    public static RdfGraph Read(string turtle)
    {
        var graph = new RdfGraph();
        foreach (var triple in Turtle.Read(turtle))
        {
            graph.Add(Term(triple.Subject), triple.Predicate, Term(triple.Object));
        }

        return graph;
    }

    private static RdfTerm Term(TurtleTerm term) => term switch
    {
        { Kind: TurtleKind.Iri } => RdfTerm.Iri(term.Value),
        { Kind: TurtleKind.Blank } => RdfTerm.Blank(LabelOf(term.Value.TrimStart('_', ':'))),
        { Language: { } language } => RdfTerm.Text(term.Value, language),
        { DataType: { } type } => RdfTerm.Literal(term.Value, type),
        _ => RdfTerm.Literal(term.Value),
    };
    /// <summary>A node without a label is numbered by the reader, in brackets.</summary>
    private static string LabelOf(string text) => text.StartsWith('[') ? "anon" + text.Trim('[', ']') : text;
}
