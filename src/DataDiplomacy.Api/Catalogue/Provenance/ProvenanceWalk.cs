using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>A thing that a walk reached.</summary>
internal sealed record Reached(WalkedNode Node, int Depth, Direction Direction);

/// <summary>A step that a walk took; the statement is null where the step follows from what an observation is.</summary>
internal sealed record Taken(string From, string To, ProvKind Kind, long? Statement);

/// <summary>
/// A walk, breadth first: level by level, each node once, within budgets of steps, nodes and time. It always goes the same way, so that a later
/// answer goes on after the nodes of those before: it walks over them again, within a budget of its own, and when that is used up it goes on
/// where it would have begun. What the caller may not see is neither shown nor passed through.
/// </summary>
internal sealed class ProvenanceWalk(ProvenanceReader reader, WalkScope scope, int maxDepth, int maxNodes, int skip, DateOnly? validAt, TimeProvider time)
{
    /// <summary>Nodes that all answers of one lineage have together, at most: whoever goes on walks over those before again.</summary>
    public const int MaxReached = 1_000_000;

    private const int Batch = 2_000;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    /// <summary>For what was told before, which is walked over again and not read.</summary>
    private static readonly TimeSpan SkipBudget = TimeSpan.FromSeconds(10);

    private readonly Dictionary<Direction, HashSet<long>> _seen = [];
    private readonly HashSet<long> _known = [];
    private readonly SortedSet<PartialReason> _reasons = [];
    private int _reached;
    private bool _isPast;
    private long _since;

    public List<Reached> Nodes { get; } = [];

    public List<Taken> Steps { get; } = [];

    public IReadOnlyCollection<PartialReason> Reasons => _reasons;

    /// <summary>Nodes that were reached and from which the walk was not followed.</summary>
    public int Frontier { get; private set; }

    /// <summary>Number of nodes of this answer and those before; the next answer begins after them. Null at the end.</summary>
    public int? GoesOnAfter { get; private set; }

    /// <param name="roots">The ways to go, each for itself, and where each begins: stored nodes with their steps from the thing that was asked for.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task RunAsync(IReadOnlyDictionary<Direction, IReadOnlyList<(WalkedNode Node, int Depth)>> roots, CancellationToken cancellationToken)
    {
        (_isPast, _since) = (skip == 0, time.GetTimestamp());
        var levels = roots.Keys.Order().ToDictionary(d => d, _ => new List<WalkedNode>());
        foreach (var (direction, begin) in roots)
        {
            _seen[direction] = [.. begin.Select(r => r.Node.Id)];
            _known.UnionWith(_seen[direction]);
        }
        var deepest = roots.Values.SelectMany(r => r).Select(r => r.Depth).DefaultIfEmpty().Max();
        for (var depth = 1; depth <= maxDepth && (depth <= deepest + 1 || levels.Values.Any(l => l.Count > 0)); depth++)
        {
            foreach (var direction in levels.Keys.Order().ToList())
            {
                levels[direction].AddRange(roots[direction].Where(r => r.Depth == depth - 1).Select(r => r.Node));
                var next = new List<WalkedNode>();
                if (!await ExpandAsync(levels[direction], direction, depth, next, cancellationToken))
                {
                    Frontier += next.Count + levels.Where(l => l.Key != direction).Sum(l => l.Value.Count);
                    GoesOnAfter = _isPast ? _reached : skip;
                    return;
                }
                levels[direction] = next;
            }
        }
        // A version that lies as far from an observation as was asked for is shown with it, and not followed.
        foreach (var (direction, level) in levels) level.AddRange(roots[direction].Where(r => r.Depth >= maxDepth).Select(r => r.Node));
        await LookBeyondAsync(levels, cancellationToken);
    }

