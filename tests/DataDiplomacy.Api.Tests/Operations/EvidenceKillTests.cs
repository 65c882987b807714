using System.Collections.Concurrent;
using System.Net;
using System.Text;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>
/// The server is killed (SIGKILL) while four writers take evidence in: what was acknowledged is there and reads back, the ledger is whole, and it continues
/// every checkpoint that was ever served.
/// </summary>
public abstract class EvidenceKillTests(DatabaseProvider provider, PostgresServer postgres, ITestOutputHelper output)
{
    private const int Writers = 4;
    private const int LongestFirstMs = 60_000;
    private const int LongestRunMs = 1_000;

    /// <summary>Three by default; KILL_ROUNDS asks for more.</summary>
    private static readonly int Rounds = KillTests.Setting("KILL_ROUNDS", 3);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_half_there()
    {
        using var database = await TestDatabase.CreateAsync(provider, postgres);
        var moments = new Random(20261125);
        var acknowledged = new ConcurrentDictionary<string, string>();
        var served = new ConcurrentBag<string>();
        for (var round = 1; round <= Rounds; round++)
        {
            await using var server = await ServerProcess.StartAsync(database);
            using var killed = new CancellationTokenSource();
            var watching = WatchAsync(server.Admin, served, killed.Token);
            var writing = Enumerable.Range(0, Writers).Select(writer => WriteAsync(server.Admin, $"round {round} writer {writer}", acknowledged, killed.Token)).ToList();
            // A busy machine takes its time for the first answer; the moment is counted from there.
            await FirstAsync(acknowledged, acknowledged.Count);
            await Task.Delay(moments.Next(LongestRunMs), TestContext.Current.CancellationToken);
            await server.KillAsync();
            await killed.CancelAsync();
            await Task.WhenAll(writing.Append(watching));
        }

        await using var last = await ServerProcess.StartAsync(database);
        foreach (var (id, content) in acknowledged)
            (await last.Admin.GetStringAsync($"/v1/evidence/{id}/content", TestContext.Current.CancellationToken)).ShouldBe(content);
        var (exit, said, _) = await ServerProcess.RunAsync(database, "fsck");
        exit.ShouldBe(0, said);
        await ContinuesAsync(last.Admin, served);
        acknowledged.ShouldNotBeEmpty();
        output.WriteLine($"{provider}: {Rounds} kills, {acknowledged.Count} records acknowledged and there, {served.Distinct().Count()} checkpoints served and continued");
    }

    private static async Task FirstAsync(ConcurrentDictionary<string, string> acknowledged, int before)
    {
        for (var waited = 0; acknowledged.Count == before && waited < LongestFirstMs; waited += 10)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    /// <summary>Whether it was acknowledged is what counts: an answer that the kill cut off is none.</summary>
    private static async Task WriteAsync(HttpClient client, string name, ConcurrentDictionary<string, string> acknowledged, CancellationToken killed)
    {
        for (var i = 0; !killed.IsCancellationRequested; i++)
        {
            var content = $"{name} item {i}";
            try
            {
                using var form = Given.EvidenceForm(new { kind = "document", title = content, sensitivity = i % 2 == 0 ? "public" : "restricted" }, Encoding.UTF8.GetBytes(content));
                var answer = await client.PostAsync("/v1/evidence", form, CancellationToken.None);
                if (answer.StatusCode is HttpStatusCode.Created)
                    acknowledged[(await answer.ReadAsync<AddedEvidence>()).Id] = content;
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task WatchAsync(HttpClient client, ConcurrentBag<string> served, CancellationToken killed)
    {
        while (!killed.IsCancellationRequested)
        {
            try
            {
                var answer = await client.GetAsync("/log/checkpoint", CancellationToken.None);
                if (answer.StatusCode is HttpStatusCode.OK)
                    served.Add(await answer.Content.ReadAsStringAsync(CancellationToken.None));
                await Task.Delay(20, CancellationToken.None);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
            {
                return;
            }
        }
    }

    private static async Task ContinuesAsync(HttpClient client, ConcurrentBag<string> served)
    {
        var key = NoteKey.Parse((await client.GetStringAsync("/log/vkey")).TrimEnd());
        var now = await client.GetByteArrayAsync("/log/checkpoint");
        var tiles = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        var size = Checkpoint.Parse(SignedNote.Parse(now).Text).Size;
        for (var level = LogTile.Entries; level <= 2; level++)
        {
            for (ulong index = 0; LogTile.At(level, index, size) is { } tile; index++)
                tiles[tile.Path] = await client.GetByteArrayAsync("/log/" + tile.Path);
        }

        var report = LogAudit.Run(now, [key], [.. served.Distinct().Select(note => new ReadOnlyMemory<byte>(Encoding.UTF8.GetBytes(note)))], tile => tiles.GetValueOrDefault(tile.Path));

        report.Holds.ShouldBeTrue(string.Join('\n', report.Faults.Select(f => f.Explanation)));
    }

    public sealed class OnSqlite(PostgresServer postgres, ITestOutputHelper output) : EvidenceKillTests(DatabaseProvider.Sqlite, postgres, output);

    public sealed class OnPostgres(PostgresServer postgres, ITestOutputHelper output) : EvidenceKillTests(DatabaseProvider.Postgres, postgres, output);
}
