using DataDiplomacy.Api.Data;
using DataDiplomacy.Core.Catalogue.Negotiations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Counts with how many a data set was shared, and never says with whom. Who asks has found the data set before.</summary>
public sealed class SharingQueries(IDbContextFactory<DataContext> contexts, TimeProvider time)
{
    public async Task<Sharing> OfAsync(string dataset, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow().UtcDateTime;
        var agreements = context.DataAgreements.AsNoTracking().Where(a => a.DatasetId == dataset);
        var inForce = await agreements.Where(a => a.State == AgreementState.Active && (a.ExpiresAt == null || a.ExpiresAt > now)).GroupBy(_ => 1)
            .Select(g => new { Number = g.LongCount(), First = g.Min(a => (DateTime?)a.MadeAt) }).SingleOrDefaultAsync(cancellationToken);
        var ids = agreements.Select(a => a.Id);
        var starts = await context.TransferMoves.AsNoTracking().Where(m => m.Kind == TransferMoveKind.Start && ids.Contains(m.AgreementId)).GroupBy(m => new { m.AgreementId, m.Transfer })
            .Select(g => g.Min(m => m.At)).ToListAsync(cancellationToken);
        return new Sharing(inForce?.Number ?? 0, inForce?.First, starts.Count, starts.Count == 0 ? null : starts.Min());
    }
}

/// <summary>How a data set was shared.</summary>
/// <param name="InForce">Agreements in force.</param>
/// <param name="FirstInForce">When the first of them was made, UTC.</param>
/// <param name="Transfers">Transfers that were started, under whichever agreement.</param>
/// <param name="FirstStart">When the first of them was, UTC; null for none.</param>
public sealed record Sharing(long InForce, DateTime? FirstInForce, long Transfers, DateTime? FirstStart);
