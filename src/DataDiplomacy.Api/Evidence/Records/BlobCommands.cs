using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>Destroys contents that no record has any more.</summary>
public sealed class BlobCommands(IDbContextFactory<DataContext> contexts, RecordBlobs blobs)
{
    /// <summary>
    /// Destroys a content unless a record still has it. It is taken away under the lock of the ledger, under which a new record with the same content looks
    /// whether it is there; it is overwritten after that, so that nobody waits for it. The reference of a public content is its digest, which erased records
    /// are to keep no longer than the content.
    /// </summary>
    public async Task DestroyUnusedAsync(string reference, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using (var transaction = await LedgerLock.BeginAsync(context, cancellationToken))
        {
            if (!await context.EvidenceRecords.AnyAsync(r => r.BlobRef == reference && !r.IsErased, cancellationToken))
            {
                blobs.TakeAway(reference);
            }

            var erased = await context.EvidenceRecords.Where(r => r.BlobRef == reference && r.IsErased).ToListAsync(cancellationToken);
            erased.ForEach(r => r.BlobRef = RecordBlobs.SealedReferenceOf(r.Id));
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        blobs.DestroyTaken();
    }
}
