using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Statistics.Forecasts;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>Forecasts series in areas; all observations are read in one statement.</summary>
public sealed class ForecastQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, SeriesQueries series, AreaQueries areas, ObservationScopeQueries scopes, AreaObservationQueries observations,
    TargetQueries targets, ReferenceData reference, TimeProvider time, IValidator<GetForecasts> validator)
{
    /// <summary>Most pairs of series and area of one answer.</summary>
    public const int MaxPairs = 300;

    /// <summary>Most values, each counted once for every origin of the back-test and once for the forecast: the models are fitted as often, so that this bounds the time.</summary>
    public const int MaxFitted = 100_000;

    /// <summary>The forecasts.</summary>
    /// <exception cref="ProblemException">A code means nothing or several things, there is too much to do, or several observations of the one pair share a period.</exception>
    public async Task<ForecastListView> FindAsync(GetForecasts request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var (found, asOf) = await ReadAsync(request, format, cancellationToken);
        return new ForecastListView
        {
            Items = [.. found.Select(s => s.ToView())],
            FamilySize = found.Sum(s => s.Result.Models.Count(m => m.BackTest?.P is not null)),
            AsOf = asOf,
        };
    }

    /// <summary>The picture of one series in one area as SVG.</summary>
    /// <exception cref="ProblemException">As for the forecasts; also when not exactly one series and one area were asked for.</exception>
    public async Task<string> DrawAsync(GetForecasts request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (Paging.Codes(request.Series).Count != 1 || Paging.Codes(request.Area).Count != 1 || Paging.Codes(request.Group).Count > 0)
        {
            throw new ProblemException(Problems.RuleBroken, "A picture shows exactly one series in one area: name them, such as series=EG_ELC_ACCS and area=404, without group=. JSON and CSV have several.");
        }

        var (found, _) = await ReadAsync(request, WireFormat.Svg, cancellationToken);
        return ForecastFormats.Draw(found[0]);
    }

    private async Task<(IReadOnlyList<ForecastScope> Scopes, DateTime AsOf)> ReadAsync(GetForecasts request, WireFormat format, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var wanted = await SeriesAsync(context, request, snapshot, cancellationToken);
        var sets = wanted.Select(s => s.Dataset).Distinct().ToList();
        await exports.CheckAsync(format, sets, cancellationToken);
        var places = await AreasAsync(context, Paging.Codes(request.Area), Paging.Codes(request.Group), cancellationToken);
        if (wanted.Count * places.Count > MaxPairs)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"{wanted.Count} series in {places.Count} areas are more than {MaxPairs} pairs; choose fewer series, or fewer areas by area= or group=."));
        }

        var sources = await visibility.Datasets(context).Where(d => sets.Contains(d.Id))
            .Select(d => new { d.Id, Source = d.Citation ?? d.Publisher ?? d.Title })
            .ToDictionaryAsync(d => d.Id, d => d.Source, cancellationToken);
        var pairs = await PointsAsync(wanted, places, request, cancellationToken);
        var known = await targets.AllAsync([.. wanted.Select(s => s.Code).Distinct()], snapshot.Instant, cancellationToken);
        var found = new List<ForecastScope>();
        foreach (var (one, points) in pairs)
        {
            cancellationToken.ThrowIfCancellationRequested();
            found.Add(new ForecastScope(one, sources[one.Dataset], snapshot.AsOf, points, known.GetValueOrDefault(one.Code), request));
        }

        var adjusted = ForecastBundle.WithFamily([.. found.Select(s => s.Result)]);
        foreach (var (scope, result) in found.Zip(adjusted))
        {
            scope.Result = result;
        }

        return (found, snapshot.AsOf);
    }

    /// <summary>The values of each series in each area.</summary>
    private async Task<IReadOnlyList<(SeriesRef Series, AreaPoints Points)>> PointsAsync(
        IReadOnlyList<SeriesRef> wanted, IReadOnlyList<KnownArea> places, GetForecasts request, CancellationToken cancellationToken)
    {
        var filter = new ListObservations { From = request.From, To = request.To, Dimensions = request.Dimensions, Headline = request.Headline };
        // Refuses a dimension that none of the series has.
        await scopes.FilterAsync(filter, wanted, cancellationToken);
        var asks = wanted.SelectMany(s => places.Select(a => (Series: s, Area: a, Ask: observations.Ask(s, a.Id, a.Code, filter)))).ToList();
        var observed = await observations.ListAsync([.. asks.Select(a => a.Ask)], cancellationToken);
        var pairs = new List<(SeriesRef Series, AreaPoints Points)>();
        foreach (var (one, area, ask) in asks)
        {
            var points = new AreaPoints(area.Code, area.Name, reference.UnitLabel(one.Unit) ?? one.Unit);
            foreach (var observation in observed[ask].Items)
            {
                points.Add(observation);
            }

            if (asks.Count == 1)
            {
                points.RefuseSeveral();
            }

            pairs.Add((one, points));
        }

        RefuseTooMuch(pairs);
        return pairs;
    }

    private static void RefuseTooMuch(IEnumerable<(SeriesRef Series, AreaPoints Points)> pairs)
    {
        var fitted = pairs.Select(p => p.Points.Observed.Count).Where(n => n <= ForecastBundle.MaxPoints).Sum(n => (long)n * (1 + BackTest.OriginsOf(n)));
        if (fitted > MaxFitted)
        {
            throw new ProblemException(Problems.TooLarge, "The values are too many to fit all models to them from all origins; choose fewer series or areas, or a shorter time by from= and to=.");
        }
    }

    /// <summary>The series in the order in which they were named; one that is not there is not found.</summary>
    private async Task<IReadOnlyList<SeriesRef>> SeriesAsync(DataContext context, GetForecasts request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var codes = Paging.Codes(request.Series);
        try
        {
            var found = (await series.ResolveFilterAsync(context, codes, request.Dataset, snapshot, cancellationToken)).ToDictionary(s => s.Code, StringComparer.Ordinal);
            var missing = codes.FirstOrDefault(c => !found.ContainsKey(c));
            return missing is null ? [.. codes.Select(c => found[c])]
                : throw new ProblemException(Problems.NotFound, $"There is no series '{missing}' in that state that you may see. GET /v1/series lists them.");
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    /// <summary>The areas that were asked for; an unknown one is not found.</summary>
    private async Task<IReadOnlyList<KnownArea>> AreasAsync(DataContext context, IReadOnlyList<string> codes, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await areas.ResolveFilterAsync(codes, groups, cancellationToken);
            var found = await context.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken);
            return found.Count == 0
                ? throw ProblemException.Invalid("area", $"No data that you may see names {string.Join(", ", codes.Concat(groups))}.")
                : [.. found.OrderBy(a => a.Code.Length).ThenBy(a => a.Code, StringComparer.Ordinal)];
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }
}
