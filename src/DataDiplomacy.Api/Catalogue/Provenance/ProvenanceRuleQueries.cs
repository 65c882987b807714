using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Provenance;

/// <summary>
/// Judges new statements beside those that are held: what shares an identifier or a key with them is read, and what is in a circle with them.
/// Cost does not grow with the rest of the graph. Bundles are judged by themselves.
/// </summary>
internal sealed class ProvenanceRuleQueries(DataContext context, ProvNamespaces namespaces)
{
    private const int Chunk = 1_000;

    private static readonly ProvKind[] Keyed = [ProvKind.Generation, ProvKind.Invalidation, ProvKind.Start, ProvKind.End];

    /// <summary>What the new statements break, alone or with what is held.</summary>
    /// <param name="statements">New statements outside any bundle, with IRIs as they are stored.</param>
    /// <param name="circle">Numbers of the held statements that are in a circle with them.</param>
    /// <param name="sent">Makes IRIs whole for the texts.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ProvReport> CheckAsync(IReadOnlyList<ProvStatement> statements, IReadOnlyCollection<long> circle, Func<ProvStatement, ProvStatement> sent, CancellationToken cancellationToken)
    {
        var held = await BesideAsync(statements, circle, cancellationToken);
        return ProvConstraints.Check(new ProvDocument
        {
            Namespaces = namespaces,
            Statements = [.. statements.Concat(held).Select(sent)],
        });
    }

    private async Task<IReadOnlyList<ProvStatement>> BesideAsync(IReadOnlyList<ProvStatement> statements, IReadOnlyCollection<long> circle, CancellationToken cancellationToken)
    {
        var named = statements.SelectMany(s => ProvenanceWriter.Named(s).Select(n => n.Iri).Append(s.Id)).OfType<string>().Where(i => !ProvNames.IsBlank(i)).Distinct().ToList();
        var rows = new Dictionary<long, ProvenanceStatement>();
        var typed = new List<ProvStatement>();
        foreach (var chunk in named.Chunk(Chunk))
        {
            foreach (var row in await Held().Where(s => chunk.Contains(s.Iri)).ToListAsync(cancellationToken)) rows[row.Id] = row;
            foreach (var node in await context.ProvenanceNodes.AsNoTracking().Where(n => chunk.Contains(n.Iri) && (n.IsEntity || n.IsActivity)).ToListAsync(cancellationToken))
            {
                typed.Add(ProvStatement.Element(node.IsActivity ? ProvKind.Activity : ProvKind.Entity, node.Iri));
            }
        }

        var subjects = statements.Where(s => Keyed.Contains(s.Kind)).Select(s => s.Arguments[0]).OfType<string>().Distinct().ToList();
        foreach (var chunk in subjects.Chunk(Chunk))
        {
            var numbers = context.ProvenanceEdges.Where(e => chunk.Contains(e.From.Iri) && Keyed.Contains(e.Kind) && e.RecordedTo == ProvenanceStatement.Current).Select(e => e.StatementId);
            foreach (var row in await Held().Where(s => numbers.Contains(s.Id)).ToListAsync(cancellationToken)) rows[row.Id] = row;
        }

        foreach (var chunk in circle.Chunk(Chunk))
        {
            foreach (var row in await Held().Where(s => chunk.Contains(s.Id)).ToListAsync(cancellationToken)) rows[row.Id] = row;
        }

        // What a thing is said to be by a statement that is read needs no second witness.
        var witnessed = rows.Values.Where(r => r.Kind <= ProvKind.Agent).Select(r => (r.Kind, r.Iri)).ToHashSet();
        return [.. rows.Values.Select(ProvenanceText.Read), .. typed.Where(t => !witnessed.Contains((t.Kind, t.Id)))];
    }

    private IQueryable<ProvenanceStatement> Held() =>
        context.ProvenanceStatements.AsNoTracking().Where(s => s.RecordedTo == ProvenanceStatement.Current && s.Bundle == null);
}
