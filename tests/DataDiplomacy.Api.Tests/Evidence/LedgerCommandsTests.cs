using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Many who append at once share transactions; none of them sees less than if it had been alone.</summary>
public abstract class LedgerCommandsTests(ApiFixture api) : ApiTests(api)
{
    private const int Callers = 48;

    private LedgerCommands Ledger => Api.Factory.Services.GetRequiredService<LedgerCommands>();

    [Fact]
    public async Task Lets_one_through_when_many_look_first_at_the_same_time()
    {
        var id = Api.NewLedgerRecord();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => TryAsync(Api.Copies(id) with { Check = OnlyTheFirst(id) }))));

        outcomes.Count(o => o).ShouldBe(1);
        (await SequencesAsync(id)).ShouldBe([1]);
    }

    [Fact]
    public async Task Numbers_and_links_the_events_of_a_record_that_many_write_at_once()
    {
        var id = Api.NewLedgerRecord();

        var appended = await Task.WhenAll(Enumerable.Range(0, Callers).Select(i => Task.Run(() => Ledger.AppendAsync(Api.Copies(id)))));

        var events = appended.SelectMany(a => a.Events).OrderBy(e => e.Sequence).ToList();
        events.Select(e => e.Sequence).ShouldBe(Enumerable.Range(1, Callers));
        events.Select(e => e.LogIndex).ShouldBe(events.Select(e => e.LogIndex).Order());
        var statements = events.Select(e => CustodyStatement.Parse(Core.Evidence.Statements.DsseEnvelope.Parse(e.Envelope).Payload)).ToList();
        statements.Skip(1).Select(s => s.Previous).ShouldBe(events.SkipLast(1).Select(e => (string?)e.EnvelopeSha256));
        (await SequencesAsync(id)).ShouldBe(Enumerable.Range(1, Callers));
    }

    [Fact]
    public async Task Refuses_one_and_writes_the_others_that_came_with_it()
    {
        var ids = Enumerable.Range(0, Callers).Select(_ => Api.NewLedgerRecord()).ToList();

        var outcomes = await Task.WhenAll(ids.Select((id, i) => Task.Run(() => TryAsync(Api.Copies(id) with { Check = i % 4 == 0 ? Never : null }))));

        outcomes.Count(o => o).ShouldBe(Callers * 3 / 4);
    }

    [Fact]
    public async Task Writes_the_others_when_the_database_refuses_one()
    {
        var twice = new NewStatement("vf-" + Guid.CreateVersion7().ToString("N"), StatementKind.Verification, null, []);
        var ids = Enumerable.Range(0, Callers).Select(_ => Api.NewLedgerRecord()).ToList();

        var outcomes = await Task.WhenAll(ids.Select((id, i) => Task.Run(() => TryAsync(Api.Copies(id) with { Statements = i < 2 ? [twice] : [] }))));

        outcomes.Count(o => o).ShouldBe(Callers - 1);
    }

    private static Task Never(DataContext context, CancellationToken cancellationToken) => throw new ProblemException(Problems.RuleBroken, "Never.");

    private static Func<DataContext, CancellationToken, Task> OnlyTheFirst(string id) => async (context, stop) =>
    {
        if (await context.CustodyEvents.AnyAsync(e => e.RecordId == id, stop))
            throw new ProblemException(Problems.RuleBroken, "There is an event already.");
    };

    private async Task<bool> TryAsync(LedgerAppend append)
    {
        try
        {
            await Ledger.AppendAsync(append);
            return true;
        }
        catch (Exception e) when (e is ProblemException or DbUpdateException)
        {
            return false;
        }
    }

    private async Task<IReadOnlyList<int>> SequencesAsync(string id)
    {
        await using var context = await Api.ContextAsync();
        return await context.CustodyEvents.Where(e => e.RecordId == id).OrderBy(e => e.Sequence).Select(e => e.Sequence).ToListAsync(Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : LedgerCommandsTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : LedgerCommandsTests(api), IClassFixture<PostgresApi>;
}
