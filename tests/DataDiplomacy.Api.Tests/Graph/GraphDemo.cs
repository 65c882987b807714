using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Graph;

/// <summary>Servers with the demo, one over each database.</summary>
public static class GraphDemo
{
    private static readonly Dictionary<string, string> WithDemo = new() { ["Demo:Load"] = "true" };

    public sealed class OnSqlite(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => WithDemo;
    }

    public sealed class OnPostgres(PostgresServer postgres) : ApiFixture(DatabaseProvider.Postgres, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => WithDemo;
    }
}
