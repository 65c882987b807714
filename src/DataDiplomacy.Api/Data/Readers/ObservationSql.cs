using System.Data.Common;
using System.Globalization;
using System.Text;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>
/// Writes the SQL of observation reads: the same text on both databases, along the clustered key, so that a page costs what it shows.
/// Numbers are written into the text (they are ours); everything a caller sends is a parameter.
/// </summary>
internal sealed class ObservationSql
{
    private readonly List<(string Name, object Value)> _parameters = [];

    private string Parameter(object value)
    {
        var name = "@p" + _parameters.Count.ToString(CultureInfo.InvariantCulture);
        _parameters.Add((name, value));
        return name;
    }

    public void AddParameters(DbCommand command)
    {
        foreach (var (name, value) in _parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }
    }

    public string Page(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys, ObservationPlace? after, int? limit)
    {
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"""
            SELECT o.area_id, o.key_id, o.period, o.from_version, o.value, o.value_text, o.missing, o.lower_bound, o.upper_bound,
                   a.code, a.name, k.hash, k.dimensions, v.recorded_at, v.activity_id,
                   t.id, t.hash, t.nature, t.status, t.unit, t.unit_multiplier, t.source, t.footnote, t.time_detail, t.time_coverage, t.base_period, t.geo_info_url,
                   {(series.Since is null ? "NULL, NULL" : $"{ChangeOf(series)}, w.recorded_at")}
            FROM {Source(series, filter, keys)} o
            JOIN area a ON a.id = o.area_id
            JOIN series_key k ON k.id = o.key_id
            JOIN attribute_set t ON t.id = o.attributes_id
            JOIN dataset_version v ON v.dataset_id = {Parameter(series.Dataset)} AND v.number = o.from_version
            """);
        if (series.Since is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LEFT JOIN dataset_version w ON w.dataset_id = v.dataset_id AND w.number = o.to_version AND o.to_version <= {series.Version}");
        }

        sql.Append(CultureInfo.InvariantCulture, $" WHERE {Where(series, filter, keys)}");
        if (after is { } place)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND (o.area_id, o.key_id, o.period) > ({place.Area}, {place.Key}, {place.Period})");
        }

        sql.Append(" ORDER BY o.series_id, o.area_id, o.key_id, o.period");
        if (limit is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" LIMIT {limit}");
        }

        return sql.ToString();
    }

    public string Count(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys) =>
        $"SELECT COUNT(*), COUNT(DISTINCT o.key_id) FROM {Source(series, filter, keys)} o WHERE {Where(series, filter, keys)}";

    /// <summary>The table, or with <c>latest</c> the last row with a value of each key.</summary>
    private string Source(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys) => !filter.Latest ? "observation" :
        $"""
        (SELECT x.* FROM (
           SELECT o.*, ROW_NUMBER() OVER (PARTITION BY o.area_id, o.key_id ORDER BY o.period DESC) AS place
           FROM observation o WHERE {Where(series, filter with { Latest = false }, keys)} AND o.value IS NOT NULL) x WHERE x.place = 1)
        """;

    private string Where(SeriesSlice series, ObservationFilter filter, IReadOnlyList<string>? keys)
    {
        var sql = new StringBuilder();
        sql.Append(CultureInfo.InvariantCulture, $"o.series_id = {series.Id} AND {State(series)}");
        if (filter.Latest)
        {
            return sql.ToString();
        }

        if (filter.Areas is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.area_id IN ({(filter.Areas.Count == 0 ? "NULL" : string.Join(", ", filter.Areas))})");
        }

        if (filter.FirstDay is { } first)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.period >= {(long)first * 10}");
        }

        if (filter.LastDay is { } last)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.period <= {((long)last * 10) + 9} AND o.period_end <= {last}");
        }

        if (filter.Headline || keys is not null)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND o.key_id IN (SELECT id FROM series_key WHERE series_id = {series.Id}");
            sql.Append(filter.Headline ? $" AND headline = {Parameter(true)}" : "");
            sql.Append(keys is null ? "" : $" AND dimensions IN ({(keys.Count == 0 ? "NULL" : string.Join(", ", keys.Select(Parameter)))})");
            sql.Append(')');
        }

        return sql.ToString();
    }

    /// <summary>The rows of a version, or those that differ between two.</summary>
    private static string State(SeriesSlice s)
    {
        var current = $"o.from_version <= {s.Version} AND o.to_version > {s.Version}";
        return s.Since is not { } since ? current :
            $"""
            (({current} AND o.from_version > {since})
              OR (o.from_version <= {since} AND o.to_version > {since} AND o.to_version <= {s.Version}
                  AND NOT EXISTS (SELECT 1 FROM observation n WHERE n.series_id = o.series_id AND n.area_id = o.area_id AND n.key_id = o.key_id
                                  AND n.period = o.period AND n.from_version <= {s.Version} AND n.to_version > {s.Version})))
            """;
    }

    /// <summary>2 withdrawn, 1 changed, 0 added.</summary>
    private static string ChangeOf(SeriesSlice s) =>
        $"""
        CASE WHEN o.to_version <= {s.Version} THEN 2
             WHEN EXISTS (SELECT 1 FROM observation b WHERE b.series_id = o.series_id AND b.area_id = o.area_id AND b.key_id = o.key_id
                          AND b.period = o.period AND b.from_version <= {s.Since} AND b.to_version > {s.Since}) THEN 1
             ELSE 0 END
        """;
}
