using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using DataDiplomacy.Core.Standards.Odrl;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Transfers data under agreements: the terms are evaluated when it is asked for and before each start, since they may have ended meanwhile.</summary>
public sealed class TransferCommands(
    IDbContextFactory<DataContext> contexts, AgreementQueries agreements, AgreementCallers callers, AgreementIris iris, AuditNote note, TimeProvider time,
    IValidator<RequestTransfer> requestValidator, IValidator<MoveTransfer> moveValidator)
{
    /// <summary>Asks for data; null when there is no such agreement that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller does not act for the consumer, or the agreement does not permit it now.</exception>
    public Task<TransferView?> RequestAsync(string id, RequestTransfer request, CancellationToken cancellationToken) => RequestAsync(id, request, null, cancellationToken);

    /// <summary>Asks for data by a name that the consumer gave to the transfer; null for one made here.</summary>
    /// <exception cref="ProblemException">As above, or the name was given before.</exception>
    public async Task<TransferView?> RequestAsync(string id, RequestTransfer request, string? consumerPid, CancellationToken cancellationToken)
    {
        requestValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } agreement) return null;
        callers.Require(NegotiationParty.Consumer, agreement.Members);
        if (consumerPid is not null && await context.DataTransfers.AnyAsync(t => t.ConsumerPid == consumerPid, cancellationToken))
            throw new ProblemException(Problems.AlreadyExists, $"There is a transfer with the consumerPid '{consumerPid}' already; the IRI of a transfer is never used again.");
        var at = time.GetUtcNow();
        var now = Instants.Truncate(at.UtcDateTime);
        var transfer = new DataTransfer
        {
            AgreementId = id,
            Number = await context.DataTransfers.CountAsync(t => t.AgreementId == id, cancellationToken) + 1,
            Version = await VersionAsync(context, agreement.DatasetId, request.Version, cancellationToken),
            ProviderPid = "urn:uuid:" + Guid.CreateVersion7(at),
            ConsumerPid = consumerPid ?? "urn:uuid:" + Guid.CreateVersion7(at),
            Asked = JsonSerializer.Serialize(request),
        };
        await PermitAsync(context, agreement, transfer, request, now, cancellationToken);
        var move = Make(transfer, new MoveTransfer { Move = TransferMoveKind.Request, By = NegotiationParty.Consumer }, now);
        context.DataTransfers.Add(transfer);
        context.TransferMoves.Add(move);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TransferQueries.ToView(transfer, [move]);
    }

    /// <summary>Moves a transfer on; null when there is none that the caller may see.</summary>
    /// <exception cref="ProblemException">The caller does not act for the side, the rules forbid it now, or the agreement does not permit a start.</exception>
    public async Task<TransferView?> MoveAsync(string id, int number, MoveTransfer request, CancellationToken cancellationToken)
    {
        moveValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await AgreementLock.BeginAsync(context, cancellationToken);
        if (await FindAsync(context, id, cancellationToken) is not { } agreement) return null;
        if (await context.DataTransfers.FirstOrDefaultAsync(t => t.AgreementId == id && t.Number == number, cancellationToken) is not { } transfer) return null;
        callers.Require(request.By, agreement.Members);
        var now = Instants.Truncate(time.GetUtcNow().UtcDateTime);
        var move = Make(transfer, request, now);
        if (request.Move == TransferMoveKind.Start) await PermitAsync(context, agreement, transfer, JsonSerializer.Deserialize<RequestTransfer>(transfer.Asked) ?? new(), now, cancellationToken);
        context.TransferMoves.Add(move);
        var isFirstStart = request.Move == TransferMoveKind.Start && !await context.TransferMoves.AnyAsync(m => m.AgreementId == id && m.Transfer == number && m.Kind == TransferMoveKind.Start, cancellationToken);
        if (isFirstStart) await AgreementProvenance.StateStartAsync(context, agreement, transfer, iris, now, cancellationToken);
        if (request.Move == TransferMoveKind.Complete) await AgreementProvenance.StateEndAsync(context, agreement, transfer, now, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return TransferQueries.ToView(transfer, await context.TransferMoves.AsNoTracking().Where(m => m.AgreementId == id && m.Transfer == number).ToListAsync(cancellationToken));
    }

    private StoredTransferMove Make(DataTransfer transfer, MoveTransfer move, DateTime now)
    {
        var step = TransferRules.Next(transfer.Reached, move.By, move.Move);
        return transfer.Follow(step.Next ?? throw new ProblemException(Problems.RuleBroken, step.Refusal ?? ""), move, callers.Actor, now);
    }

    private async Task<DataAgreement?> FindAsync(DataContext context, string id, CancellationToken cancellationToken)
    {
        var agreement = await agreements.Visible(context).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken);
        note.AddFound(agreement?.DatasetId);
        return agreement;
    }

    private static async Task<int?> VersionAsync(DataContext context, string dataset, int? wanted, CancellationToken cancellationToken)
    {
        var newest = await context.DatasetVersions.Where(v => v.DatasetId == dataset).MaxAsync(v => (int?)v.Number, cancellationToken);
        if (wanted > (newest ?? 0)) throw new ProblemException(Problems.NotFound, $"There is no version {wanted} of the data set '{dataset}'; it has {newest ?? 0}.");
        return wanted ?? newest;
    }

    private async Task PermitAsync(DataContext context, DataAgreement agreement, DataTransfer transfer, RequestTransfer asked, DateTime now, CancellationToken cancellationToken)
    {
        if (!AgreementRules.IsInForce(agreement.Standing, now))
            throw new ProblemException(Problems.RuleBroken, $"The agreement {agreement.Id} is {WireNames.Of(AgreementViews.StateAt(agreement, now))}: nothing is transferred under it. Its history says why.");
        var terms = await context.DataPolicies.AsNoTracking().FirstAsync(p => p.Sha256 == agreement.PolicySha256, cancellationToken);
        var policy = OdrlReader.Read(terms.Json);
        var starts = context.TransferMoves.Where(m => m.AgreementId == agreement.Id && m.Kind == TransferMoveKind.Start);
        var used = await starts.Where(m => m.Transfer != transfer.Number).Select(m => m.Transfer).Distinct().CountAsync(cancellationToken);
        var first = await starts.MinAsync(m => (DateTime?)m.At, cancellationToken);
        var done = await context.DutyFulfilments.Where(f => f.AgreementId == agreement.Id).Select(f => f.DutyKey).Distinct().ToListAsync(cancellationToken);
        var state = new OdrlState { Duties = PolicyTerms.StandingsOf(policy, done) };
        var report = PolicyEvaluation.Evaluate(policy, RequestOf(agreement, asked, used, now) with { ElapsedTime = now - (first ?? now) }, state);
        List<string> because = [.. report.Because.Select(b => b.Sentence)];
        if (report.Decision != AccessDecision.Permit)
            throw new ProblemException(Problems.RuleBroken, $"The terms of the agreement {agreement.Id} do not permit this ({WireNames.Of(report.State)}): {string.Join("; ", because.Take(5))}.");
        transfer.Permit(JsonSerializer.Serialize(because), now);
    }

    private OdrlRequest RequestOf(DataAgreement agreement, RequestTransfer asked, int used, DateTime now) => new()
    {
        Action = asked.Action ?? "use",
        Target = iris.Dataset(agreement.DatasetId),
        Assignee = agreement.Assignee,
        Assigner = agreement.Assigner,
        At = new DateTimeOffset(now, TimeSpan.Zero),
        Purposes = asked.Purpose is { } purpose ? [purpose] : [],
        Spatial = asked.Spatial,
        Recipient = asked.Recipient,
        CountSoFar = used,
    };
}
