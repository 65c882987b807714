using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Abuse;

/// <summary>A server with the demo that does not say at each import that the test server has no limit of bodies.</summary>
public sealed class AbusedServer(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Demo:Load"] = "true",
        ["Logging:LogLevel:Microsoft.AspNetCore.Routing.EndpointRoutingMiddleware"] = "Error",
    };
}
