using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Events of custody: who may write which, what stands in them, that none is ever changed.</summary>
public abstract class CustodyTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("copied", 200, 201)]
    [InlineData("copied", 201, 400)]
    [InlineData("disclosed", 201, 400)]
    public async Task Takes_two_hundred_characters_of_who_takes_over_whatever_happened(string type, int length, int status)
    {
        var record = await Given.EvidenceAsync("Taken over");

        var answer = await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", new { type, reason = "r", to = new string('t', length) }, Stop);
        var withNul = await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", new { type, reason = "r", to = "a\0" }, Stop);

        ((int)answer.StatusCode).ShouldBe(status);
        (await withNul.RefusedAsync(400)).Errors.Keys.ShouldBe(["to"]);
    }

    [Fact]
    public async Task Refuses_what_it_cannot_read()
    {
        (await Anonymous.GetAsync("/v1/evidence/ev-none/custody", Stop)).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await (await AddAsync(Admin, new AddedEvidence("ev-none", "", 0, []), new { type = "copied", reason = "r" })).RefusedAsync(404);
    }

    [Fact]
    public async Task Hands_over_by_two_events_of_two_parties()
    {
        var record = await Given.EvidenceAsync("Handed over");
        var (giver, taker) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Editor));
        var to = await ActorAsync(taker);

        await (await AddAsync(taker, record, new { type = "acceptedTransfer", reason = "early" })).RefusedAsync(422);
        await AddedAsync(giver, record, new { type = "transferred", reason = "to the laboratory", to });
        await (await AddAsync(giver, record, new { type = "transferred", reason = "again", to })).RefusedAsync(422);
        await (await AddAsync(giver, record, new { type = "acceptedTransfer", reason = "by myself" })).RefusedAsync(422);
        await AddedAsync(taker, record, new { type = "acceptedTransfer", reason = "received intact" });

        var events = await EventsAsync(record);
        events.Select(e => e.Type).ShouldBe(["received", "stored", "transferred", "acceptedTransfer"]);
        events.Select(e => e.Seq).ShouldBe([1, 2, 3, 4]);
        events.Zip(events.Skip(1)).ShouldAllBe(pair => pair.Second.Prev == pair.First.EnvelopeSha256);
        events[3].Actor.ShouldBe(to);
        events[3].Actor.ShouldNotBe(events[2].Actor);
    }

    [Fact]
    public async Task Lets_only_verifiers_hold_and_release()
    {
        var record = await Given.EvidenceAsync("Held");
        var (editor, verifier) = (await Api.ClientAsync(Role.Editor), await Api.ClientAsync(Role.Verifier));

        await (await AddAsync(editor, record, new { type = "held", reason = "order" })).RefusedAsync(403);
        await (await AddAsync(verifier, record, new { type = "released", reason = "none yet" })).RefusedAsync(422);
        await AddedAsync(verifier, record, new { type = "held", reason = "order", authority = "Court 1" });

        (await Anonymous.GetFromJsonAsync<JsonElement>($"/v1/evidence/{record.Id}", Stop)).GetProperty("legalHold").GetBoolean().ShouldBeTrue();
        await AddedAsync(verifier, record, new { type = "released", reason = "order ended" });
        (await Anonymous.GetFromJsonAsync<JsonElement>($"/v1/evidence/{record.Id}", Stop)).GetProperty("legalHold").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("""{ "type": "erased", "reason": "r" }""", 400)]
    [InlineData("""{ "type": "received", "reason": "r" }""", 400)]
    [InlineData("""{ "type": "copied" }""", 400)]
    [InlineData("""{ "type": "transferred", "reason": "r" }""", 400)]
    [InlineData("""{ "type": "corrected", "reason": "r" }""", 400)]
    [InlineData("""{ "type": "corrected", "reason": "r", "corrects": 99 }""", 422)]
    public async Task Refuses_events_that_say_too_little_or_are_the_servers(string body, int status)
    {
        var record = await Given.EvidenceAsync("Refused events");

        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        await (await Admin.PostAsync($"/v1/evidence/{record.Id}/custody", content, Stop)).RefusedAsync(status);

        (await EventsAsync(record)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Checks_fixity_itself()
    {
        var record = await Given.EvidenceAsync("Fixity", "restricted");

        await AddedAsync(Admin, record, new { type = "fixityChecked", reason = "yearly" });
        var file = Path.Combine(Api.Factory.Storage, "blobs", "sealed", record.Id[^2..], record.Id);
        await File.WriteAllBytesAsync(file, new byte[50], Stop);
        await AddedAsync(Admin, record, new { type = "fixityChecked", reason = "suspicion" });

        var checks = (await EventsAsync(record)).Where(e => e.Type == "fixityChecked").Select(Outcome);
        checks.ShouldBe(["pass", "fail"]);
    }

    [Fact]
    public async Task Counts_a_download_of_what_is_not_public_once_resumed_or_not()
    {
        var record = await Given.EvidenceAsync(new string('x', 1000), "restricted");
        var (one, two) = (await Api.ClientAsync(Role.Reader), await Api.ClientAsync(Role.Reader));

        await DownloadAsync(one, record, null);
        await DownloadAsync(one, record, 500);
        await DownloadAsync(one, record, 900);
        await DownloadAsync(two, record, 500);
        await DownloadAsync(one, record, null);

        (await StoredTypesAsync(record)).ShouldBe(["Received", "Stored", "Accessed", "Accessed", "Accessed"]);
    }

    [Fact]
    public async Task Writes_nothing_when_a_public_record_is_read()
    {
        var record = await Given.EvidenceAsync("Read by all");

        await DownloadAsync(Anonymous, record, null);
        await DownloadAsync(Admin, record, 3);

        (await StoredTypesAsync(record)).ShouldBe(["Received", "Stored"]);
    }

    [Theory]
    [InlineData("custody_event")]
    [InlineData("log_entry")]
    [InlineData("log_checkpoint")]
    [InlineData("log_dataset_version")]
    public async Task Is_never_changed_or_deleted_by_anyone(string table)
    {
        await Given.ImportAsync(await Given.DatasetAsync(), "SeriesCode,GeoAreaCode,TimePeriod,Value\nA,404,2010,1");
        var record = await Given.EvidenceAsync("For good");
        await Anonymous.GetStringAsync($"/v1/evidence/{record.Id}/proof", Stop);
        await using var context = await Api.ContextAsync();
        var column = table is "log_checkpoint" ? "note" : table is "custody_event" ? "actor" : table is "log_entry" ? "appended_at" : "dataset_id";

        async Task<string> RefusedAsync(string sql) => (await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync(sql, Stop))).Message;

        (await RefusedAsync($"DELETE FROM {table}")).ShouldContain("never changed or deleted");
        (await RefusedAsync($"UPDATE {table} SET {column} = {column}")).ShouldContain("never changed or deleted");
    }

    private static async Task<string> ActorAsync(HttpClient caller) =>
        (await caller.GetFromJsonAsync<JsonElement>("/v1/me", Stop)).GetProperty("actor").GetString() ?? "";

    private static Task<HttpResponseMessage> AddAsync(HttpClient caller, AddedEvidence record, object body) => caller.PostAsJsonAsync($"/v1/evidence/{record.Id}/custody", body, Stop);

    private static async Task AddedAsync(HttpClient caller, AddedEvidence record, object body)
    {
        var answer = await AddAsync(caller, record, body);
        ((int)answer.StatusCode).ShouldBe(201, await answer.Content.ReadAsStringAsync(Stop));
    }

    private async Task<IReadOnlyList<EvidenceEvent>> EventsAsync(AddedEvidence record) =>
        [.. (await Admin.GetFromJsonAsync<JsonElement>($"/v1/evidence/{record.Id}/custody", Stop)).GetProperty("items").EnumerateArray().Select(e => e.Deserialize<EvidenceEvent>(JsonSerializerOptions.Web)!)]; // Each is an object.

    private static string? Outcome(EvidenceEvent written) =>
        written.Disclosures.Single(d => d.GetProperty("n").GetString() == "outcome").GetProperty("v").GetString();

    private static async Task DownloadAsync(HttpClient caller, AddedEvidence record, long? from)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/evidence/{record.Id}/content");
        if (from is not null)
            request.Headers.Range = new RangeHeaderValue(from, null);
        (await caller.SendAsync(request, Stop)).IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<IReadOnlyList<string>> StoredTypesAsync(AddedEvidence record)
    {
        await using var context = await Api.ContextAsync();
        return await context.CustodyEvents.Where(e => e.RecordId == record.Id).OrderBy(e => e.Sequence).Select(e => e.Type.ToString()).ToListAsync(Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : CustodyTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : CustodyTests(api), IClassFixture<PostgresApi>;
}
