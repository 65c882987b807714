using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// The least a server can do for the same bytes: Kestrel, one statement over the same tables by ADO.NET, Utf8JsonWriter.
/// No validation, no access, no versions, no errors, no caches.
/// </summary>
public static class Floor
{
    private const string Columns =
        """
        k.hash, o.period, o.from_version, s.dataset_id, s.code, s.title, a.code, a.name, o.value, o.value_text, t.unit, o.lower_bound, o.upper_bound, t.status, t.nature,
        t.footnote, t.source, t.unit_multiplier, t.time_detail, t.time_coverage, t.base_period, t.geo_info_url, v.recorded_at, v.activity_id
        """;

    private const string Joins =
        """
        JOIN series_key k ON k.id = o.key_id
        JOIN attribute_set t ON t.id = o.attributes_id
        JOIN dataset_version v ON v.dataset_id = s.dataset_id AND v.number = o.from_version
        WHERE s.code = @series AND o.from_version <= 1 AND o.to_version > 1
        """;

    private const string Order = "ORDER BY o.series_id, o.area_id, o.key_id, o.period LIMIT 1000";

    private const string Single = $"SELECT {Columns} FROM series s CROSS JOIN area a JOIN observation o ON o.series_id = s.id AND o.area_id = a.id {Joins} AND a.code = @area {Order}";

    private const string Cross = $"SELECT {Columns} FROM series s CROSS JOIN observation o JOIN area a ON a.id = o.area_id {Joins} AND o.series_id = s.id AND o.period >= 202001010 AND o.period <= 202012319 AND o.period_end <= 20201231 {Order}";

    private const string Page = $"SELECT {Columns} FROM series s CROSS JOIN observation o JOIN area a ON a.id = o.area_id {Joins} AND o.series_id = s.id {Order}";

    private const string Export = $"SELECT {Columns} FROM series s CROSS JOIN observation o JOIN area a ON a.id = o.area_id {Joins} AND o.series_id = s.id ORDER BY o.series_id, o.area_id, o.key_id, o.period";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var connectionString = Environment.GetEnvironmentVariable("Database__ConnectionString") ?? "";
        var isPostgres = Environment.GetEnvironmentVariable("Database__Provider") == "Postgres";
        DbConnection Connect() => isPostgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        var app = builder.Build();
        app.MapGet("/plaintext", () => "OK");
        app.MapGet("/single", (HttpContext http, string series, string area) => JsonAsync(http, Connect, Single, series, area));
        app.MapGet("/cross", (HttpContext http, string series) => JsonAsync(http, Connect, Cross, series, null));
        app.MapGet("/page", (HttpContext http, string series) => JsonAsync(http, Connect, Page, series, null));
        app.MapGet("/export", (HttpContext http, int first, int count) => CsvAsync(http, Connect, first, count));
        await app.RunAsync();
    }

    private static async Task JsonAsync(HttpContext http, Func<DbConnection> connect, string sql, string series, string? area)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var reader = await ReadAsync(connection, sql, series, area);
        await FloorFormats.WriteJsonAsync(http.Response, reader);
    }

    private static async Task CsvAsync(HttpContext http, Func<DbConnection> connect, int first, int count)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        FloorFormats.WriteCsvHeader(http.Response);
        for (var indicator = first; indicator < first + count; indicator++)
        {
            await using var reader = await ReadAsync(connection, Export, BenchmarkData.Series(indicator), null);
            await FloorFormats.WriteCsvAsync(http.Response, reader);
        }

        await http.Response.BodyWriter.FlushAsync();
    }

    private static async Task<DbDataReader> ReadAsync(DbConnection connection, string sql, string series, string? area)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        Add(command, "@series", series);
        if (area is not null)
        {
            Add(command, "@area", area);
        }

        return await command.ExecuteReaderAsync();
    }

    private static void Add(DbCommand command, string name, string value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
