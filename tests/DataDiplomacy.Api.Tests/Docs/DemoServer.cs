using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>A server as a newcomer meets it: SQLite, with the demo.</summary>
public sealed class DemoServer(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Demo:Load"] = "true" };
}
