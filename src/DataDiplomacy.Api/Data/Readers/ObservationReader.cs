using System.Data.Common;
using System.Runtime.CompilerServices;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Makes readers of observations, for data sets whose terms let the caller read them now.</summary>
public sealed class ObservationReaders(IReadConnections connections, IDbContextFactory<DataContext> contexts, ObservationParts parts, IReadTerms terms)
{
    /// <summary>A reader with a connection of its own, for reads one after the other.</summary>
    /// <exception cref="Http.ProblemException">403: terms forbid it.</exception>
    public async Task<ObservationReader> OpenAsync(IEnumerable<string> datasets, CancellationToken cancellationToken)
    {
        await terms.RequireAsync(datasets, cancellationToken);
        return new(await connections.OpenAsync(cancellationToken), contexts, parts);
    }
}

/// <summary>Streams observations of a series along the clustered key: a hot route, so plain SQL.</summary>
public sealed class ObservationReader(ReadConnection connection, IDbContextFactory<DataContext> contexts, ObservationParts parts) : IAsyncDisposable
{
    private const int RowsAtOnce = 1_000;
    private const int PointsAtOnce = 1_500;
    private const int RoomForAKey = 500;

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>Observations ordered by area, key and period, from after the given place on, as many at once as are completed together.</summary>
    public async IAsyncEnumerable<IReadOnlyList<ObservationRow>> ReadAsync(SeriesSlice series, ObservationFilter filter, ObservationPlace? after, int? limit,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = await MatchingKeysAsync(series, filter, cancellationToken);
        var sql = new ObservationSql(connection.SeeksKeyByKey);
        await using var reader = await ReadAsync(sql, sql.Page(series, filter, keys, after, limit), cancellationToken);
        var (stored, isDelta) = (new List<StoredRow>(), series.Since is not null);
        do
        {
            stored.Clear();
            while (stored.Count < RowsAtOnce && await reader.ReadAsync(cancellationToken))
            {
                stored.Add(StoredRow.Read(reader, isDelta));
            }

            yield return await parts.CompleteAsync(series.Dataset, stored, cancellationToken);
        }
        while (stored.Count == RowsAtOnce);
    }

    /// <summary>
    /// All points of a series ordered by area, key and period, without what they say by number, as many at once as fill some pages of memory;
    /// those of one key are never parted.
    /// </summary>
    public async IAsyncEnumerable<IReadOnlyList<StoredPoint>> ReadPointsAsync(SeriesSlice series, ObservationFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = await MatchingKeysAsync(series, filter, cancellationToken);
        var sql = new ObservationSql(connection.SeeksKeyByKey);
        await using var reader = await ReadAsync(sql, sql.Points(series, filter, keys), cancellationToken);
        var points = new List<StoredPoint>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var point = StoredPoint.Read(reader);
            if (points.Count >= PointsAtOnce && points[^1].Key != point.Key)
            {
                yield return points;
                points = new List<StoredPoint>(PointsAtOnce + RoomForAKey);
            }

            points.Add(point);
        }

