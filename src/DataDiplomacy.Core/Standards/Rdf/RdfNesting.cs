namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>
/// Which nodes are written inside others and which stand for themselves. A node is written inside the first one that refers to it; nodes that only
/// refer to each other in a circle, and those nested too deep, stand for themselves.
/// </summary>
internal sealed class RdfNesting
{
    /// <summary>Deeper nodes stand for themselves, so that long chains cannot exhaust the stack of a reader.</summary>
    private const int MaxDepth = 12;

    private readonly HashSet<RdfTriple> _carriers = [];
    private readonly HashSet<RdfTerm> _placed = [];
    private readonly HashSet<RdfTerm> _named = [];
    private readonly RdfGraph _graph;
    private readonly Func<RdfTriple, bool> _mayCarry;

    /// <param name="graph">The graph.</param>
    /// <param name="mayCarry">Whether the object of a triple may be written inside its subject.</param>
    public RdfNesting(RdfGraph graph, Func<RdfTriple, bool> mayCarry)
    {
        (_graph, _mayCarry) = (graph, mayCarry);
        var subjects = graph.Subjects.ToHashSet();
        var carried = new HashSet<RdfTerm>();
        var references = new Dictionary<RdfTerm, int>();
        foreach (var triple in graph.Triples.Where(triple => !triple.Object.IsLiteral))
        {
            references[triple.Object] = references.GetValueOrDefault(triple.Object) + 1;
            if (subjects.Contains(triple.Object) && triple.Object != triple.Subject && mayCarry(triple)) carried.Add(triple.Object);
        }
        // Those that nothing may carry come first; what is left then is circles and what was too deep.
        foreach (var root in graph.Subjects.Where(subject => !carried.Contains(subject)).Concat(graph.Subjects)) Place(root);
        foreach (var (node, count) in references.Where(each => each.Key.IsBlank))
        {
            if (count > 1 || Roots.Contains(node)) _named.Add(node);
        }
    }

    /// <summary>The nodes that stand for themselves, in order.</summary>
    public List<RdfTerm> Roots { get; } = [];

    /// <summary>Whether the object is written inside the subject at this triple.</summary>
    public bool Carries(RdfTriple triple) => _carriers.Contains(triple);

    /// <summary>Whether a blank node needs its label, because it is referred to from elsewhere than where it is written.</summary>
    public bool NeedsLabel(RdfTerm node) => _named.Contains(node);

    private void Place(RdfTerm root)
    {
        if (!_placed.Add(root)) return;
        Roots.Add(root);
        Descend(root, 0);
    }

    private void Descend(RdfTerm subject, int depth)
    {
        if (depth >= MaxDepth) return;
        foreach (var predicate in _graph.Predicates(subject))
        {
            foreach (var value in _graph.Objects(subject, predicate))
            {
                var triple = new RdfTriple(subject, predicate, value);
                if (value.IsLiteral || _graph.Predicates(value).Count == 0 || !_mayCarry(triple) || !_placed.Add(value)) continue;
                _carriers.Add(triple);
                Descend(value, depth + 1);
            }
        }
    }
}
