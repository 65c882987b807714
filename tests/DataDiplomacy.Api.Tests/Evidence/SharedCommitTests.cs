using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Requests that wait for the ledger together: what one of them changes, or breaks, is never half of what another did.</summary>
public abstract class SharedCommitTests(ApiFixture api, UnsureCommit commit) : RedactingTests(api)
{
    private static readonly object Why = new { reason = "Consent was withdrawn.", legalBasis = "GDPR, Article 17(1)(b)" };
    private static readonly object Agreed = new { reason = "No case needs it." };

    private LedgerCommands Ledger => Api.Factory.Services.GetRequiredService<LedgerCommands>();

    private RecordKeys Keys => Api.Factory.Services.GetRequiredService<RecordKeys>();

    [Fact]
    public async Task Erases_holds_and_redacts_whole_when_the_transaction_is_written_again()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var (erased, held, redacted) = (await Given.EvidenceAsync("To be erased with others"), await Given.EvidenceAsync("To be held"), await Given.EvidenceAsync("To be redacted"));
        (await one.PostAsJsonAsync($"/v1/evidence/{erased.Id}/erasure", Why, Stop)).EnsureSuccessStatusCode();

        var (answers, refused) = await TogetherAsync(
            () => two.PostAsJsonAsync($"/v1/evidence/{erased.Id}/erasure/agreement", Agreed, Stop),
            () => Admin.PostAsJsonAsync($"/v1/evidence/{held.Id}/custody", new { type = "held", reason = "order" }, Stop),
            () => SendAsync(Admin, redacted.Id, "Redacted"));

        refused.ShouldBe(1, "One append of two that cannot both be written.");
        answers.Select(a => a.StatusCode).ShouldBe([HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Created]);
        await using var context = await Api.ContextAsync();
        var rows = await context.EvidenceRecords.AsNoTracking().ToDictionaryAsync(r => r.Id, Stop);
        (rows[erased.Id].IsErased, rows[erased.Id].ContentIndex, rows[erased.Id].Vault.Length).ShouldBe((true, null, 0));
        Keys.Find(erased.Id).ShouldBeNull();
        rows[held.Id].LegalHold.ShouldBeTrue();
        rows[redacted.Id].ChangedIndex.ShouldBeGreaterThan(rows[redacted.Id].LogIndex + 1);
        (await FaultsAsync()).Where(f => new[] { erased, held, redacted }.Any(r => f.Contains(r.Id, StringComparison.Ordinal))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("content")]
    [InlineData("custody")]
    public async Task Lets_no_reading_follow_an_erasure(string what)
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync("To be erased while it is read", "restricted");
        (await one.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", Why, Stop)).EnsureSuccessStatusCode();

        var (answers, _) = await TogetherAsync(
            () => two.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", Agreed, Stop),
            () => Admin.GetAsync($"/v1/evidence/{record.Id}/{what}", Stop));

        answers[0].StatusCode.ShouldBe(HttpStatusCode.OK);
        answers[1].StatusCode.ShouldBe(HttpStatusCode.Gone);
        (await TypesAsync(record.Id)).ShouldBe([CustodyEventType.Received, CustodyEventType.Stored, CustodyEventType.Erased]);
    }

