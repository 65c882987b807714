using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>A seal that dies after its checkpoint was signed and written beside the database, and before the database has it.</summary>
public abstract class SealCrashTests(ApiFixture api, UnsureCommit commit) : ApiTests(api)
{
    /// <summary>The versions' transaction, which comes before the seal's.</summary>
    private const int OfVersions = 1;

    private SealCommands Seals => Api.Factory.Services.GetRequiredService<SealCommands>();

    [Theory]
    [InlineData(10)]
    [InlineData(300)]
    [InlineData(1_500)]
    public async Task Goes_on_with_the_next_seal_whatever_tiles_were_filled_in_the_lost_one(int entries)
    {
        await Given.ImportAsync(await Given.DatasetAsync(), "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1");
        await AppendAsync(entries);
        commit.ArmBefore(OfVersions);
        await Should.ThrowAsync<TimeoutException>(() => Seals.SealAsync(Stop));
        var signed = Seals.ReadHighWater().ShouldNotBeNull().Checkpoint;
        (await LogFaultsAsync()).ShouldBeEmpty();
        await AppendAsync(3);

        var next = await Seals.SealAsync(Stop);

        next.Size.ShouldBe((long)signed.Size + 3);
        (await LogFaultsAsync()).ShouldBeEmpty();
        var report = LogAudit.Run(await Anonymous.GetByteArrayAsync("/log/checkpoint", Stop), [NoteKey.Parse((await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd())],
            [System.Text.Encoding.UTF8.GetBytes(Seals.ReadHighWater().ShouldNotBeNull().Note.ToString())], tile => Anonymous.GetByteArrayAsync("/log/" + tile.Path, Stop).GetAwaiter().GetResult());
        report.Holds.ShouldBeTrue(string.Join('\n', report.Faults.Select(f => f.Explanation)));
    }

    private Task<Appended> AppendAsync(int entries) => Api.Factory.Services.GetRequiredService<LedgerCommands>().AppendAsync(Api.Copies(Api.NewLedgerRecord(), entries));

    private async Task<List<string>> LogFaultsAsync()
    {
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(_ => { }, Stop).ToListAsync(Stop)).Where(f => f.StartsWith("log", StringComparison.Ordinal))];
    }

    public sealed class OnSqlite(SharedCommitTests.SqliteUnsure api) : SealCrashTests(api, api.Commit), IClassFixture<SharedCommitTests.SqliteUnsure>;

    public sealed class OnPostgres(SharedCommitTests.PostgresUnsure api) : SealCrashTests(api, api.Commit), IClassFixture<SharedCommitTests.PostgresUnsure>;
}
