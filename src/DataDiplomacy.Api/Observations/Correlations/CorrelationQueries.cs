using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations;
using DataDiplomacy.Core.Observations.Relations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Correlations;

/// <summary>Correlates series in areas with each other; the observations of all variables are read in one statement.</summary>
public sealed class CorrelationQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, SeriesQueries series, AreaQueries areas, ObservationScopeQueries scopes, AreaObservationQueries observations,
    ReferenceData reference, TimeProvider time, IValidator<GetCorrelations> validator)
{
    /// <summary>Most variables of one answer: 1,770 pairs.</summary>
    public const int MaxVariables = 60;

    /// <summary>Most periods to compare: pairs times their periods times the lags.</summary>
    public const long MaxWork = 20_000_000;

    /// <summary>The correlations, to be written in this format.</summary>
    /// <exception cref="ProblemException">A code means nothing or several things, several observations share area and period, or it is too much.</exception>
    public async Task<CorrelationListView> FindAsync(GetCorrelations request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var wanted = await SeriesAsync(context, Paging.Codes(request.Series), request.Dataset, snapshot, cancellationToken);
        var controls = Paging.Codes(request.With) is { Count: > 0 } with ? await SeriesAsync(context, with, request.Dataset, snapshot, cancellationToken) : [];
        await exports.CheckAsync(format, [.. wanted.Concat(controls).Select(s => s.Dataset).Distinct()], cancellationToken);
        var places = await AreasAsync(context, Paging.Codes(request.Area), cancellationToken);
        RefuseTooMany(wanted.Count * places.Count);
        var read = await ReadAsync(context, [.. wanted.Concat(controls).DistinctBy(s => s.Id)], places, request, cancellationToken);
        var variables = wanted.SelectMany(s => places.Select(p => read[(s.Id, p.Code)])).ToList();
        RefuseTooMuch(variables, request.Lags ?? 0);
        return Correlate(variables, controls, read, request, snapshot);
    }

    private static CorrelationListView Correlate(
        List<CorrelationVariable> variables, IReadOnlyList<SeriesRef> controls, Dictionary<(int Series, string Area), CorrelationVariable> read, GetCorrelations request, Snapshot snapshot)
    {
        var settings = new SeriesPairSettings
        {
            Mode = Enum.GetValues<SeriesPairMode>().FirstOrDefault(m => WireNames.Of(m) == request.Mode),
            MaxLag = request.Lags ?? 0,
            Confidence = request.Confidence ?? new SeriesPairSettings().Confidence,
            Force = request.Force == true,
        };
        var pairs = new List<(CorrelationVariable X, CorrelationVariable Y, List<CorrelationVariable> Controls)>();
        for (var i = 0; i < variables.Count; i++)
        {
            for (var j = i + 1; j < variables.Count; j++)
            {
                var (x, y) = (variables[i], variables[j]);
                pairs.Add((x, y, x.Area != y.Area ? [] : [.. controls.Where(c => c.Id != x.Series.Id && c.Id != y.Series.Id).Select(c => read[(c.Id, x.Area)])]));
            }
        }

        var results = SeriesPair.WithFamily([.. pairs.Select(p => SeriesPair.Assess(p.X.Values, p.Y.Values, [.. p.Controls.Select(c => c.Values)], settings))]);
        return new CorrelationListView
        {
            Variables = [.. variables.Select(v => v.ToView())],
            Pairs = [.. pairs.Select((p, i) => CorrelationMapping.ToView(p.X, p.Y, [.. p.Controls.Select(c => c.Series.Code)], results[i]))],
            FamilySize = results.Sum(r => r.Tests),
            AsOf = snapshot.AsOf,
            Method = SeriesPair.MethodOf(settings),
            Version = SeriesPair.Version,
        };
    }

    /// <summary>The series in the order of the request; one that is not there is not found: a family of tests must not shrink unnoticed.</summary>
    private async Task<IReadOnlyList<SeriesRef>> SeriesAsync(DataContext context, IReadOnlyList<string> codes, string? dataset, Snapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            var found = await series.ResolveFilterAsync(context, codes, dataset, snapshot, cancellationToken);
            return [.. codes.Select(code => found.FirstOrDefault(s => s.Code == code) ?? throw Missing(code, dataset))];
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    private static ProblemException Missing(string code, string? dataset) => new(Problems.NotFound,
        $"There is no series '{code}'{(dataset is null ? "" : $" in a data set '{dataset}'")} in that state that you may see. GET /v1/series lists them.");

    private async Task<IReadOnlyList<KnownArea>> AreasAsync(DataContext context, IReadOnlyList<string> codes, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await areas.ResolveFilterAsync(codes, [], cancellationToken);
            var found = await context.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).ToListAsync(cancellationToken);
            if (found.Count == 0)
            {
                throw ProblemException.Invalid("area", $"No data that you may see names {string.Join(", ", codes)}.");
            }

            return [.. found.OrderBy(a => a.Code.Length).ThenBy(a => a.Code, StringComparer.Ordinal)];
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    private async Task<Dictionary<(int Series, string Area), CorrelationVariable>> ReadAsync(
        DataContext context, IReadOnlyList<SeriesRef> all, IReadOnlyList<KnownArea> places, GetCorrelations request, CancellationToken cancellationToken)
    {
        var questions = await QuestionsAsync(context, all, request, cancellationToken);
        var asks = all.SelectMany(s => places.Select(p => (Series: s, Area: p, Ask: observations.Ask(s, p.Id, p.Code, questions[s.Id])))).ToList();
        var found = await observations.ListAsync([.. asks.Select(a => a.Ask)], cancellationToken);
        var ids = all.Select(s => s.Dataset).Distinct().ToList();
        var sources = await visibility.Datasets(context).Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, Source = d.Citation ?? d.Publisher ?? d.Title }).ToDictionaryAsync(d => d.Id, d => d.Source, cancellationToken);
        return asks.ToDictionary(a => (a.Series.Id, a.Area.Code), a => new CorrelationVariable(a.Series, PointsOf(a.Area, a.Series, found[a.Ask].Items), sources[a.Series.Dataset]));
    }

    /// <summary>What is asked of each series: the filters name dimensions that some of the series may not have.</summary>
    private async Task<Dictionary<int, ListObservations>> QuestionsAsync(DataContext context, IReadOnlyList<SeriesRef> all, GetCorrelations request, CancellationToken cancellationToken)
    {
        var whole = new ListObservations { From = request.From, To = request.To, Headline = request.Headline ?? true };
        if (request.Dimensions is not { Codes.Count: > 0 } filters)
        {
            return all.ToDictionary(s => s.Id, _ => whole);
        }

        await scopes.FilterAsync(new ListObservations { Dimensions = filters }, all, cancellationToken);
        var ids = all.Select(s => s.Id).ToList();
        var keys = await context.SeriesKeys.AsNoTracking().Where(k => ids.Contains(k.SeriesId)).Select(k => new { k.SeriesId, k.Dimensions }).Distinct().ToListAsync(cancellationToken);
        var known = keys.ToLookup(k => k.SeriesId, k => SeriesKeyText.Parse(k.Dimensions));
        return all.ToDictionary(s => s.Id, s =>
        {
            var own = new DimensionFilters();
            foreach (var (dimension, codes) in filters.Codes.Where(f => known[s.Id].Any(k => k.ContainsKey(f.Key))))
            {
                own.Add(dimension, [.. codes]);
            }

            return own.Codes.Count == 0 ? whole : whole with { Dimensions = own, Headline = request.Headline };
        });
    }

    private AreaPoints PointsOf(KnownArea area, SeriesRef one, IReadOnlyList<ObservationView> observed)
    {
        var points = new AreaPoints(area.Code, area.Name, reference.UnitLabel(one.Unit) ?? one.Unit);
        foreach (var observation in observed)
        {
            points.Add(observation);
        }

        points.RefuseSeveral();
        return points;
    }

    private static void RefuseTooMany(int variables)
    {
        if (variables < 2)
        {
            throw ProblemException.Invalid("area", "A correlation needs two variables: name a second series or a second area.");
        }

        if (variables > MaxVariables)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"Series times areas are {variables} variables, more than {MaxVariables}; choose fewer by series= or area=."));
        }
    }

    private static void RefuseTooMuch(List<CorrelationVariable> variables, int lags)
    {
        if (variables.Sum(v => (long)v.Periods) * variables.Count / 2 * (2 * lags + 1) > MaxWork)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {MaxWork} periods to compare; choose fewer series, areas or lags, or a shorter time by from= and to=."));
        }
    }
}
