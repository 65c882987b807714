using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Interpretations;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Impacts;

/// <summary>States what data did, as agents say, and that they no longer say it. How a statement stands is never written.</summary>
public sealed class ImpactCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, ImpactQueries queries, CitationQueries citations, UseReportQueries uses,
    IValidator<StateImpact> stateValidator, IValidator<WithdrawImpact> withdrawValidator)
{
    /// <summary>The statement, or null when there is no such data set.</summary>
    public async Task<ImpactView?> StateAsync(string dataset, StateImpact request, CancellationToken cancellationToken)
    {
        stateValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        await RefuseUnknownAsync(context, dataset, request, cancellationToken);
        var before = request.Replaces is { } number ? await BeforeAsync(context, dataset, number, request.Agent, cancellationToken) : null;
        var (id, recordedAt) = await Facts.NextAsync(context.ImpactStatements, time, cancellationToken);
        return await StoreAsync(context, transaction, before, new ImpactStatement
        {
            Id = id,
            DatasetId = dataset,
            VersionNumber = request.Version,
            UseId = request.Use,
            AgentId = request.Agent,
            Direction = request.Direction,
            Level = request.Level,
            AffectedKinds = string.Join(',', (request.Affected ?? []).Distinct().Select(WireNames.Of)),
            Severity = request.Severity,
            Likelihood = request.Likelihood,
            Effect = request.Effect,
            Text = request.Text,
            Language = request.Language,
            Citations = await citations.RequireAsync(context, request.Citations, cancellationToken),
            StatedAt = Instants.StatedAt(request.StatedAt, time),
            RecordedAt = recordedAt,
            Replaces = request.Replaces,
        }, cancellationToken);
    }

    /// <summary>The fact that the statement is no longer held by its agent, or null when there is none that the caller may see.</summary>
    public async Task<ImpactView?> WithdrawAsync(string dataset, long number, WithdrawImpact request, CancellationToken cancellationToken)
    {
        withdrawValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(i => i.Id == number && i.DatasetId == dataset, cancellationToken) is not { } before) return null;
        note.Add(dataset);
        await Facts.RequireCurrentAsync(context.ImpactStatements, before, cancellationToken);
        var (id, recordedAt) = await Facts.NextAsync(context.ImpactStatements, time, cancellationToken);
        return await StoreAsync(context, transaction, before, before with
        {
            Id = id,
            Text = request.Reason,
            StatedAt = Instants.StatedAt(null, time),
            RecordedAt = recordedAt,
            Replaces = number,
            IsWithdrawn = true,
        }, cancellationToken);
    }

    private async Task RefuseUnknownAsync(DataContext context, string dataset, StateImpact request, CancellationToken cancellationToken)
    {
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");
        if (request.Version is { } version && !await context.DatasetVersions.AnyAsync(v => v.DatasetId == dataset && v.Number == version, cancellationToken))
            throw ProblemException.Invalid("version", $"Data set '{dataset}' has no version {version}. GET /v1/datasets/{dataset}/versions lists them.");
        if (request.Use is { } use && !await uses.Seen(context).AnyAsync(u => u.Id == use && u.DatasetId == dataset && !u.IsWithdrawn, cancellationToken))
            throw ProblemException.Invalid("use", $"Data set '{dataset}' has no reported use {use}. GET /v1/datasets/{dataset}/uses/reports lists them.");
    }

    private async Task<ImpactStatement> BeforeAsync(DataContext context, string dataset, long number, string agent, CancellationToken cancellationToken)
    {
        var before = await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(i => i.Id == number && i.DatasetId == dataset, cancellationToken)
            ?? throw ProblemException.Invalid("replaces", $"Data set '{dataset}' has no statement of impact {number} that you may see. GET /v1/datasets/{dataset}/impacts lists them.");
        await Facts.RequireCurrentAsync(context.ImpactStatements, before, cancellationToken);
        return before.AgentId == agent ? before
            : throw new ProblemException(Problems.RuleBroken, $"Statement {number} is of '{before.AgentId}': only the same agent replaces it. Contest it by POST /v1/interpretations instead.");
    }

    private async Task<ImpactView> StoreAsync(
        DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, ImpactStatement? before, ImpactStatement impact, CancellationToken cancellationToken)
    {
        context.ImpactStatements.Add(impact);
        await JudgementCommands.StateAsync(context, impact, before, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var view = (await queries.ShowAsync(context, [impact], DateTime.MaxValue, cancellationToken))[0];
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
