using System.Globalization;
using System.Text;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>
/// Writes the SQL of observation reads: the same text on both databases, along the clustered key, so that a page costs what it shows.
/// What a caller sends is a parameter. So are the numbers of the pages that are asked most, whose text is then always the same and stays prepared;
/// elsewhere they are written into the text (they are ours).
/// </summary>
internal sealed class ObservationSql(bool seeksKeyByKey)
{
    /// <summary>What a row is read from, without how it changed: o is the observation, a its area, k its key, t its attributes, v its version.</summary>
    public const string Columns =
        """
        o.area_id, o.key_id, o.period, o.from_version, o.value, o.value_text, o.missing, o.lower_bound, o.upper_bound,
               a.code, a.name, k.hash, k.dimensions, v.recorded_at, v.activity_id,
               t.id, t.hash, t.nature, t.status, t.unit, t.unit_multiplier, t.source, t.footnote, t.time_detail, t.time_coverage, t.base_period, t.geo_info_url, t.unit_label
        """;

    private const string Picked =
        "ordinal, total, series_id, area_id, key_id, period, from_version, value, value_text, missing, lower_bound, upper_bound, attributes_id";

    private readonly List<(string Name, object Value)> _parameters = [];

    private string Parameter(object value)
    {
        var name = "@p" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add((name, value));
        return name;
    }

    public IReadOnlyList<(string Name, object Value)> Parameters => _parameters;

    /// <summary>Whether the text depends on the kind of the question only.</summary>
    public bool IsAskedOften { get; private set; }

    /// <summary>A number in a text that is asked often is a parameter.</summary>
    private string Number(int number) => IsAskedOften ? Parameter(number) : number.ToString(CultureInfo.InvariantCulture);

    private static bool IsOfFewKinds(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys) =>
        series.Since is null && !filter.Latest && keys is null && filter.Areas is null or { Count: 1 };

    public string Page(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys, ObservationPlace? after, int? limit)
    {
        IsAskedOften = IsOfFewKinds(series, filter, keys);
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"""
            SELECT {StoredRow.Columns}{(series.Since is null ? "" : $", {ChangeOf(series)}, w.recorded_at")}
            FROM {Source(series, filter, keys)}
            """);
        if (series.Since is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LEFT JOIN dataset_version w ON w.dataset_id = {Parameter(series.Dataset)} AND o.to_version <= {series.Version} AND w.number = {EndOf(series)}");
        }

