using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>A ledger of a thousand entries in which somebody with all rights over the database changes one thing: fsck finds it and says where.</summary>
public abstract class IntegrityTests(ApiFixture api) : ApiTests(api)
{
    private const int Events = 100;

    /// <summary>What is done, what undoes it, and what the finding names. {r} stands for a record, {b} for a table kept aside.</summary>
    public static TheoryData<string, string, string> Attacks => new()
    {
        { "flip an entry", """UPDATE log_entry SET entry = (SELECT entry FROM log_entry WHERE "index" = 500) WHERE "index" = 300""", "log: " },
        { "flip a leaf", """UPDATE log_entry SET leaf_hash = (SELECT leaf_hash FROM log_entry WHERE "index" = 500) WHERE "index" = 300""", "tile/0/001" },
        { "flip a node", """UPDATE log_node SET hash = (SELECT hash FROM log_node WHERE level = 1 AND "index" = 0) WHERE level = 1 AND "index" = 1""", "tile/1/000" },
        { "drop an entry", """DELETE FROM log_entry WHERE "index" = 300""", "tile/" },
        { "drop a node", """DELETE FROM log_node WHERE level = 1 AND "index" = 2""", "tile/1/000" },
        { "change a checkpoint", "UPDATE log_checkpoint SET note = REPLACE(note, 'log-', 'lug-') WHERE size = (SELECT MIN(size) FROM log_checkpoint)", "checkpoint" },
        { "swap two entries", """UPDATE log_entry SET "index" = CASE "index" WHEN 300 THEN -301 ELSE -300 END WHERE "index" IN (300, 301); UPDATE log_entry SET "index" = -"index" WHERE "index" < 0""", "log: " },
        { "roll back", """DELETE FROM log_checkpoint WHERE size > 600; DELETE FROM log_entry WHERE "index" >= 600; DELETE FROM custody_event WHERE log_index >= 600""", "log: " },
        { "drop an event", "DELETE FROM custody_event WHERE record_id = '{r}' AND sequence = 50", "event 50 before it is missing" },
        { "drop the last event", "DELETE FROM custody_event WHERE record_id = '{r}' AND sequence = (SELECT MAX(sequence) FROM custody_event WHERE record_id = '{r}')", "no event of custody, no statement" },
        { "drop all events and the record", "DELETE FROM custody_event WHERE record_id = '{r}'; DELETE FROM evidence_record WHERE id = '{r}'", "no event of custody, no statement" },
        { "drop a record", "DELETE FROM evidence_record WHERE id = '{r}'", "the record is gone" },
        { "change who", "UPDATE custody_event SET actor = 'actor-0' WHERE record_id = '{r}' AND sequence = 9", "event 9: the row says something else" },
        { "change what was signed", "UPDATE custody_event SET envelope = (SELECT envelope FROM custody_event WHERE record_id = '{r}' AND sequence = 8) WHERE record_id = '{r}' AND sequence = 9", "event 9: " },
        { "change what was written", "UPDATE custody_event SET vault = (SELECT vault FROM custody_event WHERE record_id = '{r}' AND sequence = 8) WHERE record_id = '{r}' AND sequence = 9", "event 9: its stored values were changed" },
        { "change who may know", "UPDATE evidence_record SET sensitivity = 'ProtectedWitness' WHERE id = '{r}'", "who may know of it" },
        { "drop a statement", "DELETE FROM evidence_statement WHERE record_id = '{r}'", "no event of custody, no statement" },
        { "change a statement", "UPDATE evidence_statement SET vault = (SELECT vault FROM evidence_statement WHERE record_id <> '{r}' LIMIT 1) WHERE record_id = '{r}'", "its envelope was changed" },
        { "change who stated", "UPDATE evidence_statement SET actor = 'actor-0' WHERE record_id = '{r}'", "the row says something else" },
        { "change a version", "UPDATE dataset_version SET content_sha256 = 'x'", "it is not what its leaf" },
    };

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Finds_what_was_done_to_the_database_and_says_where(string attack, string sql, string where)
    {
        var record = await FilledAsync();
        (await FaultsAsync()).ShouldBeEmpty(attack);
        await using var undo = await KeptAside.TakeAsync(Api);
        await undo.ExecuteAsync(sql.Replace("{r}", record, StringComparison.Ordinal));

        var faults = await FaultsAsync();

        faults.ShouldContain(f => f.Contains(where, StringComparison.Ordinal), $"{attack}: {string.Join('\n', faults)}");
    }

