using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Agents;

/// <summary>Who is what to data sets, since when, and who may know of it.</summary>
public abstract class AgentTests(ApiFixture api) : AgentDoorTests(api)
{
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

    public sealed class OnSqlite(SqliteApi api) : AgentTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AgentTests(api), IClassFixture<PostgresApi>;
}
