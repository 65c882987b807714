namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>
/// Searches around a step against the order: what rests on its later thing, up to the rank of its origin, and what the origin rests on, down to
/// the rank of the later thing. No circle leaves these ranks. The side with less to expand goes first; what things rest on is rarely much.
/// </summary>
internal sealed class OrderSearch
{
    /// <summary>Ranks are never further from zero, so that their differences are numbers too.</summary>
    public const long Limit = 1L << 61;

    private readonly Dictionary<long, long> _ranks;
    private readonly OrderLinks _links;
    private readonly Side _earlier;
    private readonly Side _later;
    private bool _hasMet;

    public OrderSearch((long From, long To) step, Dictionary<long, long> ranks, OrderLinks links)
    {
        (_ranks, _links) = (ranks, links);
        (Low, High) = (ranks[step.From], ranks[step.To]);
        (_earlier, _later) = (new Side(step.To), new Side(step.From));
    }

    /// <summary>The rank of the later thing, which is not above that of its origin.</summary>
    public long Low { get; }

    /// <summary>The rank of the origin.</summary>
    public long High { get; }

    /// <summary>The highest rank below <see cref="Low"/> of what the origin's side rests on.</summary>
    public long NextBelow { get; private set; } = -Limit;

    /// <summary>The lowest rank above <see cref="High"/> of what rests on the later side.</summary>
    public long NextAbove { get; private set; } = Limit;

    /// <summary>The later thing and what rests on it.</summary>
    public IReadOnlyCollection<long> Later => _later.Seen;

    /// <summary>The origin and what it rests on.</summary>
    public IReadOnlyCollection<long> Earlier => _earlier.Seen;

    /// <summary>Whether all of <see cref="Later"/> was found; otherwise all of <see cref="Earlier"/> was.</summary>
    public bool IsLaterKnown => _later.Open.Count == 0;

    /// <summary>The things of the circle that the step closes; null when it closes none.</summary>
    public IReadOnlySet<long>? Circle { get; private set; }

    public IEnumerable<OrderQuestion> Run()
    {
        while (!_hasMet && _earlier.Open.Count > 0 && _later.Open.Count > 0)
        {
            foreach (var question in Expand(isUpstream: _earlier.Open.Count <= _later.Open.Count)) yield return question;
        }

        if (!_hasMet) yield break;
        while (_earlier.Open.Count > 0 || _later.Open.Count > 0)
        {
            foreach (var question in Expand(isUpstream: _earlier.Open.Count > 0)) yield return question;
        }

        Circle = _earlier.Seen.Intersect(_later.Seen).ToHashSet();
    }

    private IEnumerable<OrderQuestion> Expand(bool isUpstream)
    {
        var (side, other) = isUpstream ? (_earlier, _later) : (_later, _earlier);
        if (_links.Missing(side.Open, isUpstream) is { Count: > 0 } missing) yield return new OrderQuestion(missing, isUpstream);
        var next = new List<long>();
        foreach (var thing in side.Open.SelectMany(t => _links.Of(t, isUpstream)).Select(l => l.Other))
        {
            var rank = _ranks[thing];
            if (rank < Low) NextBelow = Math.Max(NextBelow, rank);
            else if (rank > High) NextAbove = Math.Min(NextAbove, rank);
            else if (side.Seen.Add(thing)) next.Add(thing);
        }

        side.Open = next;
        _hasMet |= next.Exists(other.Seen.Contains);
    }

    private sealed class Side(long start)
    {
        public List<long> Open { get; set; } = [start];

        public HashSet<long> Seen { get; } = [start];
    }
}
