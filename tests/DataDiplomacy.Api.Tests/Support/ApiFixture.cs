using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>A server with a database of its own, shared by the tests of one class. It begins with the first test, so that a missing database skips tests.</summary>
public abstract class ApiFixture(DatabaseProvider provider, PostgresServer postgres) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private TestDatabase? _database;
    private ApiFactory? _factory;

    public FakeTime Time { get; } = new();

    public TestDatabase Database => _database ?? throw new InvalidOperationException("Start the server first.");

    public ApiFactory Factory => _factory ?? throw new InvalidOperationException("Start the server first.");

    public HttpClient Anonymous { get; private set; } = new();

    public HttpClient Admin { get; private set; } = new();

    public Given Given => new(Admin);

    public Stored Stored => new(this);

    public async Task StartAsync()
    {
        await _starting.WaitAsync();
        try
        {
            if (_factory is not null)
                return;
            _database = await TestDatabase.CreateAsync(provider, postgres);
            _factory = new ApiFactory(_database, Time, Settings, Configure);
            (Anonymous, Admin) = (_factory.ClientWith(null), _factory.ClientWith(ApiFactory.AdminKey));
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A client with a new key of this role.</summary>
    public async Task<HttpClient> ClientAsync(Role role, DateTime? expiresAt = null) =>
        Factory.ClientWith(await Factory.Services.GetRequiredService<KeyRing>().IssueAsync($"{role} of a test", role, expiresAt, null, CancellationToken.None));

    public Task<DataContext> ContextAsync() =>
        Factory.Services.GetRequiredService<IDbContextFactory<DataContext>>().CreateDbContextAsync();

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (_factory is not null)
            await _factory.DisposeAsync();
        _database?.Dispose();
        _starting.Dispose();
    }

    /// <summary>Settings beside those of all tests.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>Services beside those of all tests.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }
}

/// <summary>A server over a SQLite file.</summary>
public class SqliteApi(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres);

/// <summary>A server over PostgreSQL.</summary>
public class PostgresApi(PostgresServer postgres) : ApiFixture(DatabaseProvider.Postgres, postgres);
