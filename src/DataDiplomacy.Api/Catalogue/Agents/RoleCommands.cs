using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>States what agents are to data sets, and that they no longer are. Each fact is stated in the graph of provenance too, in the same transaction.</summary>
public sealed class RoleCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, IValidator<AddRole> addValidator, IValidator<EndRelation> endValidator)
{
    /// <summary>The role, or null when there is no such data set.</summary>
    public async Task<AgentRoleView?> AddAsync(string dataset, AddRole request, CancellationToken cancellationToken)
    {
        addValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        await RefuseUnknownAsync(context, dataset, request, cancellationToken);
        await RefuseHeldAsync(context, dataset, request, cancellationToken);
        var (id, recordedAt) = await Facts.NextAsync(context.AgentRoles, time, cancellationToken);
        return await StoreAsync(context, transaction, new AgentRole
        {
            Id = id,
            AgentId = request.Agent,
            Function = request.Role,
            DatasetId = dataset,
            VersionNumber = request.Version,
            ValidFrom = request.From,
            ValidTo = request.To,
            Note = request.Note,
            RecordedAt = recordedAt,
        }, cancellationToken);
    }

    /// <summary>The fact that replaces the role, or null when there is no such role.</summary>
    public async Task<AgentRoleView?> EndAsync(string dataset, long number, EndRelation request, CancellationToken cancellationToken)
    {
        endValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        var (agents, datasets) = (visibility.Agents(context).Select(a => a.Id), visibility.Datasets(context).Select(d => d.Id));
        var before = await context.AgentRoles.AsNoTracking()
            .FirstOrDefaultAsync(r => r.Id == number && r.DatasetId == dataset && agents.Contains(r.AgentId) && datasets.Contains(r.DatasetId), cancellationToken);
        if (before is null) return null;

        note.Add(dataset);
        var later = await context.AgentRoles.Where(r => r.Replaces == number).Select(r => (long?)r.Id).FirstOrDefaultAsync(cancellationToken);
        Facts.RequireCurrent(number, before.IsWithdrawn, later);
        RequireInOrder(before.ValidFrom, request.To);
        var (id, recordedAt) = await Facts.NextAsync(context.AgentRoles, time, cancellationToken);
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

    internal static void RequireInOrder(DateOnly? from, DateOnly? to)
    {
        if (from is { } first && to is { } last && last < first)
            throw ProblemException.Invalid("to", $"to is {last:yyyy-MM-dd}, before the first day, {first:yyyy-MM-dd}. Send null for what never was.");
    }

    private async Task RefuseUnknownAsync(DataContext context, string dataset, AddRole request, CancellationToken cancellationToken)
    {
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");
        if (request.Version is { } number && !await context.DatasetVersions.AnyAsync(v => v.DatasetId == dataset && v.Number == number, cancellationToken))
            throw ProblemException.Invalid("version", $"Data set '{dataset}' has no version {number}. GET /v1/datasets/{dataset}/versions lists them.");
    }

    /// <summary>The same role twice on the same days would be ended once and stay.</summary>
    private static async Task RefuseHeldAsync(DataContext context, string dataset, AddRole request, CancellationToken cancellationToken)
    {
        var held = await context.AgentRoles
            .Where(r => r.DatasetId == dataset && r.AgentId == request.Agent && r.Function == request.Role && r.VersionNumber == request.Version && !r.IsWithdrawn)
            .Where(r => !context.AgentRoles.Any(l => l.Replaces == r.Id))
            .AsNoTracking().ToListAsync(cancellationToken);
        var overlapping = held.Find(r => (r.ValidTo is null || request.From is null || request.From <= r.ValidTo) && (request.To is null || r.ValidFrom is null || r.ValidFrom <= request.To));
        if (overlapping is not null)
            throw new ProblemException(Problems.AlreadyExists, $"Role {overlapping.Id} says the same for some of these days. End it first, or choose other days.");
    }

    private async Task<AgentRoleView> StoreAsync(DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, AgentRole role, CancellationToken cancellationToken)
    {
        context.AgentRoles.Add(role);
        await ProvenanceCommands.StateAsync(context, role, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var agent = await visibility.Agents(context).AsNoTracking().FirstAsync(a => a.Id == role.AgentId, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return RoleQueries.ToView(role, agent.Name, agent.Kind);
    }
}
