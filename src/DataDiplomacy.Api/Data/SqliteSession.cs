using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Sets what SQLite keeps per connection: readers go on beside a writer (WAL), a second writer waits instead of failing,
/// foreign keys hold, and a commit is on disk before it is acknowledged. A pooled connection keeps them, so each is set up once.
/// </summary>
public sealed class SqliteSession : DbConnectionInterceptor
{
    // Pages are written back from the log by the 64 MiB, not by the 4: writes to many places at once, as of the ledger, then share that work.
    // A walk and a page of observations touch pages all over the file: each connection keeps 16 MiB of them, where the default is 2.
    private const string Settings = "PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=16000; PRAGMA cache_size=-16384;";

    private readonly ConditionalWeakTable<sqlite3, object> _ready = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsReady(connection))
        {
            return;
        }

        using var command = connection.CreateCommand();
        command.CommandText = SettingsOf(connection);
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        PrepareAsync(connection, cancellationToken);

    /// <summary>Sets up an open connection that is used for the first time.</summary>
    public async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        if (IsReady(connection))
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.CommandText = SettingsOf(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private bool IsReady(DbConnection connection) =>
        connection is SqliteConnection { Handle: { } handle } && _ready.TryGetValue(handle, out _);

    private void Remember(DbConnection connection)
    {
        if (connection is SqliteConnection { Handle: { } handle })
        {
            _ready.AddOrUpdate(handle, Settings);
        }
    }

    /// <summary>EF looks read-only whether the file exists; a database that is not in WAL mode yet, such as a restored backup, cannot be switched then.</summary>
    private static string SettingsOf(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode is SqliteOpenMode.ReadOnly ? Settings : "PRAGMA journal_mode=WAL; " + Settings;
}
