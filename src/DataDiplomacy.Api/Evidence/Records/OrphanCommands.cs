using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>
/// Removes orphans, one by one, each looked at again under the lock of the ledger, under which every record is committed. A public content lies under its
/// hash, so that a new record with the same bytes may refer to it meanwhile: that one looks under the same lock whether the content is there.
/// </summary>
public sealed class OrphanCommands(IDbContextFactory<DataContext> contexts, BlobCommands contents, StorageOptions storage)
{
    /// <summary>Destroys an orphan for good.</summary>
    /// <returns>False when it stays: it is too young or was written again, or a record has it by now.</returns>
    public async Task<bool> RemoveAsync(StoredOrphan orphan, CancellationToken cancellationToken)
    {
        var path = Path.Combine(storage.Path, orphan.Path);
        if (!orphan.IsOld || File.GetLastWriteTimeUtc(path) != orphan.WrittenAt)
        {
            return false;
        }

        switch (orphan.Kind)
        {
            case OrphanKind.Content:
                await contents.DestroyUnusedAsync(OrphanQueries.ReferenceOf(orphan), cancellationToken);
                return !File.Exists(path);
            case OrphanKind.Key:
                return await RemoveKeyAsync(OrphanQueries.RecordOf(orphan), path, cancellationToken);
            default:
                DurableFile.Destroy(path);
                return true;
        }
    }

    private async Task<bool> RemoveKeyAsync(string record, string path, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await LedgerLock.BeginAsync(context, cancellationToken);
        if (await context.EvidenceRecords.AnyAsync(r => r.Id == record, cancellationToken) || await context.CustodyEvents.AnyAsync(e => e.RecordId == record, cancellationToken))
        {
            return false;
        }

        DurableFile.Destroy(path);
        return true;
    }
}
