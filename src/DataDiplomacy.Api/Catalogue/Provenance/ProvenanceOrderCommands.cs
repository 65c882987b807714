using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Ordering;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Keeps the order of the graph (<see cref="StepOrder"/>) in the ranks of its things, in the transaction of the context and under the lock of the
/// graph. Statements in bundles are judged apart and order nothing; what is withdrawn leaves the ranks as they are, which are then only more
/// than is needed.
/// </summary>
internal sealed class ProvenanceOrderCommands(DataContext context)
{
    private const int Chunk = 1_000;

    private static readonly ProvKind[] Ordering = [.. Enum.GetValues<ProvKind>().Where(ProvSteps.OrdersGenerations)];

    /// <summary>Finds where new statements belong, and which held ones are in a circle with them; nothing is written but ranks from before there were any.</summary>
    /// <param name="statements">New statements outside any bundle, with IRIs as they are stored.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<ProvenanceOrder> PlaceAsync(IEnumerable<ProvStatement> statements, CancellationToken cancellationToken)
    {
        while (await PlaceEarlierAsync(cancellationToken)) { }

        var steps = statements.Where(s => ProvSteps.OrdersGenerations(s.Kind)).SelectMany(ProvSteps.Of).Distinct().ToList();
        var (order, numbers) = (new StepOrder(), new Dictionary<string, long>(StringComparer.Ordinal));
        var iris = steps.SelectMany(s => new[] { s.From, s.To }).Distinct(StringComparer.Ordinal).ToList();
        foreach (var chunk in iris.Chunk(Chunk))
        {
            foreach (var node in await context.ProvenanceNodes.Where(n => chunk.Contains(n.Iri)).Select(n => new { n.Id, n.Iri, n.Rank }).ToListAsync(cancellationToken))
            {
                numbers[node.Iri] = node.Id;
                order.Know(node.Id, node.Rank ?? StepOrder.Free);
            }
        }

        var fresh = iris.Where(i => !numbers.ContainsKey(i)).ToList();
        for (var i = 0; i < fresh.Count; i++)
        {
            numbers[fresh[i]] = -1 - i;
            order.Know(-1 - i, StepOrder.Free);
        }

        await RunAsync(order, steps.Select(s => (numbers[s.From], numbers[s.To])), cancellationToken);
        var changes = order.Changes.ToLookup(c => c.Key < 0);
        return new ProvenanceOrder
        {
            Circle = order.CircleStatements,
            New = changes[true].ToDictionary(c => fresh[(int)(-1 - c.Key)], c => c.Value),
            Moved = changes[false].ToDictionary(),
        };
    }

    /// <summary>Writes the ranks of things that have a row.</summary>
    public async Task MoveAsync(IReadOnlyDictionary<long, long> moved, CancellationToken cancellationToken)
    {
        if (moved.Count == 0) return;
        if (context is PostgresContext)
        {
            await context.Database.ExecuteSqlAsync(
                $"UPDATE provenance_node SET rank = m.rank FROM unnest({moved.Keys.ToArray()}, {moved.Values.ToArray()}) AS m (id, rank) WHERE provenance_node.id = m.id", cancellationToken);
            return;
        }

        var pairs = JsonSerializer.Serialize(moved.Select(m => new[] { m.Key, m.Value }));
        await context.Database.ExecuteSqlAsync(
            $"UPDATE provenance_node SET rank = m.value ->> 1 FROM json_each({pairs}) AS m WHERE provenance_node.id = m.value ->> 0", cancellationToken);
    }

    /// <summary>Gives ranks to some things that were stored before there were ranks, in the order of their numbers, among those that have one.</summary>
    /// <returns>False when there are none.</returns>
    public async Task<bool> PlaceEarlierAsync(CancellationToken cancellationToken)
    {
        const int Things = 10_000;
        var things = await context.ProvenanceNodes.Where(n => n.Rank == null).OrderBy(n => n.Id).Select(n => n.Id).Take(Things).ToListAsync(cancellationToken);
        if (things.Count == 0) return false;

        var (order, ranks) = (new StepOrder(), things.ToDictionary(t => t, _ => StepOrder.Free));
        things.ForEach(t => order.Know(t, StepOrder.Free));
        var steps = new List<(long, long)>();
        foreach (var isUpstream in new[] { true, false })
        {
            foreach (var held in await HeldAsync(things, isUpstream, cancellationToken))
            {
                var other = isUpstream ? held.To : held.From;
                if (!ranks.ContainsKey(other))
                {
                    // A step to what has no rank yet is taken when that gets one.
                    if (held.Rank is not { } rank) continue;
                    order.Know(other, rank);
                }

                steps.Add((held.From, held.To));
            }
        }

        await RunAsync(order, steps, cancellationToken);
        foreach (var (thing, rank) in order.Changes) ranks[thing] = rank;
        await MoveAsync(ranks, cancellationToken);
        return true;
    }

    private async Task RunAsync(StepOrder order, IEnumerable<(long From, long To)> steps, CancellationToken cancellationToken)
    {
        foreach (var question in order.Place(steps))
        {
            var held = await HeldAsync(question.Things, question.IsUpstream, cancellationToken);
            order.Learn(question, [.. held.Where(h => h.Rank is not null).Select(h => new OrderLink(h.From, h.To, h.Statement, h.Rank ?? 0))]);
        }
    }

    private async Task<IReadOnlyList<HeldStep>> HeldAsync(IReadOnlyList<long> things, bool isUpstream, CancellationToken cancellationToken)
    {
        var held = new List<HeldStep>();
        foreach (var chunk in things.Chunk(Chunk))
        {
            var edges = context.ProvenanceEdges.Where(e => e.RecordedTo == ProvenanceStatement.Current && Ordering.Contains(e.Kind)
                && context.ProvenanceStatements.Any(s => s.Id == e.StatementId && s.Bundle == null));
            held.AddRange(await (isUpstream
                ? edges.Where(e => chunk.Contains(e.FromId)).Select(e => new HeldStep(e.FromId, e.ToId, e.StatementId, e.To.Rank))
                : edges.Where(e => chunk.Contains(e.ToId)).Select(e => new HeldStep(e.FromId, e.ToId, e.StatementId, e.From.Rank))).ToListAsync(cancellationToken));
        }

        return held;
    }

    private sealed record HeldStep(long From, long To, long Statement, long? Rank);
}
