using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Timestamps;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Support;

/// <summary>A server whose checkpoints an authority of this machine stamps.</summary>
public abstract class StampedApi(DatabaseProvider provider, PostgresServer postgres) : ApiFixture(provider, postgres), IDisposable
{
    private OpensslAuthority? _authority;

    public OpensslAuthority Authority => _authority ??= new OpensslAuthority();

    protected override IReadOnlyDictionary<string, string> Settings => OpensslAuthority.IsAvailable
        ? new Dictionary<string, string>
        {
            ["Timestamps:Authorities:0:Name"] = "local",
            ["Timestamps:Authorities:0:Url"] = Authority.Url,
            ["Timestamps:Authorities:0:Roots"] = Authority.Roots,
        }
        : base.Settings;

    /// <summary>Tests say when authorities are asked.</summary>
    protected override void Configure(IServiceCollection services) => services.Remove(services.Single(s => s.ImplementationType == typeof(TimestampWorker)));

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _authority?.Dispose();
    }
}

public sealed class StampedSqliteApi(PostgresServer postgres) : StampedApi(DatabaseProvider.Sqlite, postgres);

public sealed class StampedPostgresApi(PostgresServer postgres) : StampedApi(DatabaseProvider.Postgres, postgres);
