namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>
/// A set of triples (RDF 1.1 Concepts, section 3, 2014) that keeps the order in which they came: subjects, their predicates and the objects of each,
/// so that the same input always gives the same text.
/// </summary>
public sealed class RdfGraph
{
    /// <summary>The predicate that tells the class of a node.</summary>
    public const string Type = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";

    private readonly Dictionary<RdfTerm, OrderedDictionary<string, List<RdfTerm>>> _statements = [];
    private readonly List<RdfTerm> _subjects = [];
    private readonly HashSet<RdfTriple> _triples = [];

    /// <summary>How many triples it holds.</summary>
    public int Count => _triples.Count;

    /// <summary>The subjects, in the order of their first triple.</summary>
    public IReadOnlyList<RdfTerm> Subjects => _subjects;

    /// <summary>All triples, by subject and predicate in the order of their first one.</summary>
    public IEnumerable<RdfTriple> Triples =>
        from subject in _subjects
        from statement in _statements[subject]
        from value in statement.Value
        select new RdfTriple(subject, statement.Key, value);

    /// <summary>Adds a triple.</summary>
    /// <param name="subject">An IRI or a blank node.</param>
    /// <param name="predicate">The IRI of the property.</param>
    /// <param name="value">Any term.</param>
    /// <returns>False when it was there already.</returns>
    /// <exception cref="ArgumentException">The subject is a literal, or the predicate no absolute IRI.</exception>
    public bool Add(RdfTerm subject, string predicate, RdfTerm value)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.IsLiteral) throw new ArgumentException($"A literal cannot be the subject of a statement: {subject}.", nameof(subject));
        if (!RdfTerm.IsAbsoluteIri(predicate)) throw new ArgumentException($"\"{predicate}\" is no absolute IRI.", nameof(predicate));
        if (!_triples.Add(new(subject, predicate, value))) return false;

        if (!_statements.TryGetValue(subject, out var statements))
        {
            _statements[subject] = statements = [];
            _subjects.Add(subject);
        }
        if (!statements.TryGetValue(predicate, out var values)) statements[predicate] = values = [];
        values.Add(value);
        return true;
    }

    /// <summary>Whether the graph holds a triple.</summary>
    /// <param name="triple">The triple.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(RdfTriple triple) => _triples.Contains(triple);

    /// <summary>The predicates of a subject, in the order of their first triple; none for a node that is no subject.</summary>
    /// <param name="subject">The node.</param>
    /// <returns>IRIs.</returns>
    public IReadOnlyList<string> Predicates(RdfTerm subject) => _statements.TryGetValue(subject, out var statements) ? [.. statements.Keys] : [];

    /// <summary>The objects of a property, in the order they came; none when the node does not have it.</summary>
    /// <param name="subject">The node.</param>
    /// <param name="predicate">The IRI of the property.</param>
    /// <returns>Terms.</returns>
    public IReadOnlyList<RdfTerm> Objects(RdfTerm subject, string predicate) =>
        _statements.TryGetValue(subject, out var statements) && statements.TryGetValue(predicate, out var values) ? values : [];
}
