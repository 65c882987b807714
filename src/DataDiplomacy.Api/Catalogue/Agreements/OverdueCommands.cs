using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Ends what has waited too long, and agreements whose time is over: whoever touches them first, or the sweep.</summary>
public sealed class OverdueCommands(IDbContextFactory<DataContext> contexts, AgreementOptions options, CurrentClaim claims, TimeProvider time)
{
    /// <summary>Most of each kind that one sweep ends; the next one goes on.</summary>
    private const int MostInSweep = 500;

    /// <summary>Ends a negotiation that waited too long, and commits that, although the request that found it is refused.</summary>
    /// <exception cref="ProblemException">It waited too long.</exception>
    public async Task RefuseAsync(DataContext context, DataNegotiation negotiation, DateTime now, CancellationToken cancellationToken)
    {
        if (Waiting(negotiation, now) is not { IsOverdue: true } waiting) return;
        // What was asked for has had no effect, and its Idempotency-Key must not say so. The value is gone again when this method returns.
        claims.Claim = null;
        await EndAsync(context, negotiation, waiting, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await context.Database.CommitTransactionAsync(cancellationToken);
        throw new ProblemException(Problems.RuleBroken,
            $"The {WireNames.Of(waiting.Awaited)} did not move by {Instants.Format(waiting.DueAt)}, so the negotiation was terminated with the reason '{waiting.ReasonCode}'. Begin a new one.");
    }

    /// <summary>Ends all negotiations that waited too long and all agreements whose time is over.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        if (!await Overdue(context, now).AnyAsync(cancellationToken) && !await Expired(context, now).AnyAsync(cancellationToken)) return 0;
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        var negotiations = await Overdue(context, now).OrderBy(n => n.Id).Take(MostInSweep).ToListAsync(cancellationToken);
        foreach (var negotiation in negotiations)
        {
            if (Waiting(negotiation, now) is { IsOverdue: true } waiting) await EndAsync(context, negotiation, waiting, now, cancellationToken);
        }

        var agreements = await Expired(context, now).OrderBy(a => a.Id).Take(MostInSweep).ToListAsync(cancellationToken);
        foreach (var agreement in agreements)
        {
            AgreementCommands.Act(context, agreement, new AgreementAct(AgreementAction.Expire, new HashSet<NegotiationParty>(), StoredMove.Server, null, null), now);
            await AgreementProvenance.StateAsync(context, agreement, now, cancellationToken);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return negotiations.Count + agreements.Count;
    }

    private NegotiationWaiting? Waiting(DataNegotiation negotiation, DateTime now) => NegotiationTimeouts.Look(negotiation.State, negotiation.StateSince, now, options.Limits);

    private static async Task EndAsync(DataContext context, DataNegotiation negotiation, NegotiationWaiting waiting, DateTime now, CancellationToken cancellationToken)
    {
        var last = await context.NegotiationMoves.AsNoTracking().FirstOrDefaultAsync(m => m.NegotiationId == negotiation.Id && m.Sequence == negotiation.Moves, cancellationToken);
        var content = new MoveContent(waiting.Follows, null, "", NegotiationSteps.Cited((IReadOnlyList<string>?)null), waiting.ReasonCode);
        context.NegotiationMoves.Add(NegotiationSteps.Make(negotiation, last, waiting.EndedFor, StoredMove.Server, content, now));
    }

    private IQueryable<DataNegotiation> Overdue(DataContext context, DateTime now)
    {
        var limits = options.Limits;
        var (requested, offered, accepted, agreed, verified) = (now - limits.Requested, now - limits.Offered, now - limits.Accepted, now - limits.Agreed, now - limits.Verified);
        return context.DataNegotiations.Where(n =>
            n.State == NegotiationState.Requested && n.StateSince <= requested || n.State == NegotiationState.Offered && n.StateSince <= offered
            || n.State == NegotiationState.Accepted && n.StateSince <= accepted || n.State == NegotiationState.Agreed && n.StateSince <= agreed
            || n.State == NegotiationState.Verified && n.StateSince <= verified);
    }

    private static IQueryable<DataAgreement> Expired(DataContext context, DateTime now) =>
        context.DataAgreements.Where(a => (a.State == AgreementState.Active || a.State == AgreementState.Suspended) && a.ExpiresAt <= now);
}
