using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Proves versions of data sets, so that a number can be traced to a file that nobody exchanged since.</summary>
public sealed class VersionProofQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, VersionSeals versions, SealCommands seals, LedgerQueries log)
{
    /// <summary>The proof; null when there is no such version that the caller may see.</summary>
    public async Task<VersionProofView?> FindAsync(string dataset, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await visibility.Versions(context).AsNoTracking().FirstOrDefaultAsync(v => v.DatasetId == dataset && v.Number == number, cancellationToken);
        note.AddFound(version?.DatasetId);
        if (version is null)
        {
            return null;
        }

        var found = await IndexAsync(context, dataset, number, cancellationToken);
        if (found is null || await log.ProofAsync(found.Value, cancellationToken) is not { } proof)
        {
            // It was just published: nobody waits for the next seal.
            await seals.SealAsync(cancellationToken);
            found = await IndexAsync(context, dataset, number, cancellationToken) ?? throw new LedgerInconsistentException($"Version {number} of {dataset} was sealed and has no leaf.");
            proof = await log.ProofAsync(found.Value, cancellationToken) ?? throw new LedgerInconsistentException($"The leaf {found} was sealed and has no proof.");
        }

        var entry = await context.LogEntries.AsNoTracking().Where(e => e.Index == found).Select(e => e.Entry).FirstAsync(cancellationToken);
        using var disclosure = JsonDocument.Parse(versions.DisclosureOf(version).ToJson());
        return new VersionProofView { LogIndex = found.Value, Entry = Encoding.UTF8.GetString(entry), Disclosure = disclosure.RootElement.Clone(), Proof = proof.ToString() };
    }

    private static Task<long?> IndexAsync(DataContext context, string dataset, int number, CancellationToken cancellationToken) =>
        context.SealedVersions.AsNoTracking().Where(v => v.DatasetId == dataset && v.Number == number).Select(v => (long?)v.LogIndex).FirstOrDefaultAsync(cancellationToken);
}
