using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Suspends, resumes, replaces and ends agreements, tells both parties, and keeps account of duties.</summary>
public sealed class AgreementCommands(
    IDbContextFactory<DataContext> contexts, AgreementQueries queries, AgreementCallers callers, Access.AuditNote note, TimeProvider time,
    IValidator<ActOnAgreement> actValidator, IValidator<FulfilDuty> fulfilValidator, IValidator<ReleaseDataset> releaseValidator)
{
    /// <summary>Does something to an agreement; null when there is none that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller does not act for the side, or the rules forbid it now.</exception>
    public async Task<AgreementView?> ActAsync(string id, ActOnAgreement request, CancellationToken cancellationToken)
    {
        actValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } agreement) return null;
        callers.Require(request.By, agreement.Members);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        if (request.Successor is not null) await RequireSuccessorAsync(context, agreement, request.Successor, now, cancellationToken);
        // The consumer made the successor too, so that both amend when the provider says that it replaces this one; nothing in the successor says so.
        HashSet<NegotiationParty> by = request is { Action: AgreementAction.Amend, Successor: not null, By: NegotiationParty.Provider } ? [NegotiationParty.Consumer, NegotiationParty.Provider] : [request.By];
        Act(context, agreement, new AgreementAct(request.Action, by, callers.Actor, request.Reason, request.Successor), now);
        await AgreementProvenance.StateAsync(context, agreement, now, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await AgreementQueries.ShowAsync(context, [agreement], now, cancellationToken))[0];
    }

    /// <summary>Notes that a duty was fulfilled; null when there is no such duty of an agreement that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller acts for neither side.</exception>
    public async Task<AgreementView?> FulfilAsync(string id, string duty, FulfilDuty request, CancellationToken cancellationToken)
    {
        fulfilValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } agreement) return null;
        var terms = await context.DataPolicies.AsNoTracking().FirstAsync(p => p.Sha256 == agreement.PolicySha256, cancellationToken);
        if (PolicyTerms.DutiesOf(OdrlReader.Read(terms.Json)).All(d => d.Key != duty)) return null;
        if (!callers.IsEditor) callers.Require(NegotiationParty.Consumer, agreement.Members);
        var now = time.GetUtcNow();
        context.DutyFulfilments.Add(new DutyFulfilment
        {
            Id = "ful-" + Guid.CreateVersion7(now).ToString("N"),
            AgreementId = id,
            DutyKey = duty,
            Actor = callers.Actor,
            Note = request.Note,
            Reference = request.Reference,
            Sha256 = request.Sha256,
            At = Instants.Truncate(now.UtcDateTime),
        });
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        // In the graph nothing changes but that something did: terms are evaluated with the duty fulfilled from now on.
        await AgreementProvenance.NoteAsync(context, agreement, Instants.Truncate(now.UtcDateTime), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await AgreementQueries.ShowAsync(context, [agreement], now.UtcDateTime, cancellationToken))[0];
    }

    /// <summary>Releases a data set from an agreement; null when there is no such agreement that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller does not act for the provider, or the data set is not held under it.</exception>
    public async Task<AgreementView?> ReleaseAsync(string id, ReleaseDataset request, CancellationToken cancellationToken)
    {
        releaseValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } agreement) return null;
        callers.Require(NegotiationParty.Provider, agreement.Members);
        // What was stated while this waited was stated before the release.
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        if (!await ProvenanceCommands.ReleaseAsync(context, await ReplacedAsync(context, agreement, cancellationToken), request.Dataset, (callers.Actor, request.Reason), now, cancellationToken))
            throw new ProblemException(Problems.RuleBroken, $"The data set '{request.Dataset}' is not held under the agreement {id}; GET /v1/datasets/{request.Dataset}/terms says under what it is.");
        await transaction.CommitAsync(cancellationToken);
        return (await AgreementQueries.ShowAsync(context, [agreement], now, cancellationToken))[0];
    }

    /// <summary>Lets an agreement follow what is done to it, and adds the event and what both parties are told to what the context will write.</summary>
    /// <exception cref="ProblemException">The rules forbid it now.</exception>
    internal static void Act(DataContext context, DataAgreement agreement, AgreementAct act, DateTime now)
    {
        var step = AgreementRules.Next(agreement.Standing, new AgreementRequest { Action = act.Action, By = act.By, At = now, Reason = act.Reason, Successor = act.Successor });
        if (step.Next is not { } next) throw new ProblemException(Problems.RuleBroken, step.Refusal ?? "");
        agreement.Follow(next);
        context.AgreementEvents.Add(new AgreementEvent
        {
            AgreementId = agreement.Id,
            Number = agreement.Events,
            Action = act.Action,
            Parties = act.Parties,
            Actor = act.Actor,
            State = next.State,
            Reason = act.Reason,
            Successor = act.Successor,
            At = now,
        });
        context.AgreementNotices.AddRange(step.Notifications.Select(n => new AgreementNotice
        {
            AgreementId = agreement.Id,
            Event = agreement.Events,
            Recipient = n.To,
            Action = n.Action,
            Parties = act.Parties,
            State = n.State,
            Reason = n.Reason,
            At = now,
        }));
    }

    private async Task<DataAgreement?> FindAsync(DataContext context, string id, CancellationToken cancellationToken)
    {
        var agreement = await queries.Visible(context).FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        note.AddFound(agreement?.DatasetId);
        return agreement;
    }

    /// <summary>The agreement, and all that ended by being replaced by it or by what it replaced: what is held under them is shown as held under this one.</summary>
    private static async Task<List<string>> ReplacedAsync(DataContext context, DataAgreement agreement, CancellationToken cancellationToken)
    {
        var successors = await context.DataAgreements.AsNoTracking().Where(a => a.DatasetId == agreement.DatasetId && a.Successor != null)
            .Select(a => new { a.Id, a.Successor }).ToListAsync(cancellationToken);
        var before = successors.ToLookup(a => a.Successor, a => a.Id, StringComparer.Ordinal);
        List<string> found = [agreement.Id];
        // Of a chain the last one is shown; whoever names one in the middle means that one alone.
        if (agreement.Successor is not null) return found;
        for (var i = 0; i < found.Count; i++) found.AddRange(before[found[i]].Except(found));
        return found;
    }

    private async Task RequireSuccessorAsync(DataContext context, DataAgreement agreement, string successor, DateTime now, CancellationToken cancellationToken)
    {
        var found = successor == agreement.Id ? null : await queries.Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == successor, cancellationToken);
        if (found?.DatasetId != agreement.DatasetId || !Names(found.Members).Intersect(Names(agreement.Members)).Any() || !AgreementRules.IsInForce(found.Standing, now))
            throw new ProblemException(Problems.RuleBroken, $"The agreement is replaced by another on the same data set, with the same consumer, and in force; '{successor}' is none. Negotiate one first: POST /v1/data-negotiations.");
    }

    private static string[] Names(string members) => members.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
