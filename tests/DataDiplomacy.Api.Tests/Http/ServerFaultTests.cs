using DataDiplomacy.Api.Catalogue.Searches;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Http;

/// <summary>What a caller learns when the server fails: that it did, under which trace, and nothing of why.</summary>
public class ServerFaultTests(ServerFaultTests.Server server) : ApiTests(server), IClassFixture<ServerFaultTests.Server>
{
    [Fact]
    public async Task A_fault_of_ours_is_told_without_its_words()
    {
        server.Fault = new InvalidOperationException("password=hunter2 at /home/someone");

        var refusal = await (await Anonymous.GetAsync("/v1/search?q=energy", Stop)).RefusedAsync(500);

        refusal.Type.ShouldBe("internal");
        refusal.Detail.ShouldBe("Something went wrong on the server. It was logged under the traceId.");
        refusal.TraceId.ShouldNotBeEmpty();
        // The log names the route by its template: what a caller wrote stays out of it.
        (await server.Log.MessageAsync(Stop)).ShouldBe("HTTP: GET /v1/search => SearchAsync failed");
    }

    [Fact]
    public async Task A_busy_database_asks_to_come_again()
    {
        server.Fault = new SqliteException("database is locked", 5);

        var answer = await Anonymous.GetAsync("/v1/search?q=energy", Stop);

        (await answer.RefusedAsync(503)).Type.ShouldBe("busy");
        answer.Headers.RetryAfter?.Delta.ShouldBe(TimeSpan.FromSeconds(1));
    }

    public sealed class Server(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        internal Exception Fault { get; set; } = new InvalidOperationException("No fault was set.");

        internal AwaitedLog Log { get; } = new(" failed");

        protected override void Configure(IServiceCollection services) => services.AddScoped<SearchQueries>(_ => throw Fault).AddLogging(l => l.AddProvider(Log));
    }
}