        sql.Append(CultureInfo.InvariantCulture, $" WHERE {Where(series, filter, keys)}{OfKey(series, filter)}");
        if (after is { } place)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND (o.area_id, o.key_id, o.period) > ({Number(place.Area)}, {Number(place.Key)}, {Number(place.Period)})");
            sql.Append(IsByKey(series, filter) ? string.Create(CultureInfo.InvariantCulture, $" AND (k.area_id, k.id) >= ({Number(place.Area)}, {Number(place.Key)})") : "");
        }

        sql.Append(OrderOf(series, filter));
        if (limit is { } most)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {Number(most)}");
        }

        return sql.ToString();
    }

    /// <summary>All points of a series in the order of its pages.</summary>
    public string Points(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys)
    {
        IsAskedOften = IsOfFewKinds(series, filter, keys);
        return $"SELECT {StoredPoint.Columns} FROM {Source(series, filter, keys)} WHERE {Where(series, filter, keys)}{OfKey(series, filter)}{OrderOf(series, filter)}";
    }

    /// <summary>The keys of a series, in all areas or in some.</summary>
    public string Keys(int series, IReadOnlyList<int>? areas)
    {
        IsAskedOften = areas is null or { Count: 1 };
        var within = areas is null ? "" : $" AND k.area_id IN ({(areas.Count == 0 ? "NULL" : string.Join(", ", areas.Select(Number)))})";
        return $"SELECT k.id, k.dimensions FROM series_key k WHERE k.series_id = {Number(series)}{within}";
    }

    private string OrderOf(SeriesSlice series, ObservationFilter filter) =>
        IsByKey(series, filter) ? " ORDER BY k.area_id, k.id, o.period" : " ORDER BY o.series_id, o.area_id, o.key_id, o.period";

    /// <summary>
    /// The first rows of each area in one statement: a row says which area it is for (its place in the list) and how many that area has.
    /// Areas that ask the same share a question, so that the text grows by a few numbers for each.
    /// </summary>
    public string Batch(IReadOnlyList<AreaSlice> areas, IReadOnlyList<AreaQuestion> questions, IReadOnlyList<KeyChoice> keys, int limit)
    {
        var sql = new StringBuilder("WITH wanted(ordinal, question, series_id, version, area_id) AS (VALUES ");
        sql.AppendJoin(", ", areas.Select((a, i) => string.Create(CultureInfo.InvariantCulture, $"({i}, {a.Question}, {a.Series.Id}, {a.Series.Version}, {a.Area})")));
        sql.Append(')');
        for (var i = 0; i < questions.Count; i++)
        {
            sql.Append(CultureInfo.InvariantCulture, $", q{i} AS ({Question(i, questions[i].Filter, keys[i])})");
        }

        var picked = questions.Select((q, i) => string.Create(CultureInfo.InvariantCulture, $"SELECT {Picked} FROM q{i}{(q.First is null ? "" : $" WHERE place <= {q.First}")}"));
        sql.Append(CultureInfo.InvariantCulture, $"""
             SELECT {Columns}, o.ordinal, o.total
            FROM ({string.Join(" UNION ALL ", picked)}) o
            JOIN series s ON s.id = o.series_id
            JOIN area a ON a.id = o.area_id
            JOIN series_key k ON k.id = o.key_id
            JOIN attribute_set t ON t.id = o.attributes_id
            JOIN dataset_version v ON v.dataset_id = s.dataset_id AND v.number = o.from_version
            ORDER BY o.ordinal, o.key_id, o.period LIMIT {limit}
            """);
        return sql.ToString();
    }

    private string Question(int number, ObservationFilter filter, KeyChoice keys)
    {
        // A cross join keeps the order of the tables on SQLite: a few seeks along the clustered key for each area.
        var rows = new StringBuilder().Append(CultureInfo.InvariantCulture, $"""
            FROM wanted w CROSS JOIN observation o
            WHERE w.question = {number} AND o.series_id = w.series_id AND o.area_id = w.area_id AND o.from_version <= w.version AND o.to_version > w.version
            """);
        AppendTime(rows, filter);
        if (!keys.IsAll)
        {
            rows.Append(CultureInfo.InvariantCulture, $" AND EXISTS (SELECT 1 FROM series_key f WHERE f.id = o.key_id{Chosen(keys)})");
        }

        const string Ranked = "ROW_NUMBER() OVER (PARTITION BY ordinal ORDER BY key_id, period) AS place, COUNT(*) OVER (PARTITION BY ordinal) AS total";
        return filter.Latest
            ? $"SELECT l.*, {Ranked} FROM (SELECT w.ordinal, o.*, ROW_NUMBER() OVER (PARTITION BY w.ordinal, o.key_id ORDER BY o.period DESC) AS age {rows} AND o.value IS NOT NULL) l WHERE l.age = 1"
            : $"SELECT w.ordinal, o.*, {Ranked} {rows}";
    }

    private string Chosen(KeyChoice keys)
    {
        var marked = keys.Marked ? $" AND f.headline = {Parameter(true)}" : "";
        var named = keys.Dimensions is null ? "" : $" AND f.dimensions IN ({(keys.Dimensions.Count == 0 ? "NULL" : string.Join(", ", keys.Dimensions.Select(Parameter)))})";
        var paired = keys.Pairs is null ? ""
            : keys.Pairs.Count == 0 ? " AND 1 = 0"
            : string.Create(CultureInfo.InvariantCulture, $" AND (f.series_id, f.dimensions) IN (VALUES {string.Join(", ", keys.Pairs.Select(p => string.Create(CultureInfo.InvariantCulture, $"({p.Series}, {Parameter(p.Dimensions)})")))})");
        return marked + named + paired;
    }

    public string Count(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys) =>
        $"SELECT COUNT(*), COUNT(DISTINCT o.key_id) FROM {Source(series, filter, keys)} WHERE {Where(series, filter, keys)}{OfKey(series, filter)}";

    /// <summary>
    /// Some periods of a series are few rows of many: the keys of the series say where to look, and one seek along the clustered key finds them.
    /// A cross join keeps the order of the tables on SQLite.
    /// </summary>
    private bool IsByKey(SeriesSlice series, ObservationFilter filter) =>
        seeksKeyByKey && !filter.Latest && series.Since is null && (filter.FirstDay ?? filter.LastDay) is not null;

    private string OfKey(SeriesSlice series, ObservationFilter filter) =>
        IsByKey(series, filter) ? string.Create(CultureInfo.InvariantCulture, $" AND k.series_id = {Number(series.Id)} AND o.area_id = k.area_id AND o.key_id = k.id") : "";

    /// <summary>The table, its keys before it where that is quicker, or with <c>latest</c> the last row with a value of each key.</summary>
    private string Source(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys) =>
        IsByKey(series, filter) ? "series_key k CROSS JOIN observation o" :
        !filter.Latest ? "observation o" :
        $"""
        (SELECT x.* FROM (
           SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.area_id, o.key_id ORDER BY o.period DESC) AS place
           FROM observation o WHERE {Where(series, filter with { Latest = false }, keys)} AND o.value IS NOT NULL) x WHERE x.place = 1) o
        """;

    private string Where(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys)
    {
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"o.series_id = {Number(series.Id)} AND {State(series)}");
        if (filter.Latest)
        {
            return sql.ToString();
        }

        if (filter.Areas is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.area_id IN ({(filter.Areas.Count == 0 ? "NULL" : string.Join(", ", filter.Areas.Select(Number)))})");
        }

        AppendTime(sql, filter);
        if (keys is not null)
        {
            var dimensions = keys.Count == 0 ? "NULL" : string.Join(", ", keys.Select(Parameter));
            sql.Append(CultureInfo.InvariantCulture, $" AND o.key_id IN (SELECT id FROM series_key WHERE series_id = {series.Id} AND dimensions IN ({dimensions}))");
        }

        return sql.ToString();
    }

    private void AppendTime(StringBuilder sql, ObservationFilter filter)
    {
        if (filter.FirstDay is { } first)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.period >= {Number(first * 10)}");
        }

        if (filter.LastDay is { } last)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.period <= {Number((last * 10) + 9)} AND o.period_end <= {Number(last)}");
        }
    }

    /// <summary>The rows of a version, or those that differ between two.</summary>
    private string State(SeriesSlice s)
    {
        var current = $"o.from_version <= {Number(s.Version)} AND o.to_version > {Number(s.Version)}";
        return s.Since is not { } since ? current :
            $"""
            (({current} AND o.from_version > {since})
              OR (o.from_version <= {since} AND o.to_version > {since} AND o.to_version <= {s.Version}
                  AND NOT EXISTS (SELECT 1 FROM observation n WHERE n.series_id = o.series_id AND n.area_id = o.area_id AND n.key_id = o.key_id
                                  AND n.period = o.period AND n.from_version <= {s.Version} AND n.to_version > {s.Version})))
            """;
    }

    /// <summary>The version that withdrew the observation: between then and now it may have been changed, or withdrawn and brought back.</summary>
    private static string EndOf(SeriesSlice s) =>
        $"""
        (SELECT MAX(n.to_version) FROM observation n WHERE n.series_id = o.series_id AND n.area_id = o.area_id AND n.key_id = o.key_id
         AND n.period = o.period AND n.to_version <= {s.Version})
        """;

    /// <summary>2 withdrawn, 1 changed, 0 added.</summary>
    private static string ChangeOf(SeriesSlice s) =>
        $"""
        CASE WHEN o.to_version <= {s.Version} THEN 2
             WHEN EXISTS (SELECT 1 FROM observation b WHERE b.series_id = o.series_id AND b.area_id = o.area_id AND b.key_id = o.key_id
                          AND b.period = o.period AND b.from_version <= {s.Since} AND b.to_version > {s.Since}) THEN 1
             ELSE 0 END
        """;
}
