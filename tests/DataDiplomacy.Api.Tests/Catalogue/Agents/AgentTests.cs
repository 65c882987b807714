using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Agents;

/// <summary>Who is what to data sets, since when, and who may know of it.</summary>
public abstract class AgentTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n";

    private static int _count;

    [Fact]
    public async Task Registers_an_agent_with_its_country_by_any_code()
    {
        var id = await AgentAsync(new { kind = "state", country = "KEN", track = "trackI", scienceDiplomacy = "diplomacyForScience" });

        var agent = await Anonymous.GetJsonAsync($"/v1/agents/{id}");

        (Text(agent, "kind"), Text(agent, "country"), Text(agent, "track"), Text(agent, "scienceDiplomacy"), Text(agent, "handling")).ShouldBe(("state", "404", "trackI", "diplomacyForScience", "public"));
        agent.GetProperty("actsFor").GetArrayLength().ShouldBe(0);
        (await Items($"/v1/agents?q={id}&kind=state")).Select(a => Text(a, "id")).ShouldBe([id]);
        (await Items($"/v1/agents?q={id}&kind=ngo")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"id":"x y","kind":"ngo","name":"n"}""", "lower-case slug")]
    [InlineData("""{"id":"xy","kind":"person","name":"n"}""", "A person needs handling")]
    [InlineData("""{"id":"xy","kind":"state","name":"n","country":"ZZZ"}""", "no code of a country")]
    [InlineData("""{"id":"xy","kind":"king","name":"n"}""", "allowed names")]
    public async Task Refuses_an_agent_that_is_not_valid_and_says_why(string body, string why)
    {
        var response = await Admin.PostAsync("/v1/agents", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Stop);

        (await response.RefusedAsync(400)).Detail.ShouldContain(why);
    }

    [Fact]
    public async Task Refuses_an_id_that_is_taken_and_a_change_without_the_tag()
    {
        var id = await AgentAsync(new { kind = "ngo" });

        (await (await Admin.PostAsJsonAsync("/v1/agents", new { id, kind = "ngo", name = "n" }, Stop)).RefusedAsync(409)).Type.ShouldBe("already-exists");
        (await (await PutAsync(id, null, new { kind = "ngo", name = "n" })).RefusedAsync(428)).Type.ShouldBe("precondition-required");
        (await (await PutAsync(id, "\"r7\"", new { kind = "ngo", name = "n" })).RefusedAsync(412)).Type.ShouldBe("precondition-failed");
        (await PutAsync(id, "\"r1\"", new { kind = "ngo", name = "Renamed" })).StatusCode.ShouldBe(HttpStatusCode.OK);
        Text(await Anonymous.GetJsonAsync($"/v1/agents/{id}"), "name").ShouldBe("Renamed");
    }

    [Fact]
    public async Task Shows_a_person_to_keys_alone_in_lists_roles_and_lineages()
    {
        var (dataset, person) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "person", name = "Jane Doe", handling = "internal" }));
        await Given.ImportAsync(dataset, File);
        await RoleAsync(dataset, new { agent = person, role = "manager" });
        var reader = await Api.ClientAsync(Role.Reader);

        await (await Anonymous.GetAsync($"/v1/agents/{person}", Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync($"/v1/agents/{person}/roles", Stop)).RefusedAsync(404);
        (await Anonymous.GetStringAsync($"/v1/agents?limit=1000", Stop)).ShouldNotContain(person);
        (await Items($"/v1/datasets/{dataset}/roles")).ShouldBeEmpty();
        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1");
        lineage.GetRawText().ShouldNotContain(person);
        lineage.GetRawText().ShouldNotContain("Jane Doe");
        await (await Anonymous.GetAsync($"/v1/provenance/{Uri.EscapeDataString($"v1/agents/{person}")}", Stop)).RefusedAsync(404);

        Text((await reader.GetJsonAsync($"/v1/datasets/{dataset}/roles")).GetProperty("items")[0], "agentName").ShouldBe("Jane Doe");
        Labels(await reader.GetJsonAsync($"/v1/provenance/{dataset}@1")).ShouldContain("Jane Doe");
    }

    [Fact]
    public async Task Hides_an_agent_everywhere_once_its_label_says_so()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "person", name = "Known", handling = "public" }));
        await Given.ImportAsync(dataset, File);
        await RoleAsync(dataset, new { agent, role = "owner" });
        var before = Api.Time.GetUtcNow();
        Labels(await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).ShouldContain("Known");
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);

        (await PutAsync(agent, "*", new { kind = "person", name = "Known", handling = "confidential" })).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await Items($"/v1/datasets/{dataset}/roles")).ShouldBeEmpty();
        Labels(await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).ShouldNotContain("Known");
        Labels(await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?asOf={before:yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldNotContain("Known");
        Labels(await Admin.GetJsonAsync($"/v1/provenance/{dataset}@1")).ShouldContain("Known");
    }

    [Fact]
    public async Task Tells_who_held_a_role_on_a_day_and_what_was_recorded_by_an_instant()
    {
        var (dataset, first, second) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "igo" }), await AgentAsync(new { kind = "state" }));
        var role = await RoleAsync(dataset, new { agent = first, role = "owner", from = "2020-01-01" });
        var between = Api.Time.GetUtcNow();
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);

        var end = await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/{role}/end", new { to = "2024-12-31", note = "Handed over" }, Stop);
        await RoleAsync(dataset, new { agent = second, role = "owner", from = "2025-01-01" });

        end.StatusCode.ShouldBe(HttpStatusCode.Created);
        (await end.ReadAsync<JsonElement>()).GetProperty("replaces").GetInt64().ShouldBe(role);
        (await OwnersAsync("")).ShouldBe([$"{first} 2020-01-01 2024-12-31", $"{second} 2025-01-01 "]);
        (await OwnersAsync("?validAt=2024-12-31")).ShouldBe([$"{first} 2020-01-01 2024-12-31"]);
        (await OwnersAsync("?validAt=2025-01-01")).ShouldBe([$"{second} 2025-01-01 "]);
        (await OwnersAsync("?validAt=2019-12-31")).ShouldBeEmpty();
        (await OwnersAsync($"?validAt=2026-06-01&asOf={between:yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldBe([$"{first} 2020-01-01 "]);

        async Task<IReadOnlyList<string>> OwnersAsync(string query) =>
            [.. (await Items($"/v1/datasets/{dataset}/roles{query}")).Select(r => $"{Text(r, "agent")} {Text(r, "from")} {Text(r, "to")}")];
    }

    [Fact]
    public async Task Withdraws_a_role_that_never_was_and_refuses_to_end_what_was_replaced()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "ngo" }));
        var role = await RoleAsync(dataset, new { agent, role = "funder", from = "2024-01-01" });

        (await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/{role}/end", new { to = "2023-12-31" }, Stop)).RefusedAsync(400)).Errors.ShouldContainKey("to");
        var withdrawn = await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/{role}/end", new { note = "A mistake" }, Stop)).ReadAsync<JsonElement>();

        (await Items($"/v1/datasets/{dataset}/roles")).ShouldBeEmpty();
        (await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/{role}/end", new { to = "2025-01-01" }, Stop)).RefusedAsync(422)).Type.ShouldBe("rule-broken");
        await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/{withdrawn.GetProperty("id")}/end", new { to = "2025-01-01" }, Stop)).RefusedAsync(422);
        await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/999999/end", new { to = "2025-01-01" }, Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Refuses_a_role_twice_on_the_same_days_and_roles_of_nobody_or_nothing()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "ngo" }));
        await RoleAsync(dataset, new { agent, role = "processor", from = "2024-01-01", to = "2024-12-31" });

        (await (await SendAsync(new { agent, role = "processor", from = "2024-12-31" })).RefusedAsync(409)).Type.ShouldBe("already-exists");
        (await SendAsync(new { agent, role = "processor", from = "2025-01-01" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await SendAsync(new { agent, role = "generator", from = "2024-01-01" })).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await (await SendAsync(new { agent = "nobody", role = "owner" })).RefusedAsync(400)).Errors.ShouldContainKey("agent");
        (await (await SendAsync(new { agent, role = "owner", version = 1 })).RefusedAsync(400)).Errors.ShouldContainKey("version");
        (await (await SendAsync(new { agent, role = "owner", from = "2025-01-02", to = "2025-01-01" })).RefusedAsync(400)).Detail.ShouldContain("not before from");
        await (await Admin.PostAsJsonAsync("/v1/datasets/nothing/roles", new { agent, role = "owner" }, Stop)).RefusedAsync(404);

        Task<HttpResponseMessage> SendAsync(object body) => Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles", body, Stop);
    }

    [Fact]
    public async Task Shows_owner_and_subject_and_for_whom_they_act_in_the_lineage_of_a_version()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var (owner, subject, ministry) = (await AgentAsync(new { kind = "state" }), await AgentAsync(new { kind = "community" }), await AgentAsync(new { kind = "state" }));
        var role = await RoleAsync(dataset, new { agent = owner, role = "owner" });
        await RoleAsync(dataset, new { agent = subject, role = "subject", version = 1 });
        await DelegationAsync(owner, new { agent = ministry, from = "2024-01-01" });

        Edges(await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).ShouldBeSubsetOf(
            [$"{dataset} {owner} owner", $"{dataset}/versions/1 {subject} subject", $"{owner} {ministry} "]);
        Edges(await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).Count.ShouldBe(3);
        await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/roles/{role}/end", new { note = "A mistake" }, Stop);

        Edges(await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).ShouldBe([$"{dataset}/versions/1 {subject} subject"]);
    }

    [Fact]
    public async Task Tells_for_whom_an_agent_acts_by_both_clocks()
    {
        var (agent, first) = (await AgentAsync(new { kind = "academia" }), await AgentAsync(new { kind = "state" }));
        var fact = await DelegationAsync(agent, new { agent = first, from = "2024-01-01" });
        var before = Api.Time.GetUtcNow();
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);

        (await Admin.PostAsJsonAsync($"/v1/agents/{agent}/acts-for/{fact}/end", new { to = "2025-06-30" }, Stop)).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await LastDayAsync("")).ShouldBe("2025-06-30");
        (await LastDayAsync("?validAt=2025-06-30")).ShouldBe("2025-06-30");
        (await LastDayAsync("?validAt=2025-07-01")).ShouldBeNull();
        (await LastDayAsync($"?validAt=2025-07-01&asOf={before:yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldBe("");
        (await (await Admin.PostAsJsonAsync($"/v1/agents/{agent}/acts-for", new { agent }, Stop)).RefusedAsync(400)).Detail.ShouldContain("itself");
        await (await Admin.PostAsJsonAsync($"/v1/agents/{agent}/acts-for/{fact}/end", new { to = "2026-06-30" }, Stop)).RefusedAsync(422);

        async Task<string?> LastDayAsync(string query) =>
            (await Anonymous.GetJsonAsync($"/v1/agents/{agent}{query}")).GetProperty("actsFor") is { } list && list.GetArrayLength() == 1 ? Text(list[0], "to") : null;
    }

    [Fact]
    public async Task Pages_the_roles_of_an_agent_in_one_state()
    {
        var agent = await AgentAsync(new { kind = "igo" });
        string[] datasets = [await Given.DatasetAsync(), await Given.DatasetAsync(), await Given.DatasetAsync()];
        foreach (var dataset in datasets) await RoleAsync(dataset, new { agent, role = "publisher" });

        var first = await Anonymous.GetJsonAsync($"/v1/agents/{agent}/roles?limit=2&count=exact");
        await RoleAsync(await Given.DatasetAsync(), new { agent, role = "publisher" });
        var second = await Anonymous.GetJsonAsync($"/v1/agents/{agent}/roles?limit=2&count=exact&cursor={Text(first, "next")}");

        first.GetProperty("total").GetInt64().ShouldBe(3);
        new[] { first, second }.SelectMany(p => p.GetProperty("items").EnumerateArray()).Select(r => Text(r, "dataset")).ShouldBe(datasets);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Changes_the_tag_of_roles_when_a_role_is_stated()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "ngo" }));
        var before = (await Anonymous.GetAsync($"/v1/datasets/{dataset}/roles", Stop)).Headers.ETag;

        await RoleAsync(dataset, new { agent, role = "owner" });

        (await Anonymous.GetAsync($"/v1/datasets/{dataset}/roles", Stop)).Headers.ETag.ShouldNotBe(before);
    }

    [Fact]
    public async Task Never_changes_or_deletes_a_fact()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await AgentAsync(new { kind = "ngo" }));
        await RoleAsync(dataset, new { agent, role = "owner" });
        await using var context = await Api.ContextAsync();

        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("UPDATE agent_role SET note = 'x'", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM agent_role", Stop));
        using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/v1/datasets/{dataset}");
        delete.Headers.TryAddWithoutValidation("If-Match", "*");
        (await (await Admin.SendAsync(delete, Stop)).RefusedAsync(422)).Type.ShouldBe("rule-broken");
    }

    [Fact]
    public async Task Answers_the_same_through_GraphQL()
    {
        var (agent, other) = (await AgentAsync(new { kind = "company", name = "A company" }), await AgentAsync(new { kind = "state", name = "A state" }));
        await DelegationAsync(agent, new { agent = other, from = "2024-01-01" });
        var query = $$"""{ agent(id: "{{agent}}") { kind actsFor { agentName from } } agents(q: "{{agent}}") { totalCount nodes { id } } agentNobody: agent(id: "nobody") { id } }""";

        var answer = (await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>()).GetProperty("data");

        answer.GetProperty("agent").GetRawText().ShouldBe("""{"kind":"COMPANY","actsFor":[{"agentName":"A state","from":"2024-01-01"}]}""");
        answer.GetProperty("agents").GetRawText().ShouldBe($$"""{"totalCount":1,"nodes":[{"id":"{{agent}}"}]}""");
        answer.GetProperty("agentNobody").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Gives_the_roles_of_each_data_set_of_a_list_through_GraphQL()
    {
        var (agent, one, other) = (await AgentAsync(new { kind = "ngo", name = "A body" }), await Given.DatasetAsync(title: "Roles of many"), await Given.DatasetAsync(title: "Roles of many"));
        await RoleAsync(one, new { agent, role = "owner", from = "2024-01-01" });
        await RoleAsync(one, new { agent, role = "funder", to = "2023-12-31" });
        const string query = """{ datasets(q: "Roles of many") { nodes { id roles(validAt: "2024-06-01") { agentName role from } } } }""";

        var nodes = (await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>()).GetProperty("data").GetProperty("datasets").GetProperty("nodes");

        nodes.EnumerateArray().Single(n => Text(n, "id") == one).GetProperty("roles").GetRawText().ShouldBe("""[{"agentName":"A body","role":"OWNER","from":"2024-01-01"}]""");
        nodes.EnumerateArray().Single(n => Text(n, "id") == other).GetProperty("roles").GetArrayLength().ShouldBe(0);
    }

    private async Task<string> AgentAsync(object description)
    {
        var id = $"agent-{Interlocked.Increment(ref _count)}-{Guid.NewGuid():N}"[..24];
        var body = JsonSerializer.SerializeToNode(description)!.AsObject(); // An object is never null as a node.
        (body["id"], body["name"]) = (id, (string?)body["name"] ?? "An agent of a test");
        await CreatedAsync("/v1/agents", body);
        return id;
    }

    private async Task<long> RoleAsync(string dataset, object role) => (await CreatedAsync($"/v1/datasets/{dataset}/roles", role)).GetProperty("id").GetInt64();

    private async Task<long> DelegationAsync(string agent, object delegation) => (await CreatedAsync($"/v1/agents/{agent}/acts-for", delegation)).GetProperty("id").GetInt64();

    private async Task<JsonElement> CreatedAsync(string path, object body)
    {
        var response = await Admin.PostAsJsonAsync(path, body, Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
        return await response.ReadAsync<JsonElement>();
    }

    private async Task<HttpResponseMessage> PutAsync(string id, string? tag, object description)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/agents/{id}") { Content = JsonContent.Create(description) };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Admin.SendAsync(request, Stop);
    }

    private async Task<IReadOnlyList<JsonElement>> Items(string path) => [.. (await Anonymous.GetJsonAsync(path)).GetProperty("items").EnumerateArray()];

    /// <summary>The text of a property, empty where it is null.</summary>
    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";

    private static IReadOnlyList<string> Labels(JsonElement lineage) => [.. lineage.GetProperty("nodes").EnumerateArray().Select(n => Text(n, "label"))];

    /// <summary>Attributions and delegations among registered agents and the data set, without what all IRIs begin with.</summary>
    private static IReadOnlyList<string> Edges(JsonElement lineage) =>
    [
        .. lineage.GetProperty("edges").EnumerateArray().Where(e => Text(e, "relation") is "wasAttributedTo" or "actedOnBehalfOf")
            .Select(e => $"{Short(Text(e, "from"))} {Short(Text(e, "to"))} {Text(e, "role")}").Order(StringComparer.Ordinal),
    ];

    private static string Short(string iri) => iri.Split("/v1/")[1].Replace("datasets/", "").Replace("agents/", "");

    public sealed class OnSqlite(SqliteApi api) : AgentTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AgentTests(api), IClassFixture<PostgresApi>;
}
