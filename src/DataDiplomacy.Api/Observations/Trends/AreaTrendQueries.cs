using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Statistics.Trends;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Assesses the trends of areas in series that were found before; the areas of one series that are asked for together are one family.</summary>
public sealed class AreaTrendQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, ReferenceData reference, AreaObservationQueries observations, IValidator<GetTrends> validator)
{
    /// <summary>The same request as one area would get, checked before it joins a batch.</summary>
    public GetAreaTrend Ask(SeriesAreaView area, GetTrends request)
    {
        var series = area.Ref ?? throw new InvalidOperationException("The area does not say in which series it was found.");
        var complete = request with { Series = [series.Code], Area = [area.Area.Code], Dataset = series.Dataset, AsOf = series.State.Asked };
        validator.Check(complete);
        return new GetAreaTrend(area, series, complete);
    }

    /// <summary>The trend of each request or why there is none; two statements for all.</summary>
    public async Task<IReadOnlyDictionary<GetAreaTrend, AreaTrendAnswer>> FindAsync(IReadOnlyList<GetAreaTrend> requests, CancellationToken cancellationToken)
    {
        var asks = requests.Select(r => observations.Ask(r.Series, r.Area.AreaId, r.Area.Area.Code, new ListObservations
        {
            From = r.Request.From,
            To = r.Request.To,
            Dimensions = r.Request.Dimensions,
            Headline = r.Request.Headline,
        })).ToList();
        var found = await observations.ListAsync(asks, cancellationToken);
        var sources = await SourcesAsync([.. requests.Select(r => r.Series.Dataset).Distinct()], cancellationToken);
        var (assessed, pairs) = (new List<Assessed>(), 0L);
        foreach (var (request, ask) in requests.Zip(asks))
        {
            cancellationToken.ThrowIfCancellationRequested();
            assessed.Add(Assess(ScopeOf(request, sources[request.Series.Dataset]), request, found[ask].Items, ref pairs));
        }

        return assessed.GroupBy(a => FamilyOf(a.Request)).SelectMany(Answers).ToDictionary(a => a.Request, a => a.Answer);
    }

    /// <summary>What makes trends one family: the same question about other areas.</summary>
    private static (SeriesRef Series, string?, string?, string?, bool?) FamilyOf(GetAreaTrend asked) =>
        (asked.Series, asked.Request.From, asked.Request.To, asked.Request.Dimensions?.ToString(), asked.Request.Headline);

    private static IEnumerable<(GetAreaTrend Request, AreaTrendAnswer Answer)> Answers(IEnumerable<Assessed> family)
    {
        var all = family.ToList();
        List<TrendResult> results = [.. all.Select(a => a.Trend?.Result).OfType<TrendResult>()];
        // One trend alone is decided by its p.
        var adjusted = new Queue<TrendResult>(results.Count > 1 ? Trend.WithFamily(results) : results);
        return all.Select(a => (a.Request, new AreaTrendAnswer(a.Trend is { } trend ? a.Scope.ToView(trend with { Result = adjusted.Dequeue() }) : null, a.Refusal)));
    }

    private TrendScope ScopeOf(GetAreaTrend request, string source) => new()
    {
        Series = request.Series,
        Source = source,
        UnitLabel = reference.UnitLabel(request.Series.Unit) ?? request.Series.Unit,
        AsOf = request.Series.State.AsOf,
        Filter = new ObservationFilter(),
        Wanted = null,
        IsOneArea = true,
        Confidence = request.Request.Confidence ?? TrendQueries.DefaultConfidence,
    };

    private static Assessed Assess(TrendScope scope, GetAreaTrend request, IReadOnlyList<ObservationView> observed, ref long pairs)
    {
        try
        {
            var points = new AreaPoints(request.Area.Area.Code, request.Area.Area.Name, scope.UnitLabel);
            foreach (var observation in observed)
            {
                points.Add(observation);
            }

            points.RefuseSeveral();
            pairs += points.Pairs;
            TrendQueries.RefuseTooMuch(1, pairs);
            return new Assessed(request, scope, AreaTrend.Of(points, scope.Confidence), null);
        }
        catch (ProblemException refusal)
        {
            // One area that cannot be assessed does not take the others with it.
            return new Assessed(request, scope, null, refusal);
        }
    }

    private sealed record Assessed(GetAreaTrend Request, TrendScope Scope, AreaTrend? Trend, ProblemException? Refusal);

    private async Task<Dictionary<string, string>> SourcesAsync(IReadOnlyList<string> datasets, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await visibility.Datasets(context).Where(d => datasets.Contains(d.Id))
            .Select(d => new { d.Id, Source = d.Citation ?? d.Publisher ?? d.Title })
            .ToDictionaryAsync(d => d.Id, d => d.Source, cancellationToken);
    }
}

/// <summary>Asks for the trend of one area in a series that was found before.</summary>
/// <param name="Area">The area.</param>
/// <param name="Series">The series, in the state in which it was found.</param>
/// <param name="Request">The same request as for any trend.</param>
public sealed record GetAreaTrend(SeriesAreaView Area, SeriesRef Series, GetTrends Request);

/// <summary>The trend, or why there is none: exactly one of the two.</summary>
public sealed record AreaTrendAnswer(TrendView? Trend, ProblemException? Refusal);
