using System.Net;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>The same write fifty times at once, the server killed (SIGKILL) while they run, then fifty times again: one effect and one answer.</summary>
public abstract class IdempotencyKillTests(DatabaseProvider provider, PostgresServer postgres, ITestOutputHelper output)
{
    private const int Times = 50;
    private const int LatestKillMs = 300;
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,";

    /// <summary>Three by default; KILL_ROUNDS asks for more.</summary>
    private static readonly int Rounds = KillTests.Setting("KILL_ROUNDS", 3);

    [Fact]
    public async Task A_file_sent_fifty_times_around_a_kill_becomes_one_import_and_one_version()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        var moments = new Random(20151208);
        var (answered, broken, lost) = (0, 0, 0);
        for (var round = 1; round <= Rounds; round++)
        {
            var key = $"file-{round}";
            var (dataset, before) = await KilledAsync(database, key, moments.Next(LatestKillMs));
            await using var server = await ServerProcess.StartAsync(database);

            var after = await SendAsync(server, dataset, key, File + "1");
            var other = await SendAsync(server, dataset, key, File + "2", times: 1);

            // An answer that the server could not keep before it died is refused with 409: the effect is there, and the caller is told to read it.
            after.Distinct().Count().ShouldBe(1);
            var answer = after[0].ShouldNotBeNull();
            if (before.OfType<Answer>().Any())
                before.OfType<Answer>().Append(answer).Distinct().Count().ShouldBe(1);
            answer.Status.ShouldBeOneOf(HttpStatusCode.Accepted, HttpStatusCode.Conflict);
            other[0].ShouldNotBeNull().Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await EffectsAsync(database, server, dataset)).ShouldBe((1, 1));
            answered += before.Count(a => a is not null);
            broken += before.Count(a => a is null);
            lost += answer.Status is HttpStatusCode.Conflict ? 1 : 0;
        }

        output.WriteLine($"{provider}: {Rounds} kills with {answered} requests answered and {broken} broken, one effect each; {lost} times the answer was lost with the server");
    }

    /// <summary>A new data set, and what the fifty were told before the server died; null for those that were told nothing.</summary>
    private static async Task<(string Dataset, IReadOnlyList<Answer?> Answers)> KilledAsync(TestDatabase database, string key, int afterMs)
    {
        await using var server = await ServerProcess.StartAsync(database);
        var given = new Given(server.Admin);
        var dataset = await given.DatasetAsync();
        await SendAsync(server, await given.DatasetAsync(), key + "-before", File + "0", times: 1); // The code is compiled: the kill meets work in all its parts.
        var sending = SendAsync(server, dataset, key, File + "1");
        await Task.Delay(afterMs, TestContext.Current.CancellationToken);
        await server.KillAsync();
        return (dataset, await sending);
    }

    private static async Task<IReadOnlyList<Answer?>> SendAsync(ServerProcess server, string dataset, string key, string file, int times = Times) =>
        await Task.WhenAll(Enumerable.Range(0, times).Select(_ => Task.Run(() => SendOnceAsync(server, dataset, key, file))));

    private static async Task<Answer?> SendOnceAsync(ServerProcess server, string dataset, string key, string file)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/datasets/{dataset}/imports?format=unsd-csv")
        {
            Content = new StringContent(file, Encoding.UTF8, "text/csv"),
            Headers = { { "Idempotency-Key", key } },
        };
        try
        {
            using var response = await server.Admin.SendAsync(request, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return new Answer(response.StatusCode, response.Headers.Location, response.IsSuccessStatusCode ? body : "");
        }
        catch (HttpRequestException)
        {
            return null; // The server died.
        }
    }

    /// <summary>The imports and versions of a data set, when all is read that was sent before.</summary>
    private static async Task<(int Imports, int Versions)> EffectsAsync(TestDatabase database, ServerProcess server, string dataset)
    {
        var given = new Given(server.Admin);
        await given.ImportAsync(await given.DatasetAsync(), File + "3"); // Waits behind the others.
        await using var context = database.Open();
        return (await context.Imports.CountAsync(i => i.DatasetId == dataset), await context.DatasetVersions.CountAsync(v => v.DatasetId == dataset));
    }

    private sealed record Answer(HttpStatusCode Status, Uri? Location, string Body);

    [Collection(AloneCollection.Name)]
    public sealed class OnSqlite(PostgresServer postgres, ITestOutputHelper output) : IdempotencyKillTests(DatabaseProvider.Sqlite, postgres, output);

    [Collection(AloneCollection.Name)]
    public sealed class OnPostgres(PostgresServer postgres, ITestOutputHelper output) : IdempotencyKillTests(DatabaseProvider.Postgres, postgres, output);
}