    /// <summary>False when a budget is used up.</summary>
    private async Task<bool> ExpandAsync(List<WalkedNode> level, Direction direction, int depth, List<WalkedNode> next, CancellationToken cancellationToken)
    {
        for (var at = 0; at < level.Count; at += Batch)
        {
            var iris = level.Skip(at).Take(Batch).ToDictionary(n => n.Id, n => n.Iri);
            var left = level.Skip(at).Take(Batch).Select(n => n.Id).ToArray();
            // A batch may end within the steps of a node: that one is gone on with by itself, from its last step.
            for (WalkedStep? last = null; left.Length > 0;)
            {
                if (IsTimeUsedUp) return Stop(PartialReason.Time, level.Count - at);
                var steps = await reader.ExpandAsync(last is null ? left : left[..1], direction == Direction.Upstream, scope, Batch, last, cancellationToken);
                var invalid = await InvalidAsync(steps, cancellationToken);
                foreach (var step in steps.Where(s => !invalid.Contains(s.Statement)))
                {
                    if (!Take(step, iris[step.Expanded], direction, depth, next)) return Stop(PartialReason.Nodes, level.Count - level.FindIndex(at, n => n.Id == step.Expanded));
                }

                if (steps.Count == Batch) (left, last) = (left[Array.IndexOf(left, steps[^1].Expanded)..], steps[^1]);
                else (left, last) = (last is null ? [] : left[1..], null);
            }
        }
        return true;
    }

    private bool IsTimeUsedUp => time.GetElapsedTime(_since) > (_isPast ? Budget : SkipBudget);

    /// <summary>Attributions and delegations that did not hold on the day that was asked for; those that name no days hold on each.</summary>
    private async Task<HashSet<long>> InvalidAsync(IReadOnlyList<WalkedStep> steps, CancellationToken cancellationToken)
    {
        if (validAt is not { } day) return [];
        var dated = steps.Where(s => s.Kind is ProvKind.Attribution or ProvKind.Delegation).Select(s => s.Statement).Distinct().ToList();
        return dated.Count == 0 ? [] : [.. (await reader.StatementsAsync(dated, cancellationToken)).Where(r => !AgentProvenance.IsValid(ProvenanceText.Read(r), day)).Select(r => r.Id)];
    }

    private bool Take(WalkedStep step, string iri, Direction direction, int depth, List<WalkedNode> next)
    {
        if (step.IsHidden)
        {
            _reasons.Add(PartialReason.Withheld);
            return true;
        }
        if (!_seen[direction].Contains(step.Next.Id))
        {
            var isNew = !_known.Contains(step.Next.Id);
            if (isNew && _isPast && Nodes.Count == maxNodes) return false;
            if (isNew && !_isPast && _reached == skip) GoPast();
            _seen[direction].Add(step.Next.Id);
            next.Add(step.Next);
            if (isNew)
            {
                _known.Add(step.Next.Id);
                _reached++;
                if (_isPast) Nodes.Add(new Reached(step.Next, depth, direction));
            }
        }
        if (_isPast) Steps.Add(direction == Direction.Upstream ? new Taken(iri, step.Next.Iri, step.Kind, step.Statement) : new Taken(step.Next.Iri, iri, step.Kind, step.Statement));
        return true;
    }

    // The time of those answers before is theirs: from here on this one counts.
    private void GoPast()
    {
        _isPast = true;
        _since = time.GetTimestamp();
    }

    private bool Stop(PartialReason reason, int open)
    {
        _reasons.Add(reason);
        Frontier += open;
        return false;
    }

    private async Task LookBeyondAsync(Dictionary<Direction, List<WalkedNode>> levels, CancellationToken cancellationToken)
    {
        foreach (var (direction, level) in levels)
        {
            for (var at = 0; at < level.Count; at += Batch)
            {
                var nodes = level.Skip(at).Take(Batch).Select(n => n.Id).ToList();
                // Without time to look, all of them may go on.
                var beyond = IsTimeUsedUp ? nodes.Count : await reader.CountExpandableAsync(nodes, direction == Direction.Upstream, scope, cancellationToken);
                if (beyond > 0) _reasons.Add(PartialReason.Depth);
                Frontier += beyond;
            }
        }
    }
}
