using System.Data.Common;
using System.Globalization;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Core.Observations;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>Counts of a difference, in observations.</summary>
public sealed record DiffCounts(long Added, long Changed, long Withdrawn, long Unchanged, long AttributesChanged)
{
    public static readonly DiffCounts None = new(0, 0, 0, 0, 0);

    public static DiffCounts operator +(DiffCounts a, DiffCounts b) => new(
        a.Added + b.Added, a.Changed + b.Changed, a.Withdrawn + b.Withdrawn, a.Unchanged + b.Unchanged, a.AttributesChanged + b.AttributesChanged);
}

/// <summary>An observation in two versions; null where a version does not have it.</summary>
public sealed record DiffRow(ObservationPlace Place, string Area, string AreaName, string Dimensions, PublishedValue? Old, PublishedValue? New);

/// <summary>Compares two versions of a series in the database.</summary>
public sealed class DiffReader(DataContext context, int a, int b)
{
    private const string SameKey = "o.series_id = n.series_id AND o.area_id = n.area_id AND o.key_id = n.key_id AND o.period = n.period";
    private const string SameValue = "o.value IS NOT DISTINCT FROM n.value AND o.value_text IS NOT DISTINCT FROM n.value_text AND o.missing IS NOT DISTINCT FROM n.missing";

    public async Task<DiffCounts> CountAsync(int series, CancellationToken cancellationToken)
    {
        var sql = await SqlAsync(cancellationToken);
        var rows = await sql.ReadAsync(
            $"""
            SELECT CASE WHEN o.key_id IS NULL THEN 0 WHEN NOT ({SameValue}) THEN 1
                        WHEN o.from_version <> n.from_version THEN 3 ELSE 2 END AS kind, COUNT(*)
            FROM observation n LEFT JOIN observation o ON {SameKey} AND {At("o", a)}
            WHERE {Of("n", series, b)} GROUP BY 1
            UNION ALL
            SELECT 4, COUNT(*) FROM observation o WHERE {Of("o", series, a)}
              AND NOT EXISTS (SELECT 1 FROM observation n WHERE {SameKey} AND {At("n", b)})
            """, r => (Kind: r.GetInt32(0), Count: r.GetInt64(1)), cancellationToken);
        long Count(int kind) => rows.Where(r => r.Kind == kind).Sum(r => r.Count);
        return new DiffCounts(Count(0), Count(1), Count(4), Count(2) + Count(3), Count(3));
    }

    /// <summary>What was added, changed or withdrawn, ordered by area, key and period.</summary>
    public async Task<IReadOnlyList<DiffRow>> ReadAsync(int series, ObservationPlace? after, int limit, CancellationToken cancellationToken)
    {
        var from = after is { } place
            ? string.Create(CultureInfo.InvariantCulture, $"WHERE (d.area_id, d.key_id, d.period) > ({place.Area}, {place.Key}, {place.Period})")
            : "";
        var sql = await SqlAsync(cancellationToken);
        return await sql.ReadAsync(
            $"""
            SELECT d.area_id, d.key_id, d.period, a.code, a.name, k.dimensions,
                   d.old_there, d.old_value, d.old_text, d.old_missing, d.new_there, d.new_value, d.new_text, d.new_missing
            FROM (
              SELECT n.area_id, n.key_id, n.period, CASE WHEN o.key_id IS NULL THEN 0 ELSE 1 END AS old_there, o.value AS old_value, o.value_text AS old_text,
                     o.missing AS old_missing, 1 AS new_there, n.value AS new_value, n.value_text AS new_text, n.missing AS new_missing
              FROM observation n LEFT JOIN observation o ON {SameKey} AND {At("o", a)}
              WHERE {Of("n", series, b)} AND (o.key_id IS NULL OR NOT ({SameValue}))
              UNION ALL
              SELECT o.area_id, o.key_id, o.period, 1, o.value, o.value_text, o.missing, 0, NULL, NULL, NULL
              FROM observation o WHERE {Of("o", series, a)} AND NOT EXISTS (SELECT 1 FROM observation n WHERE {SameKey} AND {At("n", b)})
            ) d JOIN area a ON a.id = d.area_id JOIN series_key k ON k.id = d.key_id
            {from} ORDER BY d.area_id, d.key_id, d.period LIMIT {limit.ToString(CultureInfo.InvariantCulture)}
            """, Read, cancellationToken);
    }

    private static string Of(string alias, int series, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{alias}.series_id = {series} AND {At(alias, version)}");

    private static string At(string alias, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{alias}.from_version <= {version} AND {alias}.to_version > {version}");

    private async Task<RawSql> SqlAsync(CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        return new RawSql(context.Database.GetDbConnection());
    }

    private static DiffRow Read(DbDataReader r) => new(
        new ObservationPlace(r.GetInt32(0), r.GetInt32(1), r.GetInt32(2)), r.GetString(3), r.GetString(4), r.GetString(5), Value(r, 6), Value(r, 10));

    private static PublishedValue? Value(DbDataReader r, int at) => r.GetInt32(at) == 0 ? null : PublishedValue.FromStored(
        r.IsDBNull(at + 1) ? null : r.GetDouble(at + 1), r.IsDBNull(at + 2) ? null : r.GetString(at + 2), r.IsDBNull(at + 3) ? null : (MissingReason)r.GetInt16(at + 3));
}
