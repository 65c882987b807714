using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Odrl;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Evaluates policies, and reads those under which data sets are offered.</summary>
public sealed class PolicyQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, IValidator<EvaluatePolicy> evaluateValidator, IValidator<ListOffers> listValidator)
{
    /// <summary>What follows from a policy for a request.</summary>
    /// <exception cref="ProblemException">The policy is none.</exception>
    public PolicyDecisionView Evaluate(EvaluatePolicy asked)
    {
        evaluateValidator.Check(asked);
        var policy = PolicyTerms.Read(asked.Policy);
        var at = Snapshot.InstantOf(asked.Request.At, time);
        return PolicyViews.Decision(policy, PolicyEvaluation.Evaluate(policy, PolicyViews.Request(asked.Request, at), PolicyViews.World(asked.World)), at);
    }

    /// <summary>The offers of a data set, oldest first; null when there is no such data set that the caller may see.</summary>
    public async Task<PageView<OfferView>?> ListAsync(string dataset, ListOffers request, CancellationToken cancellationToken)
    {
        listValidator.Check(request);
        var query = Cursor.Fingerprint("offers", dataset);
        var after = Cursor.Decode(request.Cursor, query, keyParts: 1)?.After[0];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = await (
            from o in context.DatasetOffers.AsNoTracking()
            join p in context.DataPolicies on o.PolicySha256 equals p.Sha256
            where o.DatasetId == dataset && (after == null || string.Compare(o.Id, after) > 0)
            orderby o.Id
            select new { Offer = o, Policy = p }).Take(limit + 1).ToListAsync(cancellationToken);
        var state = new Snapshot(default, 0, null);
        var cursors = rows.Take(limit).Select(r => state.CursorAfter(query, r.Offer.Id)).ToList();
        return new PageView<OfferView>
        {
            Items = [.. rows.Take(limit).Select(r => PolicyViews.Offer(r.Offer, r.Policy))],
            Next = rows.Count > limit ? cursors[^1] : null,
            Cursors = cursors,
            Total = request.Count is null ? null : await context.DatasetOffers.LongCountAsync(o => o.DatasetId == dataset, cancellationToken),
        };
    }

    /// <summary>Ids of the offers of several data sets that were found before, oldest first.</summary>
    public async Task<ILookup<string, string>> IdsAsync(IReadOnlyList<string> datasets, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var offers = await context.DatasetOffers.AsNoTracking().Where(o => datasets.Contains(o.DatasetId)).OrderBy(o => o.Id).Select(o => new { o.DatasetId, o.Id }).ToListAsync(cancellationToken);
        return offers.ToLookup(o => o.DatasetId, o => o.Id, StringComparer.Ordinal);
    }

    /// <summary>A number that rises with each offer.</summary>
    public async Task<long> StateAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.DatasetOffers.LongCountAsync(cancellationToken);
    }
}
