using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Standards.Odrl;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Offers data sets under policies.</summary>
public sealed class PolicyCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AgreementCallers callers, AgreementIris iris, AuditNote note, TimeProvider time, IValidator<AddOffer> validator)
{
    /// <summary>Adds an offer; null when there is no such data set that the caller may see. The same terms again are the same offer.</summary>
    public async Task<(OfferView Offer, bool IsNew)?> OfferAsync(string dataset, AddOffer request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        var now = time.GetUtcNow();
        var policy = PolicyTerms.About(PolicyTerms.Read(request.Policy), dataset, iris.Dataset(dataset)) with { Type = OdrlPolicyType.Offer };
        var stored = await KeepAsync(context, policy, now.UtcDateTime, cancellationToken);
        if (await context.DatasetOffers.FirstOrDefaultAsync(o => o.DatasetId == dataset && o.PolicySha256 == stored.Sha256, cancellationToken) is { } known)
            return (PolicyViews.Offer(known, stored), false);

        var offer = new DatasetOffer
        {
            Id = "off-" + Guid.CreateVersion7(now).ToString("N"),
            DatasetId = dataset,
            PolicySha256 = stored.Sha256,
            Actor = callers.Actor,
            CreatedAt = Instants.Truncate(now.UtcDateTime),
        };
        context.DatasetOffers.Add(offer);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (PolicyViews.Offer(offer, stored), true);
    }

    /// <summary>Adds a policy to what the context will write, unless it is kept already.</summary>
    /// <exception cref="ProblemException">Its time is over.</exception>
    internal static async Task<StoredPolicy> KeepAsync(DataContext context, OdrlPolicy policy, DateTime at, CancellationToken cancellationToken)
    {
        PolicyTerms.RequireTime(policy, at);
        var stored = PolicyTerms.Stored(policy, Instants.Truncate(at));
        if (await context.DataPolicies.FindAsync([stored.Sha256], cancellationToken) is { } known) return known;
        context.DataPolicies.Add(stored);
        return stored;
    }
}
