using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Finds the held statements through which new ones would close a circle. A circle leaves the held graph by a new step from a held thing and
/// comes back to it at another, so it is looked for from both ends at once, always on the side with less to expand; a thing that nothing rests on
/// yet ends the search at once.
/// </summary>
internal sealed class ProvenanceCircleQueries(DataContext context)
{
    private const int Chunk = 1_000;

    public async Task<IReadOnlyList<ProvStatement>> FindAsync(IReadOnlyList<ProvStatement> statements, ProvKind[] kinds, CancellationToken cancellationToken)
    {
        var steps = statements.Where(s => kinds.Contains(s.Kind)).SelectMany(ProvSteps.Of).ToList();
        var origins = await NumbersAsync([.. steps.Select(s => s.To).Distinct()], cancellationToken);
        var later = await NumbersAsync([.. steps.Select(s => s.From).Distinct()], cancellationToken);
        if (origins.Count == 0 || later.Count == 0) return [];

        var (up, down) = (new Side(origins), new Side(later));
        while (up.Open.Count > 0 && down.Open.Count > 0)
        {
            if (up.Open.Count <= down.Open.Count) await ExpandAsync(up, isUpstream: true, kinds, cancellationToken);
            else await ExpandAsync(down, isUpstream: false, kinds, cancellationToken);
        }

        // One side is known whole: what it shares with the other lies on a way between both.
        var shared = up.Seen.Overlaps(down.Seen);
        return shared ? await BetweenAsync(up, down, kinds, cancellationToken) : [];
    }

    private async Task ExpandAsync(Side side, bool isUpstream, ProvKind[] kinds, CancellationToken cancellationToken)
    {
        var next = new List<long>();
        foreach (var chunk in side.Open.Chunk(Chunk))
        {
            var edges = Edges(kinds);
            var found = isUpstream
                ? edges.Where(e => chunk.Contains(e.FromId)).Select(e => new Link(e.FromId, e.ToId, e.StatementId))
                : edges.Where(e => chunk.Contains(e.ToId)).Select(e => new Link(e.FromId, e.ToId, e.StatementId));
            foreach (var link in await found.ToListAsync(cancellationToken))
            {
                side.Links.Add(link);
                if (side.Seen.Add(isUpstream ? link.To : link.From)) next.Add(isUpstream ? link.To : link.From);
            }
        }

        side.Open = next;
    }

    /// <summary>The statements on ways from the later things, downwards, to the origins, upwards.</summary>
    private async Task<IReadOnlyList<ProvStatement>> BetweenAsync(Side up, Side down, ProvKind[] kinds, CancellationToken cancellationToken)
    {
        // Where neither side was expanded to its end, the rest of one is needed: only what both reach is on a way.
        while (up.Open.Count > 0) await ExpandAsync(up, isUpstream: true, kinds, cancellationToken);
        while (down.Open.Count > 0) await ExpandAsync(down, isUpstream: false, kinds, cancellationToken);
        var numbers = up.Links.Concat(down.Links).Where(l => up.Seen.Contains(l.From) && up.Seen.Contains(l.To) && down.Seen.Contains(l.From) && down.Seen.Contains(l.To))
            .Select(l => l.Statement).Distinct().ToList();
        var statements = new List<ProvStatement>();
        foreach (var chunk in numbers.Chunk(Chunk))
        {
            statements.AddRange((await context.ProvenanceStatements.AsNoTracking().Where(s => chunk.Contains(s.Id)).ToListAsync(cancellationToken)).Select(ProvenanceText.Read));
        }

        return statements;
    }

    private async Task<List<long>> NumbersAsync(IReadOnlyList<string> iris, CancellationToken cancellationToken)
    {
        var numbers = new List<long>();
        foreach (var chunk in iris.Chunk(Chunk))
        {
            numbers.AddRange(await context.ProvenanceNodes.Where(n => chunk.Contains(n.Iri)).Select(n => n.Id).ToListAsync(cancellationToken));
        }

        return numbers;
    }

    private IQueryable<ProvenanceEdge> Edges(ProvKind[] kinds) =>
        context.ProvenanceEdges.AsNoTracking().Where(e => e.RecordedTo == ProvenanceStatement.Current && kinds.Contains(e.Kind));

    private sealed record Link(long From, long To, long Statement);

    private sealed class Side(IReadOnlyList<long> start)
    {
        public List<long> Open { get; set; } = [.. start];

        public HashSet<long> Seen { get; } = [.. start];

        public List<Link> Links { get; } = [];
    }
}
