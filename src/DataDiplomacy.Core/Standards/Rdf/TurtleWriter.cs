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
        var body = new Body(graph, nesting, names).Write();
        var head = new StringBuilder();
        foreach (var (prefix, iri) in names.Used) head.Append("@prefix ").Append(prefix).Append(": ").Append(TurtleText.Iri(iri)).Append(" .\n");
        return head.Append(head.Length == 0 && body.Length > 0 ? body.Remove(0, 1) : body).ToString();
    }

    private sealed class Body(RdfGraph graph, RdfNesting nesting, PrefixedNames names)
    {
        private readonly StringBuilder _text = new();

        public StringBuilder Write()
        {
            foreach (var subject in nesting.Roots)
            {
                _text.Append('\n').Append(Node(subject));
                Statements(subject, 1);
                _text.Append(" .\n");
            }
            return _text;
        }

        private void Statements(RdfTerm subject, int depth)
        {
            var first = true;
            // The class comes first, as people write it.
            foreach (var predicate in graph.Predicates(subject).OrderBy(predicate => predicate != RdfGraph.Type))
            {
                if (!first) _text.Append(" ;\n").Append(' ', depth * 2);
                if (first && depth == 1) _text.Append(' ');
                first = false;
                _text.Append(predicate == RdfGraph.Type ? "a" : names.Of(predicate)).Append(' ');
                Objects(subject, predicate, depth);
            }
        }

        private void Objects(RdfTerm subject, string predicate, int depth)
        {
            var first = true;
            foreach (var value in graph.Objects(subject, predicate))
            {
                if (!first) _text.Append(" , ");
                first = false;
                if (!nesting.Carries(new(subject, predicate, value)))
                {
                    _text.Append(Node(value));
                    continue;
                }
                _text.Append("[ ");
                Statements(value, depth + 1);
                _text.Append(" ]");
            }
        }

        private string Node(RdfTerm term) => term switch
        {
            { IsBlank: true } when !nesting.NeedsLabel(term) => "[]",
            { IsIri: true } => names.Of(term.Value),
            { Language: null, Datatype: { } datatype } when datatype != RdfTerm.XsdString => TurtleText.Quoted(term.Value) + "^^" + names.Of(datatype),
            _ => TurtleText.Term(term),
        };
    }
}
