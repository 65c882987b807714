using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Destroys contents that no record has any more.</summary>
public sealed class BlobCommands(IDbContextFactory<DataContext> contexts, RecordBlobs blobs)
{
    /// <summary>
    /// Destroys a content unless a record still has it. It is taken away under the lock of the ledger, under which a new record with the same content looks
    /// whether it is there; it is overwritten after that, so that nobody waits for it.
    /// </summary>
    public async Task DestroyUnusedAsync(string reference, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using (await LedgerLock.BeginAsync(context, cancellationToken))
        {
            if (!await context.EvidenceRecords.AnyAsync(r => r.BlobRef == reference && !r.IsErased, cancellationToken))
            {
                blobs.TakeAway(reference);
            }
        }

        blobs.DestroyTaken();
    }
}
