using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Sets what SQLite keeps per connection: readers go on beside a writer (WAL), a second writer waits instead of failing,
/// foreign keys hold, and a commit is on disk before it is acknowledged.
/// </summary>
public sealed class SqliteSession : DbConnectionInterceptor
{
    private const string Settings = "PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = SettingsOf(connection);
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = SettingsOf(connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>EF looks read-only whether the file exists; a database that is not in WAL mode yet, such as a restored backup, cannot be switched then.</summary>
    private static string SettingsOf(DbConnection connection) =>
        new SqliteConnectionStringBuilder(connection.ConnectionString).Mode is SqliteOpenMode.ReadOnly ? Settings : "PRAGMA journal_mode=WAL; " + Settings;
}
