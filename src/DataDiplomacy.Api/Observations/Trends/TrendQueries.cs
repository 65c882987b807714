using System.Globalization;
using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Statistics.Trends;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Assesses the trend of a series in one area, or in all areas that are looked at together.</summary>
public sealed class TrendQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, SeriesQueries series, ReferenceData reference, ObservationScopeQueries scopes, ObservationQueries observations, AreaQueries areas,
    TimeProvider time, IValidator<GetTrends> validator)
{
    /// <summary>Most areas of one answer.</summary>
    public const int MaxAreas = 1_000;

    /// <summary>Most pairs of values of one answer: each pair costs a slope, so this bounds the time (1,000 areas with 200 values each).</summary>
    public const long MaxPairs = 20_000_000;

    internal const double DefaultConfidence = 0.95;

    /// <summary>The trends, or null when there is no such series in that state that the caller may see.</summary>
    /// <exception cref="ProblemException">A code means nothing or several things, or several observations share area and period.</exception>
    public Task<TrendListView?> FindAsync(GetTrends request, CancellationToken cancellationToken) =>
        FindAsync(request, WireFormat.Json, cancellationToken);

    /// <summary>As above, to be written in this format.</summary>
    /// <exception cref="ProblemException">As above; also when the terms of the data set forbid it.</exception>
    public async Task<TrendListView?> FindAsync(GetTrends request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (await ScopeAsync(request, format, cancellationToken) is not { } scope)
        {
            return null;
        }

        var trends = new List<AreaTrend>();
        await foreach (var points in ReadAsync(scope, cancellationToken))
        {
            trends.Add(AreaTrend.Of(points, scope.Confidence));
        }

        return scope.IsOneArea ? One(scope, trends[0]) : Family(scope, trends);
    }

    /// <summary>The picture of one area as SVG, or null when there is no such series.</summary>
    /// <exception cref="ProblemException">As for the trends; also when not exactly one area was asked for.</exception>
    public async Task<string?> DrawAsync(GetTrends request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (await ScopeAsync(request, WireFormat.Svg, cancellationToken) is not { } scope)
        {
            return null;
        }

        if (!scope.IsOneArea)
        {
            throw new ProblemException(Problems.RuleBroken, "A picture shows exactly one area: name it, such as area=404, without group=. JSON and CSV have several.");
        }

        var points = await ReadAsync(scope, cancellationToken).SingleAsync(cancellationToken);
        return TrendFormats.Draw(scope, points, AreaTrend.Of(points, scope.Confidence));
    }

    private async Task<TrendScope?> ScopeAsync(GetTrends request, WireFormat format, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        if (await series.ResolveAsync(context, Paging.Codes(request.Series)[0], request.Dataset, snapshot, cancellationToken) is not { } one)
        {
            return null;
        }

        await exports.CheckAsync(format, [one.Dataset], cancellationToken);
        var wanted = await WantedAsync(context, Paging.Codes(request.Area), Paging.Codes(request.Group), cancellationToken);
        var filter = await scopes.FilterAsync(
            new ListObservations { From = request.From, To = request.To, Dimensions = request.Dimensions, Headline = request.Headline }, [one], cancellationToken);
        return new TrendScope
        {
            Series = one,
            Source = await visibility.Datasets(context).Where(d => d.Id == one.Dataset).Select(d => d.Citation ?? d.Publisher ?? d.Title).SingleAsync(cancellationToken),
            UnitLabel = reference.UnitLabel(one.Unit) ?? one.Unit,
            AsOf = snapshot.AsOf,
            Filter = filter with { Areas = wanted?.Select(a => a.Id).ToList() },
            Wanted = wanted,
            IsOneArea = wanted?.Count == 1 && Paging.Codes(request.Group).Count == 0,
            Confidence = request.Confidence ?? DefaultConfidence,
        };
    }

    /// <summary>The areas that were asked for; null for all. An unknown one is not found: a family of tests must not shrink unnoticed.</summary>
    private async Task<IReadOnlyList<KnownArea>?> WantedAsync(DataContext context, IReadOnlyList<string> codes, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        if (codes.Count + groups.Count == 0)
        {
            return null;
        }

        try
        {
            var ids = await areas.ResolveFilterAsync(codes, groups, cancellationToken);
            if (ids.Count == 0)
            {
                throw ProblemException.Invalid("area", $"No data that you may see names {string.Join(", ", codes.Concat(groups))}.");
            }

            return await context.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).ToListAsync(cancellationToken);
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    /// <summary>The points of each area: first those that have observations, then those that were asked for and have none.</summary>
    private async IAsyncEnumerable<AreaPoints> ReadAsync(TrendScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var read = new HashSet<string>(StringComparer.Ordinal);
        var pairs = 0L;
        await foreach (var points in ObservedAsync(scope, cancellationToken))
        {
            read.Add(points.Area);
            pairs += points.Pairs;
            RefuseTooMuch(read.Count, pairs);
            yield return points;
        }

        foreach (var area in (scope.Wanted ?? []).Where(a => !read.Contains(a.Code)))
        {
            yield return new AreaPoints(area.Code, area.Name, scope.UnitLabel);
        }
    }

    private async IAsyncEnumerable<AreaPoints> ObservedAsync(TrendScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AreaPoints? points = null;
        await foreach (var observation in observations.ReadPointsAsync(scope.Series, scope.Filter, cancellationToken))
        {
            if (points is not null && points.Area != observation.Area)
            {
                points.RefuseSeveral();
                yield return points;
                points = null;
            }

            points ??= new AreaPoints(observation.Area, observation.AreaName, scope.UnitLabel);
            points.Add(observation);
        }

        if (points is not null)
        {
            points.RefuseSeveral();
            yield return points;
        }
    }

    internal static void RefuseTooMuch(int areas, long pairs)
    {
        if (areas > MaxAreas)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"The series has more than {MaxAreas} areas; name those to look at together by area= or group=."));
        }

        if (pairs > MaxPairs)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {MaxPairs} pairs of values to compare; choose fewer areas by area= or group=, or a shorter time by from= and to=."));
        }
    }

    private static TrendListView One(TrendScope scope, AreaTrend trend)
    {
        var view = scope.ToView(trend);
        return new TrendListView { Items = [view], FamilySize = view.FamilySize, AsOf = scope.AsOf, One = view };
    }

    private static TrendListView Family(TrendScope scope, List<AreaTrend> trends)
    {
        var results = Trend.WithFamily([.. trends.Select(t => t.Result)]);
        var adjusted = trends.Select((t, i) => t with { Result = results[i] });
        return new TrendListView
        {
            Items = [.. adjusted.OrderBy(t => t.Area.Length).ThenBy(t => t.Area, StringComparer.Ordinal).Select(t => scope.ToView(t))],
            FamilySize = results.Count(r => r.PDeciding is not null),
            AsOf = scope.AsOf,
        };
    }
}