    [Fact]
    public async Task Finds_a_content_and_a_key_that_were_changed_or_taken_away()
    {
        var record = await FilledAsync();
        var blob = Path.Combine(Api.Factory.Storage, "blobs", "sealed", record[^2..], record);
        var key = Path.Combine(Api.Factory.Storage, "keys", "records", record[^2..], record + ".key");

        (await WithAsync(blob, bytes => bytes[20] ^= 1)).ShouldHaveSingleItem().ShouldContain("is not what was taken in");
        (await WithAsync(blob, null)).ShouldHaveSingleItem().ShouldContain(record);
        (await WithAsync(key, null)).ShouldHaveSingleItem().ShouldContain("its key is gone");
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Does_not_sign_over_a_database_that_was_rolled_back()
    {
        await FilledAsync();
        var seals = Api.Factory.Services.GetRequiredService<SealCommands>();
        await using var undo = await KeptAside.TakeAsync(Api);
        await undo.ExecuteAsync("""DELETE FROM log_checkpoint WHERE size > 600; DELETE FROM log_entry WHERE "index" >= 600; DELETE FROM custody_event WHERE log_index >= 600""");

        (await Should.ThrowAsync<LedgerInconsistentException>(() => seals.SealAsync(Stop))).Message.ShouldContain("rolled back");

    }

    private async Task<List<string>> WithAsync(string file, Action<byte[]>? change)
    {
        var kept = await File.ReadAllBytesAsync(file, Stop);
        var changed = kept.ToArray();
        change?.Invoke(changed);
        if (change is null)
            File.Delete(file);
        else
            await File.WriteAllBytesAsync(file, changed, Stop);
        var faults = await FaultsAsync();
        await File.WriteAllBytesAsync(file, kept, Stop);
        return faults;
    }

    private async Task<List<string>> FaultsAsync()
    {
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        var faults = new List<string>();
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(_ => { }, Stop))
            faults.Add(fault);
        return faults;
    }

    /// <summary>At least a thousand entries under several checkpoints, the first time; a record whose events are among them.</summary>
    private async Task<string> FilledAsync()
    {
        var seals = Api.Factory.Services.GetRequiredService<SealCommands>();
        await using var context = await Api.ContextAsync();
        if (await context.EvidenceRecords.OrderBy(r => r.Id).Select(r => r.Id).FirstOrDefaultAsync(Stop) is { } known)
            return known;
        await Given.ImportAsync(await Given.DatasetAsync(), "SeriesCode,GeoAreaCode,TimePeriod,Value\nA,404,2010,1");
        var first = "";
        for (var i = 0; i < 10; i++)
        {
            var added = await Given.EvidenceAsync($"Record {i}", "restricted");
            first = first.Length == 0 ? added.Id : first;
            await CopyAsync(added.Id);
            await seals.SealAsync(Stop);
        }

        (await context.LogEntries.CountAsync(Stop)).ShouldBeGreaterThanOrEqualTo(1_000);
        return first;
    }

    private static NewStatement Statement() => new("vf-" + Guid.CreateVersion7().ToString("N"), Core.Evidence.Custody.StatementKind.Verification, null,
        new System.Text.Json.Nodes.JsonObject { ["measured"] = "0.5" });

    private async Task CopyAsync(string id)
    {
        var key = Api.Factory.Services.GetRequiredService<RecordKeys>().Find(id).ShouldNotBeNull();
        var events = Enumerable.Range(0, Events).Select(i => new NewCustodyEvent(Core.Evidence.Custody.CustodyEventType.Copied, new Dictionary<string, System.Text.Json.Nodes.JsonNode?> { ["reason"] = $"copy {i}" })).ToList();
        await Api.Factory.Services.GetRequiredService<LedgerCommands>().AppendAsync(new LedgerAppend { RecordId = id, RecordKey = key, Actor = "actor-1", Events = events, Statements = [Statement()] });
    }

    public sealed class OnSqlite(UnsealedSqliteApi api) : IntegrityTests(api), IClassFixture<UnsealedSqliteApi>;

    public sealed class OnPostgres(UnsealedPostgresApi api) : IntegrityTests(api), IClassFixture<UnsealedPostgresApi>;
}

/// <summary>The tables of the ledger without their triggers; they are as they were when this is disposed.</summary>
internal sealed class KeptAside : IAsyncDisposable
{
    private static readonly string[] Tables = [.. AppendOnly.Ledger, "evidence_statement", "evidence_record", "dataset_version"];

    private readonly DataContext _context;
    private readonly bool _isPostgres;

    private KeptAside(DataContext context) => (_context, _isPostgres) = (context, context is PostgresContext);

    public static async Task<KeptAside> TakeAsync(ApiFixture api)
    {
        var aside = new KeptAside(await api.ContextAsync());
        await aside.SetTriggersAsync(isOn: false);
        foreach (var table in Tables)
            await aside.ExecuteAsync($"CREATE TABLE aside_{table} AS SELECT * FROM {table}");
        return aside;
    }

    public async Task ExecuteAsync(string sql)
    {
        foreach (var statement in sql.Split("; "))
            await _context.Database.ExecuteSqlRawAsync(statement.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var table in Tables)
        {
            await ExecuteAsync(table == "dataset_version" ? "UPDATE dataset_version SET content_sha256 = (SELECT a.content_sha256 FROM aside_dataset_version a WHERE a.dataset_id = dataset_version.dataset_id AND a.number = dataset_version.number)"
                : $"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM aside_{table}");
            await ExecuteAsync($"DROP TABLE aside_{table}");
        }

        await SetTriggersAsync(isOn: true);
        await _context.DisposeAsync();
    }

    private async Task SetTriggersAsync(bool isOn)
    {
        foreach (var table in AppendOnly.Ledger.Append("evidence_statement"))
        {
            if (_isPostgres)
                await ExecuteAsync($"ALTER TABLE {table} {(isOn ? "ENABLE" : "DISABLE")} TRIGGER USER");
            else if (!isOn)
                await ExecuteAsync($"DROP TRIGGER IF EXISTS {table}_no_update; DROP TRIGGER IF EXISTS {table}_no_delete");
        }
    }
}
