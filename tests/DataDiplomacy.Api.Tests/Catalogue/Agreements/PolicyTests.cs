using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agreements;

/// <summary>Policies: what follows from them, and data sets that are offered under them.</summary>
public abstract class PolicyTests(ApiFixture api) : AgreementDoorTests(api)
{
    [Theory]
    [InlineData("""{ "action": "use", "purpose": "flood-warning", "at": "2026-06-01" }""", "permit", "active")]
    [InlineData("""{ "action": "use", "purpose": "marketing", "at": "2026-06-01" }""", "deny", "inactive")]
    [InlineData("""{ "action": "use", "at": "2026-06-01" }""", "deny", "unknown")]
    [InlineData("""{ "action": "use", "purpose": "flood-warning", "at": "2028-01-01T00:00:00Z" }""", "deny", "inactive")]
    [InlineData("""{ "action": "use", "purposes": ["flood-warning", "marketing"], "at": "2026-06-01" }""", "deny", "unknown")]
    [InlineData("""{ "action": "sell", "purpose": "flood-warning", "at": "2026-06-01" }""", "deny", "inactive")]
    public async Task Permits_what_is_surely_permitted_and_says_why(string request, string decision, string state)
    {
        var answer = await DoneAsync(EvaluateAsync(Policy(until: "2027-12-31T00:00:00Z"), request));

        (Text(answer, "decision"), Text(answer, "state")).ShouldBe((decision, state));
        Text(answer.GetProperty("because")[0], "sentence").ShouldNotBeNullOrEmpty();
        answer.GetProperty("rules")[0].GetProperty("premises").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Takes_the_time_of_the_server_when_the_request_says_none()
    {
        var ended = Policy(until: "2025-12-31T00:00:00Z");

        var answer = await DoneAsync(EvaluateAsync(ended, """{ "action": "use", "purpose": "flood-warning" }"""));

        Text(answer, "decision").ShouldBe("deny");
        answer.GetProperty("at").GetDateTime().ShouldBe(Api.Time.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Tells_what_is_still_to_be_done_and_what_the_world_says_is_done()
    {
        var policy = Policy(duty: "attribute");
        var before = await DoneAsync(EvaluateAsync(policy, """{ "action": "use", "purpose": "flood-warning" }"""));
        var duty = Text(before.GetProperty("outstanding")[0], "rule").ShouldNotBeNull();

        var after = await DoneAsync(EvaluateAsync(policy, """{ "action": "use", "purpose": "flood-warning" }""", $$"""{ "fulfilled": ["{{duty}}"] }"""));

        before.GetProperty("outstanding")[0].GetProperty("actions")[0].GetString().ShouldBe("attribute");
        after.GetProperty("outstanding").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Knows_a_policy_by_what_it_says_and_not_by_its_json()
    {
        var one = await DoneAsync(EvaluateAsync(Policy(), """{ "action": "use" }"""));
        var other = JsonNode.Parse("""
            { "odrl:permission": { "odrl:constraint": { "odrl:rightOperand": { "@value": "flood-warning" }, "odrl:operator": { "@id": "odrl:eq" }, "odrl:leftOperand": { "@id": "odrl:purpose" } }, "odrl:action": { "@id": "odrl:use" } },
              "uid": "urn:test:terms", "@type": "odrl:Offer" }
            """);

        var answer = await DoneAsync(EvaluateAsync(other!.AsObject(), """{ "action": "use" }"""));

        Text(answer, "policySha256").ShouldBe(Text(one, "policySha256"));
    }

    [Theory]
    [InlineData("""{ "policy": {}, "request": { "action": "use" } }""", "policy")]
    [InlineData("""{ "policy": { "@id": "urn:x", "permission": [ { "action": 5 } ] }, "request": { "action": "use" } }""", "policy/permission/0/action")]
    [InlineData("""{ "policy": { "@id": "urn:x", "@id": "urn:y", "permission": [] }, "request": { "action": "use" } }""", "policy")]
    [InlineData("""{ "policy": "none", "request": { "action": "use" } }""", "policy")]
    [InlineData("""{ "policy": null, "request": { "action": "use" } }""", "policy")]
    [InlineData("""{ "policy": { "@id": "urn:x" }, "request": null }""", "request")]
    [InlineData("""{ "policy": { "@id": "urn:x" }, "request": { "action": "" } }""", "request.action")]
    [InlineData("""{ "policy": { "@id": "urn:x" }, "request": { "action": "use", "at": "tomorrow" } }""", "request.at")]
    [InlineData("""{ "policy": { "@id": "urn:x" }, "request": { "action": "use", "values": { "event": null } } }""", "request")]
    [InlineData("""{ "policy": { "@id": "urn:x" }, "request": { "action": "use" }, "world": { "broader": { "a": [ null ] } } }""", "world")]
    public async Task Refuses_what_cannot_be_read_and_names_the_place(string body, string field)
    {
        var refusal = await (await Anonymous.PostAsync("/v1/policies/evaluate", new StringContent(body, Encoding.UTF8, "application/json"), Stop)).RefusedAsync(400);

        refusal.Type.ShouldBe("invalid-request");
        refusal.Errors.Keys.ShouldContain(k => k.StartsWith(field, StringComparison.Ordinal), string.Join(", ", refusal.Errors.Select(e => e.Key + " " + e.Value[0])));
    }

    [Fact]
    public async Task Refuses_a_policy_that_is_too_deep_or_too_long()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"and\":[", 40)) + string.Concat(Enumerable.Repeat("]}", 40));
        var tooDeep = $$"""{ "policy": { "@id": "urn:x", "permission": [ { "action": "use", "constraint": [ {{deep}} ] } ] }, "request": { "action": "use" } }""";
        var tooLong = $$"""{ "policy": { "@id": "urn:x", "note": "{{new string('x', 300_000)}}" }, "request": { "action": "use" } }""";

        await (await Anonymous.PostAsync("/v1/policies/evaluate", new StringContent(tooDeep, Encoding.UTF8, "application/json"), Stop)).RefusedAsync(400);
        (await (await Anonymous.PostAsync("/v1/policies/evaluate", new StringContent(tooLong, Encoding.UTF8, "application/json"), Stop)).RefusedAsync(400)).Detail.ShouldContain("262144");
    }

    [Fact]
    public async Task Offers_a_data_set_under_terms_that_anyone_who_sees_it_can_read()
    {
        var dataset = await Given.DatasetAsync();

        var offer = await DoneAsync(Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop), HttpStatusCode.Created);
        var again = await DoneAsync(Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop));
        await DoneAsync(Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy("research") }, Stop), HttpStatusCode.Created);
        var page = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/offers?limit=1");
        var next = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/offers?limit=1&cursor={Text(page, "next")}");

        Id(again).ShouldBe(Id(offer));
        Id(page.GetProperty("items")[0]).ShouldBe(Id(offer));
        page.GetProperty("items")[0].GetProperty("policy").GetProperty("target").GetString().ShouldBe($"{Base}v1/datasets/{dataset}");
        next.GetProperty("items").GetArrayLength().ShouldBe(1);
        next.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Hides_the_offers_of_a_data_set_that_the_caller_may_not_see()
    {
        var dataset = await Given.DatasetAsync("confidential");
        await DoneAsync(Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop), HttpStatusCode.Created);

        await (await Anonymous.GetAsync($"/v1/datasets/{dataset}/offers", Stop)).RefusedAsync(404);
        await (await (await PartiesAsync()).Consumer.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop)).RefusedAsync(403);
    }

    [Theory]
    [InlineData("""{ "@type": "Offer", "@id": "urn:x" }""")]
    [InlineData("""{ "@type": "Offer", "@id": "urn:x", "target": "https://example.org/another", "permission": [ { "action": "use" } ] }""")]
    [InlineData("""{ "@type": "Offer", "@id": "urn:x", "permission": [ { "action": "use", "target": "https://example.org/another" } ] }""")]
    [InlineData("""{ "@type": "Offer", "@id": "urn:x", "inheritFrom": "urn:y", "permission": [ { "action": "use" } ] }""")]
    public async Task Refuses_an_offer_without_rules_or_about_something_else(string policy)
    {
        var dataset = await Given.DatasetAsync();

        (await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = JsonNode.Parse(policy) }, Stop)).RefusedAsync(400)).Errors.Keys.ShouldAllBe(k => k.StartsWith("policy"));
    }

    [Fact]
    public async Task Keeps_a_data_set_that_is_offered()
    {
        var dataset = await Given.DatasetAsync();
        await DoneAsync(Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop), HttpStatusCode.Created);
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"/v1/datasets/{dataset}") { Headers = { { "If-Match", "*" } } };

        (await (await Admin.SendAsync(request, Stop)).RefusedAsync(422)).Type.ShouldBe("rule-broken");
    }

    [Fact]
    public async Task Changes_the_tag_of_the_offers_with_each_of_them()
    {
        var dataset = await Given.DatasetAsync();
        var before = (await Anonymous.GetAsync($"/v1/datasets/{dataset}/offers", Stop)).Headers.ETag;

        await DoneAsync(Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = Policy() }, Stop), HttpStatusCode.Created);

        (await Anonymous.GetAsync($"/v1/datasets/{dataset}/offers", Stop)).Headers.ETag.ShouldNotBe(before);
    }

    private Task<HttpResponseMessage> EvaluateAsync(JsonObject policy, string request, string? world = null) => Anonymous.PostAsJsonAsync(
        "/v1/policies/evaluate", new { policy, request = JsonNode.Parse(request), world = world is null ? null : JsonNode.Parse(world) }, Stop);

    public sealed class OnSqlite(UnsweptSqliteApi api) : PolicyTests(api), IClassFixture<UnsweptSqliteApi>;

    public sealed class OnPostgres(UnsweptPostgresApi api) : PolicyTests(api), IClassFixture<UnsweptPostgresApi>;
}
