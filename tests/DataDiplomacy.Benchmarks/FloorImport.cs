using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace DataDiplomacy.Benchmarks;

/// <summary>
/// The least an import can do: splits the same file into fields, numbers series and areas, and writes each row once, durably, into a table
/// of the same columns and key: prepared INSERT in one transaction, or binary COPY. No checks, no hash, no versions, no comparison.
/// </summary>
public static class FloorImport
{
    private const string Table = "floor_observation";

    private const string Create =
        $"""
        CREATE TABLE {Table} (series_id integer NOT NULL, area_id integer NOT NULL, key_id integer NOT NULL, period integer NOT NULL, from_version integer NOT NULL,
          period_end integer NOT NULL, to_version integer NOT NULL, value double precision, value_text text, missing smallint, lower_bound double precision,
          upper_bound double precision, attributes_id integer NOT NULL, PRIMARY KEY (series_id, area_id, key_id, period, from_version))
        """;

    private const string Columns = "series_id, area_id, key_id, period, from_version, period_end, to_version, value, value_text, missing, lower_bound, upper_bound, attributes_id";

    /// <summary>Seconds that the file takes.</summary>
    public static async Task<double> RunAsync(BenchmarkOptions options, string file)
    {
        var path = Path.Combine(options.Folder, "floor.db");
        File.Delete(path);
        await using DbConnection connection = options.IsPostgres ? new NpgsqlConnection(options.ConnectionString) : new SqliteConnection($"Data Source={path};Pooling=False");
        await connection.OpenAsync();
        await ExecuteAsync(connection, options.IsPostgres ? $"DROP TABLE IF EXISTS {Table}" : "PRAGMA journal_mode = WAL");
        await ExecuteAsync(connection, Create + (options.IsPostgres ? "" : " WITHOUT ROWID"));
        var clock = Stopwatch.StartNew();
        await (options.IsPostgres ? CopyAsync((NpgsqlConnection)connection, file) : InsertAsync((SqliteConnection)connection, file));
        var seconds = clock.Elapsed.TotalSeconds;
        await ExecuteAsync(connection, $"DROP TABLE {Table}");
        return seconds;
    }

    private static async Task InsertAsync(SqliteConnection connection, string file)
    {
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO {Table} ({Columns}) VALUES (@s, @a, @k, @p, 1, @e, 2147483647, @v, NULL, NULL, NULL, NULL, @t)";
        var parameters = new[] { "@s", "@a", "@k", "@p", "@e", "@v", "@t" }.Select(n => command.Parameters.Add(new SqliteParameter { ParameterName = n })).ToArray();
        command.Prepare();
        await foreach (var row in RowsAsync(file))
        {
            parameters[0].Value = row.Series;
            parameters[1].Value = row.Area;
            parameters[2].Value = row.Key;
            parameters[3].Value = row.Period;
            parameters[4].Value = row.PeriodEnd;
            parameters[5].Value = row.Value;
            parameters[6].Value = row.Attributes;
            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }

    private static async Task CopyAsync(NpgsqlConnection connection, string file)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"COPY {Table} ({Columns}) FROM STDIN (FORMAT BINARY)");
        await foreach (var row in RowsAsync(file))
        {
            await copy.StartRowAsync();
            foreach (var number in new[] { row.Series, row.Area, row.Key, row.Period, 1, row.PeriodEnd, int.MaxValue })
            {
                await copy.WriteAsync(number, NpgsqlDbType.Integer);
            }

            await copy.WriteAsync(row.Value, NpgsqlDbType.Double);
            for (var i = 0; i < 4; i++)
            {
                await copy.WriteNullAsync();
            }

            await copy.WriteAsync(row.Attributes, NpgsqlDbType.Integer);
        }

        await copy.CompleteAsync();
    }

    private static async IAsyncEnumerable<Row> RowsAsync(string file)
    {
        var (series, areas, keys, attributes) = (new Numbers<string>(), new Numbers<string>(), new Numbers<(int, int)>(), new Numbers<string>());
        using var reader = new StreamReader(file);
        await reader.ReadLineAsync();
        while (await reader.ReadLineAsync() is { } line)
        {
            var fields = line.Split(',');
            var (s, a, year) = (series.Of(fields[0]), areas.Of(fields[1]), int.Parse(fields[2], CultureInfo.InvariantCulture));
            yield return new Row(s, a, keys.Of((s, a)), (((year * 100) + 1) * 1_000) + 10, (year * 10_000) + 1231, double.Parse(fields[3], CultureInfo.InvariantCulture), attributes.Of(fields[4]));
        }
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private readonly record struct Row(int Series, int Area, int Key, int Period, int PeriodEnd, double Value, int Attributes);

    private sealed class Numbers<T>
        where T : notnull
    {
        private readonly Dictionary<T, int> _known = [];

        public int Of(T name) => _known.TryGetValue(name, out var number) ? number : _known[name] = _known.Count + 1;
    }
}
