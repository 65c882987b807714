using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using FluentValidation;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Reads observations: pages, streams, sizes.</summary>
public sealed class ObservationQueries(
    ObservationScopeQueries scopes, Exports exports, ReferenceData reference, ObservationReaders readers, IValidator<ListObservations> validator)
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
        var cursor = ObservationPage.CursorOf(request);
        var scope = await scopes.ReadAsync(request, cursor, cancellationToken);
        await exports.CheckWalkAsync(request.Cursor, scope.Series.Select(s => s.Dataset), cancellationToken);
        await using var reader = await readers.OpenAsync(scope.Series.Select(s => s.Dataset), cancellationToken);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = await TakeAsync(reader, scope, ObservationPage.PlaceOf(cursor), limit + 1, cancellationToken);
        var more = rows.Count > limit;
        if (more)
        {
            rows.RemoveAt(limit);
        }

        var total = request.Count is null ? (long?)null : (await CountAsync(reader, scope, cancellationToken)).Observations;
        return new ObservationPage { Request = request, State = scope.State, Rows = rows, HasMore = more, Total = total };
    }

    /// <summary>The whole answer for a format, from after the cursor on; everything that can be refused is refused before the first item.</summary>
    public async Task<IAsyncEnumerable<(SeriesRef Series, IReadOnlyList<ObservationRow> Rows)>> StreamAsync(ListObservations request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var cursor = ObservationPage.CursorOf(request);
        var scope = await scopes.ReadAsync(request, cursor, cancellationToken);
        await exports.CheckAsync(format, scope.Series.Select(s => s.Dataset), cancellationToken);
        return StreamAsync(scope, ObservationPage.PlaceOf(cursor), request.Limit, cancellationToken);
    }

    /// <summary>Dimension ids of the series of a request, for the columns of a table.</summary>
    public async Task<IReadOnlyList<string>> DimensionsAsync(ListObservations request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        return await scopes.DimensionsAsync(request, cancellationToken);
    }

    /// <summary>How large the whole answer would be; bytes from the mean of the first observations as the given function measures them.</summary>
    public async Task<AnswerSizeView> SizeAsync(ListObservations request, Func<IReadOnlyList<(SeriesRef Series, ObservationRow Row)>, long> bytesOf, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var scope = await scopes.ReadAsync(request, null, cancellationToken);
        await using var reader = await readers.OpenAsync(scope.Series.Select(s => s.Dataset), cancellationToken);
        var (observations, keys) = await CountAsync(reader, scope, cancellationToken);
        var sample = await TakeAsync(reader, scope, null, SizeSample, cancellationToken);
        var bytes = sample.Count == 0 ? 0 : (long)Math.Round((double)bytesOf(sample) / sample.Count * observations);
        return new AnswerSizeView { Series = keys, Observations = observations, Bytes = bytes };
    }

    /// <summary>Observations of one series in the order of the list, without a cap: the caller must have one.</summary>
    public async IAsyncEnumerable<ObservationView> ReadPointsAsync(SeriesRef one, ObservationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await readers.OpenAsync([one.Dataset], cancellationToken);
        await foreach (var rows in reader.ReadAsync(new SeriesSlice(one.Id, one.Dataset, one.Version), filter, null, null, cancellationToken))
        {
            foreach (var row in rows)
            {
                yield return ToView(one, row);
            }
        }
    }

    public ObservationView ToView(SeriesRef one, ObservationRow row) => ObservationMapping.ToView(one, row, reference);

    private static async Task<List<(SeriesRef Series, ObservationRow Row)>> TakeAsync(
        ObservationReader reader, ObservationScope scope, (int Series, ObservationPlace Place)? after, int limit, CancellationToken cancellationToken)
    {
        var taken = new List<(SeriesRef Series, ObservationRow Row)>();
        await foreach (var (series, rows) in ReadAsync(reader, scope, after, limit, cancellationToken))
        {
            taken.AddRange(rows.Select(r => (series, r)));
        }

        return taken;
    }

    private async IAsyncEnumerable<(SeriesRef Series, IReadOnlyList<ObservationRow> Rows)> StreamAsync(ObservationScope scope, (int Series, ObservationPlace Place)? after, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var reader = await readers.OpenAsync(scope.Series.Select(s => s.Dataset), cancellationToken);
        await foreach (var rows in ReadAsync(reader, scope, after, limit, cancellationToken))
        {
            yield return rows;
        }
    }

    /// <summary>One walk along the clustered key for each series, in their order.</summary>
    private static async IAsyncEnumerable<(SeriesRef Series, IReadOnlyList<ObservationRow> Rows)> ReadAsync(ObservationReader reader, ObservationScope scope, (int Series, ObservationPlace Place)? after, int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var left = limit;
        foreach (var one in scope.Series.Where(s => after is null || s.Id >= after.Value.Series))
        {
            var place = after is { } a && a.Series == one.Id ? a.Place : (ObservationPlace?)null;
            await foreach (var rows in reader.ReadAsync(scope.SliceOf(one), scope.Filter, place, left, cancellationToken))
            {
                yield return (one, rows);
                left -= rows.Count;
            }

            if (left <= 0)
            {
                yield break;
            }
        }
    }

    private static async Task<(long Observations, long Keys)> CountAsync(ObservationReader reader, ObservationScope scope, CancellationToken cancellationToken)
    {
        var (observations, keys) = (0L, 0L);
        foreach (var one in scope.Series)
        {
            var (o, k) = await reader.CountAsync(scope.SliceOf(one), scope.Filter, cancellationToken);
            (observations, keys) = (observations + o, keys + k);
        }

        return (observations, keys);
    }
}
