using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;

namespace DataDiplomacy.Api.Access;

/// <summary>
/// Finds, issues and revokes keys. A key found is remembered for half a minute, so that revoking works within one on other servers, and at once on this one.
/// </summary>
/// <remarks>
/// A key is looked up by the SHA-256 of what was sent. No comparison in constant time is needed: how long a lookup takes can tell something about
/// the hash only, and nobody can choose a text whose hash shares a prefix with that of 256 random bits without trying them all.
/// </remarks>
public sealed class KeyRing(IDbContextFactory<DataContext> contexts, TimeProvider time, IValidator<ListKeys> listValidator, IValidator<CreateKey> createValidator) : IDisposable
{
    /// <summary>Keys that were never ours are remembered too; no longer ones are even hashed.</summary>
    public const int MaxSecretLength = 512;

    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);
    private readonly MemoryCache _known = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private int _revocations;

    /// <summary>The caller with this key; null when it is not valid, or not from this origin.</summary>
    /// <param name="secret">The key.</param>
    /// <param name="origin">The Origin header; null when there is none.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<Caller?> FindAsync(string secret, string? origin, CancellationToken cancellationToken)
    {
        if (secret.Length is 0 or > MaxSecretLength)
        {
            return null;
        }

        var hash = KeySecrets.Hash(secret);
        var now = time.GetUtcNow().UtcDateTime;
        var key = _known.TryGetValue(hash, out Remembered? known) && known is not null && now - known.ReadAt < Memory ? known.Key : await ReadAsync(hash, now, cancellationToken);
        return key is not null && key.WorksAt(now) && key.WorksFrom(origin) ? new Caller(key.Name, key.Role, key.ExpiresAt, key.CaseId) { Kind = CallerKind.Key, Identity = hash } : null;
    }

    /// <summary>Issues a key and returns its secret, which is shown this once only.</summary>
    public async Task<string> IssueAsync(string name, Role role, DateTime? expiresAt, string? caseId, CancellationToken cancellationToken)
    {
        var secret = KeySecrets.Create();
        await StoreAsync(secret, name, role, expiresAt, caseId, null, cancellationToken);
        return secret;
    }

    /// <summary>Issues the key that was asked for.</summary>
    public async Task<NewKeyView> CreateAsync(CreateKey request, CancellationToken cancellationToken)
    {
        createValidator.Check(request);
        DateTime? expiresAt = Instants.TryParse(request.ExpiresAt ?? "", out var instant) ? instant : null;
        if (expiresAt <= time.GetUtcNow().UtcDateTime)
        {
            throw ProblemException.Invalid("expiresAt", $"{request.ExpiresAt} is past: the key would never work.");
        }

        var secret = KeySecrets.Create();
        var origins = request.Origins is { Count: > 0 } given ? string.Join(' ', given) : null;
        return new NewKeyView { Secret = secret, Key = ToView(await StoreAsync(secret, request.Name, request.Role, expiresAt, request.Case, origins, cancellationToken)) };
    }

    /// <summary>All keys in the order in which they were issued, revoked and expired ones too.</summary>
    public async Task<PageView<KeyView>> ListAsync(ListKeys request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        var query = Cursor.Fingerprint("keys");
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        var limit = request.Limit ?? Paging.DefaultLimit;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await context.AccessKeys.AsNoTracking().Where(k => after == null || string.Compare(k.Id, after) > 0)
            .OrderBy(k => k.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var state = new Snapshot(Instants.Truncate(time.GetUtcNow().UtcDateTime), 0, null);
        var cursors = keys.Take(limit).Select(k => state.CursorAfter(query, k.Id)).ToList();
        return new PageView<KeyView> { Items = [.. keys.Take(limit).Select(ToView)], Next = keys.Count > limit ? cursors[^1] : null, Cursors = cursors };
    }

    /// <summary>Revokes a key for good; null when there is none with this id. One that was revoked before stays so from then on.</summary>
    public async Task<KeyView?> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        await context.AccessKeys.Where(k => k.Id == id && k.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, now), cancellationToken);
        var key = await context.AccessKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == id, cancellationToken);
        if (key is null)
        {
            return null;
        }

        // In this order: who read the key before it was revoked may not remember it after it was forgotten.
        Interlocked.Increment(ref _revocations);
        _known.Remove(key.Sha256);
        return ToView(key);
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
                await StoreAsync(given, "bootstrap", Role.Admin, null, null, null, cancellationToken);
            }

            return null;
        }

        return await context.AccessKeys.AnyAsync(cancellationToken)
            ? null
            : await IssueAsync("bootstrap", Role.Admin, null, null, cancellationToken);
    }

    public void Dispose() => _known.Dispose();

    private async Task<AccessKey?> ReadAsync(string hash, DateTime now, CancellationToken cancellationToken)
    {
        var revocations = Volatile.Read(ref _revocations);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var key = await context.AccessKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Sha256 == hash, cancellationToken);
        if (revocations == Volatile.Read(ref _revocations))
        {
            _known.Set(hash, new Remembered(key, now), new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Memory });
        }

        return key;
    }

    private async Task<AccessKey> StoreAsync(string secret, string name, Role role, DateTime? expiresAt, string? caseId, string? origins, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var id = "key-" + Guid.CreateVersion7(time.GetUtcNow()).ToString("N");
        var key = AccessKey.Issue(id, secret, name, role, Instants.Truncate(time.GetUtcNow().UtcDateTime), expiresAt, caseId, origins);
        context.AccessKeys.Add(key);
        await context.SaveChangesAsync(cancellationToken);
        return key;
    }

    private sealed record Remembered(AccessKey? Key, DateTime ReadAt);

    private static KeyView ToView(AccessKey key) => new()
    {
        Id = key.Id,
        Prefix = key.Prefix,
        Name = key.Name,
        Role = key.Role,
        CreatedAt = key.CreatedAt,
        ExpiresAt = key.ExpiresAt,
        RevokedAt = key.RevokedAt,
        Case = key.CaseId,
        Origins = key.Origins?.Split(' ') ?? [],
    };
}
