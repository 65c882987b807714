using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>Clients on connections of their own write one data set at once: each version has one writer, and a busy database is no fault.</summary>
public abstract class ConcurrentWritersTests(DatabaseProvider provider, PostgresServer postgres, ITestOutputHelper output)
{
    private const int Clients = 32;
    private const int Rounds = 10;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_of_32_clients_succeeds_for_each_version_and_the_others_are_told()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = await ServerProcess.StartAsync(database);
        var dataset = await new Given(server.Admin).DatasetAsync();

        var rounds = new List<string>();
        for (var revision = 1; revision <= Rounds; revision++)
        {
            var tag = revision;
            rounds.Add(CountOf(await AtOnceAsync(client => PutAsync(server, dataset, $"\"r{tag}\"", client))));
        }

        rounds.ShouldAllBe(r => r == "200 x 1, 412 x 31");
        (await TagAsync(server, dataset)).ShouldBe($"\"r{Rounds + 1}\""); // The first version, then one for each success.
        output.WriteLine($"{provider}: {Clients} clients, {Rounds} versions, each with {rounds.Distinct().Single()}");
    }

    [Fact]
    public async Task Every_client_that_reads_again_after_412_gets_its_change_in()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = await ServerProcess.StartAsync(database);
        var dataset = await new Given(server.Admin).DatasetAsync();

        var tries = await AtOnceAsync(client => UntilWrittenAsync(server, dataset, client));

        var statuses = tries.SelectMany(t => t).ToList();
        statuses.Count(s => s is HttpStatusCode.OK).ShouldBe(Clients);
        statuses.ShouldAllBe(s => s == HttpStatusCode.OK || s == HttpStatusCode.PreconditionFailed);
        (await TagAsync(server, dataset)).ShouldBe($"\"r{Clients + 1}\"");
        output.WriteLine($"{provider}: {Clients} changes after {CountOf(statuses)}");
    }

    [Fact]
    public async Task A_write_that_names_no_version_changes_nothing()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        await using var server = await ServerProcess.StartAsync(database);
        var dataset = await new Given(server.Admin).DatasetAsync();

        var statuses = await AtOnceAsync(client => PutAsync(server, dataset, null, client));

        CountOf(statuses).ShouldBe("428 x 32");
        (await TagAsync(server, dataset)).ShouldBe("\"r1\"");
    }

    private static async Task<IReadOnlyList<T>> AtOnceAsync<T>(Func<int, Task<T>> write) =>
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => write(client))));

    private static string CountOf(IEnumerable<HttpStatusCode> statuses) => string.Join(", ",
        statuses.GroupBy(s => (int)s).OrderBy(g => g.Key).Select(g => string.Create(CultureInfo.InvariantCulture, $"{g.Key} x {g.Count()}")));

    private static async Task<HttpStatusCode> PutAsync(ServerProcess server, string dataset, string? tag, int client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/datasets/{dataset}")
        {
            Content = JsonContent.Create(new { title = $"Client {client}", sourceKind = "text", licence = "CC0-1.0", redistribution = "open", handling = "public" }),
        };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        using var response = await server.Admin.SendAsync(request, Stop);
        return response.StatusCode;
    }

    private static async Task<IReadOnlyList<HttpStatusCode>> UntilWrittenAsync(ServerProcess server, string dataset, int client)
    {
        var statuses = new List<HttpStatusCode>();
        do
            statuses.Add(await PutAsync(server, dataset, await TagAsync(server, dataset), client));
        while (statuses[^1] is HttpStatusCode.PreconditionFailed);
        return statuses;
    }

    private static async Task<string> TagAsync(ServerProcess server, string dataset)
    {
        using var response = await server.Admin.GetAsync($"/v1/datasets/{dataset}", Stop);
        // What follows the revision belongs to the reading (representation, state), not to the description.
        return $"\"{response.EnsureSuccessStatusCode().Headers.ETag.ShouldNotBeNull().Tag.Trim('"').Split('-')[0]}\"";
    }

    [Collection(AloneCollection.Name)]
    public sealed class OnSqlite(PostgresServer postgres, ITestOutputHelper output) : ConcurrentWritersTests(DatabaseProvider.Sqlite, postgres, output);

    [Collection(AloneCollection.Name)]
    public sealed class OnPostgres(PostgresServer postgres, ITestOutputHelper output) : ConcurrentWritersTests(DatabaseProvider.Postgres, postgres, output);
}
