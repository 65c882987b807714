using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Agents;

/// <summary>Agents in the lineages of what they have to do with, for those who may know of them, and through GraphQL.</summary>
public abstract class AgentLineageTests(ApiFixture api) : AgentDoorTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n";

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

    private static IReadOnlyList<string> Labels(JsonElement lineage) => [.. lineage.GetProperty("nodes").EnumerateArray().Select(n => Text(n, "label"))];

    /// <summary>Attributions and delegations among registered agents and the data set, without what all IRIs begin with.</summary>
    private static IReadOnlyList<string> Edges(JsonElement lineage) =>
    [
        .. lineage.GetProperty("edges").EnumerateArray().Where(e => Text(e, "relation") is "wasAttributedTo" or "actedOnBehalfOf")
            .Select(e => $"{Short(Text(e, "from"))} {Short(Text(e, "to"))} {Text(e, "role")}").Order(StringComparer.Ordinal),
    ];

    private static string Short(string iri) => iri.Split("/v1/")[1].Replace("datasets/", "").Replace("agents/", "");

    public sealed class OnSqlite(SqliteApi api) : AgentLineageTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AgentLineageTests(api), IClassFixture<PostgresApi>;
}
