namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>
/// Keeps a rank for each thing of a growing graph, so that no thing ranks below what it rests on. A new step from a higher rank to a lower one can
/// close no circle and is taken without a search; any other is searched between the two ranks alone, from both ends at once, and whichever side
/// comes to its end first is moved past the other. Things in one circle share a rank. Ranks are levels with wide gaps; things that do not rest on
/// each other may share one, so that a move need fit between its neighbours only. Where a gap is nearly used up, the other side is moved or some
/// neighbours go along; where that is not enough, what should stand above each other shares a rank too: the next search is longer and its answer
/// the same.
/// After Pearce and Kelly, A dynamic topological sort algorithm for directed acyclic graphs, ACM JEA 11 (2006), for the search between two ranks,
/// and Bender, Fineman, Gilbert and Tarjan, A new approach to incremental cycle detection and related problems, ACM TALG 12(2) (2016), for levels
/// and two-way search.
/// </summary>
/// <param name="gap">Distance of a level from the next one, at least 1.</param>
public sealed class StepOrder(long gap = StepOrder.Gap)
{
    /// <summary>Distance of levels: a place can be halved 40 times, and two million levels fit above the first.</summary>
    public const long Gap = 1L << 40;

    /// <summary>Rank of what no step orders yet.</summary>
    public const long Free = long.MinValue;

    // What a step may move beside what it must.
    private const int MostMoved = 100;

    private readonly Dictionary<long, long> _ranks = [];
    private readonly HashSet<long> _changed = [];
    private readonly HashSet<long> _statements = [];
    private readonly Dictionary<long, long> _circles = [];
    private readonly OrderLinks _links = new();

    /// <summary>Numbers and new ranks of the things whose rank is no longer the one that was told.</summary>
    public IEnumerable<KeyValuePair<long, long>> Changes => _changed.Select(t => KeyValuePair.Create(t, _ranks[t]));

    /// <summary>Numbers of all held statements with a step in a circle that a new step closes or is a part of; empty without a circle.</summary>
    public IReadOnlyCollection<long> CircleStatements => _statements;

    /// <summary>Tells the rank of a thing at an end of a new step.</summary>
    /// <param name="thing">Its number.</param>
    /// <param name="rank">Its rank; <see cref="Free"/> when it is new or no held step orders it.</param>
    public void Know(long thing, long rank)
    {
        _ranks[thing] = rank;
        if (rank == Free) _links.KnowAlone(thing);
    }

    /// <summary>Takes new steps.</summary>
    /// <param name="steps">The steps; the ranks of both ends have been told. A step from a thing to itself orders nothing.</param>
    /// <returns>Questions; each is answered by <see cref="Learn"/> before the next one is asked for.</returns>
    public IEnumerable<OrderQuestion> Place(IEnumerable<(long From, long To)> steps)
    {
        var all = steps.Where(s => s.From != s.To).Distinct().ToList();
        foreach (var (thing, rank) in FreePlaces.Of(all, _ranks, gap)) Move(thing, rank);

        var open = new List<(long From, long To)>();
        foreach (var step in all)
        {
            if (Agrees(step)) _links.Add(step);
            else open.Add(step);
        }

        // One question for the first look of all searches: documents state much at once.
        if (_links.Missing(open.Select(s => s.To).Distinct(), isUpstream: true) is { Count: > 0 } missing) yield return new OrderQuestion(missing, IsUpstream: true);
        foreach (var step in open)
        {
            if (!Agrees(step) && !IsInOneCircle(step))
            {
                var search = new OrderSearch(step, _ranks, _links);
                foreach (var question in search.Run()) yield return question;
                while (IsTight(search))
                {
                    foreach (var question in search.MayTurn ? search.Turn() : search.Widen()) yield return question;
                }

                Settle(search);
            }

            _links.Add(step);
        }
    }

    /// <summary>Answers a question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="links">All held steps that it asks for.</param>
    public void Learn(OrderQuestion question, IReadOnlyCollection<OrderLink> links)
    {
        foreach (var link in links) _ranks.TryAdd(question.IsUpstream ? link.To : link.From, link.Rank);
        _links.Learn(question, links);
    }

    private bool Agrees((long From, long To) step) => _ranks[step.From] > _ranks[step.To];

    /// <summary>Whether little room is left where the side that is known would go, and things next to it may go further with it.</summary>
    private bool IsTight(OrderSearch search)
    {
        if (search.Circle is not null) return false;
        var (things, room, isOpen) = search.IsLaterKnown
            ? (search.Later.Count, search.NextAbove - search.High, search.NextAbove == OrderSearch.Limit)
            : (search.Earlier.Count, search.Low - search.NextBelow, search.NextBelow == -OrderSearch.Limit);
        return !isOpen && things < MostMoved && room / (things + 1) < Math.Max(1, gap >> 20);
    }

    private void Settle(OrderSearch search)
    {
        if (search.Circle is { } circle)
        {
            Close(circle, search.High);
            Raise([.. search.Later.Where(t => !circle.Contains(t))], search);
        }
        else if (search.IsLaterKnown)
        {
            Raise(search.Later, search);
        }
        else
        {
            Lower(search.Earlier, search);
        }
    }

    /// <summary>What is in the circle, or rests on the later thing, goes up past the origin, but stays below all else that rests on it.</summary>
    private void Raise(IReadOnlyCollection<long> things, OrderSearch search)
    {
        var levels = things.Select(t => _ranks[t]).Distinct().Order().ToList();
        var step = Math.Min(gap, (search.NextAbove - search.High) / (levels.Count + 1));
        // Neighbours that go along never go back: they rest on other things too.
        foreach (var thing in things.ToList()) Move(thing, Math.Max(_ranks[thing], search.High + (step * (levels.BinarySearch(_ranks[thing]) + 1))));
    }

    /// <summary>What the origin rests on goes down past the later thing, but stays above all else that it rests on.</summary>
    private void Lower(IReadOnlyCollection<long> things, OrderSearch search)
    {
        var levels = things.Select(t => _ranks[t]).Distinct().Order().ToList();
        var step = Math.Min(gap, (search.Low - search.NextBelow) / (levels.Count + 1));
        foreach (var thing in things.ToList()) Move(thing, Math.Min(_ranks[thing], search.Low - (step * (levels.Count - levels.BinarySearch(_ranks[thing])))));
    }

    private void Close(IReadOnlySet<long> circle, long rank)
    {
        var first = circle.First();
        foreach (var thing in circle)
        {
            Move(thing, rank);
            if (CircleOf(thing) is var root && root != CircleOf(first)) _circles[root] = CircleOf(first);
            _statements.UnionWith(_links.Of(thing, isUpstream: true).Where(l => l.Statement > 0 && l.Other != thing && circle.Contains(l.Other)).Select(l => l.Statement));
        }
    }

    private bool IsInOneCircle((long From, long To) step) => CircleOf(step.From) == CircleOf(step.To);

    private long CircleOf(long thing)
    {
        var root = thing;
        while (_circles.TryGetValue(root, out var next)) root = next;
        while (thing != root)
        {
            (_circles[thing], thing) = (root, _circles[thing]);
        }

        return root;
    }

    private void Move(long thing, long rank)
    {
        if (_ranks[thing] == rank) return;
        _ranks[thing] = rank;
        _changed.Add(thing);
    }
}
