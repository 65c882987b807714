using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using DataDiplomacy.Api.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using SQLitePCL;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// Counts the queries that reach the database, as its driver reports them: an interceptor of EF Core would not see those of the plain readers.
/// Only those of requests count: what runs beside them (queued imports, seals) asks when it will.
/// The settings of a connection (PRAGMA on SQLite) come with its opening and are no queries of ours, nor is what an import clears away when it is over.
/// </summary>
public sealed class StatementCounter : DbConnectionInterceptor, IDisposable
{
    private readonly ConcurrentQueue<string> _statements = new();
    private readonly ConcurrentDictionary<string, bool> _databases = new();
    private readonly HttpContextAccessor _requests = new();
    private readonly ActivityListener _listener;

    public StatementCounter()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Keep,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<string> Statements => [.. _statements];

    public void AddTo(IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.ConfigureDbContext<SqliteContext>(options => options.AddInterceptors(this));
        services.ConfigureDbContext<PostgresContext>(options => options.AddInterceptors(this));
        var plain = services.Single(s => s.ServiceType == typeof(IReadConnections));
        services.Replace(ServiceDescriptor.Singleton<IReadConnections>(s => new Watched((IReadConnections)ActivatorUtilities.CreateInstance(s, plain.ImplementationType!), this)));
    }

    public void Clear() => _statements.Clear();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Watch(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => _listener.Dispose();

    private void Watch(DbConnection connection)
    {
        if (connection is SqliteConnection sqlite)
            raw.sqlite3_trace(sqlite.Handle, (_, statement) => Keep(statement), null);
        else if (connection is NpgsqlConnection { Database: { } database })
            _databases[database] = true;
    }

    // Other tests have databases of their own on the same server.
    private void Keep(Activity activity)
    {
        if ((activity.GetTagItem("db.namespace") ?? activity.GetTagItem("db.name")) is string database && _databases.ContainsKey(database)
            && (activity.GetTagItem("db.query.text") ?? activity.GetTagItem("db.statement")) is string statement)
            Keep(statement);
    }

    private void Keep(string statement)
    {
        if (_requests.HttpContext is null) return;
        if (statement.TrimStart() is { } query && (query.StartsWith("SELECT", StringComparison.Ordinal) || query.StartsWith("WITH", StringComparison.Ordinal)))
            _statements.Enqueue(query);
    }

    private sealed class Watched(IReadConnections connections, StatementCounter counter) : IReadConnections
    {
        public async Task<ReadConnection> OpenAsync(CancellationToken cancellationToken)
        {
            var connection = await connections.OpenAsync(cancellationToken);
            counter.Watch(connection.Connection);
            return connection;
        }
    }
}
