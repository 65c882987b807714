using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Evidence.Mail;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Evidence.MailKeys;

/// <summary>Reads the archive of signing keys. Nothing is asked of the DNS: it tells of today, and messages are older.</summary>
public sealed class MailKeyQueries(IDbContextFactory<DataContext> contexts, IValidator<ListMailKeys> validator)
{
    public async Task<PageView<MailKeyView>> ListAsync(ListMailKeys request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var (domain, selector) = (request.Domain?.ToLowerInvariant(), request.Selector?.ToLowerInvariant());
        var query = Cursor.Fingerprint("mail-keys", domain, selector);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        var limit = request.Limit ?? Paging.DefaultLimit;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await context.MailKeys.AsNoTracking()
            .Where(k => (after == null || string.Compare(k.Id, after) > 0) && (domain == null || k.Domain == domain) && (selector == null || k.Selector == selector))
            .OrderBy(k => k.Id).Take(limit + 1).ToListAsync(cancellationToken);
        var state = new Snapshot(default, 0, null);
        return new PageView<MailKeyView>
        {
            Items = [.. keys.Take(limit).Select(ToView)],
            Next = keys.Count > limit ? state.CursorAfter(query, keys[limit - 1].Id) : null,
        };
    }

    /// <summary>All archived keys of one name, in the order in which they were archived.</summary>
    public async Task<IReadOnlyList<StoredMailKey>> FindAsync(string domain, string selector, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.MailKeys.AsNoTracking().Where(k => k.Domain == domain && k.Selector == selector).OrderBy(k => k.Id).Take(Paging.MaxLimit).ToListAsync(cancellationToken);
    }

    /// <summary>A key as it is shown.</summary>
    public static MailKeyView ToView(StoredMailKey key) => new()
    {
        Id = key.Id,
        Domain = key.Domain,
        Selector = key.Selector,
        Record = key.Record,
        Source = key.Source,
        SeenFrom = key.SeenFrom,
        SeenUntil = key.SeenUntil,
        Reference = key.Reference,
        CreatedAt = key.CreatedAt,
        Actor = key.Actor,
    };
}
