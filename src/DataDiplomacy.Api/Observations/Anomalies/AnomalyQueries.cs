using System.Globalization;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Statistics.Alarms;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Anomalies;

/// <summary>Scans series in areas for periods that differ from those before them: all observations are read in one statement.</summary>
public sealed class AnomalyQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, SeriesQueries series, SeriesAreaQueries seriesAreas, AreaQueries areas,
    ObservationScopeQueries scopes, AreaObservationQueries observations, ReferenceData reference, TimeProvider time, IValidator<GetAnomalies> validator)
{
    /// <summary>Most series of one request.</summary>
    public const int MaxSeries = 30;

    /// <summary>Most pairs of series and area of one request.</summary>
    public const int MaxPairs = 3_000;

    /// <summary>Most tests of one request.</summary>
    public const int MaxTests = AlarmScanFamily.MaxTests;

    /// <summary>Most periods of one request that a model is fitted to (Farrington): each costs about a millisecond.</summary>
    public const int MaxModels = 5_000;

    /// <summary>Most items of an answer.</summary>
    public const int MaxItems = 10_000;

    private const string Method = "Published limits of each method; with a p, which allows for the baseline being an estimate, an alarm also needs p of at most the level. q is adjusted "
        + "over all tests with a p (Benjamini-Hochberg); cusum and ewma have no p and count with their false-alarm chance instead.";

    /// <summary>The alarms.</summary>
    /// <exception cref="ProblemException">A code means nothing or several things, several observations of the one series share a period, or there is too much to scan.</exception>
    public async Task<AnomalyListView> FindAsync(GetAnomalies request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var (scanned, asOf) = await ReadAsync(request, format, cancellationToken);
        var family = Scan(request, scanned, cancellationToken);
        return ToView(request, scanned, family, asOf);
    }

    /// <summary>The picture of one series in one area as SVG.</summary>
    /// <exception cref="ProblemException">As for the list; also when not exactly one series and area were asked for.</exception>
    public async Task<string> DrawAsync(GetAnomalies request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        if (Paging.Codes(request.Series).Count != 1 || Paging.Codes(request.Area).Count != 1 || Paging.Codes(request.Group).Count > 0)
        {
            throw new ProblemException(Problems.RuleBroken, "A picture shows exactly one series in one area: name them, such as series=EG_FEC_RNEW&area=404, without group=. JSON and CSV have several.");
        }

        var (scanned, asOf) = await ReadAsync(request, WireFormat.Svg, cancellationToken);
        var family = Scan(request, scanned, cancellationToken);
        return AnomalyFormats.Draw(scanned[0], family, await SourceAsync(scanned[0].Series, cancellationToken), asOf);
    }

    private async Task<(IReadOnlyList<AnomalySeries> Scanned, DateTime AsOf)> ReadAsync(GetAnomalies request, WireFormat format, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var wanted = await WantedAsync(context, request, snapshot, cancellationToken);
        await exports.CheckAsync(format, [.. wanted.Select(s => s.Dataset).Distinct()], cancellationToken);
        var filter = new ListObservations { To = request.To, Dimensions = request.Dimensions, Headline = request.Headline };
        await scopes.FilterAsync(filter, wanted, cancellationToken);
        var pairs = await PairsAsync(context, request, wanted, cancellationToken);
        var asks = pairs.Select(p => observations.Ask(p.Series, p.AreaId, p.Area, filter)).ToList();
        var found = asks.Count == 0 ? null : await observations.ListAsync(asks, cancellationToken);
        var read = pairs.Select((p, i) => new AnomalySeries(p.Series, p.Area, p.AreaName, reference.UnitLabel(p.Series.Unit) ?? p.Series.Unit, found?[asks[i]].Items ?? [])).ToList();
        if (wanted.Count == 1)
        {
            read.ForEach(r => r.Points.RefuseSeveral());
        }

        return (read, snapshot.AsOf);
    }

    /// <summary>The series that the request names; one that is not there is not found: a family of tests must not shrink unnoticed.</summary>
    private async Task<IReadOnlyList<SeriesRef>> WantedAsync(DataContext context, GetAnomalies request, Snapshot snapshot, CancellationToken cancellationToken)
    {
        var codes = Paging.Codes(request.Series);
        var found = new List<SeriesRef>();
        try
        {
            found.AddRange(await series.ResolveFilterAsync(context, codes, request.Dataset, snapshot, cancellationToken));
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }

        if (codes.FirstOrDefault(c => found.TrueForAll(s => s.Code != c)) is { } missing)
        {
            throw new ProblemException(Problems.NotFound,
                $"There is no series '{missing}'{(request.Dataset is { } dataset ? $" in a data set '{dataset}'" : "")} in that state that you may see. GET /v1/series lists them.");
        }

        return [.. found.OrderBy(s => s.Dataset, StringComparer.Ordinal).ThenBy(s => s.Code, StringComparer.Ordinal)];
    }

    /// <summary>The series and areas to read: those that were asked for, or all areas that the series have; one statement for all series.</summary>
    private async Task<IReadOnlyList<(SeriesRef Series, int AreaId, string Area, string AreaName)>> PairsAsync(
        DataContext context, GetAnomalies request, IReadOnlyList<SeriesRef> wanted, CancellationToken cancellationToken)
    {
        var (codes, groups) = (Paging.Codes(request.Area), Paging.Codes(request.Group));
        if (codes.Count + groups.Count > 0)
        {
            var named = await AreasAsync(context, codes, groups, cancellationToken);
            RefuseTooMany(wanted.Count * (long)named.Count);
            return [.. wanted.SelectMany(s => named.Select(a => (s, a.Id, a.Code, a.Name)))];
        }

        var asks = wanted.Select(s => new ListSeriesAreas(s, MaxPairs + 1, null)).ToList();
        var found = await seriesAreas.ListAsync(asks, cancellationToken);
        RefuseTooMany(found.Values.Sum(page => (long)page.Items.Count));
        return [.. asks.SelectMany(ask => found[ask].Items.Select(a => (ask.Series, a.AreaId, a.Area.Code, a.Area.Name)))];
    }

    private async Task<IReadOnlyList<(int Id, string Code, string Name)>> AreasAsync(DataContext context, IReadOnlyList<string> codes, IReadOnlyList<string> groups, CancellationToken cancellationToken)
    {
        try
        {
            var ids = await areas.ResolveFilterAsync(codes, groups, cancellationToken);
            var found = await context.Areas.AsNoTracking().Where(a => ids.Contains(a.Id)).OrderBy(a => a.Id).Select(a => new { a.Id, a.Code, a.Name }).ToListAsync(cancellationToken);
            return found.Count > 0
                ? [.. found.Select(a => (a.Id, a.Code, a.Name))]
                : throw ProblemException.Invalid("area", $"No data that you may see names {string.Join(", ", codes.Concat(groups))}.");
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest)
        {
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    private async Task<string> SourceAsync(SeriesRef one, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await visibility.Datasets(context).Where(d => d.Id == one.Dataset).Select(d => d.Citation ?? d.Publisher ?? d.Title).SingleAsync(cancellationToken);
    }

    private static AlarmScanFamily Scan(GetAnomalies request, IReadOnlyList<AnomalySeries> scanned, CancellationToken cancellationToken)
    {
        var methods = Methods(request);
        var inputs = scanned.Select(s => s.ToInput(request, methods)).ToList();
        RefuseTooMuch(inputs);
        var chances = new ChartFalseAlarms();
        foreach (var (one, input) in scanned.Zip(inputs))
        {
            cancellationToken.ThrowIfCancellationRequested();
            one.Results = one.Reason is null ? AlarmScan.Watch(input, chances) : [];
        }

        var family = AlarmScanFamily.Of([.. scanned.Select(s => s.Results)]);
        foreach (var (one, results) in scanned.Zip(family.Scans))
        {
            one.Results = results;
        }

        return family;
    }

    private static AnomalyListView ToView(GetAnomalies request, IReadOnlyList<AnomalySeries> scanned, AlarmScanFamily family, DateTime asOf)
    {
        var limit = request.Limit ?? Paging.DefaultLimit;
        var onlyAlarms = request.OnlyAlarms ?? true;
        var listed = onlyAlarms ? family.Alarms : family.Tests;
        return new AnomalyListView
        {
            // A null p, of a chart, comes after all others.
            Alarms =
            [
                .. scanned.SelectMany(s => s.ToViews(onlyAlarms)).OrderByDescending(a => a.Alarm).ThenBy(a => a.P ?? 2).ThenByDescending(a => Math.Abs(a.Statistic ?? 0))
                    .ThenBy(a => a.Dataset, StringComparer.Ordinal).ThenBy(a => a.Series, StringComparer.Ordinal).ThenBy(a => a.Area.Length).ThenBy(a => a.Area, StringComparer.Ordinal)
                    .ThenBy(a => a.Period, StringComparer.Ordinal).ThenBy(a => a.Method, StringComparer.Ordinal).Take(limit),
            ],
            Scanned = [.. scanned.SelectMany(s => s.ToScanned(Methods(request)))],
            AlarmCount = family.Alarms,
            Tests = family.Tests,
            FamilySize = family.FamilySize,
            ExpectedFalseAlarms = family.ExpectedFalseAlarms,
            Verdict = family.Verdict,
            Method = Method,
            Version = AlarmScan.Version,
            Warnings = listed > limit
                ? [string.Create(CultureInfo.InvariantCulture, $"The list holds the first {limit} of {listed} {(onlyAlarms ? "alarms" : "tests")}; limit= gives more, up to {MaxItems}.")]
                : [],
            AsOf = asOf,
        };
    }

    private static IReadOnlyList<string>? Methods(GetAnomalies request) => Paging.Codes(request.Methods) is { Count: > 0 } methods ? methods : null;

    private static void RefuseTooMany(long pairs)
    {
        if (pairs > MaxPairs)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {MaxPairs} pairs of series and area to scan; choose fewer series, or areas by area= or group=."));
        }
    }

    private static void RefuseTooMuch(IReadOnlyList<AlarmScanInput> inputs)
    {
        var (tests, models) = (0L, 0L);
        foreach (var input in inputs)
        {
            var bins = Math.Max(0, input.Values.Count - input.First);
            tests += bins * (long)(input.Methods?.Count ?? AlarmScan.MostMethodsByDefault);
            models += AlarmScan.Models(input);
        }

        if (tests > MaxTests)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {MaxTests} tests to make; choose fewer series, areas or methods, or a shorter time by from= and to=."));
        }

        if (models > MaxModels)
        {
            throw new ProblemException(Problems.TooLarge, string.Create(CultureInfo.InvariantCulture,
                $"There are more than {MaxModels} models to fit; choose fewer series or areas, a shorter time by from= and to=, or methods=ears,negbin."));
        }
    }
}
