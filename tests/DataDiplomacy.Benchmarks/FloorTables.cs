using System.Data.Common;
using System.Globalization;

namespace DataDiplomacy.Benchmarks;

/// <summary>What observations say by number, read once when the floor starts.</summary>
public sealed class FloorTables
{
    public required IReadOnlyDictionary<string, FloorSeries> Series { get; init; }

    public required IReadOnlyDictionary<int, (string Code, string Name)> Areas { get; init; }

    public required IReadOnlyDictionary<string, int> AreaIds { get; init; }

    public required IReadOnlyDictionary<int, string> Keys { get; init; }

    /// <summary>unit, status, nature, footnote, source, unitMultiplier, timeDetail, timeCoverage, basePeriod, geoInfoUrl.</summary>
    public required IReadOnlyDictionary<int, string?[]> Attributes { get; init; }

    public required string RecordedAt { get; init; }

    public required string Activity { get; init; }

    public static async Task<FloorTables> LoadAsync(DbConnection connection)
    {
        var series = await ReadAsync(connection, "SELECT id, code, dataset_id, title FROM series", r => new FloorSeries(r.GetInt32(0), r.GetString(1), r.GetString(2), r.GetString(3)));
        var areas = await ReadAsync(connection, "SELECT id, code, name FROM area", r => (Id: r.GetInt32(0), Code: r.GetString(1), Name: r.GetString(2)));
        var keys = await ReadAsync(connection, "SELECT id, hash FROM series_key", r => (Id: r.GetInt32(0), Hash: r.GetString(1)));
        var attributes = await ReadAsync(connection,
            "SELECT id, unit, status, nature, footnote, source, unit_multiplier, time_detail, time_coverage, base_period, geo_info_url FROM attribute_set",
            r => (Id: r.GetInt32(0), Values: Enumerable.Range(1, 10).Select(i => r.IsDBNull(i) ? null : r.GetString(i)).ToArray()));
        var version = (await ReadAsync(connection, "SELECT recorded_at, activity_id FROM dataset_version", r => (At: r.GetDateTime(0), Activity: r.GetString(1)))).FirstOrDefault();
        return new FloorTables
        {
            Series = series.ToDictionary(s => s.Code),
            Areas = areas.ToDictionary(a => a.Id, a => (a.Code, a.Name)),
            AreaIds = areas.ToDictionary(a => a.Code, a => a.Id),
            Keys = keys.ToDictionary(k => k.Id, k => k.Hash),
            Attributes = attributes.ToDictionary(a => a.Id, a => a.Values),
            RecordedAt = version.At.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture),
            Activity = version.Activity ?? "",
        };
    }

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> read)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}

/// <summary>A series of the floor.</summary>
public sealed record FloorSeries(int Id, string Code, string Dataset, string Title);
