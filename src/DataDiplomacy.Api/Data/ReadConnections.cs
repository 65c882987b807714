using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace DataDiplomacy.Api.Data;

/// <summary>
/// Connections for hot reads in plain SQL, without a context: that registers functions with each connection, which costs more than a small
/// statement. What is asked often stays prepared.
/// </summary>
public interface IReadConnections
{
    /// <summary>An open connection; disposing of it gives it back.</summary>
    Task<ReadConnection> OpenAsync(CancellationToken cancellationToken);
}

/// <summary>An open connection, for statements one after the other.</summary>
public abstract class ReadConnection(DbConnection connection) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    /// <summary>
    /// Whether a condition on the last column of an index is best answered by one seek for each value of the columns before it:
    /// SQLite otherwise reads each row, PostgreSQL looks at the index alone.
    /// </summary>
    public abstract bool SeeksKeyByKey { get; }

    /// <summary>Runs a statement.</summary>
    /// <param name="text">The statement.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="isAskedOften">Whether the same text comes again, so that it is worth preparing.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public abstract Task<DbDataReader> ReadAsync(string text, IReadOnlyList<(string Name, object Value)> parameters, bool isAskedOften, CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    protected DbCommand NewCommand(string text, IReadOnlyList<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }
}

/// <summary>The file of the settings. Statements stay prepared in the connection, so it has a pool of its own.</summary>
public sealed class SqliteReadConnections(DatabaseOptions options, SqliteSession session) : IReadConnections, IDisposable
{
    private const int MostIdle = 32;

    private readonly ConcurrentBag<SqliteReadConnection> _idle = [];
    private bool _isClosed;

    public async Task<ReadConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_idle.TryTake(out var idle))
        {
            return idle;
        }

        var connection = new SqliteConnection(options.EffectiveConnectionString);
        await connection.OpenAsync(cancellationToken);
        await session.PrepareAsync(connection, cancellationToken);
        return new SqliteReadConnection(connection, this);
    }

    /// <summary>Takes a connection back, or closes it when there are many.</summary>
    public void TakeBack(SqliteReadConnection connection)
    {
        if (_isClosed || _idle.Count >= MostIdle)
        {
            connection.Close();
            return;
        }

        _idle.Add(connection);
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var idle))
        {
            idle.Close();
        }
    }
}

/// <summary>Keeps the commands of statements that are asked often: a command of this driver stays prepared as long as it lives.</summary>
public sealed class SqliteReadConnection(SqliteConnection connection, SqliteReadConnections pool) : ReadConnection(connection)
{
    private const int MostKept = 32;

    private readonly Dictionary<string, DbCommand> _kept = new(StringComparer.Ordinal);
    private DbCommand? _once;

    public override bool SeeksKeyByKey => true;

    public override Task<DbDataReader> ReadAsync(string text, IReadOnlyList<(string Name, object Value)> parameters, bool isAskedOften, CancellationToken cancellationToken)
    {
        if (!isAskedOften)
        {
            _once?.Dispose();
            return (_once = NewCommand(text, parameters)).ExecuteReaderAsync(cancellationToken);
        }

        if (!_kept.TryGetValue(text, out var command))
        {
            Forget(MostKept - 1);
            _kept[text] = command = NewCommand(text, parameters);
        }

        for (var i = 0; i < parameters.Count; i++)
        {
            command.Parameters[i].Value = parameters[i].Value;
        }

        return command.ExecuteReaderAsync(cancellationToken);
    }

    public override ValueTask DisposeAsync()
    {
        _once?.Dispose();
        _once = null;
        pool.TakeBack(this);
        return default;
    }

    public void Close()
    {
        Forget(-1);
        connection.Dispose();
    }

    /// <summary>Begins anew when more than that many are kept.</summary>
    private void Forget(int most)
    {
        if (_kept.Count > most)
        {
            foreach (var command in _kept.Values)
            {
                command.Dispose();
            }

            _kept.Clear();
        }
    }
}

/// <summary>The server of the settings, by the pool of its driver, which keeps what is prepared with the connection.</summary>
public sealed class PostgresReadConnections(DatabaseOptions options) : IReadConnections
{
    public async Task<ReadConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(options.EffectiveConnectionString);
        await connection.OpenAsync(cancellationToken);
        return new PostgresReadConnection(connection);
    }
}

/// <summary>A connection to PostgreSQL.</summary>
public sealed class PostgresReadConnection(NpgsqlConnection connection) : ReadConnection(connection)
{
    private readonly List<DbCommand> _commands = [];

    public override bool SeeksKeyByKey => false;

    public override async Task<DbDataReader> ReadAsync(string text, IReadOnlyList<(string Name, object Value)> parameters, bool isAskedOften, CancellationToken cancellationToken)
    {
        var command = NewCommand(text, parameters);
        _commands.Add(command);
        if (isAskedOften)
        {
            await command.PrepareAsync(cancellationToken);
        }

        return await command.ExecuteReaderAsync(cancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var command in _commands)
        {
            await command.DisposeAsync();
        }

        await Connection.DisposeAsync();
    }
}
