using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>A server that seals only when a test says so: one that seals by itself would write into tables which a test is just putting back.</summary>
public abstract class UnsealedApi(DatabaseProvider provider, PostgresServer postgres) : ApiFixture(provider, postgres)
{
    protected override void Configure(IServiceCollection services) =>
        services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.ReturnType == typeof(SealWorker)));
}

/// <summary>Over a SQLite file.</summary>
public class UnsealedSqliteApi(PostgresServer postgres) : UnsealedApi(DatabaseProvider.Sqlite, postgres);

/// <summary>Over PostgreSQL.</summary>
public class UnsealedPostgresApi(PostgresServer postgres) : UnsealedApi(DatabaseProvider.Postgres, postgres);
