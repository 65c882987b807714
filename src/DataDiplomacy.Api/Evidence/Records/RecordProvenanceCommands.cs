using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Standards.Prov;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// States in the graph what the ledger has, in the order of its leaves and after it is durable there, so that an append never waits for the graph.
/// Each part is one transaction that also notes how far it came: after a crash, and by whichever server, it goes on there.
/// </summary>
public sealed class RecordProvenanceCommands(IDbContextFactory<DataContext> contexts, TimeProvider time)
{
    /// <summary>Events of custody, and reports, of one transaction: short, since others write meanwhile.</summary>
    private const int AtOnce = 200;

    private static readonly CustodyEventType[] Stated = [CustodyEventType.Received, CustodyEventType.Exported];

    /// <summary>Index up to which nothing is left to state: most appends are readings, which the graph does not have.</summary>
    private long _done = -1;

    /// <summary>Index of the last leaf; -1 without any.</summary>
    public async Task<long> NewestAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.LogEntries.MaxAsync(e => (long?)e.Index, cancellationToken) ?? -1;
    }

    /// <summary>States everything that is in the ledger now.</summary>
    public async Task StateAllAsync(CancellationToken cancellationToken)
    {
        while (await StateNextAsync(cancellationToken)) { }
    }

    /// <summary>States the next part.</summary>
    /// <returns>False when nothing is left.</returns>
    public async Task<bool> StateNextAsync(CancellationToken cancellationToken)
    {
        var newest = await NewestAsync(cancellationToken);
        if (newest <= _done) return false;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Looked at without a lock first: none is taken where there is nothing to do.
        if ((await ReadAsync(context, newest, cancellationToken)).Statements.Count == 0)
        {
            _done = newest;
            return false;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var (statements, upTo) = await ReadAsync(context, newest, cancellationToken);
        if (statements.Count > 0)
        {
            // Who may see it follows from the labels of the records, whatever those will be.
            var source = new ProvenanceSource { Handling = Handling.Public, Kind = "evidence", Statements = statements.Count, RecordedAt = Instants.Truncate(time.GetUtcNow().UtcDateTime), LogIndex = upTo };
            await ProvenanceCommands.StateAsync(context, statements, source, _ => null, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private async Task<(IReadOnlyList<ProvStatement> Statements, long UpTo)> ReadAsync(DataContext context, long newest, CancellationToken cancellationToken)
    {
        var after = Math.Max(_done, await context.ProvenanceSources.MaxAsync(s => s.LogIndex, cancellationToken) ?? -1);
        var events = await (
            from e in context.CustodyEvents
            join r in context.EvidenceRecords on e.RecordId equals r.Id
            where e.LogIndex > after && e.LogIndex <= newest && Stated.Contains(e.Type)
            orderby e.LogIndex
            select new { e.RecordId, e.Sequence, e.Type, e.At, e.LogIndex, r.RedactionOf }).Take(AtOnce).ToListAsync(cancellationToken);
        var reports = await context.EvidenceStatements.AsNoTracking().Where(s => s.LogIndex > after && s.LogIndex <= newest && s.Kind == StatementKind.Verification)
            .OrderBy(s => s.LogIndex).Take(AtOnce).ToListAsync(cancellationToken);
        // Where one of both was cut off, what is later of the other waits.
        var upTo = Math.Min(events.Count == AtOnce ? events[^1].LogIndex : newest, reports.Count == AtOnce ? reports[^1].LogIndex : newest);
        var parts = events.Where(e => e.LogIndex <= upTo).Select(e => (e.LogIndex, Statements: e.Type is CustodyEventType.Received
                ? RecordProvenance.OfReceived(e.RecordId, e.Sequence, e.At, e.RedactionOf)
                : RecordProvenance.OfExported(e.RecordId, e.Sequence, e.At)))
            .Concat(reports.Where(r => r.LogIndex <= upTo).Select(r => (r.LogIndex, Statements: RecordProvenance.OfVerified(r))))
            .OrderBy(p => p.LogIndex).SelectMany(p => p.Statements).ToList();
        return (parts.Count == 0 ? parts : [RecordProvenance.Program, .. parts], upTo);
    }
}
