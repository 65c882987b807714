using System.Diagnostics;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Core.Standards.Prov;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>A thing that a walk reached.</summary>
internal sealed record Reached(WalkedNode Node, int Depth, Direction Direction);

/// <summary>A step that a walk took; the statement is null where the step follows from what an observation is.</summary>
internal sealed record Taken(string From, string To, ProvKind Kind, long? Statement);

/// <summary>
/// A walk, breadth first: level by level, each node once, within budgets of steps, nodes and time. It always goes the same way, so that a later
/// answer goes on after the nodes of those before. What the caller may not see is neither shown nor passed through.
/// </summary>
internal sealed class ProvenanceWalk(ProvenanceReader reader, WalkScope scope, int maxDepth, int maxNodes, int skip, DateOnly? validAt)
{
    private const int Batch = 2_000;

    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(2);

    private readonly Dictionary<Direction, HashSet<long>> _seen = [];
    private readonly HashSet<long> _known = [];
    private readonly SortedSet<PartialReason> _reasons = [];
    private int _reached;
    private bool _isPast;
    private Stopwatch? _clock;

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
        _isPast = skip == 0;
        if (_isPast) _clock = Stopwatch.StartNew();
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
                    GoesOnAfter = _reached;
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
    private async Task<bool> ExpandAsync(IReadOnlyList<WalkedNode> level, Direction direction, int depth, List<WalkedNode> next, CancellationToken cancellationToken)
    {
        for (var at = 0; at < level.Count; at += Batch)
        {
            var nodes = level.Skip(at).Take(Batch).Select(n => n.Id).ToList();
            var iris = level.Skip(at).Take(Batch).ToDictionary(n => n.Id, n => n.Iri);
            for (var offset = 0; ; offset += Batch)
            {
                if (_clock?.Elapsed > Budget) return Stop(PartialReason.Time, level.Count - at);
                var steps = await reader.ExpandAsync(nodes, direction == Direction.Upstream, scope, Batch, offset, cancellationToken);
                var invalid = await InvalidAsync(steps, cancellationToken);
                foreach (var step in steps.Where(s => !invalid.Contains(s.Statement)))
                {
                    if (!Take(step, iris[step.Expanded], direction, depth, next)) return Stop(PartialReason.Nodes, level.Count - at - nodes.IndexOf(step.Expanded));
                }
                if (steps.Count < Batch) break;
            }
        }
        return true;
    }

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
        _clock = Stopwatch.StartNew();
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
            if (level.Count == 0) continue;
            var beyond = await reader.CountExpandableAsync([.. level.Select(n => n.Id)], direction == Direction.Upstream, scope, cancellationToken);
            if (beyond > 0) _reasons.Add(PartialReason.Depth);
            Frontier += beyond;
        }
    }
}