    [Theory]
    [InlineData("package")]
    [InlineData("content")]
    [InlineData("custody")]
    public async Task Gives_nothing_out_that_was_just_hidden(string what)
    {
        var reader = await Api.ClientAsync(Role.Reader);
        var record = await Given.EvidenceAsync("It names somebody", "restricted");

        var (answers, _) = await TogetherAsync(
            () => Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/sensitivity", new { sensitivity = "protectedWitness", reason = "It names Anna." }, Stop),
            () => reader.GetAsync($"/v1/evidence/{record.Id}/{what}", Stop));

        answers[0].StatusCode.ShouldBe(HttpStatusCode.Created);
        answers[1].StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await TypesAsync(record.Id))[^1].ShouldBe(CustodyEventType.Relabelled);
    }

    [Fact]
    public async Task Writes_nothing_after_an_erasure_whoever_asks()
    {
        var (one, two) = (await Api.ClientAsync(Role.Verifier), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync("Erased, and written about");
        (await one.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", Why, Stop)).EnsureSuccessStatusCode();
        (await two.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", Agreed, Stop)).EnsureSuccessStatusCode();

        (await Should.ThrowAsync<ProblemException>(() => Ledger.AppendAsync(LedgerAppends.Copies(record.Id, new byte[RecordKey.Length])))).Problem.ShouldBe(Problems.Erased);
    }

    [Fact]
    public async Task Keeps_key_and_content_of_a_record_that_was_committed_though_nobody_was_told()
    {
        var known = await IdsAsync();
        using var form = Given.EvidenceForm(new { kind = "document", title = "Committed", sensitivity = "restricted" }, "Committed, not acknowledged"u8.ToArray());
        commit.Arm();

        var answer = await Admin.PostAsync("/v1/evidence", form, Stop);

        ((int)answer.StatusCode).ShouldBeGreaterThanOrEqualTo(500);
        var id = (await IdsAsync()).Except(known).ShouldHaveSingleItem();
        (await Admin.GetStringAsync($"/v1/evidence/{id}/content", Stop)).ShouldBe("Committed, not acknowledged");
    }

    [Fact]
    public async Task Writes_nothing_twice_when_a_commit_ends_unheard()
    {
        var id = Api.NewLedgerRecord();
        commit.Arm();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => IsWrittenAsync(Api.Copies(id)))));

        outcomes.ShouldContain(false);
        (await TypesAsync(id)).Count.ShouldBe(outcomes.Length);
    }

    /// <summary>The requests in the order given, and two appends of which the database refuses one, all queued up behind one that is being written.</summary>
    private async Task<(IReadOnlyList<HttpResponseMessage> Answers, int Refused)> TogetherAsync(params Func<Task<HttpResponseMessage>>[] requests)
    {
        var (writing, gate) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        var first = Task.Run(() => Ledger.AppendAsync(Api.Copies(Api.NewLedgerRecord()) with
        {
            Check = async (_, _) =>
            {
                writing.SetResult();
                await gate.Task;
            },
        }), Stop);
        await writing.Task;
        var answers = new List<Task<HttpResponseMessage>>();
        foreach (var request in requests)
        {
            answers.Add(Task.Run(request, Stop));
            await Task.Delay(300, Stop);
        }

        var twice = new NewStatement("vf-" + Guid.CreateVersion7().ToString("N"), StatementKind.Verification, null, []);
        var refused = Enumerable.Range(0, 2).Select(_ => Task.Run(() => IsWrittenAsync(Api.Copies(Api.NewLedgerRecord()) with { Statements = [twice] }), Stop)).ToList();
        await Task.Delay(300, Stop);
        gate.SetResult();
        await first;
        return (await Task.WhenAll(answers), (await Task.WhenAll(refused)).Count(isWritten => !isWritten));
    }

    private async Task<bool> IsWrittenAsync(LedgerAppend append)
    {
        try
        {
            await Ledger.AppendAsync(append);
            return true;
        }
        catch (Exception e) when (e is DbUpdateException or TimeoutException)
        {
            return false;
        }
    }

    private async Task<List<CustodyEventType>> TypesAsync(string id)
    {
        await using var context = await Api.ContextAsync();
        return await context.CustodyEvents.Where(e => e.RecordId == id).OrderBy(e => e.Sequence).Select(e => e.Type).ToListAsync(Stop);
    }

    private async Task<List<string>> IdsAsync()
    {
        await using var context = await Api.ContextAsync();
        return await context.EvidenceRecords.Select(r => r.Id).ToListAsync(Stop);
    }

    public sealed class SqliteUnsure(PostgresServer postgres) : UnsealedSqliteApi(postgres)
    {
        internal UnsureCommit Commit { get; } = new();

        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            Commit.AddTo(services);
        }
    }

    public sealed class PostgresUnsure(PostgresServer postgres) : UnsealedPostgresApi(postgres)
    {
        internal UnsureCommit Commit { get; } = new();

        protected override void Configure(IServiceCollection services)
        {
            base.Configure(services);
            Commit.AddTo(services);
        }
    }

    public sealed class OnSqlite(SqliteUnsure api) : SharedCommitTests(api, api.Commit), IClassFixture<SqliteUnsure>;

    public sealed class OnPostgres(PostgresUnsure api) : SharedCommitTests(api, api.Commit), IClassFixture<PostgresUnsure>;
}
