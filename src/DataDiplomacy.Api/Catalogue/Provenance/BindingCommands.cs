using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Keeps account of which things are held under which agreements, as the graph grows and as statements are withdrawn. Cost follows what is bound,
/// not the graph: where nothing is, one look into an empty index. No terms flow through what agents say of data. Callers hold the lock of the graph.
/// </summary>
internal static class BindingCommands
{
    private const int Chunk = 1_000;

    /// <summary>What is made of bound things by these is bound as well.</summary>
    private static readonly ProvKind[] Flow =
        [ProvKind.Usage, ProvKind.Generation, ProvKind.Derivation, ProvKind.Specialization, ProvKind.Mention, ProvKind.Alternate, ProvKind.Membership];

    /// <summary>Binds what was delivered under an agreement, and whatever is already said to be made of it.</summary>
    public static async Task SeedAsync(DataContext context, string agreement, string iri, long at, CancellationToken cancellationToken)
    {
        var node = await context.ProvenanceNodes.AsNoTracking().FirstAsync(n => n.Iri == iri, cancellationToken);
        if (await context.ProvenanceBindings.AnyAsync(b => b.NodeId == node.Id && b.AgreementId == agreement && b.RecordedTo == ProvenanceStatement.Current, cancellationToken)) return;
        // What was delivered is a copy: the data set that it was copied from is not bound by it.
        context.ProvenanceBindings.Add(new ProvenanceBinding { AgreementId = agreement, NodeId = node.Id, IsSeed = true, RecordedFrom = at, RecordedTo = ProvenanceStatement.Current });
        await context.SaveChangesAsync(cancellationToken);
        await BindAsync(context, agreement, await MadeOfAsync(context, [node.Id], cancellationToken), at, cancellationToken);
    }

    /// <summary>Binds what new steps make of bound things, and what was made of that before. The statements are saved.</summary>
    public static async Task SpreadAsync(DataContext context, IReadOnlyList<ProvenanceEdge> added, long at, CancellationToken cancellationToken)
    {
        var made = added.Where(e => Flow.Contains(e.Kind) && !ProvenanceIris.IsJudgement(e.To.Iri)).ToLookup(e => e.To.Id, e => e.From.Id);
        var bound = new List<(long Node, string Agreement)>();
        foreach (var chunk in made.Select(m => m.Key).Chunk(Chunk))
        {
            var found = await Current(context).Where(b => chunk.Contains(b.NodeId)).Select(b => new { b.NodeId, b.AgreementId }).ToListAsync(cancellationToken);
            bound.AddRange(found.SelectMany(b => made[b.NodeId].Select(from => (from, b.AgreementId))));
        }

        foreach (var group in bound.GroupBy(b => b.Agreement, b => b.Node, StringComparer.Ordinal)) await BindAsync(context, group.Key, [.. group.Distinct()], at, cancellationToken);
    }

