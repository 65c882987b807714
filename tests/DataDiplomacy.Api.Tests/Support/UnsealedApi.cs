using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// A server that seals, counts and states lineage only when a test says so: one that does it by itself would write into tables which a test is just
/// putting back, and have commits of its own between those of the requests.
/// </summary>
public abstract class UnsealedApi(DatabaseProvider provider, PostgresServer postgres) : ApiFixture(provider, postgres)
{
    private static readonly Type[] Workers = [typeof(SealWorker), typeof(UseWorker), typeof(RecordProvenanceWorker)];

    protected override void Configure(IServiceCollection services)
    {
        foreach (var worker in Workers) services.Remove(services.Single(s => s.ServiceType == typeof(IHostedService) && (s.ImplementationFactory?.Method.ReturnType ?? s.ImplementationType) == worker));
    }
}

/// <summary>Over a SQLite file.</summary>
public class UnsealedSqliteApi(PostgresServer postgres) : UnsealedApi(DatabaseProvider.Sqlite, postgres);

/// <summary>Over PostgreSQL.</summary>
public class UnsealedPostgresApi(PostgresServer postgres) : UnsealedApi(DatabaseProvider.Postgres, postgres);
