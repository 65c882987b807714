using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Interpretations;

/// <summary>States what agents say of things, and that they no longer say it. Each fact is stated in the graph of provenance too, in the same transaction.</summary>
public sealed class InterpretationCommands(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, TimeProvider time, InterpretationTargetQueries targets, CitationQueries citations, InterpretationQueries queries, AnswerCommands answers, IReadTerms terms,
    IValidator<StateInterpretation> stateValidator, IValidator<WithdrawInterpretation> withdrawValidator)
{
    /// <summary>States what an agent says.</summary>
    /// <exception cref="ProblemException">The target, the agent or what is cited is not there, or what is replaced is not the agent's; or terms do not let the caller read what is cited.</exception>
    public async Task<InterpretationView> StateAsync(StateInterpretation request, CancellationToken cancellationToken)
    {
        stateValidator.Check(request);
        var target = await targets.FindAsync(request.Target, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        // Terms are read by other connections: before the transaction holds one.
        var values = await ValuesAsync(context, request.Values ?? [], cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        note.AddFound(target.Dataset);
        var agents = visibility.Agents(context);
        if (!await agents.AnyAsync(a => a.Id == request.Agent, cancellationToken))
            throw ProblemException.Invalid("agent", $"There is no agent '{request.Agent}' that you may see. GET /v1/agents lists them.");
        var before = request.Replaces is { } number ? await BeforeAsync(context, number, request.Agent, target, cancellationToken) : null;
        var (id, recordedAt) = await Facts.NextAsync(context.Interpretations, time, cancellationToken);
        return await StoreAsync(context, transaction, before, new Interpretation
        {
            Id = id,
            AgentId = request.Agent,
            TargetKind = target.Kind,
            TargetIri = target.Iri,
            DatasetId = target.Dataset,
            VersionNumber = target.Version,
            Series = target.Series,
            Area = target.Area,
            PeriodFrom = target.From,
            PeriodTo = target.To,
            RecordId = target.Record,
            Verdict = target.Output?.Verdict,
            Output = target.Output?.Json,
            OutputAsOf = target.Output?.AsOf,
            Stance = request.Stance,
            Text = request.Text,
            Language = request.Language,
            Confidence = request.Confidence,
            Likelihood = request.Likelihood,
            Method = request.Method,
            CitedValues = CitedValue.Write(values),
            Citations = await citations.RequireAsync(context, request.Citations, cancellationToken),
            StatedAt = Instants.StatedAt(request.StatedAt, time),
            RecordedAt = recordedAt,
            Replaces = request.Replaces,
        }, cancellationToken);
    }

    /// <summary>The fact that the interpretation is no longer held by its agent, or null when there is none that the caller may see.</summary>
    public async Task<InterpretationView?> WithdrawAsync(long number, WithdrawInterpretation request, CancellationToken cancellationToken)
    {
        withdrawValidator.Check(request);
        // What may be shown of it is known before the transaction holds a connection.
        await terms.MarkAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await ProvenanceLock.TakeAsync(context, cancellationToken);
        if (await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(i => i.Id == number, cancellationToken) is not { } before) return null;
        note.AddFound(before.DatasetId);
        await Facts.RequireCurrentAsync(context.Interpretations, before, cancellationToken);
        var (id, recordedAt) = await Facts.NextAsync(context.Interpretations, time, cancellationToken);
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

    private async Task<Interpretation> BeforeAsync(DataContext context, long number, string agent, FoundTarget target, CancellationToken cancellationToken)
    {
        var before = await queries.Seen(context).AsNoTracking().FirstOrDefaultAsync(i => i.Id == number, cancellationToken)
            ?? throw ProblemException.Invalid("replaces", $"There is no interpretation {number} that you may see. GET /v1/interpretations lists them.");
        await Facts.RequireCurrentAsync(context.Interpretations, before, cancellationToken);
        return before.AgentId == agent && before.DatasetId == target.Dataset && before.RecordId == target.Record ? before
            : throw new ProblemException(Problems.RuleBroken, $"Interpretation {number} is of '{before.AgentId}' on '{before.DatasetId ?? before.RecordId}': only the same agent replaces it, on the same data set or record. State a new one with the stance contests instead.");
    }

    private async Task<List<CitedValue>> ValuesAsync(DataContext context, IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var values = new List<CitedValue>();
        foreach (var id in ids)
        {
            values.Add(await citations.FindObservationAsync(context, id, cancellationToken)
                ?? throw ProblemException.Invalid("values", $"There is no observation '{id}' that you may see. Each observation has its id at GET /v1/observations."));
        }

        await terms.RequireAsync(values.Select(v => v.Dataset), cancellationToken);
        return values;
    }

    private async Task<InterpretationView> StoreAsync(
        DataContext context, Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction transaction, Interpretation? before, Interpretation said, CancellationToken cancellationToken)
    {
        if (!said.IsWithdrawn) await answers.HoldAsync(context, [said.TargetIri], Handling.Public, said.RecordedAt, "target", cancellationToken);
        context.Interpretations.Add(said);
        await JudgementCommands.StateAsync(context, said, before, cancellationToken);
        await context.SaveChangesAsync(cancellationToken);
        var view = (await queries.ShowAsync(context, [said], cancellationToken))[0];
        await transaction.CommitAsync(cancellationToken);
        return view;
    }
}
