using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Takes reports of uses, and that one of them never was. Each is stated in the graph of provenance too, as an activity, in the same transaction.</summary>
public sealed class UseReportCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, UseReportQueries queries, IValidator<ReportUse> reportValidator, IValidator<WithdrawUse> withdrawValidator)
{
    /// <summary>The report, or null when there is no such data set.</summary>
    public async Task<UseReportView?> ReportAsync(string dataset, ReportUse request, CancellationToken cancellationToken)
    {
        reportValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");
        var number = await context.DatasetVersions.Where(v => v.DatasetId == dataset && (request.Version == null || v.Number == request.Version)).MaxAsync(v => (int?)v.Number, cancellationToken)
            ?? throw ProblemException.Invalid("version", request.Version is { } wanted
                ? $"Data set '{dataset}' has no version {wanted}. GET /v1/datasets/{dataset}/versions lists them."
                : $"Data set '{dataset}' has no version yet that could have been used.");
        var before = request.Replaces is { } replaced ? await BeforeAsync(context, dataset, replaced, request.Agent, cancellationToken) : null;
        var (id, recordedAt) = await Facts.NextAsync(context.UseReports, time, cancellationToken);
        return await StoreAsync(context, transaction, before, new UseReport
        {
            Id = id,
            DatasetId = dataset,
            VersionNumber = number,
            AgentId = request.Agent,
            Purpose = request.Purpose,
            Description = request.Description,
            Citation = request.Citation,
            UsedFrom = request.From,
            UsedTo = request.To,
            RecordedAt = recordedAt,
            Replaces = request.Replaces,
        }, cancellationToken);
    }

    /// <summary>The fact that the use was not as reported, or null when there is none that the caller may see.</summary>
    public async Task<UseReportView?> WithdrawAsync(string dataset, long number, WithdrawUse request, CancellationToken cancellationToken)
    {
        withdrawValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(u => u.Id == number && u.DatasetId == dataset, cancellationToken) is not { } before) return null;
        note.Add(dataset);
        await Facts.RequireCurrentAsync(context.UseReports, before, cancellationToken);
        var (id, recordedAt) = await Facts.NextAsync(context.UseReports, time, cancellationToken);
        return await StoreAsync(context, transaction, before, before with { Id = id, Description = request.Reason, RecordedAt = recordedAt, Replaces = number, IsWithdrawn = true }, cancellationToken);
    }

    private async Task<UseReport> BeforeAsync(DataContext context, string dataset, long number, string agent, CancellationToken cancellationToken)
    {
        var before = await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(u => u.Id == number && u.DatasetId == dataset, cancellationToken)
            ?? throw ProblemException.Invalid("replaces", $"Data set '{dataset}' has no reported use {number} that you may see. GET /v1/datasets/{dataset}/uses/reports lists them.");
        await Facts.RequireCurrentAsync(context.UseReports, before, cancellationToken);
        return before.AgentId == agent ? before
            : throw new ProblemException(Problems.RuleBroken, $"Use {number} is of '{before.AgentId}': only a report of the same agent replaces it.");
    }

    private async Task<UseReportView> StoreAsync(
        DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, UseReport? before, UseReport use, CancellationToken cancellationToken)
    {
        context.UseReports.Add(use);
        await JudgementCommands.StateAsync(context, use, before, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var view = (await queries.ShowAsync(context, [use], cancellationToken))[0];
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
