using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

/// <summary>States that agents dispute facts of jurisdiction, and how disputes ended.</summary>
public sealed class DisputeCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, JurisdictionQueries queries, CitationQueries citations,
    IValidator<AddDispute> addValidator, IValidator<EndDispute> endValidator)
{
    /// <summary>The dispute, or null when there is no such fact that the caller may see.</summary>
    public async Task<JurisdictionDisputeView?> AddAsync(string dataset, long number, AddDispute request, CancellationToken cancellationToken)
    {
        addValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(f => f.Id == number && f.DatasetId == dataset, cancellationToken) is not { } fact) return null;
        note.Add(dataset);
        await Facts.RequireCurrentAsync(context.JurisdictionFacts, fact, cancellationToken);
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");
        if (request.Agent == fact.AgentId)
            throw new ProblemException(Problems.RuleBroken, $"'{request.Agent}' states fact {number} itself: end it or replace it instead of disputing it.");
        var (id, recordedAt) = await Facts.NextAsync(context.JurisdictionDisputes, time, cancellationToken);
        return await StoreAsync(context, transaction, null, new JurisdictionDispute
        {
            Id = id,
            DatasetId = dataset,
            FactId = number,
            AgentId = request.Agent,
            Claim = request.Claim,
            Status = DisputeStatus.Open,
            Citations = await citations.RequireAsync(context, request.Citations, cancellationToken),
            StatedAt = Instants.StatedAt(request.StatedAt, time),
            RecordedAt = recordedAt,
        }, cancellationToken);
    }

    /// <summary>The entry that replaces the dispute, or null when there is none that the caller may see.</summary>
    public async Task<JurisdictionDisputeView?> EndAsync(string dataset, long number, EndDispute request, CancellationToken cancellationToken)
    {
        endValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await queries.SeenDisputes(context).AsNoTracking().FirstOrDefaultAsync(d => d.Id == number && d.DatasetId == dataset, cancellationToken) is not { } before) return null;
        note.Add(dataset);
        await Facts.RequireCurrentAsync(context.JurisdictionDisputes, before, cancellationToken);
        if (before.Status != DisputeStatus.Open) throw new ProblemException(Problems.RuleBroken, $"Dispute {number} is {WireNames.Of(before.Status)} already. State a new one if it begins again.");
        var (id, recordedAt) = await Facts.NextAsync(context.JurisdictionDisputes, time, cancellationToken);
        return await StoreAsync(context, transaction, before, before with
        {
            Id = id,
            Status = request.Status,
            Outcome = request.Outcome,
            StatedAt = Instants.StatedAt(request.StatedAt, time),
            RecordedAt = recordedAt,
            Replaces = number,
        }, cancellationToken);
    }

    private async Task<JurisdictionDisputeView> StoreAsync(
        DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, JurisdictionDispute? before, JurisdictionDispute dispute, CancellationToken cancellationToken)
    {
        context.JurisdictionDisputes.Add(dispute);
        await JudgementCommands.StateAsync(context, dispute, before, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var view = (await queries.ShowAsync(context, [dispute], cancellationToken))[0];
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