        if (points.Count > 0)
        {
            yield return points;
        }
    }

    /// <summary>The dimensions of the keys of a series, in all areas or in some, by the number of the key.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ReadKeysAsync(int series, IReadOnlyList<int>? areas, CancellationToken cancellationToken)
    {
        var sql = new ObservationSql(connection.SeeksKeyByKey);
        await using var reader = await ReadAsync(sql, sql.Keys(series, areas), cancellationToken);
        var keys = new Dictionary<int, string>();
        while (await reader.ReadAsync(cancellationToken))
        {
            keys.Add(reader.GetInt32(0), reader.GetString(1));
        }

        return keys;
    }

    /// <summary>Number of observations and of series keys.</summary>
    public async Task<(long Observations, long Keys)> CountAsync(SeriesSlice series, ObservationFilter filter, CancellationToken cancellationToken)
    {
        var keys = await MatchingKeysAsync(series, filter, cancellationToken);
        var sql = new ObservationSql(connection.SeeksKeyByKey);
        await using var reader = await ReadAsync(sql, sql.Count(series, filter, keys), cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>The first observations of each area, by key and period, with how many the area has: one statement for all, two when a question filters by dimension, more for headlines of an older version.</summary>
    /// <param name="areas">The areas.</param>
    /// <param name="questions">What they are asked, by place.</param>
    /// <param name="limit">Most rows in all.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<ILookup<int, (ObservationRow Row, long Total)>> ReadAsync(
        IReadOnlyList<AreaSlice> areas, IReadOnlyList<AreaQuestion> questions, int limit, CancellationToken cancellationToken)
    {
        var keys = await ChooseKeysAsync(areas, questions, cancellationToken);
        var sql = new ObservationSql(connection.SeeksKeyByKey);
        await using var reader = await ReadAsync(sql, sql.Batch(areas, questions, keys, limit), cancellationToken);
        var rows = new List<(int Area, ObservationRow Row, long Total)>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add((reader.GetInt32(28), Read(reader), reader.GetInt64(29)));
        }

        return rows.ToLookup(r => r.Area, r => (r.Row, r.Total));
    }

    private async Task<IReadOnlyList<KeyChoice>> ChooseKeysAsync(IReadOnlyList<AreaSlice> areas, IReadOnlyList<AreaQuestion> questions, CancellationToken cancellationToken)
    {
        var ids = areas.Select(a => a.Series.Id).Distinct().ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = questions.All(q => q.Filter.Dimensions.Count == 0) ? []
            : await context.SeriesKeys.AsNoTracking().Where(k => ids.Contains(k.SeriesId)).Select(k => k.Dimensions).Distinct().ToListAsync(cancellationToken);
        var choices = new List<KeyChoice>(questions.Count);
        foreach (var (question, number) in questions.Select((q, i) => (q.Filter, i)))
        {
            var asked = areas.Where(a => a.Question == number).ToList();
            choices.Add(question.Headline && asked.Any(a => !a.IsNewest)
                ? new KeyChoice { Pairs = await HeadlinesAsync(context, [.. asked.Select(a => a.Series).Distinct()], question, cancellationToken) }
                : new KeyChoice
                {
                    Marked = question.Headline,
                    Dimensions = question.Dimensions.Count == 0 ? null : [.. all.Where(text => Matches(SeriesKeyText.Parse(text), question))],
                });
        }

        return choices;
    }

    /// <summary>The undisaggregated keys of several series, each as of its version.</summary>
    private static async Task<IReadOnlyList<(int Series, string Dimensions)>> HeadlinesAsync(DataContext context, IReadOnlyList<SeriesSlice> series, ObservationFilter filter, CancellationToken cancellationToken)
    {
        var headlines = new List<(int, string)>();
        foreach (var one in series)
        {
            headlines.AddRange((await HeadlinesAsync(context, one, cancellationToken)).Where(text => Matches(SeriesKeyText.Parse(text), filter)).Select(text => (one.Id, text)));
        }

        return headlines;
    }

    /// <summary>A series knows few combinations of dimensions: the filter is answered on those; null when there is no filter.</summary>
    private async Task<IReadOnlyList<string>?> MatchingKeysAsync(SeriesSlice series, ObservationFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Dimensions.Count == 0 && !filter.Headline)
        {
            return null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var all = filter.Headline
            ? await HeadlinesAsync(context, series, cancellationToken)
            : await context.SeriesKeys.AsNoTracking().Where(k => k.SeriesId == series.Id).Select(k => k.Dimensions).Distinct().ToListAsync(cancellationToken);
        return [.. all.Where(text => Matches(SeriesKeyText.Parse(text), filter))];
    }

    /// <summary>
    /// The undisaggregated keys as of the version that is read. The stored marks are those of the newest version; they are read before it is asked
    /// whether that is the one, so that a version published in between is noticed.
    /// </summary>
    private static async Task<IReadOnlyCollection<string>> HeadlinesAsync(DataContext context, SeriesSlice series, CancellationToken cancellationToken)
    {
        var keys = context.SeriesKeys.AsNoTracking().Where(k => k.SeriesId == series.Id);
        var marked = await keys.Where(k => k.Headline).Select(k => k.Dimensions).Distinct().ToListAsync(cancellationToken);
        if (!await context.DatasetVersions.AnyAsync(v => v.DatasetId == series.Dataset && v.Number > series.Version, cancellationToken))
        {
            return marked;
        }

        var known = await keys
            .Where(k => context.Observations.Any(o => o.SeriesId == k.SeriesId && o.AreaId == k.AreaId && o.KeyId == k.Id && o.FromVersion <= series.Version))
            .Select(k => k.Dimensions).Distinct().ToListAsync(cancellationToken);
        return Headlines.Of(known);
    }

    private static bool Matches(IReadOnlyDictionary<string, string> key, ObservationFilter filter) =>
        filter.Dimensions.All(d => key.TryGetValue(d.Key, out var code) && d.Value.Contains(code));

    private Task<DbDataReader> ReadAsync(ObservationSql sql, string text, CancellationToken cancellationToken) =>
        connection.ReadAsync(text, sql.Parameters, sql.IsAskedOften, cancellationToken);

    private static ObservationRow Read(DbDataReader r) => new()
    {
        Place = new ObservationPlace(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)),
        FromVersion = r.GetInt32(3),
        Value = PublishedValue.FromStored(Double(r, 4), Text(r, 5), r.IsDBNull(6) ? null : (MissingReason)r.GetInt16(6)),
        LowerBound = Double(r, 7),
        UpperBound = Double(r, 8),
        Area = r.GetString(9),
        AreaName = r.GetString(10),
        KeyHash = r.GetString(11),
        Dimensions = r.GetString(12),
        RecordedAt = DateTime.SpecifyKind(r.GetDateTime(13), DateTimeKind.Utc),
        Activity = r.GetString(14),
        Attributes = new AttributeSet
        {
            Id = r.GetInt32(15),
            Hash = r.GetString(16),
            Nature = Text(r, 17),
            Status = Text(r, 18),
            Unit = Text(r, 19),
            UnitMultiplier = Text(r, 20),
            Source = Text(r, 21),
            Footnote = Text(r, 22),
            TimeDetail = Text(r, 23),
            TimeCoverage = Text(r, 24),
            BasePeriod = Text(r, 25),
            GeoInfoUrl = Text(r, 26),
            UnitLabel = Text(r, 27),
        },
    };

    private static double? Double(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetDouble(column);

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);
}
