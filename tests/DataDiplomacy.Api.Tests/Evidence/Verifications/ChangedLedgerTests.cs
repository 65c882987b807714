using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Verifications;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Evidence.Verifications;

/// <summary>A ledger in which somebody with all rights over the database changed something; the server is its own, since nothing is sealed after it.</summary>
public abstract class ChangedLedgerTests(ApiFixture api) : VerifyingTests(api)
{
    [Fact]
    public async Task Fails_chain_and_log_and_says_where()
    {
        var (record, other) = (await Given.EvidenceAsync("Changed"), await Given.EvidenceAsync("Other"));
        await VerifyAsync(other.Id, Everything);
        await ChangeAsync("custody_event", $"UPDATE custody_event SET actor = 'actor-0' WHERE record_id = '{record.Id}' AND sequence = 2");
        await ChangeAsync("log_entry", $"""UPDATE log_entry SET entry = (SELECT entry FROM log_entry WHERE "index" = {other.LogIndex}) WHERE "index" = {record.LogIndex}""");

        var report = await VerifyAsync(record.Id, Everything);

        Of(report, CheckCode.CustodyChain).Outcome.ShouldBe(CheckOutcome.Fail);
        Of(report, CheckCode.CustodyChain).Reason.ShouldContain("event 2: the row says something else");
        Of(report, CheckCode.LogInclusion).Outcome.ShouldBe(CheckOutcome.Fail);
        Of(report, CheckCode.LogInclusion).Reason.ShouldContain("Event 1: The path does not lead from this entry");
        Of(report, CheckCode.Integrity).Outcome.ShouldBe(CheckOutcome.Pass);
    }

    /// <summary>What the triggers would refuse.</summary>
    private async Task ChangeAsync(string table, string sql)
    {
        await using var context = await Api.ContextAsync();
        await context.Database.ExecuteSqlRawAsync(context is PostgresContext ? $"ALTER TABLE {table} DISABLE TRIGGER USER" : $"DROP TRIGGER {table}_no_update", Stop);
        await context.Database.ExecuteSqlRawAsync(sql, Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : ChangedLedgerTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ChangedLedgerTests(api), IClassFixture<PostgresApi>;
}
