using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static SQLitePCL.raw;

namespace DataDiplomacy.Api.Data.Bulk;

/// <summary>One prepared INSERT per table, bound by position: a command of ADO.NET looks up each parameter by its name, for each row.</summary>
public sealed class SqliteBulkStore : IBulkStore
{
    public string TemporarySchema => "temp";

    public async Task WriteAsync(DbConnection connection, DbTransaction? transaction, BulkTable table, IReadOnlyList<object?[]> rows, CancellationToken cancellationToken)
    {
        var sqlite = (SqliteConnection)connection;
        // Without a transaction of its own each row would be one commit; temporary tables do not lock the main file.
        await using var own = transaction is null ? sqlite.BeginTransaction(deferred: true) : null;
        Insert(sqlite.Handle!, table, rows);
        cancellationToken.ThrowIfCancellationRequested();
        if (own is not null)
        {
            await own.CommitAsync(cancellationToken);
        }
    }

    private static void Insert(sqlite3 database, BulkTable table, IReadOnlyList<object?[]> rows)
    {
        var sql = $"INSERT INTO {table.Name} ({table.ColumnList}) VALUES ({string.Join(", ", table.Columns.Select(_ => "?"))})";
        Check(sqlite3_prepare_v2(database, sql, out var statement), database);
        using (statement)
        {
            // A place keeps its value from row to row, null at first: most rows have the same few columns.
            var isNull = Enumerable.Repeat(true, table.Columns.Count).ToArray();
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    if (row[i] is not null || !isNull[i])
                    {
                        Check(Bind(statement, i + 1, row[i]), database);
                        isNull[i] = row[i] is null;
                    }
                }

                Check(sqlite3_step(statement), database);
                Check(sqlite3_reset(statement), database);
            }
        }
    }

    private static int Bind(sqlite3_stmt statement, int place, object? value) => value switch
    {
        null => sqlite3_bind_null(statement, place),
        int v => sqlite3_bind_int(statement, place, v),
        long v => sqlite3_bind_int64(statement, place, v),
        double v => sqlite3_bind_double(statement, place, v),
        string v => sqlite3_bind_text(statement, place, v),
        byte[] v => sqlite3_bind_blob(statement, place, v),
        // As the driver writes instants, so that both are ordered as text.
        DateTime v => sqlite3_bind_text(statement, place, v.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.GetType(), "Columns are integer, bigint, double precision, text, blob or instant."),
    };

    /// <summary>The same exception as a command would throw, so that a full disk is told as such.</summary>
    private static void Check(int code, sqlite3 database)
    {
        if (code is not (SQLITE_OK or SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }

    public Task<DbTransaction> BeginPublishingAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.FromResult<DbTransaction>(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public Task AnalyseAsync(DbConnection connection, string table, CancellationToken cancellationToken) => Task.CompletedTask;
}
