using System.Runtime.CompilerServices;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Reads observations: pages, streams, sizes.</summary>
public sealed class ObservationQueries(
    IDbContextFactory<DataContext> contexts, ObservationScopeQueries scopes, Exports exports, ReferenceData reference, ObservationParts parts, IValidator<ListObservations> validator)
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
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await scopes.ReadAsync(context, request, cursor, cancellationToken);
        var limit = request.Limit ?? Paging.DefaultLimit;
        var rows = new List<(SeriesRef Series, ObservationRow Row)>();
        await foreach (var row in ReadAsync(context, scope, ObservationPage.PlaceOf(cursor), limit + 1, cancellationToken))
        {
            rows.Add(row);
        }

        var more = rows.Count > limit;
        if (more)
        {
            rows.RemoveAt(limit);
        }

        var total = request.Count is null ? (long?)null : (await CountAsync(context, scope, cancellationToken)).Observations;
        return new ObservationPage { Query = ObservationPage.QueryOf(request), State = scope.State, Rows = rows, HasMore = more, Total = total };
    }

    /// <summary>The whole answer for a format, from after the cursor on; everything that can be refused is refused before the first item.</summary>
    public async Task<IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)>> StreamAsync(ListObservations request, WireFormat format, CancellationToken cancellationToken)
    {
        validator.Check(request);
        var cursor = ObservationPage.CursorOf(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await scopes.ReadAsync(context, request, cursor, cancellationToken);
        await exports.CheckAsync(context, format, scope.Series.Select(s => s.Dataset), cancellationToken);
        return StreamAsync(scope, ObservationPage.PlaceOf(cursor), request.Limit, cancellationToken);
    }

    /// <summary>Dimension ids of the series of a request, for the columns of a table.</summary>
    public async Task<IReadOnlyList<string>> DimensionsAsync(ListObservations request, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await scopes.DimensionsAsync(context, request, cancellationToken);
    }

    /// <summary>How large the whole answer would be; bytes from the mean of the first observations as the given function measures them.</summary>
    public async Task<AnswerSizeView> SizeAsync(ListObservations request, Func<IReadOnlyList<(SeriesRef Series, ObservationRow Row)>, long> bytesOf, CancellationToken cancellationToken)
    {
        validator.Check(request);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var scope = await scopes.ReadAsync(context, request, null, cancellationToken);
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
        await foreach (var row in new ObservationReader(context, parts).ReadAsync(new SeriesSlice(one.Id, one.Dataset, one.Version), filter, null, null, cancellationToken))
        {
            yield return ToView(one, row);
        }
    }

    public ObservationView ToView(SeriesRef one, ObservationRow row) => ObservationMapping.ToView(one, row, reference);

    private async IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)> StreamAsync(ObservationScope scope, (int Series, ObservationPlace Place)? after, int? limit, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await foreach (var row in ReadAsync(context, scope, after, limit, cancellationToken))
        {
            yield return row;
        }
    }

    /// <summary>One walk along the clustered key for each series, in their order.</summary>
    private async IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)> ReadAsync(DataContext context, ObservationScope scope, (int Series, ObservationPlace Place)? after, int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var reader = new ObservationReader(context, parts);
        var left = limit;
        foreach (var one in scope.Series.Where(s => after is null || s.Id >= after.Value.Series))
        {
            var place = after is { } a && a.Series == one.Id ? a.Place : (ObservationPlace?)null;
            await foreach (var row in reader.ReadAsync(scope.SliceOf(one), scope.Filter, place, left, cancellationToken))
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

    private async Task<(long Observations, long Keys)> CountAsync(DataContext context, ObservationScope scope, CancellationToken cancellationToken)
    {
        var reader = new ObservationReader(context, parts);
        var (observations, keys) = (0L, 0L);
        foreach (var one in scope.Series)
        {
            var (o, k) = await reader.CountAsync(scope.SliceOf(one), scope.Filter, cancellationToken);
            (observations, keys) = (observations + o, keys + k);
        }

        return (observations, keys);
    }
}
