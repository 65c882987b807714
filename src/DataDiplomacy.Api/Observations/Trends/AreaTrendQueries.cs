using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Assesses the trends of areas in series that were found before, each on its own, for many areas at once.</summary>
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
        return requests.Select((r, i) => (Request: r, Answer: AnswerOf(r, found[asks[i]].Items, sources[r.Series.Dataset]))).ToDictionary(a => a.Request, a => a.Answer);
    }

    private AreaTrendAnswer AnswerOf(GetAreaTrend request, IReadOnlyList<ObservationView> observed, string source)
    {
        var scope = new TrendScope
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
        try
        {
            var points = new AreaPoints(request.Area.Area.Code, request.Area.Area.Name, scope.UnitLabel);
            foreach (var observation in observed)
            {
                points.Add(observation);
            }

            points.RefuseSeveral();
            return new AreaTrendAnswer(scope.ToView(AreaTrend.Of(points, scope.Confidence)), null);
        }
        catch (ProblemException refusal)
        {
            // One area that cannot be assessed does not take the others with it.
            return new AreaTrendAnswer(null, refusal);
        }
    }

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
