using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Sets what SQLite keeps per connection: readers go on beside a writer (WAL), a second writer waits instead of failing,
/// foreign keys hold, and a commit is on disk before it is acknowledged.
/// </summary>
public sealed class SqliteSession : DbConnectionInterceptor
{
    private const string Settings =
        "PRAGMA journal_mode=WAL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA synchronous=FULL;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Settings;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Settings;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
