using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// The least a server can do for the same bytes: Kestrel, one narrow statement by ADO.NET over the same table, what rows name by number in arrays
/// that were filled at the start, Utf8JsonWriter. No validation, no access, no versions, no errors, no limits.
/// </summary>
public static class Floor
{
    private const string Start =
        """
        SELECT o.area_id, o.key_id, o.period, o.from_version, o.value, o.value_text, o.lower_bound, o.upper_bound, o.attributes_id
        FROM observation o WHERE o.series_id = @series AND o.from_version <= 1 AND o.to_version > 1
        """;

    private const string Order = " ORDER BY o.series_id, o.area_id, o.key_id, o.period";
    private const string Limit = " LIMIT 1000";
    private const string In2020 = " AND o.period >= 202001010 AND o.period <= 202012319 AND o.period_end <= 20201231";

    public static async Task RunAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var connection = Connect();
        await connection.OpenAsync();
        var tables = await FloorTables.LoadAsync(connection);
        var app = builder.Build();
        app.MapGet("/plaintext", () => "OK");
        app.MapGet("/single", (HttpContext http, string series, string area) => JsonAsync(http, tables, " AND o.area_id = @area" + Order + Limit, series, tables.AreaIds[area]));
        app.MapGet("/cross", (HttpContext http, string series) => JsonAsync(http, tables, In2020 + Order + Limit, series, null));
        app.MapGet("/page", (HttpContext http, string series) => JsonAsync(http, tables, Order + Limit, series, null));
        app.MapGet("/export", (HttpContext http, int first, int count) => CsvAsync(http, tables, first, count));
        await app.RunAsync();
    }

    /// <summary>A connection to the database that both servers read.</summary>
    public static DbConnection Connect()
    {
        var connectionString = Environment.GetEnvironmentVariable("Database__ConnectionString") ?? "";
        return Environment.GetEnvironmentVariable("Database__Provider") == "Postgres" ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
    }

    private static async Task JsonAsync(HttpContext http, FloorTables tables, string rest, string series, int? area)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        await using var reader = await ReadAsync(connection, rest, tables.Series[series].Id, area);
        await FloorFormats.WriteJsonAsync(http.Response, reader, tables, tables.Series[series]);
    }

    private static async Task CsvAsync(HttpContext http, FloorTables tables, int first, int count)
    {
        await using var connection = Connect();
        await connection.OpenAsync();
        FloorFormats.WriteCsvHeader(http.Response);
        for (var indicator = first; indicator < first + count; indicator++)
        {
            var series = tables.Series[BenchmarkData.Series(indicator)];
            await using var reader = await ReadAsync(connection, Order, series.Id, null);
            await FloorFormats.WriteCsvAsync(http.Response, reader, tables, series);
        }

        await http.Response.BodyWriter.FlushAsync();
    }

    private static async Task<DbDataReader> ReadAsync(DbConnection connection, string rest, int series, int? area)
    {
        var command = connection.CreateCommand();
        command.CommandText = Start + rest;
        Add(command, "@series", series);
        if (area is { } number)
        {
            Add(command, "@area", number);
        }

        return await command.ExecuteReaderAsync();
    }

    private static void Add(DbCommand command, string name, int value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
