namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>
/// Places the things of a lineage in layers, what came last in layer 0, and leads each line through the layers between (Sugiyama, Tagawa and Toda,
/// 1981): layers of bounded width as Coffman and Graham (1972), few crossings by barycentres, middles by isotonic regression. Same input, same places.
/// </summary>
internal sealed class LineageLayout
{
    private const int MostInLayer = 5;
    private const int Sweeps = 12;

    private readonly List<List<LineageSlot>> _layers = [];

    private LineageLayout(int count, IReadOnlyList<(int From, int To)> lines)
    {
        var order = Order(count, lines);
        var rank = new int[count];
        for (var i = 0; i < count; i++) rank[order[i]] = i;
        // A line against the order closes a circle: it is placed the other way round, and drawn as it is.
        var forward = lines.Select(l => rank[l.From] < rank[l.To] ? l : (From: l.To, To: l.From)).ToList();
        var slots = Place(order, forward);
        Routes = [.. lines.Select((l, i) => forward[i] == l ? Lead(slots[l.From], slots[l.To]) : [.. Lead(slots[l.To], slots[l.From]).Reverse()])];
        Arrange();
        Spread();
    }

    /// <summary>The layers, what came last first; each from the left.</summary>
    public IReadOnlyList<IReadOnlyList<LineageSlot>> Layers => _layers;

    /// <summary>The places that each line passes, from the later thing to the one it rests on.</summary>
    public IReadOnlyList<IReadOnlyList<LineageSlot>> Routes { get; }

    /// <param name="count">Number of things.</param>
    /// <param name="lines">Lines between two different things, each pair once.</param>
    public static LineageLayout Of(int count, IReadOnlyList<(int From, int To)> lines) => new(count, lines);

    /// <summary>Later things before what they rest on; of several the first; where a circle leaves none, the first that is left.</summary>
    private static List<int> Order(int count, IReadOnlyList<(int From, int To)> lines)
    {
        var (order, left) = (new List<int>(count), Enumerable.Range(0, count).ToList());
        while (left.Count > 0)
        {
            var held = lines.Where(l => left.Contains(l.From)).Select(l => l.To).ToHashSet();
            var place = Math.Max(0, left.FindIndex(n => !held.Contains(n)));
            order.Add(left[place]);
            left.RemoveAt(place);
        }

        return order;
    }

    private LineageSlot[] Place(List<int> order, List<(int From, int To)> lines)
    {
        var slots = new LineageSlot[order.Count];
        foreach (var node in order)
        {
            var layer = lines.Where(l => l.To == node).Select(l => slots[l.From].Layer + 1).DefaultIfEmpty(0).Max();
            while (layer < _layers.Count && _layers[layer].Count >= MostInLayer) layer++;
            slots[node] = Add(node, layer);
        }

        return slots;
    }

    private LineageSlot[] Lead(LineageSlot later, LineageSlot earlier)
    {
        LineageSlot[] route = [later, .. Enumerable.Range(later.Layer + 1, earlier.Layer - later.Layer - 1).Select(layer => Add(null, layer)), earlier];
        for (var i = 1; i < route.Length; i++)
        {
            route[i - 1].Earlier.Add(route[i]);
            route[i].Later.Add(route[i - 1]);
        }

        return route;
    }

    private LineageSlot Add(int? node, int layer)
    {
        while (_layers.Count <= layer) _layers.Add([]);
        var slot = new LineageSlot(node, layer);
        _layers[layer].Add(slot);
        return slot;
    }

    private void Arrange()
    {
        Number();
        var (best, fewest) = (Copy(), Crossings());
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var isUp = sweep % 2 == 0;
            foreach (var i in isUp ? Enumerable.Range(0, _layers.Count) : Enumerable.Range(0, _layers.Count).Reverse())
            {
                _layers[i] = [.. _layers[i].OrderBy(s => Middle(isUp ? s.Later : s.Earlier, s.X))];
                for (var place = 0; place < _layers[i].Count; place++) _layers[i][place].X = place;
            }

            if (Crossings() is var now && now >= fewest) continue;
            (best, fewest) = (Copy(), now);
        }

        for (var i = 0; i < best.Count; i++) _layers[i] = best[i];
        Number();
    }

    private void Number()
    {
        foreach (var layer in _layers)
            for (var place = 0; place < layer.Count; place++) layer[place].X = place;
    }

    private List<List<LineageSlot>> Copy() => [.. _layers.Select(l => l.ToList())];

    private int Crossings()
    {
        var crossings = 0;
        foreach (var layer in _layers)
        {
            var lines = layer.SelectMany(s => s.Earlier.Select(e => (s.X, To: e.X))).ToList();
            for (var i = 0; i < lines.Count; i++)
                for (var j = 0; j < i; j++)
                    if ((lines[i].X - lines[j].X) * (lines[i].To - lines[j].To) < 0) crossings++;
        }

        return crossings;
    }

    private void Spread()
    {
        foreach (var layer in _layers) Settle(layer, s => s.X * 200);
        for (var sweep = 0; sweep < 2 * Sweeps; sweep++)
        {
            foreach (var layer in sweep % 2 == 0 ? _layers : Enumerable.Reverse(_layers)) Settle(layer, s => Middle([.. s.Later, .. s.Earlier], s.X));
        }
    }

    /// <summary>Puts a layer as near to where its places want to be as their order and distances allow, by least squares (pool adjacent violators).</summary>
    private static void Settle(List<LineageSlot> layer, Func<LineageSlot, double> wish)
    {
        var (offsets, blocks) = (new double[layer.Count], new List<(double Sum, int Count)>());
        for (var i = 0; i < layer.Count; i++)
        {
            offsets[i] = i == 0 ? 0 : offsets[i - 1] + layer[i - 1].Apart(layer[i]);
            blocks.Add((wish(layer[i]) - offsets[i], 1));
            while (blocks.Count > 1 && blocks[^2].Sum / blocks[^2].Count > blocks[^1].Sum / blocks[^1].Count)
            {
                var last = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                blocks[^1] = (blocks[^1].Sum + last.Sum, blocks[^1].Count + last.Count);
            }
        }

        var place = 0;
        foreach (var (sum, count) in blocks)
            for (var i = 0; i < count; i++, place++) layer[place].X = sum / count + offsets[place];
    }

    private static double Middle(List<LineageSlot> others, double otherwise) => others.Count == 0 ? otherwise : others.Average(o => o.X);
}
