using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Observations.Targets;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations.Progress;
using DataDiplomacy.Core.Statistics.Trends;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>Assesses the progress of series in one area: all of them in two statements, however many they are.</summary>
public sealed class ProgressQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, SeriesQueries series, AreaQueries areas, AreaObservationQueries observations,
    TargetQueries targets, ReferenceData reference, TimeProvider time, IValidator<GetProgress> validator)
{
    /// <summary>Most series of one answer.</summary>
    public const int MaxSeries = 1_000;

    /// <summary>What the methods say, or null when the caller can see no such area.</summary>
    /// <exception cref="ProblemException">A code means nothing or several things, or several observations of the one series share a year.</exception>
    public async Task<ProgressListView> FindAsync(GetProgress request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = Cursor.Fingerprint("progress", string.Join(',', Paging.Codes(request.Area)), string.Join(',', Paging.Codes(request.Series)), string.Join(',', Paging.Codes(request.Indicator)),
            string.Join(',', Paging.Codes(request.Goal)), request.Dataset, string.Join(',', Paging.Codes(request.Methods)), request.Dimensions?.ToString(), Instants.Canonical(request.AsOf),
            request.Headline?.ToString(), request.ApiBase, request.ZeroReplacement?.ToString("R", CultureInfo.InvariantCulture), request.From, request.To);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 2);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        // A file is whole unless a limit is asked for; a board says itself when it cannot hold all.
        var limit = request.Limit ?? (format == WireFormat.Json ? Paging.DefaultLimit : MaxSeries);
        var all = await ReadAsync(context, await WantedAsync(context, request, snapshot, cancellationToken), request, snapshot.Instant, format, cancellationToken);
        // What is adjusted for is all that is looked at, not what one page shows.
        var family = Family(all);
        var page = all.Where(s => cursor is null || Compare(s.Series, cursor) > 0).Take(limit + 1).ToList();
        var scopes = page.Take(limit).ToList();
        return new ProgressListView
        {
            Items = [.. scopes.SelectMany(s => s.ToViews())],
            Agreement = [.. scopes.Select(s => s.ToAgreement())],
            FamilySize = family,
            Next = page.Count > limit ? snapshot.CursorAfter(query, page[limit - 1].Series.Dataset, page[limit - 1].Series.Code) : null,
            AsOf = snapshot.AsOf,
        };
    }

    /// <summary>All series of the area, each with what the methods say of it.</summary>
    internal async Task<(IReadOnlyList<ProgressScope> Scopes, DateTime AsOf)> AllAsync(GetProgress request, WireFormat format, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var wanted = await WantedAsync(context, request, snapshot, cancellationToken);
        return (await ReadAsync(context, wanted, request, snapshot.Instant, format, cancellationToken), snapshot.AsOf);
    }

    private static int Compare(SeriesRef one, Cursor cursor)
    {
        var dataset = string.CompareOrdinal(one.Dataset, cursor.After[0]);
        return dataset != 0 ? dataset : string.CompareOrdinal(one.Code, cursor.After[1]);
    }

    /// <summary>The series that the request names, by data set and code; all without a name.</summary>
    private async Task<IReadOnlyList<SeriesRef>> WantedAsync(DataContext context, GetProgress request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var (indicators, goals) = (Paging.Codes(request.Indicator), Paging.Codes(request.Goal));
        var found = await series.ResolveFilterAsync(context, Paging.Codes(request.Series), request.Dataset, snapshot, cancellationToken);
        var codes = indicators.SelectMany(i => reference.Sdg.FindIndicator(i)?.Codes ?? [i]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. found.Where(s => (codes.Count == 0 || s.Indicators.Any(codes.Contains)) && (goals.Count == 0 || s.Indicators.Any(i => goals.Contains(GoalOf(i)))))
                .OrderBy(s => s.Dataset, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal),
        ];
    }

    /// <summary>The goal of an indicator: 7 of 7.1.1.</summary>
    internal static string GoalOf(string indicator) => indicator.Split('.')[0];

    private async Task<IReadOnlyList<ProgressScope>> ReadAsync(
        DataContext context, IReadOnlyList<SeriesRef> wanted, GetProgress request, DateTime? asOf, WireFormat format, CancellationToken cancellationToken)
    {
        if (wanted.Count > MaxSeries)
        {
            throw new ProblemException(Problems.TooLarge, $"There are more than {MaxSeries} series; choose fewer by goal= or dataset=.");
        }

        var area = await AreaAsync(context, Paging.Codes(request.Area)[0], cancellationToken);
        if (wanted.Count == 0)
        {
            return [];
        }

        List<string> datasets = [.. wanted.Select(s => s.Dataset).Distinct()];
        await exports.CheckAsync(format, datasets, cancellationToken);
        await exports.CheckWalkAsync(request.Cursor, datasets, cancellationToken);
        var isOne = Paging.Codes(request.Series).Count == 1;
        var isNamed = isOne || Paging.Codes(request.Series).Count > 0 || Paging.Codes(request.Indicator).Count > 0;
        // The filters name dimensions that some of the series may not have: the question of each is its own.
        var asks = wanted.Select(s => observations.Ask(s, area.Id, area.Code, new ListObservations
        {
            Dimensions = request.Dimensions,
            From = request.From,
            To = request.To,
            Headline = request.Headline ?? (request.Dimensions is null or { Codes.Count: 0 } && !isOne),
        })).ToList();
        var found = await observations.ListAsync(asks, cancellationToken);
        var measured = await targets.AllAsync([.. wanted.Select(s => s.Code).Distinct()], asOf, cancellationToken);
        var sources = await visibility.Datasets(context).Where(d => datasets.Contains(d.Id))
            .Select(d => new { d.Id, Source = d.Citation ?? d.Publisher ?? d.Title }).ToDictionaryAsync(d => d.Id, d => d.Source, cancellationToken);
        var methods = Paging.Codes(request.Methods);
        var rules = reference.ProgressRules.Where(r => methods.Count == 0 || methods.Contains(r.Method)).ToList();
        var choices = new ProgressChoices { ZeroReplacement = request.ZeroReplacement, GapOfBaseYear = request.ApiBase == WireNames.Of(GapBase.BaseYear) };
        var scopes = new List<ProgressScope>();
        foreach (var (one, ask) in wanted.Zip(asks))
        {
            var points = PointsOf(area, one, found[ask].Items);
            if (isOne)
            {
                points.RefuseSeveral();
            }

            if (isNamed || points.Points.Any())
            {
                scopes.Add(new ProgressScope(one, points, measured.GetValueOrDefault(one.Code), rules, choices) { Source = sources[one.Dataset] });
            }
        }

        return scopes;
    }

    private AreaPoints PointsOf(KnownArea area, SeriesRef one, IReadOnlyList<ObservationView> observed)
    {
        var points = new AreaPoints(area.Code, area.Name, reference.UnitLabel(one.Unit) ?? one.Unit);
        foreach (var observation in observed)
        {
            points.Add(observation);
        }

        return points;
    }

    private async Task<KnownArea> AreaAsync(DataContext context, string code, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await areas.ResolveFilterAsync([code], [], cancellationToken);
            return await context.Areas.AsNoTracking().SingleOrDefaultAsync(a => ids.Contains(a.Id), cancellationToken)
                ?? throw ProblemException.Invalid("area", $"No data that you may see names {code}.");
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    /// <summary>The trends of all series asked for are one family of tests; the size of it.</summary>
    private static int Family(IReadOnlyList<ProgressScope> scopes)
    {
        var tested = scopes.Where(s => s.Trend is not null).ToList();
        if (tested.Count > 1)
        {
            var adjusted = Trend.WithFamily([.. tested.Select(s => s.Trend).OfType<TrendResult>()]);
            foreach (var (scope, trend) in tested.Zip(adjusted))
            {
                scope.Trend = trend;
            }
        }

        return tested.Count(s => s.Trend?.P is not null);
    }
}
