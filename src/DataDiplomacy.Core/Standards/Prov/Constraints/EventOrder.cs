namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>
/// The order of events, constraints 30 to 49: generations, invalidations, usages, starts and ends, and which comes before which. All
/// generations of one entity are simultaneous (39), as are its invalidations (40), and the starts (31) and ends (32) of one activity, so
/// that each thing has one node of each. An order with a strict step in a circle is impossible.
/// </summary>
public sealed class EventOrder
{
    private const int NodesOfTerm = 5;

    private readonly Unification _statements;
    private readonly List<Edge> _edges = [];
    private readonly Digraph _graph;

    private EventOrder(Unification statements)
    {
        _statements = statements;
        foreach (var row in statements.Rows)
        {
            Add(row);
        }
        _graph = new Digraph(statements.Terms.Count * NodesOfTerm, _edges);
    }

    /// <summary>The order of the events of one bundle, or of what a document states outside any.</summary>
    /// <param name="statements">The statements; those that break uniqueness are left apart.</param>
    public static EventOrder Of(IReadOnlyList<ProvStatement> statements) => Of(Unification.Of(statements, new ProvFindings(ProvNamespaces.Of())));

    internal static EventOrder Of(Unification statements) => new(statements);

    internal void Check(ProvFindings findings)
    {
        foreach (var cycle in _graph.StrictCycles())
        {
            findings.Violates("42", "An entity would be generated before itself: along these statements each entity is derived from, or not later than, the next, and the last leads back to the first.", cycle);
        }
        CheckClocks(findings);
    }

    /// <summary>Whether one event does not come after another.</summary>
    /// <param name="one">IRI of a generation, usage, invalidation, start or end.</param>
    /// <param name="other">IRI of another.</param>
    /// <returns>False also when either is not known.</returns>
    public bool Precedes(string one, string other) => NodeOf(one) is { } from && NodeOf(other) is { } to && _graph.Path(from, to) is not null;

    /// <summary>Whether one event comes before another.</summary>
    /// <param name="one">IRI of a generation, usage, invalidation, start or end.</param>
    /// <param name="other">IRI of another.</param>
    /// <returns>True when a derivation lies between them; false also when either is not known.</returns>
    public bool StrictlyPrecedes(string one, string other) => NodeOf(one) is { } from && NodeOf(other) is { } to && _graph.LeadsStrictly(from, to);

    private int? NodeOf(string id) => _statements.Rows.Where(r => r.Origin.Id == id && r.Kind == r.Origin.Kind).Select(r => (int?)EventOf(r)).FirstOrDefault();

    private int EventOf(Row row) => row.Kind switch
    {
        ProvKind.Generation => Generation(row.Arguments[0]),
        ProvKind.Invalidation => Invalidation(row.Arguments[0]),
        ProvKind.Start => Start(row.Arguments[0]),
        ProvKind.End => End(row.Arguments[0]),
        _ => Usage(row.Id),
    };

    private void Add(Row row)
    {
        var (kind, a) = (row.Kind, row.Arguments);
        if (kind == ProvKind.Entity) Then(row, (Generation(row.Id), Invalidation(row.Id))); // 36
        if (kind == ProvKind.Activity) Then(row, (Start(row.Id), End(row.Id))); // 30
        if (kind == ProvKind.Usage) Then(row, (Start(a[0]), Usage(row.Id)), (Usage(row.Id), End(a[0])), (Generation(a[1]), Usage(row.Id)), (Usage(row.Id), Invalidation(a[1])), (Generation(a[1]), Invalidation(a[1]))); // 33, 37, 38
        if (kind == ProvKind.Generation) Then(row, (Start(a[1]), Generation(a[0])), (Generation(a[0]), End(a[1])), (Generation(a[0]), Invalidation(a[0])), (Start(a[1]), End(a[1]))); // 34
        if (kind == ProvKind.Invalidation) Then(row, (Generation(a[0]), Invalidation(a[0]))); // 36
        if (kind == ProvKind.Communication) Then(row, (Start(a[1]), End(a[0]))); // 35
        if (kind == ProvKind.Start) Then(row, (Generation(a[1]), Start(a[0])), (Start(a[0]), Invalidation(a[1])), (Start(a[0]), End(a[0]))); // 43, 30
        if (kind == ProvKind.End) Then(row, (Generation(a[1]), End(a[0])), (End(a[0]), Invalidation(a[1])), (Start(a[0]), End(a[0]))); // 44, 30
        if (kind is ProvKind.Specialization or ProvKind.Mention) Then(row, (Generation(a[1]), Generation(a[0])), (Invalidation(a[0]), Invalidation(a[1]))); // 45, 46
        if (kind == ProvKind.Association) Then(row, (Start(a[0]), Invalidation(a[1])), (Generation(a[1]), End(a[0])), (Start(a[0]), End(a[1])), (Start(a[1]), End(a[0]))); // 47
        if (kind == ProvKind.Attribution) Then(row, (Generation(a[1]), Generation(a[0])), (Start(a[1]), Generation(a[0]))); // 48
        if (kind == ProvKind.Delegation) Then(row, (Generation(a[1]), Invalidation(a[0])), (Start(a[1]), End(a[0]))); // 49
        if (kind == ProvKind.Derivation) AddDerivation(row);
    }

    private void AddDerivation(Row row)
    {
        _edges.Add(new Edge(Generation(row.Arguments[1]), Generation(row.Arguments[0]), IsStrict: true, row.Origin)); // 42
        if (_statements.Terms.Text(row.Arguments[2]) != Terms.None) Then(row, (Usage(row.Arguments[4]), Generation(row.Arguments[0]))); // 41
    }

    private void Then(Row row, params ReadOnlySpan<(int From, int To)> steps)
    {
        foreach (var (from, to) in steps)
        {
            _edges.Add(new Edge(from, to, IsStrict: false, row.Origin));
        }
    }

    // Our own, weaker rule: what is stated of clocks should not contradict the order. Clocks of several parties differ, so it warns.
    private void CheckClocks(ProvFindings findings)
    {
        var times = new Dictionary<int, (DateTime Time, ProvStatement Origin)>();
        foreach (var row in _statements.Rows)
        {
            if (row.Kind == ProvKind.Activity)
            {
                Learn(Start(row.Id), row.Arguments[0], row);
                Learn(End(row.Id), row.Arguments[1], row);
            }
            else if (row.Kind is ProvKind.Generation or ProvKind.Usage or ProvKind.Invalidation or ProvKind.Start or ProvKind.End)
            {
                Learn(EventOf(row), row.Arguments[^1], row);
            }
        }
        foreach (var edge in _edges)
        {
            if (times.TryGetValue(edge.From, out var before) && times.TryGetValue(edge.To, out var after) && before.Time > after.Time)
                findings.Warns("clock", $"By their order the first of these cannot come after the last, but their times are {before.Time:O} and {after.Time:O}.", before.Origin, edge.Origin, after.Origin);
        }

        void Learn(int node, int term, Row row)
        {
            if (_statements.Terms.Text(term) is { } text && ProvTime.Instant(text) is { } time) times.TryAdd(node, (time, row.Origin));
        }
    }

    private int Generation(int term) => Node(term, 0);

    private int Invalidation(int term) => Node(term, 1);

    private int Start(int term) => Node(term, 2);

    private int End(int term) => Node(term, 3);

    private int Usage(int term) => Node(term, 4);

    private int Node(int term, int kind) => (_statements.Terms.Root(term) * NodesOfTerm) + kind;
}
