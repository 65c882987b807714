using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Connections for hot reads in plain SQL. They come from the pool of the driver, which the contexts use too, but without a context:
/// that registers functions with each connection, which costs more than a small statement.
/// </summary>
public interface IReadConnections
{
    /// <summary>An open connection; disposing of it gives it back to the pool.</summary>
    Task<DbConnection> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>The file of the settings.</summary>
public sealed class SqliteReadConnections(DatabaseOptions options, SqliteSession session) : IReadConnections
{
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(options.EffectiveConnectionString);
        await connection.OpenAsync(cancellationToken);
        await session.PrepareAsync(connection, cancellationToken);
        return connection;
    }
}

/// <summary>The server of the settings.</summary>
public sealed class PostgresReadConnections(DatabaseOptions options) : IReadConnections
{
    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(options.EffectiveConnectionString);
        await connection.OpenAsync(cancellationToken);
        return connection;
    }
}
