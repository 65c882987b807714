using System.Data.Common;
using System.Globalization;
using DataDiplomacy.Api.Data.Bulk;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Catalogue;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Data.Readers;

/// <summary>A page of the areas of a series, as part of a batch.</summary>
/// <param name="Series">Number of the series.</param>
/// <param name="Version">The version to read.</param>
/// <param name="After">Number of the area after which the page begins; 0 for the first page.</param>
/// <param name="First">Most areas of the page.</param>
public readonly record struct SeriesAreaSlice(int Series, int Version, int After, int First);

/// <summary>An area that has an observation in the series.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Area">The area.</param>
/// <param name="Total">Number of areas of the series, of all pages.</param>
public sealed record SeriesAreaRow(int Id, KnownArea Area, long Total);

/// <summary>Reads which areas have observations in series.</summary>
public sealed class SeriesAreaReader(DataContext context)
{
    /// <summary>
    /// The areas of each page by their order, by the position of the page in the list; one statement for all. The keys of the series say where
    /// to look, and one seek along the clustered key tells whether anything is there in that version.
    /// </summary>
    public async Task<ILookup<int, SeriesAreaRow>> ReadAsync(IReadOnlyList<SeriesAreaSlice> pages, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var wanted = pages.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"({i}, {p.Series}, {p.Version}, {p.After}, {p.First})"));
        var rows = await new RawSql(context.Database.GetDbConnection()).ReadAsync(
            $"""
            WITH wanted(ordinal, series_id, version, after_area, most) AS (VALUES {string.Join(", ", wanted)}),
            found AS (
              SELECT DISTINCT w.ordinal, k.area_id, w.after_area, w.most FROM wanted w CROSS JOIN series_key k
              WHERE k.series_id = w.series_id AND EXISTS (SELECT 1 FROM observation o
                WHERE o.series_id = k.series_id AND o.area_id = k.area_id AND o.key_id = k.id AND o.from_version <= w.version AND o.to_version > w.version)),
            ranked AS (
              SELECT ordinal, area_id, most, COUNT(*) OVER (PARTITION BY ordinal) AS total, CASE WHEN area_id > after_area THEN 1 ELSE 0 END AS there,
                ROW_NUMBER() OVER (PARTITION BY ordinal, CASE WHEN area_id > after_area THEN 1 ELSE 0 END ORDER BY area_id) AS place
              FROM found)
            SELECT r.ordinal, r.total, a.id, a.code, a.name, a.type, a.iso2, a.iso3, a.parent, a.valid_from, a.valid_to
            FROM ranked r JOIN area a ON a.id = r.area_id
            WHERE r.there = 1 AND r.place <= r.most
            ORDER BY r.ordinal, r.area_id
            """, Read, cancellationToken);
        return rows.ToLookup(r => r.Ordinal, r => r.Row);
    }

    private static (int Ordinal, SeriesAreaRow Row) Read(DbDataReader r) => (r.GetInt32(0), new SeriesAreaRow(r.GetInt32(2), Area(r), r.GetInt64(1)));

    private static KnownArea Area(DbDataReader r)
    {
        var type = r.GetString(5);
        return KnownArea.Of(
            new Area
            {
                Code = r.GetString(3),
                Name = r.GetString(4),
                Type = WireNames.TryParse<AreaType>(type, out var known) ? known : throw new InvalidDataException($"There is no type of area '{type}'."),
                Iso2 = Text(r, 6),
                Iso3 = Text(r, 7),
                Parent = Text(r, 8),
                ValidFrom = Day(r, 9),
                ValidTo = Day(r, 10),
            },
            type);
    }

    private static string? Text(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static DateOnly? Day(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetFieldValue<DateOnly>(column);
}
