using System.Globalization;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>What a request for observations reaches, before any row is read.</summary>
/// <param name="State">The state that all its pages see.</param>
/// <param name="Series">The series, in the order of the list.</param>
/// <param name="Filter">Which of their rows.</param>
/// <param name="Since">Of a delta: the version of each data set that the caller has.</param>
public sealed record ObservationScope(Snapshot State, IReadOnlyList<SeriesRef> Series, ObservationFilter Filter, IReadOnlyDictionary<string, int>? Since)
{
    /// <summary>The part of a series that is read.</summary>
    public SeriesSlice SliceOf(SeriesRef one) => new(one.Id, one.Dataset, one.Version, Since?.GetValueOrDefault(one.Dataset));
}

/// <summary>Turns the codes of a request into the state, series and filter to read.</summary>
public sealed class ObservationScopeQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, AuditNote note, SeriesQueries series, AreaQueries areas, CatalogueMemory memory, CurrentState current, IReadTerms terms, TimeProvider time)
{
    /// <summary>What is found in the catalogue is remembered while its stamp stands: a busy series costs nothing before its rows.</summary>
    public async Task<ObservationScope> ReadAsync(ListObservations request, Cursor? cursor, CancellationToken cancellationToken)
    {
        var stamp = (await current.ReadAsync(cancellationToken)).Stamp;
        var (state, scope) = await ResolveAsync(request, cursor, stamp, cancellationToken);
        // Here too, since a stream must refuse before its first byte.
        await terms.RequireAsync(scope.Select(s => s.Dataset), cancellationToken);
        var since = request.UpdatedAfter is { } after && Instants.TryParse(after, out var instant) ? await VersionsAtAsync(state, instant, cancellationToken) : null;
        var key = KeyOf("areas", request.Area, request.Group);
        var filter = FilterOf(request);
        if (request.Dimensions is null or { Codes.Count: 0 } && memory.Recall<IReadOnlyList<int>>(stamp, key) is { } ids)
        {
            return new ObservationScope(state, scope, filter with { Areas = ids }, since);
        }

        filter = await FilterAsync(request, scope, cancellationToken);
        if (filter.Areas is not null)
        {
            memory.Remember(stamp, key, filter.Areas, filter.Areas.Count);
        }

        return new ObservationScope(state, scope, filter, since);
    }

    /// <summary>The state to read and the series in it.</summary>
    private async Task<(Snapshot State, IReadOnlyList<SeriesRef> Series)> ResolveAsync(
        ListObservations request, Cursor? cursor, CatalogueStamp stamp, CancellationToken cancellationToken)
    {
        var key = KeyOf("series", request.Series, [request.Dataset, Instants.Canonical(request.AsOf), cursor?.AsOf.Ticks.ToString(CultureInfo.InvariantCulture), cursor?.Sequence.ToString(CultureInfo.InvariantCulture)]);
        if (memory.Recall<ObservationScope>(stamp, key) is { } held)
        {
            note.AddRead(held.Series.Select(s => s.Dataset));
            return (held.State, held.Series);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        var found = await series.ResolveFilterAsync(context, Paging.Codes(request.Series), request.Dataset, snapshot, cancellationToken);
        // A version that was published since the stamp was read belongs to the next stamp.
        if (snapshot.Sequence <= stamp.Sequence)
        {
            memory.Remember(stamp, key, new ObservationScope(snapshot, found, new ObservationFilter(), null), found.Count);
        }

        return (snapshot, found);
    }

    /// <summary>Names an answer of the catalogue by what it depends on: the caller's rights and the codes asked for.</summary>
    private string KeyOf(string kind, params ReadOnlySpan<IReadOnlyList<string?>?> parts)
    {
        var key = new StringBuilder(kind).AppendJoin(',', visibility.Caller.Readable);
        foreach (var part in parts)
        {
            key.Append('\u001e').AppendJoin('\u001f', part ?? []);
        }

        return key.ToString();
    }

    /// <summary>Each combination of dimensions that the series know.</summary>
    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> KeysAsync(DataContext context, IReadOnlyList<SeriesRef> scope, CancellationToken cancellationToken)
    {
        var ids = scope.Select(s => s.Id).ToList();
        var keys = await context.SeriesKeys.AsNoTracking().Where(k => ids.Contains(k.SeriesId)).Select(k => k.Dimensions).Distinct().ToListAsync(cancellationToken);
        return [.. keys.Select(SeriesKeyText.Parse)];
    }

    /// <summary>The newest version of each data set that was published at or before the instant.</summary>
    private async Task<IReadOnlyDictionary<string, int>> VersionsAtAsync(Snapshot snapshot, DateTime since, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await snapshot.Visible(context.DatasetVersions).Where(v => v.PublishedAt <= since)
            .GroupBy(v => v.DatasetId).Select(g => new { g.Key, Number = g.Max(v => v.Number) })
            .ToDictionaryAsync(v => v.Key, v => v.Number, cancellationToken);
    }

    /// <summary>Dimension ids of the series of a request.</summary>
    public async Task<IReadOnlyList<string>> DimensionsAsync(ListObservations request, CancellationToken cancellationToken)
    {
        var (_, wanted) = await ResolveAsync(request, null, (await current.ReadAsync(cancellationToken)).Stamp, cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var keys = await KeysAsync(context, wanted, cancellationToken);
        return [.. keys.SelectMany(k => k.Keys).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The filter of a request on areas, time and dimensions; codes that none of the series knows are refused.</summary>
    public async Task<ObservationFilter> FilterAsync(ListObservations request, IReadOnlyList<SeriesRef> scope, CancellationToken cancellationToken)
    {
        if (request.Dimensions is { Codes.Count: > 0 } dimensions)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            DimensionChoices.RefuseUnknown(dimensions, await KeysAsync(context, scope, cancellationToken));
        }

        var (codes, groups) = (Paging.Codes(request.Area), Paging.Codes(request.Group));
        return FilterOf(request) with { Areas = codes.Count + groups.Count == 0 ? null : await areas.ResolveFilterAsync(codes, groups, cancellationToken) };
    }

    /// <summary>The filter of a request on time and dimensions.</summary>
    internal static ObservationFilter FilterOf(ListObservations request) => new()
    {
        FirstDay = TimePeriod.TryParse(request.From, out var from) ? from.Code / 10 : null,
        LastDay = TimePeriod.TryParse(request.To, out var to) ? to.EndCode : null,
        Dimensions = request.Dimensions?.Codes.ToDictionary() ?? [],
        Headline = request.Headline == true,
        Latest = request.Latest == true,
    };
}
