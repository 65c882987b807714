using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Observations.Series;
using DataDiplomacy.Api.Reference;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>Tests the trends of all keys of a data set together.</summary>
public sealed class TrendScanQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, SeriesQueries series, ObservationScopeQueries scopes, ObservationReaders readers, ObservationParts parts,
    ReferenceData reference, TrendScanTurns turns, TimeProvider time, IValidator<ScanTrends> validator)
{
    /// <summary>Most keys of one scan: they are held until all are known, about 120 bytes each.</summary>
    public const int MaxKeys = 1_000_000;

    /// <summary>Most pairs of values of one scan: each costs a slope, so this bounds the work.</summary>
    public const long MaxPairs = 1_000_000_000;

    private static readonly string[] Named = ["dataset", "series", "area", "group"];

    /// <summary>All trends with their q; everything that can be refused is refused before the first item.</summary>
    /// <exception cref="ProblemException">There is no such data set, series or area in that state that the caller may see; the terms forbid the format; there is too much.</exception>
    internal async Task<TrendScan> ScanAsync(ScanTrends request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var scope = await ScopeAsync(request, cancellationToken);
        // In JSON there is one page and no way on: a look, not an export.
        await exports.CheckAsync(format, [scope.Dataset], cancellationToken);
        using var turn = await turns.TakeAsync(cancellationToken);
        await using var reader = await readers.OpenAsync([scope.Dataset], cancellationToken);
        var tables = new ScanTables(parts, reference);
        var trends = await new TrendScanRun(scope, tables, reader).AssessAsync(cancellationToken);
        var areas = await parts.FindAreasAsync([.. trends.Select(t => t.Area).Distinct()], cancellationToken);
        return new TrendScan(scope, tables, trends, areas).Adjusted();
    }

    private async Task<TrendScanScope> ScopeAsync(ScanTrends request, CancellationToken cancellationToken)
    {
        try
        {
            return await FindScopeAsync(request, cancellationToken);
        }
        catch (ProblemException unknown) when (unknown.Problem == Problems.InvalidRequest && unknown.Errors.Keys.Any(Named.Contains))
        {
            // A family of tests must not shrink unnoticed: what is asked for and is not there is not found.
            throw new ProblemException(Problems.NotFound, unknown.Detail) { Errors = unknown.Errors, Suggestions = unknown.Suggestions };
        }
    }

    private async Task<TrendScanScope> FindScopeAsync(ScanTrends request, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, null, time, cancellationToken);
        var found = await series.ResolveFilterAsync(context, Paging.Codes(request.Series), request.Dataset, snapshot, cancellationToken);
        if (found.Count == 0)
        {
            throw new ProblemException(Problems.NotFound, $"The data set '{request.Dataset}' has {(Paging.Codes(request.Series).Count == 0 ? "no series" : "none of these series")} in that state. GET /v1/datasets/{request.Dataset}/versions lists its versions.");
        }

        var filter = await scopes.FilterAsync(
            new ListObservations { Area = request.Area, Group = request.Group, From = request.From, To = request.To, Dimensions = request.Dimensions, Headline = request.Headline }, found, cancellationToken);
        if (filter.Areas is { Count: 0 })
        {
            throw ProblemException.Invalid("area", $"No data that you may see names {string.Join(", ", Paging.Codes(request.Area).Concat(Paging.Codes(request.Group)))}.");
        }

        return new TrendScanScope
        {
            Dataset = found[0].Dataset,
            Version = found[0].Version,
            Source = await visibility.Datasets(context).Where(d => d.Id == found[0].Dataset).Select(d => d.Citation ?? d.Publisher ?? d.Title).SingleAsync(cancellationToken),
            AsOf = snapshot.AsOf,
            Series = found,
            Filter = filter,
        };
    }
}
