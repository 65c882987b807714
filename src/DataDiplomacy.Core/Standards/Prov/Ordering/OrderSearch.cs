namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>
/// Searches around a step against the order: what rests on its later thing, up to the rank of its origin, and what the origin rests on, down to
/// the rank of the later thing. No circle leaves these ranks. The side with less to expand goes first; what things rest on is rarely much.
/// </summary>
internal sealed class OrderSearch
{
    /// <summary>Ranks are never further from zero, so that their differences are numbers too.</summary>
    public const long Limit = 1L << 61;

    private const int Small = 50;

    private readonly Dictionary<long, long> _ranks;
    private readonly OrderLinks _links;
    private readonly Side _earlier;
    private readonly Side _later;
    private bool _hasMet;
    private long _from;
    private long _upTo;

    public OrderSearch((long From, long To) step, Dictionary<long, long> ranks, OrderLinks links)
    {
        (_ranks, _links) = (ranks, links);
        (Low, High) = (_from, _upTo) = (ranks[step.From], ranks[step.To]);
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
    public bool IsLaterKnown { get; private set; }

    /// <summary>Whether the other side has not been looked at for more room yet.</summary>
    public bool MayTurn { get; private set; } = true;

    /// <summary>The things of the circle that the step closes; null when it closes none.</summary>
    public IReadOnlySet<long>? Circle { get; private set; }

    public IEnumerable<OrderQuestion> Run()
    {
        while (!_hasMet && _earlier.Open.Count > 0 && _later.Open.Count > 0)
        {
            foreach (var question in Expand(isUpstream: _earlier.Open.Count <= _later.Open.Count)) yield return question;
        }

        IsLaterKnown = _later.Open.Count == 0;
        if (!_hasMet) yield break;
        while (_earlier.Open.Count > 0 || _later.Open.Count > 0)
        {
            foreach (var question in Expand(isUpstream: _earlier.Open.Count > 0)) yield return question;
        }

        Circle = _earlier.Seen.Intersect(_later.Seen).ToHashSet();
    }

    /// <summary>Goes over to the other side, where that is small too.</summary>
    public IEnumerable<OrderQuestion> Turn()
    {
        MayTurn = false;
        var side = IsLaterKnown ? _earlier : _later;
        while (side.Open.Count > 0 && side.Seen.Count < Small)
        {
            foreach (var question in Expand(isUpstream: IsLaterKnown)) yield return question;
        }

        if (side.Open.Count == 0) IsLaterKnown = !IsLaterKnown;
    }

    /// <summary>Takes the nearest things outside to the side that is known, twice as far as it reached; nothing can be in a circle there.</summary>
    public IEnumerable<OrderQuestion> Widen()
    {
        var side = IsLaterKnown ? _later : _earlier;
        if (IsLaterKnown) (_upTo, NextAbove) = (Math.Max(NextAbove, High + (2 * (_upTo - High))), Limit);
        else (_from, NextBelow) = (Math.Min(NextBelow, Low - (2 * (Low - _from))), -Limit);
        var outside = side.Outside.ToList();
        side.Outside.Clear();
        Sort(side, outside);
        while (side.Open.Count > 0)
        {
            foreach (var question in Expand(isUpstream: side == _earlier)) yield return question;
        }
    }

    private IEnumerable<OrderQuestion> Expand(bool isUpstream)
    {
        var (side, other) = isUpstream ? (_earlier, _later) : (_later, _earlier);
        if (_links.Missing(side.Open, isUpstream) is { Count: > 0 } missing) yield return new OrderQuestion(missing, isUpstream);
        Sort(side, side.Open.SelectMany(t => _links.Of(t, isUpstream)).Select(l => l.Other));
        _hasMet |= side.Open.Exists(other.Seen.Contains);
    }

    /// <summary>Opens what is new between the ranks, and remembers what is outside.</summary>
    private void Sort(Side side, IEnumerable<long> things)
    {
        var next = new List<long>();
        foreach (var thing in things)
        {
            var rank = _ranks[thing];
            if (rank < _from) NextBelow = Math.Max(NextBelow, rank);
            else if (rank > _upTo) NextAbove = Math.Min(NextAbove, rank);
            else if (side.Seen.Add(thing)) next.Add(thing);
            if (rank < _from || rank > _upTo) side.Outside.Add(thing);
        }

        side.Open = next;
    }

    private sealed class Side(long start)
    {
        public List<long> Open { get; set; } = [start];

        public HashSet<long> Seen { get; } = [start];

        public HashSet<long> Outside { get; } = [];
    }
}
