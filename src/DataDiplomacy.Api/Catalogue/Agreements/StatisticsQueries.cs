using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue.Negotiations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Catalogue.Agreements;

/// <summary>Counts how requests for data were answered: for anyone, on the data sets that they see, and without a name.</summary>
public sealed class StatisticsQueries(IDbContextFactory<DataContext> contexts, Visibility visibility, TimeProvider time, IValidator<GetNegotiationStatistics> validator)
{
    /// <summary>The account; null when there is no such data set that the caller may see.</summary>
    public async Task<NegotiationStatisticsView?> ReadAsync(GetNegotiationStatistics request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var datasets = visibility.Datasets(context).Where(d => request.Dataset == null || d.Id == request.Dataset).Select(d => d.Id);
        if (request.Dataset is not null && !await datasets.AnyAsync(cancellationToken)) return null;
        var rows = await context.DataNegotiations.Where(n => datasets.Contains(n.DatasetId))
            .Select(n => new { n.CreatedAt, n.FirstAnswerAt, n.State, n.EndedBy, n.Reason }).ToListAsync(cancellationToken);
        // By the clocks of several servers a request may seem to come after now.
        var now = rows.Select(r => r.CreatedAt).Append(time.GetUtcNow().UtcDateTime).Max();
        return NegotiationViews.Statistics(request.Dataset, ResponseStatistics.Of([.. rows.Select(r => new AnsweredRequest(r.CreatedAt, r.FirstAnswerAt, OutcomeOf(r.State, r.EndedBy, r.Reason)))], now));
    }

    /// <summary>A consumer who falls silent has given up: that says nothing about the provider.</summary>
    private static RequestOutcome OutcomeOf(NegotiationState state, NegotiationParty? endedBy, string? reason) => (state, endedBy) switch
    {
        (NegotiationState.Finalized, _) => RequestOutcome.Agreed,
        (NegotiationState.Terminated, NegotiationParty.Consumer) => RequestOutcome.Withdrawn,
        (NegotiationState.Terminated, _) => reason == NegotiationTimeouts.ReasonCode ? RequestOutcome.TimedOut : RequestOutcome.Refused,
        _ => RequestOutcome.Pending,
    };
}
