using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Another label: who could see the record learns that it is withdrawn, who never could learns nothing.</summary>
public abstract class RelabelTests(ApiFixture api) : ApiTests(api)
{
    private const string Always = "/v1/evidence?updatedAfter=2000-01-01&limit=1000";

    [Fact]
    public async Task Hides_a_public_record_and_leaves_its_id_to_those_who_knew_it()
    {
        var verifier = await Api.ClientAsync(Role.Verifier);
        var record = await Given.EvidenceAsync("Seen by all");

        var changed = await (await RelabelAsync(verifier, record, "restricted")).ReadAsync<EvidenceEvent>();

        changed.Type.ShouldBe("relabelled");
        changed.Disclosures.Select(d => d.GetProperty("n").GetString()).ShouldBe(["event", "sensitivity", "formerSensitivity", "reason"]);
        foreach (var path in new[] { "", "/content", "/custody", "/proof", "/package" })
            await (await Anonymous.GetAsync($"/v1/evidence/{record.Id}{path}", Stop)).RefusedAsync(404);
        var tombstone = (await ChangeOfAsync(Anonymous, record)).ShouldNotBeNull();
        tombstone.GetProperty("change").GetString().ShouldBe("withdrawn");
        tombstone.EnumerateObject().Where(p => p.Value.ValueKind is not JsonValueKind.Null).Select(p => p.Name).ShouldBe(["id", "change"]);
        (await ChangeOfAsync(verifier, record)).ShouldNotBeNull().GetProperty("sensitivity").GetString().ShouldBe("restricted");
        (await ItemsAsync(Anonymous, "/v1/evidence?limit=1000")).ShouldNotContain(i => IdOf(i) == record.Id);
        (await (await Anonymous.PostAsJsonAsync("/v1/evidence/verify", new { sha256 = record.Sha256 }, Stop)).Content.ReadAsStringAsync(Stop)).ShouldContain("\"known\":false");
        (await Admin.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe("Seen by all");
    }

    [Fact]
    public async Task Tells_each_caller_no_more_than_they_knew()
    {
        var (reader, editor) = (await Api.ClientAsync(Role.Reader), await Api.ClientAsync(Role.Editor));
        var record = await Given.EvidenceAsync("Known to readers", "restricted");
        (await RelabelAsync(Admin, record, "confidential")).EnsureSuccessStatusCode();
        var first = await ChangesAsync();

        (await RelabelAsync(Admin, record, "protectedWitness")).EnsureSuccessStatusCode();
        var second = await ChangesAsync();
        (await RelabelAsync(Admin, record, "public")).EnsureSuccessStatusCode();
        var third = await ChangesAsync();

        async Task<string> ChangesAsync()
        {
            var seen = new List<string?>();
            foreach (var caller in new[] { Anonymous, reader, editor, Admin })
                seen.Add((await ChangeOfAsync(caller, record))?.GetProperty("change").GetString() ?? "-");
            return string.Join(' ', seen);
        }

        first.ShouldBe("- withdrawn added added");
        second.ShouldBe("- withdrawn withdrawn added");
        third.ShouldBe("added added added added");
        (await Anonymous.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe("Known to readers");
    }

    [Fact]
    public async Task Moves_nothing_for_those_who_lost_it_when_more_happens()
    {
        var record = await Given.EvidenceAsync("Quiet after its withdrawal");
        (await RelabelAsync(Admin, record, "restricted")).EnsureSuccessStatusCode();
        await using var context = await Api.ContextAsync();
        var since = (await context.Relabellings.SingleAsync(r => r.RecordId == record.Id, Stop)).At;

        (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", new { type = "copied", reason = "later" }, Stop)).EnsureSuccessStatusCode();

        (await ItemsAsync(Anonymous, $"/v1/evidence?limit=1000&updatedAfter={since:yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldNotContain(i => IdOf(i) == record.Id);
    }

    [Fact]
    public async Task Pages_through_records_and_withdrawals_alike_at_both_doors()
    {
        var only = "relabel-" + Guid.NewGuid().ToString("N")[..8];
        var records = new List<AddedEvidence>();
        for (var i = 0; i < 5; i++)
            records.Add(await Given.EvidenceAsync($"{i} of {only}", onlyCase: only));
        foreach (var i in new[] { 1, 3 })
            (await RelabelAsync(Admin, records[i], "confidential")).EnsureSuccessStatusCode();
        string? cursor = null;
        var (rest, graph) = (new List<string?>(), new List<string?>());

        do
        {
            var page = await Anonymous.GetJsonAsync($"/v1/evidence?case={only}&updatedAfter=2000-01-01&limit=2&count=exact{(cursor is null ? "" : $"&cursor={cursor}")}");
            var nodes = await Anonymous.DataAsync($"{{ evidenceRecords(case: \"{only}\", updatedAfter: \"2000-01-01\", first: 2{(cursor is null ? "" : $", after: \"{cursor}\"")}) {{ nodes {{ id change kind custody {{ seq }} }} }} }}", "evidenceRecords", "nodes");
            page.GetProperty("total").GetInt64().ShouldBe(5);
            rest.AddRange(page.GetProperty("items").EnumerateArray().Select(i => IdOf(i) + i.GetProperty("change").GetString()));
            graph.AddRange(nodes.EnumerateArray().Select(i => IdOf(i) + i.GetProperty("change").GetString()));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        rest.ShouldBe([.. new[] { 0, 2, 4 }.Select(i => records[i].Id + "added"), .. new[] { 1, 3 }.Select(i => records[i].Id + "withdrawn")]);
        graph.ShouldBe(rest);
    }

    [Fact]
    public async Task Leaves_no_content_in_the_clear_and_everything_whole()
    {
        const string secret = "A sentence in the clear about a kestrel.";
        var record = await Given.EvidenceAsync(secret);
        (await FaultsAsync()).ShouldBeEmpty();
        (await StoredAsync()).ShouldContain(secret);

        (await RelabelAsync(Admin, record, "restricted")).EnsureSuccessStatusCode();

        (await StoredAsync()).ShouldNotContain(secret);
        (await FaultsAsync()).ShouldBeEmpty();
        (await RelabelAsync(Admin, record, "public")).EnsureSuccessStatusCode();
        (await StoredAsync()).ShouldNotContain(secret);
        (await Anonymous.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe(secret);
        (await RelabelAsync(Admin, record, "confidential")).EnsureSuccessStatusCode();
        (await Admin.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe(secret);
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Keeps_a_public_content_that_another_record_has_too()
    {
        var (record, other) = (await Given.EvidenceAsync("Shared by two"), await Given.EvidenceAsync("Shared by two"));

        (await RelabelAsync(Admin, record, "restricted")).EnsureSuccessStatusCode();

        (await Anonymous.GetStringAsync($"/v1/evidence/{other.Id}/content", Stop)).ShouldBe("Shared by two");
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Finishes_at_the_next_start_what_a_crash_left_in_the_clear()
    {
        const string secret = "A sentence that a crash left about a plover.";
        var record = await Given.EvidenceAsync(secret);
        var path = Path.Combine(Api.Factory.Storage, "blobs", "public", record.Sha256[..2], record.Sha256);
        var content = await File.ReadAllBytesAsync(path, Stop);
        (await RelabelAsync(Admin, record, "restricted")).EnsureSuccessStatusCode();
        await File.WriteAllBytesAsync(path, content, Stop);
        await using (var context = await Api.ContextAsync())
            await context.Relabellings.Where(r => r.RecordId == record.Id).ExecuteUpdateAsync(u => u.SetProperty(r => r.LeftBlob, $"public/{record.Sha256[..2]}/{record.Sha256}"), Stop);

        await using (var scope = Api.Factory.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<RelabelCommands>().FinishAllAsync(Stop);

        File.Exists(path).ShouldBeFalse();
        await using var after = await Api.ContextAsync();
        (await after.Relabellings.SingleAsync(r => r.RecordId == record.Id, Stop)).LeftBlob.ShouldBeNull();
    }

    [Fact]
    public async Task Lets_one_of_several_at_once_change_it_and_keeps_the_content()
    {
        var record = await Given.EvidenceAsync("Changed by many");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => RelabelAsync(Admin, record, "restricted")));

        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(1);
        answers.Where(a => !a.IsSuccessStatusCode).ShouldAllBe(a => (int)a.StatusCode == 422);
        (await Admin.GetStringAsync($"/v1/evidence/{record.Id}/content", Stop)).ShouldBe("Changed by many");
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Says_what_cannot_be_changed()
    {
        var (editor, verifier) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Verifier));
        var record = await Given.EvidenceAsync("Stays as it is");

        await (await RelabelAsync(editor, record, "restricted")).RefusedAsync(403);
        (await (await RelabelAsync(verifier, record, "public")).RefusedAsync(422)).Detail.ShouldContain("already");
        (await (await verifier.PostAsJsonAsync($"/v1/evidence/{record.Id}/sensitivity", new { sensitivity = "restricted" }, Stop)).RefusedAsync(400)).Errors.Keys.ShouldContain("reason");
        await (await verifier.PostAsJsonAsync($"/v1/evidence/{record.Id}x/sensitivity", new { sensitivity = "restricted", reason = "r" }, Stop)).RefusedAsync(404);
        (await verifier.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure", new { reason = "r", legalBasis = "l" }, Stop)).EnsureSuccessStatusCode();
        (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/erasure/agreement", new { reason = "r" }, Stop)).EnsureSuccessStatusCode();
        await (await RelabelAsync(verifier, record, "restricted")).RefusedAsync(410);
    }

    private static Task<HttpResponseMessage> RelabelAsync(HttpClient caller, AddedEvidence record, string sensitivity) =>
        caller.PostAsJsonAsync($"/v1/evidence/{record.Id}/sensitivity", new { sensitivity, reason = "A person can be recognised." }, Stop);

    private static string? IdOf(JsonElement item) => item.GetProperty("id").GetString();

    private static async Task<List<JsonElement>> ItemsAsync(HttpClient caller, string path) => [.. (await caller.GetJsonAsync(path)).GetProperty("items").EnumerateArray()];

    private static async Task<JsonElement?> ChangeOfAsync(HttpClient caller, AddedEvidence record) =>
        (await ItemsAsync(caller, Always)).Where(i => IdOf(i) == record.Id).Select(i => (JsonElement?)i).SingleOrDefault();

    private async Task<List<string>> FaultsAsync()
    {
        await using var scope = Api.Factory.Services.CreateAsyncScope();
        var faults = new List<string>();
        await foreach (var fault in scope.ServiceProvider.GetRequiredService<IntegrityQueries>().CheckAsync(_ => { }, Stop))
            faults.Add(fault);
        return faults;
    }

    private async Task<string> StoredAsync()
    {
        var all = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Api.Factory.Storage, "blobs"), "*", SearchOption.AllDirectories))
            all.Append(Encoding.UTF8.GetString(await File.ReadAllBytesAsync(file, Stop)));
        return all.ToString();
    }

    public sealed class OnSqlite(SqliteApi api) : RelabelTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RelabelTests(api), IClassFixture<PostgresApi>;
}
