using System.Net;
using System.Net.Http.Json;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Evidence.Ledger;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>What becomes of agreements after signing, and what is transferred under them.</summary>
public abstract class AgreementTests(ApiFixture api) : AgreementDoorTests(api)
{
    private const string Digest = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    [Fact]
    public async Task Rests_and_goes_on_and_ends_and_tells_both_parties()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = await AgreedAsync(parties, dataset);

        var suspended = await DoneAsync(ActAsync(parties.Editor, id, new { action = "suspend", by = "provider", reason = "Being corrected." }));
        var wrongSide = await (await ActAsync(parties.Consumer, id, new { action = "resume", by = "consumer" })).RefusedAsync(422);
        var resumed = await DoneAsync(ActAsync(parties.Other, id, new { action = "resume", by = "provider" }));
        var revoked = await DoneAsync(ActAsync(parties.Editor, id, new { action = "revoke", by = "provider", reason = "Given on by others." }));
        var after = await (await ActAsync(parties.Consumer, id, new { action = "retire", by = "consumer" })).RefusedAsync(422);
        var told = (await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}/notifications")).GetProperty("items").EnumerateArray().ToList();

        (Text(suspended, "state"), suspended.GetProperty("inForce").GetBoolean(), Text(suspended, "suspendedBy")).ShouldBe(("suspended", false, "provider"));
        wrongSide.Detail.ShouldContain("Only the provider");
        (Text(resumed, "state"), resumed.GetProperty("inForce").GetBoolean()).ShouldBe(("active", true));
        Text(revoked, "state").ShouldBe("revoked");
        after.Detail.ShouldContain("nothing may follow");
        revoked.GetProperty("history").EnumerateArray().Select(e => $"{e.GetProperty("number").GetInt32()} {Text(e, "action")} {e.GetProperty("by")[0].GetString()} {Text(e, "reason")}")
            .ShouldBe(["1 suspend provider Being corrected.", "2 resume provider ", "3 revoke provider Given on by others."]);
        told.Select(t => $"{t.GetProperty("event").GetInt32()} {Text(t, "to")} {Text(t, "state")}")
            .ShouldBe(["1 consumer suspended", "1 provider suspended", "2 consumer active", "2 provider active", "3 consumer revoked", "3 provider revoked"]);
    }

    [Theory]
    [InlineData("provider", "suspend", "needs a reason")]
    [InlineData("provider", "revoke", "needs a reason")]
    [InlineData("provider", "retire", "The consumer retires")]
    [InlineData("consumer", "revoke", "The provider revokes")]
    [InlineData("consumer", "resume", "is active")]
    [InlineData("consumer", "expire", "not over")]
    [InlineData("consumer", "amend", "together")]
    public async Task Refuses_what_the_rules_forbid_and_says_what_is_allowed(string by, string action, string says)
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = await AgreedAsync(parties, dataset);

        var refusal = await (await ActAsync(by == "consumer" ? parties.Consumer : parties.Editor, id, new { action, by })).RefusedAsync(422);

        (refusal.Type, refusal.Detail.Contains(says, StringComparison.Ordinal)).ShouldBe(("rule-broken", true), refusal.Detail);
    }

    [Fact]
    public async Task Is_replaced_by_another_that_both_made()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var (older, newer, elsewhere) = (await AgreedAsync(parties, dataset), await AgreedAsync(parties, dataset, Policy("research")), await AgreedAsync(parties, await Given.DatasetAsync()));

        var wrong = await (await ActAsync(parties.Editor, older, new { action = "amend", by = "provider", successor = elsewhere })).RefusedAsync(422);
        await (await ActAsync(parties.Consumer, older, new { action = "amend", by = "consumer", successor = older })).RefusedAsync(422);
        await (await ActAsync(parties.Consumer, older, new { action = "retire", by = "consumer", successor = newer })).RefusedAsync(400);
        // What the provider suspended is not opened by an agreement that was made for something else.
        await DoneAsync(ActAsync(parties.Editor, older, new { action = "suspend", by = "provider", reason = "misuse" }));
        (await (await ActAsync(parties.Consumer, older, new { action = "amend", by = "consumer", successor = newer })).RefusedAsync(422)).Detail.ShouldContain("together");
        var amended = await DoneAsync(ActAsync(parties.Editor, older, new { action = "amend", by = "provider", successor = newer }));

        wrong.Detail.ShouldContain("on the same data set");
        (Text(amended, "state"), Text(amended, "successor")).ShouldBe(("amended", newer));
        amended.GetProperty("history")[1].GetProperty("by").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Expires_by_its_own_terms_when_it_is_read_and_when_it_is_swept()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var end = Api.Time.UtcNow.AddDays(10);
        var id = await AgreedAsync(parties, dataset, Policy(until: end.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture)));
        Api.Time.UtcNow = end.AddHours(1);

        var read = await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}");
        var listed = (await parties.Consumer.GetJsonAsync($"/v1/agreements?dataset={dataset}&state=expired")).GetProperty("items").GetArrayLength();
        var active = (await parties.Consumer.GetJsonAsync($"/v1/agreements?dataset={dataset}&state=active")).GetProperty("items").GetArrayLength();
        var transfer = await (await parties.Consumer.PostAsJsonAsync($"/v1/agreements/{id}/transfers", new { purpose = "flood-warning" }, Stop)).RefusedAsync(422);
        await Api.Factory.Services.GetRequiredService<OverdueCommands>().SweepAsync(Stop);
        var swept = await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}");

        (Text(read, "state"), read.GetProperty("inForce").GetBoolean(), read.GetProperty("history").GetArrayLength(), listed, active).ShouldBe(("expired", false, 0, 1, 0));
        transfer.Detail.ShouldContain("is expired");
        (Text(swept, "state"), Text(swept.GetProperty("history")[0], "actor")).ShouldBe(("expired", "server"));
        (await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}/notifications")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Says_until_when_a_duty_is_to_be_fulfilled_and_whether_that_is_over()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var due = Api.Time.UtcNow.AddDays(30);
        var policy = Policy(duty: "inform");
        var deadline = new System.Text.Json.Nodes.JsonObject { ["leftOperand"] = "dateTime", ["operator"] = "lteq", ["rightOperand"] = due.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        policy["permission"]![0]!["duty"]![0]!["constraint"] = new System.Text.Json.Nodes.JsonArray(deadline);
        var id = await AgreedAsync(parties, dataset, policy);

        async Task<System.Text.Json.JsonElement> DutyAsync() => (await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}")).GetProperty("duties")[0];

        var open = await DutyAsync();
        open.GetProperty("dueAt").GetDateTime().Date.ShouldBe(due.Date);
        open.GetProperty("overdue").GetBoolean().ShouldBeFalse();
        Api.Time.UtcNow = due.AddDays(1);
        (await DutyAsync()).GetProperty("overdue").GetBoolean().ShouldBeTrue();
        await DoneAsync(parties.Consumer.PostAsJsonAsync($"/v1/agreements/{id}/duties/{Text(open, "key")}/fulfilments", new { note = "Told late." }, Stop), HttpStatusCode.Created);
        (await DutyAsync()).GetProperty("overdue").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Follows_a_duty_to_its_fulfilment()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = await AgreedAsync(parties, dataset, Policy(duty: "attribute"));
        var before = (await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}")).GetProperty("duties")[0];
        var address = $"/v1/agreements/{id}/duties/{Text(before, "key")}/fulfilments";

        var after = await DoneAsync(parties.Consumer.PostAsJsonAsync(address, new { note = "Named on the title page.", reference = "https://example.org/report", sha256 = Digest }, Stop), HttpStatusCode.Created);

        (before.GetProperty("fulfilled").GetBoolean(), before.GetProperty("actions")[0].GetString()).ShouldBe((false, "attribute"));
        var duty = after.GetProperty("duties")[0];
        (duty.GetProperty("fulfilled").GetBoolean(), Text(duty.GetProperty("fulfilments")[0], "note")).ShouldBe((true, "Named on the title page."));
        (await (await parties.Consumer.PostAsJsonAsync(address, new { note = "", reference = "nowhere", sha256 = "x" }, Stop)).RefusedAsync(400)).Errors.Keys.ShouldBe(["note", "reference", "sha256"], ignoreOrder: true);
        await (await parties.Consumer.PostAsJsonAsync($"/v1/agreements/{id}/duties/none/fulfilments", new { note = "n" }, Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Is_shown_to_its_parties_and_to_editors_alone()
    {
        var (dataset, parties, stranger) = (await Given.DatasetAsync(), await PartiesAsync(), await Api.ClientAsync(Role.Reader));
        var id = await AgreedAsync(parties, dataset);

        foreach (var path in new[] { "", "/notifications", "/transfers" }) await (await stranger.GetAsync($"/v1/agreements/{id}{path}", Stop)).RefusedAsync(404);
        await (await ActAsync(stranger, id, new { action = "retire", by = "consumer" })).RefusedAsync(404);
        await (await ActAsync(parties.Editor, id, new { action = "retire", by = "consumer" })).RefusedAsync(403);
        await (await ActAsync(parties.Consumer, id, new { action = "suspend", by = "provider", reason = "r" })).RefusedAsync(403);
        (await stranger.GetJsonAsync($"/v1/agreements?dataset={dataset}")).GetProperty("items").GetArrayLength().ShouldBe(0);
        await (await Anonymous.GetAsync("/v1/agreements", Stop)).RefusedAsync(401);
        foreach (var knowing in new[] { parties.Consumer, parties.Second, parties.Editor, Admin })
            Id((await knowing.GetJsonAsync($"/v1/agreements?dataset={dataset}&count=exact")).GetProperty("items")[0]).ShouldBe(id);
    }

    [Fact]
    public async Task Transfers_what_the_terms_permit_and_keeps_its_digest()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var id = await AgreedAsync(parties, dataset);
        var transfers = $"/v1/agreements/{id}/transfers";

        var unknown = await (await parties.Consumer.PostAsJsonAsync(transfers, new { }, Stop)).RefusedAsync(422);
        var other = await (await parties.Consumer.PostAsJsonAsync(transfers, new { purpose = "marketing" }, Stop)).RefusedAsync(422);
        await (await parties.Consumer.PostAsJsonAsync(transfers, new { purpose = "flood-warning", version = 7 }, Stop)).RefusedAsync(404);
        await (await parties.Editor.PostAsJsonAsync(transfers, new { purpose = "flood-warning" }, Stop)).RefusedAsync(403);
        var asked = await DoneAsync(parties.Consumer.PostAsJsonAsync(transfers, new { purpose = "flood-warning" }, Stop), HttpStatusCode.Created);
        var early = await (await parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "complete", by = "provider", sha256 = Digest }, Stop)).RefusedAsync(422);
        await DoneAsync(parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "start", by = "provider" }, Stop));
        await (await parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "complete", by = "provider" }, Stop)).RefusedAsync(400);
        var done = await DoneAsync(parties.Editor.PostAsJsonAsync($"{transfers}/1/moves", new { move = "complete", by = "provider", sha256 = Digest, bytes = 51 }, Stop));

        unknown.Detail.ShouldContain("(unknown)");
        other.Detail.ShouldContain("(inactive)");
        (Text(asked, "state"), Text(asked, "decision"), asked.GetProperty("version").GetInt32()).ShouldBe(("requested", "permit", 1));
        early.Detail.ShouldContain("the provider may start or terminate");
        (Text(done, "state"), Text(done, "sha256"), done.GetProperty("bytes").GetInt64()).ShouldBe(("completed", Digest, 51));
        (await parties.Consumer.GetJsonAsync(transfers)).GetProperty("items")[0].GetProperty("moves").EnumerateArray().Select(m => Text(m, "move")).ShouldBe(["request", "start", "complete"]);
        await (await parties.Editor.PostAsJsonAsync($"{transfers}/9/moves", new { move = "start", by = "provider" }, Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Is_proved_by_a_party_to_have_been_made_as_it_stands()
    {
        var (dataset, parties, stranger) = (await Given.DatasetAsync(), await PartiesAsync(), await Api.ClientAsync(Role.Reader));
        var id = await AgreedAsync(parties, dataset);
        var agreement = await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}");

        var view = await (await parties.Consumer.GetAsync($"/v1/agreements/{id}/proof", Stop)).ReadAsync<LeafProofView>();

        var disclosure = Disclosure.FromJson(view.Disclosure);
        (disclosure.Value?["policySha256"]?.GetValue<string>(), disclosure.Value?["assignee"]?.GetValue<string>()).ShouldBe((Text(agreement, "policySha256"), Text(agreement, "assignee")));
        var moves = (await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{Text(agreement, "negotiation")}")).GetProperty("moves").EnumerateArray();
        disclosure.Value?["lastMove"]?.GetValue<string>().ShouldBe(Text(moves.Last(), "hash"));
        view.Entry.ShouldBe(Encoding.UTF8.GetString(LogEntry.Write("agreement", Commitment.Of(disclosure))));
        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {(await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd()}\nquorum none\n"));
        LogProof.Parse(Encoding.UTF8.GetBytes(view.Proof)).Verify(Encoding.UTF8.GetBytes(view.Entry), policy).Refusal.ShouldBeNull();
        await (await stranger.GetAsync($"/v1/agreements/{id}/proof", Stop)).RefusedAsync(404);

        // Acting on it changes nothing of what was sealed; a change of its terms behind the server's back is found.
        await DoneAsync(ActAsync(parties.Editor, id, new { action = "suspend", by = "provider", reason = "Being corrected." }));
        (await FaultsAsync()).ShouldNotContain(f => f.StartsWith("agreement", StringComparison.Ordinal));
        await using var context = await Api.ContextAsync();
        await context.Database.ExecuteSqlAsync($"UPDATE data_agreement SET assignee = 'https://example.org/agents/another' WHERE id = {id}", Stop);
        (await FaultsAsync()).ShouldContain(f => f.StartsWith($"agreement {id}: it is not what its leaf", StringComparison.Ordinal));
        await context.Database.ExecuteSqlAsync($"UPDATE data_agreement SET assignee = {Text(agreement, "assignee")} WHERE id = {id}", Stop);
    }

    [Fact]
    public async Task Starts_no_transfer_under_an_agreement_that_rests()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = await AgreedAsync(parties, dataset);
        await DoneAsync(parties.Consumer.PostAsJsonAsync($"/v1/agreements/{id}/transfers", new { purpose = "flood-warning" }, Stop), HttpStatusCode.Created);
        await DoneAsync(ActAsync(parties.Editor, id, new { action = "suspend", by = "provider", reason = "Being corrected." }));

        var refusal = await (await parties.Editor.PostAsJsonAsync($"/v1/agreements/{id}/transfers/1/moves", new { move = "start", by = "provider" }, Stop)).RefusedAsync(422);

        refusal.Detail.ShouldContain("is suspended");
        Text((await parties.Consumer.GetJsonAsync($"/v1/agreements/{id}/transfers")).GetProperty("items")[0], "state").ShouldBe("requested");
    }

    private async Task<IReadOnlyList<string>> FaultsAsync()
    {
        await using var context = await Api.ContextAsync();
        return await Api.Factory.Services.GetRequiredService<AgreementSeals>().FaultsAsync(context, Stop).ToListAsync(Stop);
    }

    private static Task<HttpResponseMessage> ActAsync(HttpClient by, string id, object action) => by.PostAsJsonAsync($"/v1/agreements/{id}/actions", action, Stop);

    public sealed class OnSqlite(UnsweptSqliteApi api) : AgreementTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : AgreementTests(api), IClassFixture<UnsweptPostgresApi>;
}
