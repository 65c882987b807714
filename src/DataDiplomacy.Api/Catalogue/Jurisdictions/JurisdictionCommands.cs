using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agents;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

/// <summary>States under which law data are, as agents say, and that this ended or never was. Each fact is stated in the graph of provenance too, in the same transaction.</summary>
public sealed class JurisdictionCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, AreaQueries areas, JurisdictionQueries queries,
    IValidator<StateJurisdiction> stateValidator, IValidator<EndRelation> endValidator)
{
    /// <summary>The fact, or null when there is no such data set.</summary>
    public async Task<JurisdictionView?> StateAsync(string dataset, StateJurisdiction request, CancellationToken cancellationToken)
    {
        stateValidator.Check(request);
        var place = (await areas.FindAsync(request.Place, cancellationToken))?.Code
            ?? throw ProblemException.Invalid("place", $"'{request.Place}' is no code of an area: write 404, KE or KEN.", await areas.NearAsync(request.Place, cancellationToken));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (!await visibility.Datasets(context).AnyAsync(d => d.Id == dataset, cancellationToken)) return null;
        note.Add(dataset);
        if (!await visibility.Agents(context).AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");
        if (request.Version is { } version && !await context.DatasetVersions.AnyAsync(v => v.DatasetId == dataset && v.Number == version, cancellationToken))
            throw ProblemException.Invalid("version", $"Data set '{dataset}' has no version {version}. GET /v1/datasets/{dataset}/versions lists them.");
        var before = request.Replaces is { } number ? await BeforeAsync(context, dataset, number, request.Agent, cancellationToken) : null;
        var (id, recordedAt) = await Facts.NextAsync(context.JurisdictionFacts, time, cancellationToken);
        return await StoreAsync(context, transaction, before, new JurisdictionFact
        {
            Id = id,
            DatasetId = dataset,
            VersionNumber = request.Version,
            Aspect = request.Aspect,
            Place = place,
            Law = request.Law,
            LawUrl = request.LawUrl,
            Basis = request.Basis,
            AgentId = request.Agent,
            ValidFrom = request.From,
            ValidTo = request.To,
            RecordedAt = recordedAt,
            Replaces = request.Replaces,
        }, cancellationToken);
    }

    /// <summary>The fact that replaces it, or null when there is none that the caller may see.</summary>
    public async Task<JurisdictionView?> EndAsync(string dataset, long number, EndRelation request, CancellationToken cancellationToken)
    {
        endValidator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(f => f.Id == number && f.DatasetId == dataset, cancellationToken) is not { } before) return null;
        note.Add(dataset);
        await Facts.RequireCurrentAsync(context.JurisdictionFacts, before, cancellationToken);
        RoleCommands.RequireInOrder(before.ValidFrom, request.To);
        var (id, recordedAt) = await Facts.NextAsync(context.JurisdictionFacts, time, cancellationToken);
        return await StoreAsync(context, transaction, before, before with
        {
            Id = id,
            Basis = request.Note ?? before.Basis,
            ValidTo = request.To,
            RecordedAt = recordedAt,
            Replaces = number,
            IsWithdrawn = request.To is null,
        }, cancellationToken);
    }

    private async Task<JurisdictionFact> BeforeAsync(DataContext context, string dataset, long number, string agent, CancellationToken cancellationToken)
    {
        var before = await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(f => f.Id == number && f.DatasetId == dataset, cancellationToken)
            ?? throw ProblemException.Invalid("replaces", $"Data set '{dataset}' has no fact of jurisdiction {number} that you may see. GET /v1/datasets/{dataset}/jurisdictions lists them.");
        await Facts.RequireCurrentAsync(context.JurisdictionFacts, before, cancellationToken);
        return before.AgentId == agent ? before
            : throw new ProblemException(Problems.RuleBroken, $"Fact {number} is stated by '{before.AgentId}': only the same agent replaces it. Dispute it instead.");
    }

    private async Task<JurisdictionView> StoreAsync(
        DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, JurisdictionFact? before, JurisdictionFact fact, CancellationToken cancellationToken)
    {
        context.JurisdictionFacts.Add(fact);
        await JudgementCommands.StateAsync(context, fact, before, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var view = (await queries.ShowAsync(context, [fact], DateTime.MaxValue, cancellationToken))[0];
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
