using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Keeps account of which things are held under which agreements, as the graph grows and as statements are withdrawn. Cost follows what is bound,
/// not the graph: where nothing is, one look into an empty index. Callers hold the lock of the graph.
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
        var made = added.Where(e => Flow.Contains(e.Kind)).ToLookup(e => e.To.Id, e => e.From.Id);
        var bound = new List<(long Node, string Agreement)>();
        foreach (var chunk in made.Select(m => m.Key).Chunk(Chunk))
        {
            var found = await Current(context).Where(b => chunk.Contains(b.NodeId)).Select(b => new { b.NodeId, b.AgreementId }).ToListAsync(cancellationToken);
            bound.AddRange(found.SelectMany(b => made[b.NodeId].Select(from => (from, b.AgreementId))));
        }

        foreach (var group in bound.GroupBy(b => b.Agreement, b => b.Node, StringComparer.Ordinal)) await BindAsync(context, group.Key, [.. group.Distinct()], at, cancellationToken);
    }

    /// <summary>Frees what is no longer made of anything bound, after steps from these things were withdrawn. The withdrawal is saved.</summary>
    public static async Task LoosenAsync(DataContext context, IReadOnlyList<long> nodes, long at, CancellationToken cancellationToken)
    {
        var agreements = await Current(context).Where(b => nodes.Contains(b.NodeId) && !b.IsSeed).Select(b => b.AgreementId).Distinct().ToListAsync(cancellationToken);
        foreach (var agreement in agreements)
        {
            var held = await Current(context).Where(b => b.AgreementId == agreement).ToListAsync(cancellationToken);
            // What was released is not passed through: what is bound below it is bound by something else.
            var reached = await BelowAsync(context, [.. held.Where(b => b.IsSeed).Select(b => b.NodeId)], [.. held.Select(b => b.NodeId)], cancellationToken);
            foreach (var binding in held.Where(b => !b.IsSeed && !reached.Contains(b.NodeId))) binding.RecordedTo = at;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Frees a data set of an agreement. What was made of it before stays bound; what is made of it from now on is not.</summary>
    /// <returns>How many things were freed.</returns>
    public static async Task<int> ReleaseAsync(DataContext context, string agreement, string dataset, (string By, string Reason) release, long at, CancellationToken cancellationToken)
    {
        var held = await Current(context).Where(b => b.AgreementId == agreement && b.DatasetId == dataset).ToListAsync(cancellationToken);
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
                var free = await context.ProvenanceNodes.AsNoTracking()
                    .Where(n => chunk.Contains(n.Id) && !context.ProvenanceBindings.Any(b => b.NodeId == n.Id && b.AgreementId == agreement && b.RecordedTo == ProvenanceStatement.Current))
                    .ToListAsync(cancellationToken);
                added.AddRange(free.Select(n => n.Id));
                context.ProvenanceBindings.AddRange(free.Select(n => new ProvenanceBinding
                {
                    AgreementId = agreement,
                    NodeId = n.Id,
                    DatasetId = n.DatasetId,
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

    private static async Task<HashSet<long>> BelowAsync(DataContext context, IReadOnlyList<long> seeds, HashSet<long> within, CancellationToken cancellationToken)
    {
        var (reached, open) = (seeds.ToHashSet(), seeds);
        while (open.Count > 0) open = [.. (await MadeOfAsync(context, open, cancellationToken)).Where(n => within.Contains(n) && reached.Add(n))];
        return reached;
    }

    private static IQueryable<ProvenanceBinding> Current(DataContext context) => context.ProvenanceBindings.Where(b => b.RecordedTo == ProvenanceStatement.Current);
}
