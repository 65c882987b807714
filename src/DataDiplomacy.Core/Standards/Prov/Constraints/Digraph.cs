namespace DataDiplomacy.Core.Standards.Prov.Constraints;

/// <summary>An edge: what it comes from does not come after what it leads to, and if strict, comes before it.</summary>
internal readonly record struct Edge(int From, int To, bool IsStrict, ProvStatement Origin);

/// <summary>A directed graph over numbers; time and memory grow with its edges.</summary>
internal sealed class Digraph
{
    private readonly IReadOnlyList<Edge> _edges;
    private readonly int[] _first; // Where the edges of a node begin in _byFrom; one more entry at the end.
    private readonly int[] _byFrom;

    public Digraph(int nodes, IReadOnlyList<Edge> edges)
    {
        _edges = edges;
        _first = new int[nodes + 1];
        foreach (var edge in edges)
        {
            _first[edge.From + 1]++;
        }
        for (var i = 0; i < nodes; i++)
        {
            _first[i + 1] += _first[i];
        }
        _byFrom = new int[edges.Count];
        var next = _first.ToArray();
        for (var i = 0; i < edges.Count; i++)
        {
            _byFrom[next[edges[i].From]++] = i;
        }
    }

    private int Nodes => _first.Length - 1;

    /// <summary>For each strongly connected component with a strict edge inside, the statements of one cycle through such an edge.</summary>
    public IEnumerable<IReadOnlyList<ProvStatement>> StrictCycles()
    {
        var component = Components();
        var told = new HashSet<int>();
        foreach (var edge in _edges)
        {
            if (edge.IsStrict && component[edge.From] == component[edge.To] && told.Add(component[edge.From]))
                yield return [edge.Origin, .. Path(edge.To, edge.From) ?? []];
        }
    }

    /// <summary>The statements along a shortest path, empty from a node to itself, null when there is none.</summary>
    public IReadOnlyList<ProvStatement>? Path(int from, int to) => PathOfEdges(from, to)?.Select(edge => edge.Origin).ToList();

    /// <summary>Whether a path leads from one node to another through a strict edge.</summary>
    public bool LeadsStrictly(int from, int to) =>
        _edges.Any(edge => edge.IsStrict && PathOfEdges(from, edge.From) is not null && PathOfEdges(edge.To, to) is not null);

    private List<Edge>? PathOfEdges(int from, int to)
    {
        var by = new Dictionary<int, int> { [from] = -1 };
        var open = new Queue<int>([from]);
        while (open.TryDequeue(out var node) && !by.ContainsKey(to))
        {
            for (var i = _first[node]; i < _first[node + 1]; i++)
            {
                if (by.TryAdd(_edges[_byFrom[i]].To, _byFrom[i])) open.Enqueue(_edges[_byFrom[i]].To);
            }
        }
        if (!by.ContainsKey(to)) return null;
        var path = new List<Edge>();
        for (var node = to; by[node] >= 0; node = _edges[by[node]].From)
        {
            path.Add(_edges[by[node]]);
        }
        path.Reverse();
        return path;
    }

    // Tarjan (1972), without recursion: documents may be chains of a hundred thousand statements.
    private int[] Components()
    {
        var (index, low, component) = (new int[Nodes], new int[Nodes], new int[Nodes]);
        Array.Fill(index, -1);
        Array.Fill(component, -1);
        var next = _first.ToArray();
        var (path, stack) = (new Stack<int>(), new Stack<int>());
        var (counter, components) = (0, 0);
        for (var root = 0; root < Nodes; root++)
        {
            if (index[root] >= 0) continue;
            Enter(root);
            while (path.TryPeek(out var node))
            {
                if (next[node] < _first[node + 1])
                {
                    var to = _edges[_byFrom[next[node]++]].To;
                    if (index[to] < 0) Enter(to);
                    else if (component[to] < 0) low[node] = Math.Min(low[node], index[to]);
                    continue;
                }
                path.Pop();
                if (path.TryPeek(out var parent)) low[parent] = Math.Min(low[parent], low[node]);
                if (low[node] == index[node]) Close(node);
            }
        }
        return component;

        void Enter(int node)
        {
            index[node] = low[node] = counter++;
            path.Push(node);
            stack.Push(node);
        }

        void Close(int node)
        {
            int member;
            do
            {
                member = stack.Pop();
                component[member] = components;
            }
            while (member != node);
            components++;
        }
    }
}
