using System.Text.Json;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Tests.Evidence;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataDiplomacy.Api.Tests.Operations;

/// <summary>Readiness tells how far the ledger is sealed; the server is ready all the same.</summary>
public abstract class LedgerHealthTests(ApiFixture api) : ApiTests(api)
{
    private const string RollBack = """DELETE FROM log_checkpoint WHERE size = (SELECT MAX(size) FROM log_checkpoint); DELETE FROM log_entry WHERE "index" >= (SELECT MAX(size) FROM log_checkpoint)""";

    [Fact]
    public async Task Says_what_waits_and_since_when_it_is_too_long()
    {
        var seals = Api.Factory.Services.GetRequiredService<SealCommands>();
        await seals.SealAsync(Stop);
        var before = await LedgerAsync();
        await Given.EvidenceAsync("Waits for its seal");
        var waiting = await LedgerAsync();
        Api.Time.UtcNow += TimeSpan.FromSeconds(61);
        var behind = await LedgerAsync();
        await seals.SealAsync(Stop);
        var after = await LedgerAsync();

        var size = Number(before, "size");
        Text(before).ShouldBe($"ok {size} {size} 0");
        Text(waiting).ShouldBe($"ok {size} {size + 2} 2");
        Text(behind).ShouldBe($"behind {size} {size + 2} 2");
        behind.GetProperty("fault").GetString().ShouldBe("Entries wait for a checkpoint longer than 60 seconds.");
        Text(after).ShouldBe($"ok {size + 2} {size + 2} 0");
        after.TryGetProperty("fault", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task Fails_when_fewer_entries_are_there_than_were_sealed_and_reads_go_on()
    {
        await Given.EvidenceAsync("Sealed and taken away");
        await Api.Factory.Services.GetRequiredService<SealCommands>().SealAsync(Stop);
        JsonElement health;
        await using (var undo = await KeptAside.TakeAsync(Api))
        {
            await undo.ExecuteAsync("""DELETE FROM log_entry WHERE "index" = (SELECT MAX("index") FROM log_entry)""");
            health = await LedgerAsync();
            await Anonymous.GetJsonAsync("/v1/evidence");
        }

        health.GetProperty("status").GetString().ShouldBe("failed");
        health.GetProperty("fault").GetString().ShouldBe(SealWorker.Inconsistent);
        (await LedgerAsync()).GetProperty("status").GetString().ShouldBe("ok");
    }

    [Fact]
    public async Task Tells_of_an_attempt_to_seal_that_failed_without_internals()
    {
        await Given.EvidenceAsync("First");
        await Api.Factory.Services.GetRequiredService<SealCommands>().SealAsync(Stop);
        await Given.EvidenceAsync("Second");
        await Api.Factory.Services.GetRequiredService<SealCommands>().SealAsync(Stop);
        await using var undo = await KeptAside.TakeAsync(Api);
        await undo.ExecuteAsync(RollBack);
        var log = new AwaitedLog("The ledger is not sealed");
        await using var sealing = new ApiFactory(Api.Database, Api.Time, configure: services => services.AddLogging(l => l.AddProvider(log)));
        var client = sealing.ClientWith(null);

        (await log.MessageAsync(Stop)).ShouldContain("rolled back");
        var health = await LedgerAsync(client);

        health.GetProperty("status").GetString().ShouldBe("failed");
        health.GetProperty("fault").GetString().ShouldBe(SealWorker.Inconsistent);
    }

    private Task<JsonElement> LedgerAsync() => LedgerAsync(Anonymous);

    private static async Task<JsonElement> LedgerAsync(HttpClient client)
    {
        var health = await client.GetJsonAsync("/health/ready");
        health.GetProperty("status").GetString().ShouldBe("ready");
        return health.GetProperty("ledger");
    }

    private static long Number(JsonElement ledger, string name) => ledger.GetProperty(name).GetInt64();

    private static string Text(JsonElement ledger) =>
        $"{ledger.GetProperty("status").GetString()} {Number(ledger, "sealedTo")} {Number(ledger, "size")} {Number(ledger, "unsealed")}";

    public sealed class OnSqlite(UnsealedSqliteApi api) : LedgerHealthTests(api), IClassFixture<UnsealedSqliteApi>;

    public sealed class OnPostgres(UnsealedPostgresApi api) : LedgerHealthTests(api), IClassFixture<UnsealedPostgresApi>;
}
