using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Access;

/// <summary>Claims, keeps and releases the records of Idempotency-Keys.</summary>
public sealed class IdempotencyCommands(IDbContextFactory<DataContext> contexts, TimeProvider time)
{
    /// <summary>How long an answer can be had again; at least a day is promised.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(48);

    /// <summary>A claim, or the record of the request that came before.</summary>
    public async Task<(Claim? Claim, IdempotencyRecord? Before)> ClaimAsync(string id, string requestHash, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        var tooOld = now - Kept;
        await context.IdempotencyRecords.Where(r => r.CreatedAt < tooOld).ExecuteDeleteAsync(cancellationToken);
        var claimed = await context.Database.ExecuteSqlAsync(
            $"INSERT INTO idempotency_record (id, request_hash, created_at) VALUES ({id}, {requestHash}, {now}) ON CONFLICT DO NOTHING", cancellationToken);
        if (claimed > 0)
        {
            return (new Claim(id, requestHash, now), null);
        }

        var before = await context.IdempotencyRecords.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, cancellationToken);
        return before is null ? await ClaimAsync(id, requestHash, cancellationToken) : (null, before);
    }

    /// <summary>
    /// Takes over the claim of a request that has not acted: it died, or it is with another server and from now on cannot act. Null when it has
    /// acted after all.
    /// </summary>
    public async Task<Claim?> TakeOverAsync(IdempotencyRecord before, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        var later = now > before.CreatedAt ? now : before.CreatedAt.AddMilliseconds(1);
        var taken = await context.IdempotencyRecords
            .Where(r => r.Id == before.Id && r.CreatedAt == before.CreatedAt && r.Status == null)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.CreatedAt, later), cancellationToken);
        return taken > 0 ? new Claim(before.Id, before.RequestHash, later) : null;
    }

    /// <summary>Keeps the answer, for who asks again.</summary>
    public async Task KeepAsync(Claim claim, IdempotencyRecord answer, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.IdempotencyRecords.Where(r => r.Id == claim.Id && r.CreatedAt == claim.At).ExecuteUpdateAsync(
            s => s.SetProperty(r => r.Status, answer.Status).SetProperty(r => r.RequestHash, answer.RequestHash).SetProperty(r => r.ContentType, answer.ContentType)
                .SetProperty(r => r.Location, answer.Location).SetProperty(r => r.ETag, answer.ETag).SetProperty(r => r.Body, answer.Body)
                .SetProperty(r => r.Subject, answer.Subject),
            cancellationToken);
    }

    /// <summary>A request that was refused has no effect: the key is free again. One that took effect keeps its mark.</summary>
    public async Task ReleaseAsync(Claim claim, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.IdempotencyRecords.Where(r => r.Id == claim.Id && r.CreatedAt == claim.At && r.Status == null).ExecuteDeleteAsync(cancellationToken);
    }
}
