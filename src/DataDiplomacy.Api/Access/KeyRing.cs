using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DataDiplomacy.Api.Access;

/// <summary>Finds and issues keys. A key found is remembered for half a minute, so that revoking works within one.</summary>
public sealed class KeyRing(IDbContextFactory<DataContext> contexts, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public async Task<Caller?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        var hash = KeySecrets.Hash(secret);
        if (!_known.TryGetValue(hash, out AccessKey? key))
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            key = await context.AccessKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Sha256 == hash, cancellationToken);
            _known.Set(hash, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
        }

        return key is not null && key.WorksAt(time.GetUtcNow().UtcDateTime) ? new Caller(key.Name, key.Role, key.ExpiresAt, key.CaseId) : null;
    }

    /// <summary>Issues a key and returns its secret, which is shown this once only.</summary>
    public async Task<string> IssueAsync(string name, Role role, DateTime? expiresAt, string? caseId, CancellationToken cancellationToken)
    {
        var secret = KeySecrets.Create();
        await StoreAsync(secret, name, role, expiresAt, caseId, cancellationToken);
        return secret;
    }

    /// <summary>
    /// Sees to it that there is an admin key: the configured one, or on a database without any key a new one, which is returned to be shown once.
    /// </summary>
    public async Task<string?> BootstrapAsync(string? configured, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // A secret read from a file ends in a line break, which no Authorization header can carry.
        if (configured?.Trim() is { Length: > 0 } given)
        {
            var hash = KeySecrets.Hash(given);
            if (!await context.AccessKeys.AnyAsync(k => k.Sha256 == hash, cancellationToken))
            {
                await StoreAsync(given, "bootstrap", Role.Admin, null, null, cancellationToken);
            }

            return null;
        }

        return await context.AccessKeys.AnyAsync(cancellationToken)
            ? null
            : await IssueAsync("bootstrap", Role.Admin, null, null, cancellationToken);
    }

    public void Dispose() => _known.Dispose();

    private async Task StoreAsync(string secret, string name, Role role, DateTime? expiresAt, string? caseId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = "key-" + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        context.AccessKeys.Add(AccessKey.Issue(id, secret, name, role, Instants.Truncate(time.GetUtcNow().UtcDateTime), expiresAt, caseId));
        await context.SaveChangesAsync(cancellationToken);
    }
}
