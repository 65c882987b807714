using System.Text.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>Readiness says what is: it goes when the database does and comes back by itself, while the process lives all along.</summary>
public abstract class HealthTests(DatabaseProvider provider, PostgresServer postgres)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_not_ready_while_the_database_is_older_than_the_program()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = new ApiFactory(database, new FakeTime());
        var client = server.ClientWith(null);
        (await HealthAsync(client)).ShouldBe("200 ready, 200 live");
        await using var context = database.Open();
        var last = (await context.Database.GetAppliedMigrationsAsync(Stop)).Last();

        await context.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = {last}""", Stop);
        var older = await HealthAsync(client);
        using var refusal = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), Stop);
        await context.Database.ExecuteSqlAsync($"""INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ({last}, '10')""", Stop);

        older.ShouldBe("503 notReady, 200 live");
        (await refusal.Content.ReadAsStringAsync(Stop)).ShouldContain("run the migrate verb");
        (await HealthAsync(client)).ShouldBe("200 ready, 200 live");
    }

    protected static async Task<string> HealthAsync(HttpClient client)
    {
        async Task<string> Of(string path)
        {
            using var response = await client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            return $"{(int)response.StatusCode} {JsonDocument.Parse(await response.Content.ReadAsStringAsync(Stop)).RootElement.GetProperty("status").GetString()}";
        }

        return $"{await Of("/health/ready")}, {await Of("/health/live")}";
    }

    public sealed class OnSqlite(PostgresServer postgres) : HealthTests(DatabaseProvider.Sqlite, postgres);

    public sealed class OnPostgres(PostgresServer postgres) : HealthTests(DatabaseProvider.Postgres, postgres)
    {
        private readonly PostgresServer _postgres = postgres;

        [Fact]
        public async Task Is_not_ready_while_the_database_takes_no_connections_and_becomes_so_by_itself()
        {
            using var database = await TestDatabase.CreateAsync(DatabaseProvider.Postgres, _postgres);
            await using var server = new ApiFactory(database, new FakeTime());
            var client = server.ClientWith(null);
            (await HealthAsync(client)).ShouldBe("200 ready, 200 live");

            await AllowConnectionsAsync(database, isAllowed: false);
            var away = await HealthAsync(client);
            using var data = await client.GetAsync(new Uri("/v1/datasets", UriKind.Relative), Stop);
            await AllowConnectionsAsync(database, isAllowed: true);

            away.ShouldBe("503 notReady, 200 live");
            (await data.RefusedAsync(503)).Type.ShouldBe("database-unavailable");
            data.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(5));
            (await HealthAsync(client)).ShouldBe("200 ready, 200 live");
        }

        private static async Task AllowConnectionsAsync(TestDatabase database, bool isAllowed)
        {
            var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
            var name = settings.Database;
            settings.Database = "postgres";
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            await connection.OpenAsync(Stop);
            await using var command = connection.CreateCommand();
            command.CommandText = $"ALTER DATABASE \"{name}\" ALLOW_CONNECTIONS {isAllowed}; SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'";
            await command.ExecuteNonQueryAsync(Stop);
        }
    }
}
