using DataDiplomacy.Api.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Writes into the transaction of an effect that its claim has taken effect: after a crash the record tells whether it happened. A claim that
/// someone else took over meanwhile matches no row, and the effect is rolled back.
/// </summary>
public sealed class EffectMarker(CurrentClaim current) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (current.Claim is { HasActed: false } claim && eventData.Context is DataContext context && IsEffect(context))
        {
            Mark(context, claim);
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Adds the mark of a claim to what the context will write: for writers that take several requests into one transaction.</summary>
    public static void Mark(DataContext context, Claim? claim)
    {
        if (claim is null)
        {
            return;
        }

        var record = context.Attach(new IdempotencyRecord { Id = claim.Id, RequestHash = claim.RequestHash, CreatedAt = claim.At });
        record.Property(r => r.Status).CurrentValue = Claim.TookEffect;
        record.Property(r => r.RequestHash).CurrentValue = claim.WholeHash();
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (current.Claim is { } claim && eventData.Context is { } context && context.ChangeTracker.Entries<IdempotencyRecord>().Any())
        {
            claim.HasActed = true;
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Records about requests are no effect of theirs.</summary>
    private static bool IsEffect(DataContext context)
    {
        var entries = context.ChangeTracker.Entries().ToList();
        return !entries.Exists(e => e.Entity is IdempotencyRecord)
            && entries.Exists(e => e.Entity is not AuditRecord && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);
    }
}
