using System.Data.Common;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Tells how far the ledger is sealed, for whoever watches over the server.</summary>
public sealed class LedgerHealthQueries(IDbContextFactory<DataContext> contexts, SealWorker worker, TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    /// <summary>How far it is sealed, and what is wrong.</summary>
    public async Task<LedgerHealthView> FindAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            return await FindAsync(context, cancellationToken);
        }
        catch (DbException)
        {
            return new LedgerHealthView { Status = SealState.Failed, Fault = "The tables of the ledger cannot be read." };
        }
    }

    private async Task<LedgerHealthView> FindAsync(DataContext context, CancellationToken cancellationToken)
    {
        // The checkpoint first: what is appended and sealed between the two is not taken for a database that was rolled back.
        var sealedTo = await context.SealedCheckpoints.MaxAsync(c => (long?)c.Size, cancellationToken) ?? 0;
        var size = await context.LogEntries.MaxAsync(e => (long?)e.Index + 1, cancellationToken) ?? 0;
        var waitsSince = await context.LogEntries.Where(e => e.Index >= sealedTo).OrderBy(e => e.Index).Select(e => (DateTime?)e.AppendedAt).FirstOrDefaultAsync(cancellationToken);
        var (status, fault) = Judge(sealedTo, size, waitsSince);
        return new LedgerHealthView { Status = status, SealedTo = sealedTo, Size = size, Unsealed = Math.Max(0, size - sealedTo), Fault = fault };
    }

    private (SealState Status, string? Fault) Judge(long sealedTo, long size, DateTime? waitsSince)
    {
        if (worker.Fault is { } failed)
        {
            return (SealState.Failed, failed);
        }

        if (size < sealedTo)
        {
            return (SealState.Failed, SealWorker.Inconsistent);
        }

        return waitsSince < time.GetUtcNow().UtcDateTime - LongestWait
            ? (SealState.Behind, FormattableString.Invariant($"Entries wait for a checkpoint longer than {LongestWait.TotalSeconds} seconds."))
            : (SealState.Ok, null);
    }
}
