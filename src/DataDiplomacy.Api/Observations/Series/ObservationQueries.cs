using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Reads observations: pages, streams, sizes.</summary>
public sealed class ObservationQueries(
    IDbContextFactory<DataContext> contexts, Visibility visibility, Exports exports, AuditNote note, SeriesQueries series, AreaQueries areas, ReferenceData reference, ObservationParts parts, CatalogueMemory memory, TimeProvider time, IValidator<ListObservations> validator)
{
    private const int SizeSample = 100;

    public async Task<PageView<ObservationView>> ListAsync(ListObservations request, CancellationToken cancellationToken)
    {
        var page = await PageAsync(request, cancellationToken);
        return new PageView<ObservationView>
        {
            Items = [.. page.Rows.Select(r => ToView(r.Series, r.Row))],
            Next = page.Next,
            Cursors = [.. page.Rows.Select(page.CursorAfter)],
            AsOf = page.State.AsOf,
            PublishedUpTo = page.State.PublishedUpTo,
            Total = page.Total,
        };
    }

    /// <summary>The same page as rows, for those who write them as they are.</summary>
    public async Task<ObservationPage> PageAsync(ListObservations request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var query = QueryOf(request);
        var cursor = Cursor.Decode(request.Cursor, query, keyParts: 4);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await ScopeAsync(context, request, cursor, cancellationToken);
        await exports.CheckWalkAsync(context, request.Cursor, scope.Series.Select(s => s.Dataset), cancellationToken);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = new List<(SeriesRef Series, ObservationRow Row)>();
        await foreach (var row in ReadAsync(context, scope, PlaceOf(cursor), limit + 1, cancellationToken))
        {
            rows.Add(row);
        }

        var more = rows.Count > limit;
        if (more)
        {
            rows.RemoveAt(limit);
        }

        var total = request.Count is null ? (long?)null : (await CountAsync(context, scope, cancellationToken)).Observations;
        return new ObservationPage { Query = query, State = scope.State, Rows = rows, HasMore = more, Total = total };
    }

    /// <summary>The whole answer for a format, from after the cursor on; everything that can be refused is refused before the first item.</summary>
    public async Task<IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)>> StreamAsync(ListObservations request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var cursor = Cursor.Decode(request.Cursor, QueryOf(request), keyParts: 4);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await ScopeAsync(context, request, cursor, cancellationToken);
        await exports.CheckAsync(context, format, scope.Series.Select(s => s.Dataset), cancellationToken);
        return StreamAsync(scope, PlaceOf(cursor), request.Limit, cancellationToken);
    }

    /// <summary>Dimension ids of the series of a request, for the columns of a table.</summary>
    public async Task<IReadOnlyList<string>> DimensionsAsync(ListObservations request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (_, wanted) = await ResolveAsync(context, request, null, await CatalogueStamp.ReadAsync(context, cancellationToken), cancellationToken);
        var keys = await KeysAsync(context, wanted, cancellationToken);
        return [.. keys.SelectMany(k => k.Keys).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>How large the whole answer would be; bytes from the mean of the first observations as the given function measures them.</summary>
    public async Task<AnswerSizeView> SizeAsync(ListObservations request, Func<IReadOnlyList<(SeriesRef Series, ObservationRow Row)>, long> bytesOf, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await ScopeAsync(context, request, null, cancellationToken);
        var (observations, keys) = await CountAsync(context, scope, cancellationToken);
        var sample = new List<(SeriesRef Series, ObservationRow Row)>();
        await foreach (var row in ReadAsync(context, scope, null, SizeSample, cancellationToken))
        {
            sample.Add(row);
        }

        var bytes = sample.Count == 0 ? 0 : (long)Math.Round((double)bytesOf(sample) / sample.Count * observations);
        return new AnswerSizeView { Series = keys, Observations = observations, Bytes = bytes };
    }

    /// <summary>Observations of one series in the order of the list, without a cap: the caller must have one.</summary>
    public async IAsyncEnumerable<ObservationView> ReadPointsAsync(SeriesRef one, ObservationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in new ObservationReader(context, parts).ReadAsync(SliceOf(one, null), filter, null, null, cancellationToken))
        {
            yield return ToView(one, row);
        }
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

    public ObservationView ToView(SeriesRef one, ObservationRow row) => ToView(one, row, reference);

    internal static ObservationView ToView(SeriesRef one, ObservationRow row, ReferenceData reference) => new()
    {
        Id = $"{row.KeyHash}-{TimePeriod.FromCode(row.Place.Period)}-v{Text(row.FromVersion)}",
        Dataset = one.Dataset,
        Series = one.Code,
        SeriesTitle = one.Title,
        Indicators = one.Indicators,
        Area = row.Area,
        AreaName = row.AreaName,
        Period = TimePeriod.FromCode(row.Place.Period).ToString(),
        Value = row.Value.Value,
        ValueText = row.Value.Text,
        Unit = row.Attributes.Unit,
        UnitLabel = reference.UnitLabel(row.Attributes),
        LowerBound = row.Value.LowerBound ?? row.LowerBound,
        UpperBound = row.Value.UpperBound ?? row.UpperBound,
        Status = row.Attributes.Status,
        Nature = row.Attributes.Nature,
        MissingReason = row.Value.Missing,
        Dimensions = SeriesKeyText.Parse(row.Dimensions),
        Footnote = row.Attributes.Footnote,
        Source = row.Attributes.Source,
        UnitMultiplier = row.Attributes.UnitMultiplier,
        TimeDetail = row.Attributes.TimeDetail,
        TimeCoverage = row.Attributes.TimeCoverage,
        BasePeriod = row.Attributes.BasePeriod,
        GeoInfoUrl = row.Attributes.GeoInfoUrl,
        RecordedAt = row.RecordedAt,
        DatasetVersion = row.FromVersion,
        Activity = row.Activity,
        Change = row.Change,
        WithdrawnAt = row.WithdrawnAt,
        Ref = one,
        Place = row.Place,
    };

    private async IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)> StreamAsync(Scope scope, (int Series, ObservationPlace Place)? after, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in ReadAsync(context, scope, after, limit, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>One walk along the clustered key for each series, in their order.</summary>
    private async IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)> ReadAsync(DataContext context, Scope scope, (int Series, ObservationPlace Place)? after, int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new ObservationReader(context, parts);
        var left = limit;
        foreach (var one in scope.Series.Where(s => after is null || s.Id >= after.Value.Series))
        {
            var place = after is { } a && a.Series == one.Id ? a.Place : (ObservationPlace?)null;
            await foreach (var row in reader.ReadAsync(SliceOf(one, scope.Since), scope.Filter, place, left, cancellationToken))
            {
                yield return (one, row);
                left--;
            }

            if (left <= 0)
            {
                yield break;
            }
        }
    }

    private async Task<(long Observations, long Keys)> CountAsync(DataContext context, Scope scope, CancellationToken cancellationToken)
    {
        var reader = new ObservationReader(context, parts);
        var (observations, keys) = (0L, 0L);
        foreach (var one in scope.Series)
        {
            var (o, k) = await reader.CountAsync(SliceOf(one, scope.Since), scope.Filter, cancellationToken);
            (observations, keys) = (observations + o, keys + k);
        }

        return (observations, keys);
    }

    /// <summary>What is found in the catalogue is remembered while its stamp stands: a busy series costs one small statement before its rows.</summary>
    private async Task<Scope> ScopeAsync(DataContext context, ListObservations request, Cursor? cursor, CancellationToken cancellationToken)
    {
        var stamp = await CatalogueStamp.ReadAsync(context, cancellationToken);
        var (state, scope) = await ResolveAsync(context, request, cursor, stamp, cancellationToken);
        var since = request.UpdatedAfter is { } after && Instants.TryParse(after, out var instant) ? await VersionsAtAsync(context, state, instant, cancellationToken) : null;
        var key = KeyOf("areas", request.Area, request.Group);
        var filter = FilterOf(request);
        if (request.Dimensions is null or { Codes.Count: 0 } && memory.Recall<IReadOnlyList<int>>(stamp, key) is { } ids)
        {
            return new Scope(state, scope, filter with { Areas = ids }, since);
        }

        filter = await FilterAsync(request, scope, cancellationToken);
        if (filter.Areas is not null)
        {
            memory.Remember(stamp, key, filter.Areas, filter.Areas.Count);
        }

        return new Scope(state, scope, filter, since);
    }

    /// <summary>The state to read and the series in it.</summary>
    private async Task<(Snapshot State, IReadOnlyList<SeriesRef> Series)> ResolveAsync(
        DataContext context, ListObservations request, Cursor? cursor, CatalogueStamp stamp, CancellationToken cancellationToken)
    {
        var now = Snapshot.InstantOf(request.AsOf, time);
        var key = KeyOf("series", request.Series, [request.Dataset, Instants.Canonical(request.AsOf), cursor?.AsOf.Ticks.ToString(CultureInfo.InvariantCulture), cursor?.Sequence.ToString(CultureInfo.InvariantCulture)]);
        if (memory.Recall<Scope>(stamp, key) is { } held && held.State.AsOf <= now)
        {
            note.Add(held.Series.Select(s => s.Dataset));
            var state = cursor is null ? held.State with { AsOf = now } : held.State;
            return (state, [.. held.Series.Select(s => s with { State = s.State with { AsOf = state.AsOf } })]);
        }

        var snapshot = await Snapshot.TakeAsync(visibility.Versions(context), request.AsOf, cursor, time, cancellationToken);
        var found = await series.ResolveFilterAsync(context, Paging.Codes(request.Series), request.Dataset, snapshot, cancellationToken);
        // Nothing that is published is recorded later than that: a state after the newest version stays as it is until the stamp changes.
        if (snapshot.Sequence <= stamp.Sequence && snapshot.AsOf > snapshot.PublishedUpTo)
        {
            memory.Remember(stamp, key, new Scope(snapshot, found, new ObservationFilter(), null), found.Count);
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
    private static async Task<IReadOnlyDictionary<string, int>> VersionsAtAsync(DataContext context, Snapshot snapshot, DateTime since, CancellationToken cancellationToken) =>
        await snapshot.Visible(context.DatasetVersions).Where(v => v.PublishedAt <= since)
            .GroupBy(v => v.DatasetId).Select(g => new { g.Key, Number = g.Max(v => v.Number) })
            .ToDictionaryAsync(v => v.Key, v => v.Number, cancellationToken);

    private static SeriesSlice SliceOf(SeriesRef one, IReadOnlyDictionary<string, int>? since) =>
        new(one.Id, one.Dataset, one.Version, since?.GetValueOrDefault(one.Dataset));

    private static (int Series, ObservationPlace Place)? PlaceOf(Cursor? cursor) => cursor is null ? null
        : (cursor.Number(0), new ObservationPlace(cursor.Number(1), cursor.Number(2), cursor.Number(3)));

    internal static string QueryOf(ListObservations r) => Cursor.Fingerprint("observations",
        string.Join(',', Paging.Codes(r.Series)), string.Join(',', Paging.Codes(r.Area)), string.Join(',', Paging.Codes(r.Group)), r.Dataset, r.From, r.To,
        r.Dimensions?.ToString() ?? "", (r.Headline == true).ToString(), (r.Latest == true).ToString(), Instants.Canonical(r.AsOf), Instants.Canonical(r.UpdatedAfter));

    internal static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Scope(Snapshot State, IReadOnlyList<SeriesRef> Series, ObservationFilter Filter, IReadOnlyDictionary<string, int>? Since);
}
