using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Reads agreements: editors those on all data sets that they see, others those that they are bound to. To everybody else there are none.</summary>
public sealed class AgreementQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AgreementCallers callers, AgreementSeals seals, LeafProofQueries proofs, AuditNote note, TimeProvider time, IValidator<ListAgreements> validator)
{
    public async Task<PageView<AgreementView>> ListAsync(ListAgreements request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = Cursor.Fingerprint("agreements", request.Dataset, request.State);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 1);
        // What is expired follows from the time: all pages of a list go by that of the first.
        var now = cursor?.AsOf ?? Instants.Truncate(time.GetUtcNow().UtcDateTime);
        var after = cursor?.After[0];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var filtered = Filter(Visible(context), request, now);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = await filtered.Where(a => after == null || string.Compare(a.Id, after) > 0).OrderBy(a => a.Id).Take(limit + 1).AsNoTracking().ToListAsync(cancellationToken);
        List<DataAgreement> shown = [.. rows.Take(limit)];
        foreach (var dataset in shown.Select(a => a.DatasetId).Distinct(StringComparer.Ordinal)) note.Add(dataset);
        var state = new Snapshot(now, 0, null);
        var cursors = shown.Select(a => state.CursorAfter(query, a.Id)).ToList();
        return new PageView<AgreementView>
        {
            Items = await ShowAsync(context, shown, now, cancellationToken),
            Next = rows.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            AsOf = now,
            Total = request.Count is null ? null : await filtered.LongCountAsync(cancellationToken),
        };
    }

    /// <summary>The agreement; null when there is none that the caller may see.</summary>
    public async Task<AgreementView?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var agreement = await Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        note.AddFound(agreement?.DatasetId);
        return agreement is null ? null : (await ShowAsync(context, [agreement], time.GetUtcNow().UtcDateTime, cancellationToken))[0];
    }

    /// <summary>What the parties were told, oldest first; null when there is no such agreement that the caller may see.</summary>
    public async Task<PageView<AgreementNotificationView>?> NotificationsAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) is not { } agreement) return null;
        note.Add(agreement.DatasetId);
        var notices = await context.AgreementNotices.AsNoTracking().Where(n => n.AgreementId == id).ToListAsync(cancellationToken);
        return new PageView<AgreementNotificationView> { Items = [.. notices.OrderBy(n => n.Event).ThenBy(n => n.Recipient).Select(AgreementViews.Notification)], Next = null };
    }

    /// <summary>The proof that an agreement stands in the log as it was made; null when there is none that the caller may see.</summary>
    public async Task<LeafProofView?> ProveAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var agreement = await Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        note.AddFound(agreement?.DatasetId);
        if (agreement is null) return null;
        var head = await context.DataNegotiations.Where(n => n.Id == agreement.NegotiationId).Select(n => n.Head).FirstAsync(cancellationToken);
        return await proofs.OfAsync(c => c.DataAgreements.Where(a => a.Id == id).Select(a => a.LogIndex).FirstOrDefaultAsync(cancellationToken), seals.DisclosureOf(agreement, head), $"Agreement {id}", cancellationToken);
    }

    /// <summary>What the caller may see.</summary>
    internal IQueryable<DataAgreement> Visible(DataContext context)
    {
        var datasets = visibility.Datasets(context).Select(d => d.Id);
        var (isEditor, isKnown, member) = (callers.IsEditor, callers.IsKnown, callers.IsKnown ? callers.Member : "");
        return context.DataAgreements.Where(a => isKnown && datasets.Contains(a.DatasetId) && (isEditor || a.Members.Contains(member)));
    }

    /// <summary>Agreements with their terms, events and duties, in three statements for all of them.</summary>
    internal static async Task<IReadOnlyList<AgreementView>> ShowAsync(DataContext context, IReadOnlyList<DataAgreement> agreements, DateTime now, CancellationToken cancellationToken)
    {
        var (ids, hashes) = (agreements.Select(a => a.Id).ToList(), agreements.Select(a => a.PolicySha256).ToList());
        var policies = await context.DataPolicies.AsNoTracking().Where(p => hashes.Contains(p.Sha256)).ToDictionaryAsync(p => p.Sha256, StringComparer.Ordinal, cancellationToken);
        var events = (await context.AgreementEvents.AsNoTracking().Where(e => ids.Contains(e.AgreementId)).ToListAsync(cancellationToken)).ToLookup(e => e.AgreementId, StringComparer.Ordinal);
        var fulfilments = (await context.DutyFulfilments.AsNoTracking().Where(f => ids.Contains(f.AgreementId)).ToListAsync(cancellationToken)).ToLookup(f => f.AgreementId, StringComparer.Ordinal);
        return [.. agreements.Select(a => AgreementViews.Of(a, policies[a.PolicySha256], events[a.Id], fulfilments[a.Id], now))];
    }

    private static IQueryable<DataAgreement> Filter(IQueryable<DataAgreement> agreements, ListAgreements request, DateTime now)
    {
        if (request.Dataset is { } dataset) agreements = agreements.Where(a => a.DatasetId == dataset);
        if (request.State is null || !WireNames.TryParse<AgreementState>(request.State, out var state)) return agreements;
        if (state == AgreementState.Expired)
            return agreements.Where(a => a.State == state || (a.State == AgreementState.Active || a.State == AgreementState.Suspended) && a.ExpiresAt <= now);
        return state is AgreementState.Active or AgreementState.Suspended
            ? agreements.Where(a => a.State == state && (a.ExpiresAt == null || a.ExpiresAt > now))
            : agreements.Where(a => a.State == state);
    }
}