    /// <summary>Frees what is no longer made of anything bound, after steps from these things were withdrawn. The withdrawal is saved.</summary>
    public static async Task LoosenAsync(DataContext context, IReadOnlyList<long> nodes, DateTime at, CancellationToken cancellationToken)
    {
        var (until, isChanged) = (ProvenanceQueries.Milliseconds(at), false);
        var agreements = await context.ProvenanceBindings.Where(b => nodes.Contains(b.NodeId) && !b.IsSeed && (b.RecordedTo == ProvenanceStatement.Current || b.ReleasedBy != null))
            .Select(b => b.AgreementId).Distinct().ToListAsync(cancellationToken);
        foreach (var agreement in agreements)
        {
            var held = await Current(context).Where(b => b.AgreementId == agreement).ToListAsync(cancellationToken);
            var released = await ReleasedAsync(context, agreement, cancellationToken);
            var reached = await BelowAsync(context, [.. held.Where(b => b.IsSeed).Select(b => b.NodeId)], [.. held.Select(b => b.NodeId)], released, cancellationToken);
            foreach (var binding in held.Where(b => !b.IsSeed && !reached.Contains(b.NodeId))) (binding.RecordedTo, isChanged) = (until, true);
        }

        if (isChanged) context.ProvenanceSources.Add(new ProvenanceSource { Handling = Handling.Internal, Kind = BindingQueries.Loosening, Statements = 0, RecordedAt = at });
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Frees a data set of agreements. What was made of it before stays bound; what is made of it from now on is not.</summary>
    /// <returns>How many things were freed.</returns>
    public static async Task<int> ReleaseAsync(DataContext context, IReadOnlyList<string> agreements, string dataset, (string By, string Reason) release, long at, CancellationToken cancellationToken)
    {
        var held = await Current(context).Where(b => agreements.Contains(b.AgreementId) && b.DatasetId == dataset).ToListAsync(cancellationToken);
        foreach (var binding in held) (binding.RecordedTo, binding.ReleasedBy, binding.ReleaseReason) = (at, release.By, release.Reason);
        await context.SaveChangesAsync(cancellationToken);
        return held.Count;
    }

    private static async Task BindAsync(DataContext context, string agreement, IReadOnlyList<long> nodes, long at, CancellationToken cancellationToken)
    {
        var open = nodes;
        while (open.Count > 0)
        {
            var added = new List<long>();
            foreach (var chunk in open.Chunk(Chunk))
            {
                var made = await context.ProvenanceNodes.AsNoTracking()
                    .Where(n => chunk.Contains(n.Id) && !context.ProvenanceBindings.Any(b => b.NodeId == n.Id && b.AgreementId == agreement && b.RecordedTo == ProvenanceStatement.Current))
                    .ToListAsync(cancellationToken);
                // What somebody says of data is not made of them, whatever it rests on.
                List<ProvenanceNode> free = [.. made.Where(n => !ProvenanceIris.IsJudgement(n.Iri))];
                added.AddRange(free.Select(n => n.Id));
                context.ProvenanceBindings.AddRange(free.Select(n => new ProvenanceBinding
                {
                    AgreementId = agreement,
                    NodeId = n.Id,
                    DatasetId = DatasetOf(n),
                    IsSeed = false,
                    RecordedFrom = at,
                    RecordedTo = ProvenanceStatement.Current,
                }));
            }

            await context.SaveChangesAsync(cancellationToken);
            open = await MadeOfAsync(context, added, cancellationToken);
        }
    }

    /// <summary>What is made of things, in one step.</summary>
    private static async Task<IReadOnlyList<long>> MadeOfAsync(DataContext context, IReadOnlyList<long> nodes, CancellationToken cancellationToken)
    {
        var made = new HashSet<long>();
        foreach (var chunk in nodes.Chunk(Chunk))
        {
            made.UnionWith(await context.ProvenanceEdges.AsNoTracking()
                .Where(e => chunk.Contains(e.ToId) && e.RecordedTo == ProvenanceStatement.Current && Flow.Contains(e.Kind)).Select(e => e.FromId).Distinct().ToListAsync(cancellationToken));
        }

        return [.. made];
    }

    /// <summary>What was made of released things before their release, each by one step.</summary>
    private static async Task<IReadOnlyList<long>> MadeBeforeAsync(DataContext context, IReadOnlyDictionary<long, long> released, IReadOnlyList<long> nodes, CancellationToken cancellationToken)
    {
        var made = new HashSet<long>();
        foreach (var chunk in nodes.Where(released.ContainsKey).Chunk(Chunk))
        {
            var steps = await (
                from e in context.ProvenanceEdges
                join s in context.ProvenanceStatements on e.StatementId equals s.Id
                where chunk.Contains(e.ToId) && e.RecordedTo == ProvenanceStatement.Current && Flow.Contains(e.Kind)
                select new { e.ToId, e.FromId, s.Source.RecordedAt }).AsNoTracking().ToListAsync(cancellationToken);
            made.UnionWith(steps.Where(e => ProvenanceQueries.Milliseconds(e.RecordedAt) <= released[e.ToId]).Select(e => e.FromId));
        }

        return [.. made];
    }

    /// <summary>What was released from an agreement and is not held under it again, and until when it was.</summary>
    private static async Task<Dictionary<long, long>> ReleasedAsync(DataContext context, string agreement, CancellationToken cancellationToken) =>
        await context.ProvenanceBindings.Where(b => b.AgreementId == agreement && b.ReleasedBy != null
                && !context.ProvenanceBindings.Any(c => c.NodeId == b.NodeId && c.AgreementId == agreement && c.RecordedTo == ProvenanceStatement.Current))
            .GroupBy(b => b.NodeId).Select(g => new { Node = g.Key, Until = g.Max(b => b.RecordedTo) }).ToDictionaryAsync(g => g.Node, g => g.Until, cancellationToken);

    /// <summary>What is made of seeds among what is held, also by way of what was released since: that is passed through, and held no more.</summary>
    private static async Task<HashSet<long>> BelowAsync(
        DataContext context, IReadOnlyList<long> seeds, HashSet<long> held, IReadOnlyDictionary<long, long> released, CancellationToken cancellationToken)
    {
        var (reached, open) = (seeds.ToHashSet(), seeds);
        while (open.Count > 0)
        {
            var made = (await MadeOfAsync(context, [.. open.Where(held.Contains)], cancellationToken)).Concat(await MadeBeforeAsync(context, released, open, cancellationToken));
            open = [.. made.Where(n => (held.Contains(n) || released.ContainsKey(n)) && reached.Add(n))];
        }

        return reached;
    }

    /// <summary>
    /// The data set that a thing is or is a part of, by its name, or of which it is an import. The label of another hides what was first named beside it;
    /// that makes it no part of that one.
    /// </summary>
    private static string? DatasetOf(ProvenanceNode node) => ProvenanceIris.PartOf(node.Iri).Dataset ?? (node.IsActivity ? node.DatasetId : null);

    private static IQueryable<ProvenanceBinding> Current(DataContext context) => context.ProvenanceBindings.Where(b => b.RecordedTo == ProvenanceStatement.Current);
}
