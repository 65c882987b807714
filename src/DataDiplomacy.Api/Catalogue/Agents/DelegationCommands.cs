using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>States that agents act for others, and that they no longer do.</summary>
public sealed class DelegationCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, TimeProvider time, IValidator<AddDelegation> addValidator, IValidator<EndRelation> endValidator)
{
    /// <summary>The delegation, or null when there is no such agent.</summary>
    public async Task<DelegationView?> AddAsync(string agent, AddDelegation request, CancellationToken cancellationToken)
    {
        addValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == agent, cancellationToken)) return null;
        if (agent == request.Agent) throw ProblemException.Invalid("agent", "An agent does not act for itself.");
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");

        var (id, recordedAt) = await Facts.NextAsync(context.AgentDelegations, time, cancellationToken);
        return await StoreAsync(context, transaction, new AgentDelegation
        {
            Id = id,
            AgentId = agent,
            ResponsibleId = request.Agent,
            ValidFrom = request.From,
            ValidTo = request.To,
            Note = request.Note,
            RecordedAt = recordedAt,
        }, cancellationToken);
    }

    /// <summary>The fact that replaces the delegation, or null when there is no such delegation.</summary>
    public async Task<DelegationView?> EndAsync(string agent, long number, EndRelation request, CancellationToken cancellationToken)
    {
        endValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var seen = visibility.Agents(context).Select(a => a.Id);
        var before = await context.AgentDelegations.AsNoTracking()
            .FirstOrDefaultAsync(d => d.Id == number && d.AgentId == agent && seen.Contains(d.AgentId) && seen.Contains(d.ResponsibleId), cancellationToken);
        if (before is null) return null;

        var later = await context.AgentDelegations.Where(d => d.Replaces == number).Select(d => (long?)d.Id).FirstOrDefaultAsync(cancellationToken);
        Facts.RequireCurrent(number, before.IsWithdrawn, later);
        RoleCommands.RequireInOrder(before.ValidFrom, request.To);
        var (id, recordedAt) = await Facts.NextAsync(context.AgentDelegations, time, cancellationToken);
        return await StoreAsync(context, transaction, before with
        {
            Id = id,
            ValidTo = request.To,
            Note = request.Note,
            RecordedAt = recordedAt,
            Replaces = number,
            IsWithdrawn = request.To is null,
        }, cancellationToken);
    }

    private static async Task<DelegationView> StoreAsync(
        DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, AgentDelegation delegation, CancellationToken cancellationToken)
    {
        context.AgentDelegations.Add(delegation);
        await ProvenanceCommands.StateAsync(context, delegation, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var name = await context.Agents.Where(a => a.Id == delegation.ResponsibleId).Select(a => a.Name).FirstAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AgentQueries.ToView(delegation, name);
    }
}
