using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Begins negotiations and moves in them. Offer, accept and agree bind a side, and wait for the approval of a second person.</summary>
public sealed class NegotiationCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, NegotiationQueries queries, OverdueCommands overdue, AgreementCallers callers, AgreementIris iris, AgreementOptions options,
    AuditNote note, TimeProvider time, IValidator<StartNegotiation> startValidator, IValidator<MakeMove> moveValidator, IValidator<DecideApproval> decideValidator)
{
    /// <summary>Begins a negotiation for the caller; null when there is no such data set that the caller may see.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="consumerPid">The IRI that the consumer gave to it; null for one made here.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    public async Task<DataNegotiationView?> StartAsync(StartNegotiation request, string? consumerPid, CancellationToken cancellationToken)
    {
        startValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == request.Dataset, cancellationToken)) return null;
        note.Add(request.Dataset);
        if (consumerPid is not null && await context.DataNegotiations.AnyAsync(n => n.ConsumerPid == consumerPid, cancellationToken))
            throw new ProblemException(Problems.AlreadyExists, $"There is a negotiation with the consumerPid '{consumerPid}' already; the IRI of a negotiation is never used again.");

        var now = time.GetUtcNow();
        var terms = await PolicyCommands.KeepAsync(context, TermsOf(request.Policy, request.Dataset), now.UtcDateTime, cancellationToken);
        var negotiation = New(request, consumerPid, now);
        var content = new MoveContent(NegotiationMoveKind.Request, terms.Sha256, request.Motivation ?? "", NegotiationSteps.Cited(request.ValuesCited));
        context.NegotiationMoves.Add(NegotiationSteps.Make(negotiation, null, NegotiationParty.Consumer, callers.Actor, content, Instants.Truncate(now.UtcDateTime)));
        context.DataNegotiations.Add(negotiation);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await ShowAsync(context, negotiation, cancellationToken);
    }

    /// <summary>Makes a move, or asks for its approval; null when there is no such negotiation that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller does not act for the side, or the rules forbid the move now.</exception>
    public async Task<(DataNegotiationView Negotiation, bool IsPending)?> MoveAsync(string id, MakeMove request, CancellationToken cancellationToken)
    {
        moveValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } negotiation) return null;
        callers.Require(request.By, negotiation.Members);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        await overdue.RefuseAsync(context, negotiation, now, cancellationToken);
        NegotiationSteps.Next(negotiation, request.By, request.Move);
        var terms = await TermsAsync(context, negotiation, request, now, cancellationToken);
        var content = new MoveContent(request.Move, terms, request.Motivation ?? "", NegotiationSteps.Cited(request.ValuesCited), request.Reason);
        var isPending = ApprovalRules.IsNeededFor(request.Move);
        if (isPending) await AskAsync(context, negotiation, request.By, content, now, cancellationToken);
        else await MakeAsync(context, negotiation, request.By, callers.Actor, content, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await ShowAsync(context, negotiation, cancellationToken), isPending);
    }

    /// <summary>Decides of a move that waits; null when there is no such approval that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller asked for it, does not act for the side, or is too late.</exception>
    public async Task<DataNegotiationView?> DecideAsync(string id, int number, DecideApproval request, CancellationToken cancellationToken)
    {
        decideValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } negotiation) return null;
        if (await context.MoveApprovals.FirstOrDefaultAsync(a => a.NegotiationId == id && a.Number == number, cancellationToken) is not { } approval) return null;
        callers.RequireApprover(approval.Party, negotiation.Members);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        await overdue.RefuseAsync(context, negotiation, now, cancellationToken);
        approval.Take(Decided(approval, request, now));
        if (approval.State == ApprovalState.Approved)
        {
            if (approval.AfterMoves != negotiation.Moves) throw new ProblemException(Problems.RuleBroken, "The negotiation has moved on since the approval was asked for. Ask again, if the move is still wanted.");
            var content = new MoveContent(approval.Kind, approval.PolicySha256, approval.Motivation, approval.Cited);
            await MakeAsync(context, negotiation, approval.Party, approval.AskedBy, content, now, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return await ShowAsync(context, negotiation, cancellationToken);
    }

    private static Approval Decided(MoveApproval approval, DecideApproval request, string by, DateTime now)
    {
        var decision = request.Decision == ApprovalChoice.Approve
            ? ApprovalRules.Approve(approval.ToApproval(), by, now)
            : ApprovalRules.Refuse(approval.ToApproval(), by, now, request.Reason ?? "");
        return decision.Approval ?? throw new ProblemException(Problems.RuleBroken, decision.Refusal ?? "");
    }

    private Approval Decided(MoveApproval approval, DecideApproval request, DateTime now) => Decided(approval, request, callers.Actor, now);

    private async Task<DataNegotiation?> FindAsync(DataContext context, string id, CancellationToken cancellationToken)
    {
        var negotiation = await queries.Visible(context).FirstOrDefaultAsync(n => n.Id == id, cancellationToken);
        note.AddFound(negotiation?.DatasetId);
        return negotiation;
    }

    private async Task<DataNegotiationView> ShowAsync(DataContext context, DataNegotiation negotiation, CancellationToken cancellationToken) =>
        (await queries.ShowAsync(context, [negotiation], cancellationToken))[0];

    private async Task AskAsync(DataContext context, DataNegotiation negotiation, NegotiationParty party, MoveContent content, DateTime now, CancellationToken cancellationToken)
    {
        var asked = await context.MoveApprovals.Where(a => a.NegotiationId == negotiation.Id).ToListAsync(cancellationToken);
        var waiting = asked.Find(a => a.Party == party && a.AfterMoves == negotiation.Moves && ApprovalRules.StateAt(a.ToApproval(), now) == ApprovalState.Pending);
        if (waiting is not null)
            throw new ProblemException(Problems.RuleBroken, $"A move of the {WireNames.Of(party)} waits for approval already. Decide it first: POST /v1/data-negotiations/{negotiation.Id}/approvals/{waiting.Number}.");
        context.MoveApprovals.Add(new MoveApproval
        {
            NegotiationId = negotiation.Id,
            Number = asked.Count + 1,
            AfterMoves = negotiation.Moves,
            Party = party,
            Kind = content.Kind,
            PolicySha256 = content.PolicySha256,
            Motivation = content.Motivation,
            Cited = content.Cited,
            AskedBy = callers.Actor,
            AskedAt = now,
            ExpiresAt = now.AddDays(options.ApprovalDays),
        });
    }

    private async Task MakeAsync(DataContext context, DataNegotiation negotiation, NegotiationParty party, string agent, MoveContent content, DateTime now, CancellationToken cancellationToken)
    {
        // New terms are looked at when they are kept; between an offer and the last move its time may end.
        if (content is { PolicySha256: null, Kind: not NegotiationMoveKind.Terminate } && await context.DataPolicies.FindAsync([negotiation.TermsSha256], cancellationToken) is { } onTable)
            PolicyTerms.RequireTime(OdrlReader.Read(onTable.Json), now);
        var last = await context.NegotiationMoves.AsNoTracking().FirstOrDefaultAsync(m => m.NegotiationId == negotiation.Id && m.Sequence == negotiation.Moves, cancellationToken);
        context.NegotiationMoves.Add(NegotiationSteps.Make(negotiation, last, party, agent, content, now));
        if (negotiation.AgreementId is not null && content.Kind == NegotiationMoveKind.Finalize)
        {
            var terms = await context.DataPolicies.AsNoTracking().FirstAsync(p => p.Sha256 == negotiation.TermsSha256, cancellationToken);
            var agreement = DataAgreement.Of(negotiation, OdrlReader.Read(terms.Json), now);
            context.DataAgreements.Add(agreement);
            await AgreementProvenance.StateAsync(context, agreement, iris, cancellationToken);
        }
    }

    /// <summary>The hash of the terms that go with a move, which are kept; null for a move without.</summary>
    private async Task<string?> TermsAsync(DataContext context, DataNegotiation negotiation, MakeMove request, DateTime now, CancellationToken cancellationToken)
    {
        OdrlPolicy? sent = request.Policy is { ValueKind: not JsonValueKind.Null } json ? TermsOf(json, negotiation.DatasetId) : null;
        if (request.Move is NegotiationMoveKind.Request or NegotiationMoveKind.Offer && sent is not null) return (await PolicyCommands.KeepAsync(context, sent, now, cancellationToken)).Sha256;
        if (request.Move != NegotiationMoveKind.Agree) return null;
        var onTable = OdrlReader.Read((await context.DataPolicies.AsNoTracking().FirstAsync(p => p.Sha256 == negotiation.TermsSha256, cancellationToken)).Json);
        if (sent is not null && PolicyTerms.DifferencesOfRules(onTable, sent) is [var first, ..])
            throw new ProblemException(Problems.RuleBroken, $"An agreement states the terms on the table, and this one differs in {first.Term}: it was {first.Old ?? "not there"}, and is {first.New ?? "not there"}. Make an offer to change terms.");
        var assignee = negotiation.ConsumerAgent ?? iris.Consumer(negotiation.Id);
        var agreement = PolicyTerms.AgreementOf(onTable, iris.Agreement(negotiation.FutureAgreementId), iris.Provider, assignee, now);
        return (await PolicyCommands.KeepAsync(context, agreement, now, cancellationToken)).Sha256;
    }

    private OdrlPolicy TermsOf(JsonElement policy, string dataset) => PolicyTerms.About(PolicyTerms.Read(policy), dataset, iris.Dataset(dataset));

    private DataNegotiation New(StartNegotiation request, string? consumerPid, DateTimeOffset now) => new()
    {
        Id = "neg-" + Guid.CreateVersion7(now).ToString("N"),
        DatasetId = request.Dataset,
        ProviderPid = "urn:uuid:" + Guid.CreateVersion7(now).ToString(),
        ConsumerPid = consumerPid ?? "urn:uuid:" + Guid.CreateVersion7(now).ToString(),
        ConsumerName = request.Consumer.Name,
        ConsumerAgent = request.Consumer.Agent,
        ConsumerKind = request.Consumer.Kind,
        Members = AgreementCallers.MembersOf([callers.Actor, .. request.Approvers ?? []]),
        Track = NegotiationViews.Track(request.Track),
        CreatedAt = Instants.Truncate(now.UtcDateTime),
    };
}
