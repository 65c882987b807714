using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Agreements;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue.Negotiations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>Negotiations from a request to an agreement, or to their end.</summary>
public abstract class NegotiationTests(ApiFixture api) : AgreementDoorTests(api)
{
    [Fact]
    public async Task Goes_from_a_request_by_counter_offers_to_an_agreement()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var begun = await StartAsync(parties, dataset);
        var id = Id(begun);

        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy(until: "2026-12-31T00:00:00Z") });
        var counter = await DoneAsync(MoveAsync(parties.Second, id, new { move = "request", by = "consumer", policy = Policy(until: "2027-12-31T00:00:00Z"), motivation = "To the end of the project.", valuesCited = new[] { "SH_DYN_MORT" } }));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy(until: "2027-06-30T00:00:00Z") });
        await ApprovedAsync(parties.Consumer, parties.Second, id, new { move = "accept", by = "consumer" });
        await ApprovedAsync(parties.Other, parties.Editor, id, new { move = "agree", by = "provider" });
        await DoneAsync(MoveAsync(parties.Consumer, id, new { move = "verify", by = "consumer" }));
        var made = await DoneAsync(MoveAsync(parties.Editor, id, new { move = "finalize", by = "provider" }));
        var agreement = await parties.Consumer.GetJsonAsync($"/v1/agreements/{Text(made, "agreement")}");

        (Text(begun, "state"), Text(begun, "track"), Text(counter, "state"), counter.GetProperty("round").GetInt32()).ShouldBe(("requested", "II", "requested", 2));
        Text(made, "state").ShouldBe("finalized");
        made.GetProperty("moves").EnumerateArray().Select(m => Text(m, "move")).ShouldBe(["request", "offer", "request", "offer", "accept", "agree", "verify", "finalize"]);
        made.GetProperty("waiting").ValueKind.ShouldBe(JsonValueKind.Null);
        (Text(agreement, "state"), Text(agreement, "assignee"), Text(agreement, "dataset")).ShouldBe(("active", "https://example.org/agents/flood-centre", dataset));
        agreement.GetProperty("expiresAt").GetDateTime().ShouldBe(new DateTime(2027, 6, 30, 0, 0, 0, 1, DateTimeKind.Utc));
        Text(agreement, "policySha256").ShouldBe(Text(made, "termsSha256"));
    }

    [Fact]
    public async Task Compares_the_terms_of_two_moves()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset, Policy(until: "2027-12-31T00:00:00Z")));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy(until: "2026-12-31T00:00:00Z", duty: "attribute") });

        var diff = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{id}/diff");
        var self = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{id}/diff?from=2&to=2");

        (diff.GetProperty("from").GetInt32(), diff.GetProperty("to").GetInt32(), diff.GetProperty("same").GetBoolean()).ShouldBe((1, 2, false));
        diff.GetProperty("differences").EnumerateArray().Select(d => $"{Text(d, "change")} {Text(d, "term")} {Text(d, "effect")}").ShouldBe(["changed constraint dateTime at most tighter", "added duty attribute tighter"], ignoreOrder: true);
        self.GetProperty("same").GetBoolean().ShouldBeTrue();
        (await (await parties.Consumer.GetAsync($"/v1/data-negotiations/{id}/diff?to=9", Stop)).RefusedAsync(400)).Errors.ShouldContainKey("to");
        (await (await parties.Consumer.GetAsync($"/v1/data-negotiations/{id}/diff?to=1", Stop)).RefusedAsync(400)).Errors.ShouldContainKey("from");
    }

    [Theory]
    [InlineData("consumer", "accept")]
    [InlineData("consumer", "verify")]
    [InlineData("consumer", "request")]
    [InlineData("consumer", "agree")]
    [InlineData("consumer", "finalize")]
    [InlineData("provider", "accept")]
    [InlineData("provider", "verify")]
    [InlineData("provider", "finalize")]
    [InlineData("provider", "request")]
    public async Task Refuses_what_the_diagram_forbids_and_says_who_may_do_what(string by, string move)
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));

        var refusal = await (await MoveAsync(by == "consumer" ? parties.Consumer : parties.Editor, id, new { move, by, policy = move == "request" ? Policy() : null })).RefusedAsync(422);

        refusal.Type.ShouldBe("rule-broken");
        refusal.Detail.ShouldContain("the provider may offer or agree or terminate");
    }

    [Fact]
    public async Task Refuses_every_move_after_the_end()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        var ended = await DoneAsync(MoveAsync(parties.Editor, id, new { move = "terminate", by = "provider", reason = "not ours to give" }));

        var refusal = await (await MoveAsync(parties.Consumer, id, new { move = "request", by = "consumer", policy = Policy() })).RefusedAsync(422);

        (Text(ended, "state"), Text(ended, "endedBy"), Text(ended, "reason")).ShouldBe(("terminated", "provider", "not ours to give"));
        Text(ended.GetProperty("moves")[1], "motivation").ShouldBe("not ours to give");
        refusal.Detail.ShouldContain("nothing may follow");
    }

    [Theory]
    [InlineData("""{ "move": "offer", "by": "provider" }""", "policy")]
    [InlineData("""{ "move": "terminate", "by": "provider", "policy": { "@id": "urn:x" } }""", "policy")]
    [InlineData("""{ "move": "offer", "by": "provider", "policy": { "@id": "urn:x" } }""", "policy")]
    [InlineData("""{ "move": "offer", "by": "provider", "policy": 5 }""", "policy")]
    [InlineData("""{ "move": "terminate", "by": "provider", "reason": "timeout" }""", "reason")]
    [InlineData("""{ "move": "finalize", "by": "provider", "reason": "done" }""", "reason")]
    [InlineData("""{ "move": "terminate", "by": "provider", "motivation": "\ud800" }""", "motivation")]
    [InlineData("""{ "move": "terminate", "by": "provider", "valuesCited": [""] }""", "valuesCited")]
    [InlineData("""{ "move": "terminate", "by": "provider", "reason": "x", "motivation": "LONGEST" }""", "motivation")]
    [InlineData("""{ "move": "beg", "by": "provider" }""", "move")]
    public async Task Refuses_a_move_that_is_not_well_formed(string move, string field)
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        using var body = new StringContent(move.Replace("LONGEST", new string('x', MoveChain.MaxMotivationLength - 2)), System.Text.Encoding.UTF8, "application/json");

        var refusal = await (await parties.Editor.PostAsync($"/v1/data-negotiations/{id}/moves", body, Stop)).RefusedAsync(400);

        refusal.Errors.Keys.ShouldContain(field);
    }

    [Theory]
    [InlineData("track", "III")]
    [InlineData("dataset", "")]
    [InlineData("consumer", null)]
    public async Task Refuses_a_request_that_is_not_well_formed(string field, string? value)
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var asked = Asking(dataset, Policy());
        asked[field] = value;

        (await (await parties.Consumer.PostAsJsonAsync("/v1/data-negotiations", asked, Stop)).RefusedAsync(400)).Errors.Keys.ShouldContain(field);
    }

    [Fact]
    public async Task Refuses_an_approver_that_is_no_key_and_a_data_set_that_is_not_there()
    {
        var parties = await PartiesAsync();

        (await (await parties.Consumer.PostAsJsonAsync("/v1/data-negotiations", Asking("none", Policy(), "somebody"), Stop)).RefusedAsync(400)).Errors.ShouldContainKey("approvers");
        (await (await parties.Consumer.PostAsJsonAsync("/v1/data-negotiations", Asking("none", Policy()), Stop)).RefusedAsync(404)).Type.ShouldBe("not-found");
    }

    [Fact]
    public async Task Ends_what_nobody_moves_when_it_is_touched()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        Api.Time.UtcNow = Api.Time.UtcNow.AddDays(31);

        var overdue = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{id}");
        using var late = new HttpRequestMessage(HttpMethod.Post, $"/v1/data-negotiations/{id}/moves") { Content = JsonContent.Create(new { move = "terminate", by = "provider" }), Headers = { { "Idempotency-Key", id } } };
        var refusal = await (await parties.Editor.SendAsync(late, Stop)).RefusedAsync(422);
        var ended = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{id}");

        (Text(overdue, "state"), overdue.GetProperty("waiting").GetProperty("overdue").GetBoolean(), Text(overdue.GetProperty("waiting"), "for")).ShouldBe(("requested", true, "provider"));
        refusal.Detail.ShouldContain("did not move by");
        (Text(ended, "state"), Text(ended, "reason"), Text(ended, "endedBy"), Text(ended.GetProperty("moves")[1], "actor")).ShouldBe(("terminated", "timeout", "provider", "server"));
        await ValidAsync(parties.Consumer, id, moves: 2);
    }

    [Fact]
    public async Task Ends_what_nobody_moves_when_it_is_swept()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        await ApprovedAsync(parties.Editor, parties.Other, id, new { move = "offer", by = "provider", policy = Policy() });
        Api.Time.UtcNow = Api.Time.UtcNow.AddDays(31);

        var ended = await Api.Factory.Services.GetRequiredService<OverdueCommands>().SweepAsync(Stop);
        var again = await Api.Factory.Services.GetRequiredService<OverdueCommands>().SweepAsync(Stop);

        (ended >= 1, again).ShouldBe((true, 0));
        var swept = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations/{id}");
        (Text(swept, "state"), Text(swept, "reason"), Text(swept, "endedBy")).ShouldBe(("terminated", "timeout", "consumer"));
    }

    [Fact]
    public async Task Notices_a_move_that_was_changed_or_cut_off()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var begun = await StartAsync(parties, dataset);
        var id = Id(begun);
        await DoneAsync(MoveAsync(parties.Editor, id, new { move = "terminate", by = "provider" }));
        await ValidAsync(parties.Editor, id, moves: 2);

        var stale = await parties.Editor.GetJsonAsync($"/v1/data-negotiations/{id}/verification?head={Text(begun, "head")}");
        await ChangeAsync("UPDATE negotiation_move SET motivation = 'Other words.' WHERE sequence = 1 AND negotiation_id = '" + id + "'");
        var changed = await parties.Editor.GetJsonAsync($"/v1/data-negotiations/{id}/verification");

        (stale.GetProperty("valid").GetBoolean(), stale.GetProperty("brokenAt").GetInt32()).ShouldBe((false, 3));
        (changed.GetProperty("valid").GetBoolean(), changed.GetProperty("brokenAt").GetInt32()).ShouldBe((false, 1));
        await (await parties.Editor.GetAsync($"/v1/data-negotiations/{id}/verification?head=xyz", Stop)).RefusedAsync(400);
    }

    [Fact]
    public async Task Lets_the_database_refuse_to_change_a_move()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var id = Id(await StartAsync(parties, dataset));
        await using var context = await Api.ContextAsync();

        await Should.ThrowAsync<Exception>(context.NegotiationMoves.Where(m => m.NegotiationId == id).ExecuteDeleteAsync(Stop));
        await Should.ThrowAsync<Exception>(context.DataPolicies.ExecuteUpdateAsync(s => s.SetProperty(p => p.Json, "{}"), Stop));
    }

    [Fact]
    public async Task Shows_a_negotiation_to_its_consumer_and_to_editors_alone()
    {
        var (dataset, parties, stranger) = (await Given.DatasetAsync(), await PartiesAsync(), await Api.ClientAsync(Role.Reader));
        var id = Id(await StartAsync(parties, dataset));

        foreach (var knowing in new[] { parties.Consumer, parties.Second, parties.Editor, Admin })
            Id((await knowing.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}&state=requested&track=II&count=exact")).GetProperty("items")[0]).ShouldBe(id);
        (await stranger.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}")).GetProperty("items").GetArrayLength().ShouldBe(0);
        foreach (var path in new[] { "", "/moves/1", "/diff", "/verification" }) await (await stranger.GetAsync($"/v1/data-negotiations/{id}{path}", Stop)).RefusedAsync(404);
        await (await MoveAsync(stranger, id, new { move = "terminate", by = "consumer" })).RefusedAsync(404);
        await (await DecideAsync(stranger, id, 1)).RefusedAsync(404);
        await (await MoveAsync(parties.Consumer, id, new { move = "terminate", by = "provider" })).RefusedAsync(403);
        await (await MoveAsync(parties.Editor, id, new { move = "terminate", by = "consumer" })).RefusedAsync(403);
        await (await Anonymous.GetAsync("/v1/data-negotiations", Stop)).RefusedAsync(401);
        await (await Anonymous.GetAsync($"/v1/data-negotiations/{id}", Stop)).RefusedAsync(401);
        await (await Anonymous.PostAsJsonAsync("/v1/data-negotiations", Asking(dataset, Policy()), Stop)).RefusedAsync(401);
    }

    [Fact]
    public async Task Begins_and_moves_once_for_each_idempotency_key()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());

        async Task<HttpResponseMessage> SendAsync(HttpClient by, string path, object body, string key)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body), Headers = { { "Idempotency-Key", key } } };
            return await by.SendAsync(request, Stop);
        }

        var one = await DoneAsync(SendAsync(parties.Consumer, "/v1/data-negotiations", Asking(dataset, Policy()), "start-" + dataset), HttpStatusCode.Created);
        var other = await DoneAsync(SendAsync(parties.Consumer, "/v1/data-negotiations", Asking(dataset, Policy()), "start-" + dataset), HttpStatusCode.Created);
        var move = $"/v1/data-negotiations/{Id(one)}/moves";
        await DoneAsync(SendAsync(parties.Editor, move, new { move = "offer", by = "provider", policy = Policy() }, "offer-" + dataset), HttpStatusCode.Accepted);
        var asked = await DoneAsync(SendAsync(parties.Editor, move, new { move = "offer", by = "provider", policy = Policy() }, "offer-" + dataset), HttpStatusCode.Accepted);

        Id(other).ShouldBe(Id(one));
        asked.GetProperty("approvals").GetArrayLength().ShouldBe(1);
        (await parties.Consumer.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}&count=exact")).GetProperty("total").GetInt64().ShouldBe(1);
    }

    [Fact]
    public async Task Pages_through_negotiations_in_one_order()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        string[] ids = [Id(await StartAsync(parties, dataset)), Id(await StartAsync(parties, dataset)), Id(await StartAsync(parties, dataset))];

        var first = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}&limit=2");
        var second = await parties.Consumer.GetJsonAsync($"/v1/data-negotiations?dataset={dataset}&limit=2&cursor={Text(first, "next")}");

        first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(Id).ShouldBe(ids);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Tells_the_public_how_requests_are_answered_and_nothing_where_there_were_none()
    {
        var (dataset, parties) = (await Given.DatasetAsync(), await PartiesAsync());
        var none = await Anonymous.GetJsonAsync($"/v1/data-negotiations/statistics?dataset={dataset}");
        await AgreedAsync(parties, dataset);
        await DoneAsync(MoveAsync(parties.Editor, Id(await StartAsync(parties, dataset)), new { move = "terminate", by = "provider" }));
        await DoneAsync(MoveAsync(parties.Consumer, Id(await StartAsync(parties, dataset)), new { move = "terminate", by = "consumer" }));
        await StartAsync(parties, dataset);

        var some = await Anonymous.GetJsonAsync($"/v1/data-negotiations/statistics?dataset={dataset}");

        none.GetProperty("requests").GetInt32().ShouldBe(0);
        (Text(none.GetProperty("acceptance"), "status"), none.GetProperty("acceptance").GetProperty("rate").ValueKind).ShouldBe(("notAssessable", JsonValueKind.Null));
        (Text(none.GetProperty("times"), "status"), none.GetProperty("times").GetProperty("medianDays").ValueKind).ShouldBe(("notAssessable", JsonValueKind.Null));
        new[] { "requests", "agreed", "refused", "withdrawn", "pending", "timedOut" }.Select(n => some.GetProperty(n).GetInt32()).ShouldBe([4, 1, 1, 1, 1, 0]);
        some.GetProperty("acceptance").GetProperty("rate").GetDouble().ShouldBe(0.5);
        // Wilson (1927) for 1 of 2.
        some.GetProperty("acceptance").GetProperty("lower").GetDouble().ShouldBe(0.0945, 0.0001);
        some.GetProperty("acceptance").GetProperty("upper").GetDouble().ShouldBe(0.9055, 0.0001);
        some.GetProperty("times").GetProperty("answered").GetInt32().ShouldBe(2);
        some.ToString().ShouldNotContain("Flood centre");
        await (await Anonymous.GetAsync($"/v1/data-negotiations/statistics?dataset={await Given.DatasetAsync("confidential")}", Stop)).RefusedAsync(404);
    }

    private static async Task ValidAsync(HttpClient by, string id, int moves)
    {
        var chain = await by.GetJsonAsync($"/v1/data-negotiations/{id}/verification");
        (chain.GetProperty("valid").GetBoolean(), chain.GetProperty("moves").GetInt32()).ShouldBe((true, moves));
    }

    /// <summary>As somebody who owns the database may do, whatever its triggers say.</summary>
    private async Task ChangeAsync(string sql)
    {
        await using var context = await Api.ContextAsync();
        var isPostgres = context.Database.ProviderName?.Contains("Npgsql", StringComparison.Ordinal) == true;
        await context.Database.ExecuteSqlRawAsync(isPostgres ? "ALTER TABLE negotiation_move DISABLE TRIGGER ALL" : "DROP TRIGGER negotiation_move_no_update", Stop);
        await context.Database.ExecuteSqlRawAsync(sql, Stop);
        await context.Database.ExecuteSqlRawAsync(isPostgres
            ? "ALTER TABLE negotiation_move ENABLE TRIGGER ALL"
            : "CREATE TRIGGER negotiation_move_no_update BEFORE UPDATE ON negotiation_move BEGIN SELECT RAISE(ABORT, 'rows of negotiation_move are never changed or deleted'); END", Stop);
    }

    public sealed class OnSqlite(UnsweptSqliteApi api) : NegotiationTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : NegotiationTests(api), IClassFixture<UnsweptPostgresApi>;
}
