namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>
/// Moves counts between the hidden cells of a table without changing a margin. Rows and columns are nodes, hidden cells are
/// arcs: from row to column a cell may grow without limit, from column to row it may shrink to 0. What can flow from the column
/// of a cell back to its row around the cell itself is by how much the cell can grow (Gusfield 1988). Whole numbers stay whole.
/// </summary>
internal sealed class MarginFlow
{
    private readonly HiddenCell[] _cells;
    private readonly List<int>[] _cellsAt;
    private readonly int _rows;
    private readonly long[] _values;
    private readonly int[] _distance;
    private readonly int[] _next;
    private readonly Queue<int> _queue = new();
    private int _without;

    public MarginFlow(int rows, int columns, IReadOnlyList<HiddenCell> cells)
    {
        _rows = rows;
        _cells = [.. cells];
        _values = new long[_cells.Length];
        _distance = new int[rows + columns];
        _next = new int[rows + columns];
        _cellsAt = [.. Enumerable.Range(0, rows + columns).Select(_ => new List<int>())];
        for (var i = 0; i < _cells.Length; i++)
        {
            _cellsAt[_cells[i].Row].Add(i);
            _cellsAt[rows + _cells[i].Column].Add(i);
        }
    }

    /// <summary>Smallest and largest count of a hidden cell that the margins allow.</summary>
    public (long Lower, long Upper) Bounds(int index)
    {
        var cell = _cells[index];
        var (row, column) = (cell.Row, _rows + cell.Column);
        return (cell.Count - Most(row, column, index, cell.Count), cell.Count + Most(column, row, index, long.MaxValue));
    }

    /// <summary>Largest flow from one node to another past a cell, by Dinic's blocking flows, up to a limit.</summary>
    private long Most(int from, int to, int without, long limit)
    {
        for (var i = 0; i < _cells.Length; i++) _values[i] = _cells[i].Count;
        _without = without;
        var flow = 0L;
        while (flow < limit && Reaches(from, to))
        {
            Array.Clear(_next);
            while (flow < limit && Push(from, to, limit - flow) is > 0 and var pushed) flow += pushed;
        }
        return flow;
    }

    private bool Reaches(int from, int to)
    {
        Array.Fill(_distance, -1);
        _distance[from] = 0;
        _queue.Clear();
        _queue.Enqueue(from);
        while (_distance[to] < 0 && _queue.TryDequeue(out var node))
        {
            foreach (var cell in _cellsAt[node])
            {
                var other = Other(node, cell);
                if (_distance[other] >= 0 || Room(node, cell) == 0) continue;
                _distance[other] = _distance[node] + 1;
                _queue.Enqueue(other);
            }
        }
        return _distance[to] >= 0;
    }

    /// <summary>Sends along one shortest path; as deep as the path is long, at most twice the smaller side of the table.</summary>
    private long Push(int node, int to, long limit)
    {
        if (node == to) return limit;
        for (; _next[node] < _cellsAt[node].Count; _next[node]++)
        {
            var cell = _cellsAt[node][_next[node]];
            var other = Other(node, cell);
            if (_distance[other] != _distance[node] + 1 || Room(node, cell) == 0) continue;
            var pushed = Push(other, to, Math.Min(limit, Room(node, cell)));
            if (pushed == 0) continue;
            _values[cell] += node < _rows ? pushed : -pushed;
            return pushed;
        }
        return 0;
    }

    private int Other(int node, int cell) => node < _rows ? _rows + _cells[cell].Column : _cells[cell].Row;

    private long Room(int node, int cell) => cell == _without ? 0 : node < _rows ? long.MaxValue : _values[cell];
}
