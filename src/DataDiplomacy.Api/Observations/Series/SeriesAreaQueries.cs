using System.Globalization;
using DataDiplomacy.Api.Catalogue.Areas;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Reads the areas of series that were found before, for many series at once.</summary>
public sealed class SeriesAreaQueries(IDbContextFactory<DataContext> contexts, AreaQueries areas)
{
    /// <summary>A page of areas for each request, by area order; one statement for all.</summary>
    public async Task<IReadOnlyDictionary<ListSeriesAreas, PageView<SeriesAreaView>>> ListAsync(IReadOnlyList<ListSeriesAreas> requests, CancellationToken cancellationToken)
    {
        var pages = requests.Select(PinOf).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await new SeriesAreaReader(context).ReadAsync(
            [.. requests.Select((r, i) => new SeriesAreaSlice(r.Series.Id, pages[i].Series.Version, pages[i].After, r.Limit + 1))], cancellationToken);
        return requests.Select((r, i) => (Request: r, Page: PageOf(r, pages[i].Series, [.. found[i]]))).ToDictionary(p => p.Request, p => p.Page);
    }

    private PageView<SeriesAreaView> PageOf(ListSeriesAreas request, SeriesRef series, IReadOnlyList<SeriesAreaRow> rows)
    {
        var query = QueryOf(series);
        var cursors = rows.Take(request.Limit).Select(r => series.State.CursorAfter(query, Text(r.Id), Text(series.Version))).ToList();
        return new PageView<SeriesAreaView>
        {
            Items = [.. rows.Take(request.Limit).Select(r => new SeriesAreaView { Area = areas.ToView(r.Area), AreaId = r.Id, Ref = series })],
            Next = rows.Count > request.Limit ? cursors[^1] : null,
            Cursors = cursors,
            Total = rows.Count > 0 ? rows[0].Total : request.Cursor is null ? 0 : null,
        };
    }

    /// <summary>Where the page begins; a cursor also brings the version that its first page saw.</summary>
    private static (SeriesRef Series, int After) PinOf(ListSeriesAreas request)
    {
        if (Cursor.Decode(request.Cursor, QueryOf(request.Series), keyParts: 2) is not { } cursor)
        {
            return (request.Series, 0);
        }

        if (!int.TryParse(cursor.After[0], CultureInfo.InvariantCulture, out var after) || !int.TryParse(cursor.After[1], CultureInfo.InvariantCulture, out var version))
        {
            throw ProblemException.Invalid("cursor", "The cursor is not one of ours.");
        }

        var state = request.Series.State with { AsOf = cursor.AsOf, Sequence = cursor.Sequence };
        return (request.Series with { Version = version, State = state }, after);
    }

    private static string QueryOf(SeriesRef series) => Cursor.Fingerprint("series-areas", series.Dataset, series.Code, series.State.Asked);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
