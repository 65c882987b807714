using System.Text;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>
/// Writes a graph as Turtle (RDF 1.1 Turtle, W3C Recommendation, 2014): grouped by subject and predicate in the order of the graph, blank nodes that
/// are referred to once in brackets. The same graph always gives the same text.
/// </summary>
public static class TurtleWriter
{
    /// <summary>The media type of Turtle.</summary>
    public const string MediaType = "text/turtle";

    /// <summary>Writes a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="prefixes">Namespace by prefix, such as <c>dcat</c> to <c>http://www.w3.org/ns/dcat#</c>; those not used are left out.</param>
    /// <returns>The text, with <c>\n</c> at the end of lines; empty for an empty graph.</returns>
    public static string Write(RdfGraph graph, IReadOnlyDictionary<string, string> prefixes)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var names = new PrefixedNames(prefixes);
        var references = graph.Triples.GroupBy(triple => triple.Object).ToDictionary(group => group.Key, group => group.Count());
        var nesting = new RdfNesting(graph, triple => triple.Object.IsBlank && references[triple.Object] == 1);
        var body = new StringBuilder();
        foreach (var subject in nesting.Roots)
        {
            body.Append('\n');
            body.Append(subject.IsBlank && !nesting.NeedsLabel(subject) ? "[]" : Term(subject, names));
            Statements(graph, nesting, subject, names, body, 1);
            body.Append(" .\n");
        }
        var head = new StringBuilder();
        foreach (var (prefix, iri) in names.Used) head.Append("@prefix ").Append(prefix).Append(": ").Append(TurtleText.Iri(iri)).Append(" .\n");
        return head.Append(head.Length == 0 && body.Length > 0 ? body.Remove(0, 1) : body).ToString();
    }

    private static void Statements(RdfGraph graph, RdfNesting nesting, RdfTerm subject, PrefixedNames names, StringBuilder text, int depth)
    {
        var first = true;
        // The class comes first, as people write it.
        foreach (var predicate in graph.Predicates(subject).OrderBy(predicate => predicate != RdfGraph.Type))
        {
            text.Append(first ? depth == 1 ? " " : "" : Break(depth, " ;"));
            first = false;
            text.Append(predicate == RdfGraph.Type ? "a" : names.Of(predicate)).Append(' ');
            Objects(graph, nesting, subject, predicate, names, text, depth);
        }
    }

    private static void Objects(RdfGraph graph, RdfNesting nesting, RdfTerm subject, string predicate, PrefixedNames names, StringBuilder text, int depth)
    {
        var first = true;
        foreach (var value in graph.Objects(subject, predicate))
        {
            if (!first) text.Append(" , ");
            first = false;
            if (!nesting.Carries(new(subject, predicate, value)))
            {
                text.Append(value.IsBlank && !nesting.NeedsLabel(value) ? "[]" : Term(value, names));
                continue;
            }
            text.Append("[ ");
            Statements(graph, nesting, value, names, text, depth + 1);
            text.Append(" ]");
        }
    }

    private static string Break(int depth, string end) => end + "\n" + new string(' ', depth * 2);

    private static string Term(RdfTerm term, PrefixedNames names) => term switch
    {
        { Kind: RdfTermKind.Iri } => names.Of(term.Value),
        { Language: null, Datatype: { } datatype } when datatype != RdfTerm.XsdString => TurtleText.Quoted(term.Value) + "^^" + names.Of(datatype),
        _ => TurtleText.Term(term),
    };
}
