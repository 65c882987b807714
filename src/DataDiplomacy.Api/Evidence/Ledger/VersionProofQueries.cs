using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Proves versions of data sets, so that a number can be traced to a file that nobody exchanged since.</summary>
public sealed class VersionProofQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, VersionSeals versions, LeafProofQueries proofs)
{
    /// <summary>The proof; null when there is no such version that the caller may see.</summary>
    public async Task<LeafProofView?> FindAsync(string dataset, int number, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var version = await visibility.Versions(context).AsNoTracking().FirstOrDefaultAsync(v => v.DatasetId == dataset && v.Number == number, cancellationToken);
        note.AddFound(version?.DatasetId);
        return version is null ? null : await proofs.OfAsync(
            c => c.SealedVersions.AsNoTracking().Where(v => v.DatasetId == dataset && v.Number == number).Select(v => (long?)v.LogIndex).FirstOrDefaultAsync(cancellationToken),
            versions.DisclosureOf(version), $"Version {number} of {dataset}", cancellationToken);
    }
}
