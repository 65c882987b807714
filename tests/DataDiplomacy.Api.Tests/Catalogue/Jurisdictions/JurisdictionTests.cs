using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Jurisdictions;

/// <summary>Under which law data are, since when, and contested by whom.</summary>
public abstract class JurisdictionTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Tells_under_which_law_since_when_and_contested_by_whom()
    {
        var (dataset, agent, other) = (await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var path = $"/v1/datasets/{dataset}/jurisdictions";
        var fact = await Admin.CreatedAsync(path, Of(agent, from: "2025-01-01", place: "KEN"));
        var dispute = await Admin.CreatedAsync($"{path}/{fact.Number("id")}/disputes", new { agent = other, claim = "Another law", citations = new[] { "https://example.org/letter" } });

        var read = (await Anonymous.ItemsAsync($"{path}?aspect=stored&validAt=2026-01-01")).Single();

        (read.Text("law"), read.Text("place"), read.Text("placeName"), read.Text("from"), read.Text("agent")).ShouldBe(("A data act", "404", "Kenya", "2025-01-01", agent));
        read.GetProperty("contested").GetBoolean().ShouldBeTrue();
        read.GetProperty("disputes")[0].GetRawText().ShouldBe(dispute.GetRawText());
        (dispute.Text("agent"), dispute.Text("status"), dispute.Text("claim")).ShouldBe((other, "open", "Another law"));
        (await Anonymous.ItemsAsync($"{path}?aspect=used")).ShouldBeEmpty();
        (await Anonymous.ItemsAsync($"{path}?validAt=2024-12-31")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_disputes_by_new_entries_and_answers_as_of_before()
    {
        var (dataset, agent, other) = (await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var path = $"/v1/datasets/{dataset}/jurisdictions";
        var fact = (await Admin.CreatedAsync(path, Of(agent))).Number("id");
        var undisputed = Tick();
        var dispute = (await Admin.CreatedAsync($"{path}/{fact}/disputes", new { agent = other, claim = "c" })).Number("id");
        var disputed = Tick();
        var tag = (await Anonymous.GetAsync(path, Stop)).Headers.ETag;

        (await (await Admin.PostAsJsonAsync($"{path}/disputes/{dispute}/end", new { status = "open", outcome = "o" }, Stop)).RefusedAsync(400)).Errors.ShouldContainKey("status");
        var ended = await Admin.CreatedAsync($"{path}/disputes/{dispute}/end", new { status = "settled", outcome = "By an award" });

        (await Anonymous.GetAsync(path, Stop)).Headers.ETag.ShouldNotBe(tag);
        (await DisputesAsync("")).ShouldBe(["settled By an award"]);
        (await DisputesAsync($"?asOf={disputed}")).ShouldBe(["open "]);
        (await DisputesAsync($"?asOf={undisputed}")).ShouldBeEmpty();
        (await Anonymous.ItemsAsync(path)).Single().GetProperty("contested").GetBoolean().ShouldBeFalse();
        await (await Admin.PostAsJsonAsync($"{path}/disputes/{dispute}/end", new { status = "withdrawn", outcome = "o" }, Stop)).RefusedAsync(422);
        (await (await Admin.PostAsJsonAsync($"{path}/disputes/{ended.Number("id")}/end", new { status = "withdrawn", outcome = "o" }, Stop)).RefusedAsync(422)).Detail.ShouldContain("settled already");
        await (await Admin.PostAsJsonAsync($"{path}/disputes/999999/end", new { status = "settled", outcome = "o" }, Stop)).RefusedAsync(404);

        async Task<IReadOnlyList<string>> DisputesAsync(string query) =>
            [.. (await Anonymous.ItemsAsync(path + query)).Single().GetProperty("disputes").EnumerateArray().Select(d => $"{d.Text("status")} {d.Text("outcome")}")];
    }

    [Fact]
    public async Task Ends_and_replaces_facts_by_new_ones_with_which_disputes_go_on()
    {
        var (dataset, agent, other) = (await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var path = $"/v1/datasets/{dataset}/jurisdictions";
        var first = (await Admin.CreatedAsync(path, Of(agent, from: "2020-01-01"))).Number("id");
        await Admin.CreatedAsync($"{path}/{first}/disputes", new { agent = other, claim = "c" });
        var then = Tick();

        (await (await Admin.PostAsJsonAsync(path, Of(other, replaces: first), Stop)).RefusedAsync(422)).Detail.ShouldContain("only the same agent");
        var second = (await Admin.CreatedAsync(path, Of(agent, from: "2021-01-01", replaces: first))).Number("id");
        (await (await Admin.PostAsJsonAsync($"{path}/{second}/end", new { to = "2020-12-31" }, Stop)).RefusedAsync(400)).Errors.ShouldContainKey("to");
        var third = await Admin.CreatedAsync($"{path}/{second}/end", new { to = "2024-12-31" });

        var held = (await Anonymous.ItemsAsync(path)).Single();
        (held.Number("id"), held.Text("from"), held.Text("to"), held.GetProperty("disputes").GetArrayLength()).ShouldBe((third.Number("id"), "2021-01-01", "2024-12-31", 1));
        (await Anonymous.ItemsAsync($"{path}?validAt=2025-01-01")).ShouldBeEmpty();
        (await Anonymous.ItemsAsync($"{path}?validAt=2020-06-01&asOf={then}")).Single().Number("id").ShouldBe(first);
        await (await Admin.PostAsJsonAsync($"{path}/{first}/end", new { to = "2024-12-31" }, Stop)).RefusedAsync(422);
        await (await Admin.PostAsJsonAsync($"{path}/{first}/disputes", new { agent = other, claim = "c" }, Stop)).RefusedAsync(422);
        await (await Admin.PostAsJsonAsync($"{path}/999999/end", new { }, Stop)).RefusedAsync(404);
        await Admin.CreatedAsync($"{path}/{third.Number("id")}/end", new { note = "It never was" });
        (await Anonymous.ItemsAsync(path)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("agent", "\"nobody\"", "no agent 'nobody'")]
    [InlineData("place", "\"ZZZ\"", "no code of an area")]
    [InlineData("version", "9", "no version 9")]
    [InlineData("lawUrl", "\"the gazette\"", "no address")]
    [InlineData("to", "\"2019-01-01\"", "not before from")]
    [InlineData("replaces", "999999", "no fact of jurisdiction 999999")]
    public async Task Refuses_what_cannot_be_so(string field, string value, string why)
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        var fields = new Dictionary<string, string> { ["agent"] = $"\"{agent}\"", ["aspect"] = "\"stored\"", ["place"] = "\"404\"", ["law"] = "\"l\"", ["basis"] = "\"b\"", ["from"] = "\"2020-01-01\"", [field] = value };

        var refusal = await (await Admin.PostTextAsync($"/v1/datasets/{dataset}/jurisdictions", $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}")).RefusedAsync(400);

        refusal.Errors[field].ShouldContain(m => m.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_a_dispute_with_oneself_of_nobody_and_over_nothing()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        var path = $"/v1/datasets/{dataset}/jurisdictions";
        var fact = (await Admin.CreatedAsync(path, Of(agent))).Number("id");

        (await (await Admin.PostAsJsonAsync($"{path}/{fact}/disputes", new { agent, claim = "c" }, Stop)).RefusedAsync(422)).Detail.ShouldContain("states fact");
        (await (await Admin.PostAsJsonAsync($"{path}/{fact}/disputes", new { agent = "nobody", claim = "c" }, Stop)).RefusedAsync(400)).Errors.ShouldContainKey("agent");
        (await (await Admin.PostAsJsonAsync($"{path}/{fact}/disputes", new { agent = "nobody", claim = "" }, Stop)).RefusedAsync(400)).Errors.ShouldContainKey("claim");
        await (await Admin.PostAsJsonAsync($"{path}/999999/disputes", new { agent, claim = "c" }, Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Hides_facts_of_hidden_data_sets_and_what_hidden_agents_state_or_dispute()
    {
        var (hidden, open, agent, person) = (await Given.DatasetAsync("confidential"), await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync("internal", "person"));
        await Admin.CreatedAsync($"/v1/datasets/{hidden}/jurisdictions", Of(agent));
        await Admin.CreatedAsync($"/v1/datasets/{open}/jurisdictions", Of(person));
        var fact = (await Admin.CreatedAsync($"/v1/datasets/{open}/jurisdictions", Of(agent))).Number("id");
        await Admin.CreatedAsync($"/v1/datasets/{open}/jurisdictions/{fact}/disputes", new { agent = person, claim = "c" });

        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/jurisdictions", Stop)).RefusedAsync(404);
        var seen = (await Anonymous.ItemsAsync($"/v1/datasets/{open}/jurisdictions")).Single();
        (seen.Number("id"), seen.GetProperty("contested").GetBoolean(), seen.GetProperty("disputes").GetArrayLength()).ShouldBe((fact, false, 0));
        (await Admin.ItemsAsync($"/v1/datasets/{open}/jurisdictions")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Stands_in_the_lineage_with_its_dispute_and_is_never_changed()
    {
        var (dataset, agent, other) = (await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var path = $"/v1/datasets/{dataset}/jurisdictions";
        var fact = (await Admin.CreatedAsync(path, Of(agent))).Number("id");
        var dispute = (await Admin.CreatedAsync($"{path}/{fact}/disputes", new { agent = other, claim = "c" })).Number("id");

        var upstream = (await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString($"v1/datasets/{dataset}/disputes/{dispute}")}")).Reached();

        upstream.ShouldContain($"datasets/{dataset}/jurisdictions/{fact}");
        upstream.ShouldContain($"agents/{other}");
        upstream.ShouldContain($"datasets/{dataset}");
        await using var context = await Api.ContextAsync();
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("UPDATE jurisdiction_fact SET law = 'x'", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM jurisdiction_fact", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("UPDATE jurisdiction_dispute SET claim = 'x'", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM jurisdiction_dispute", Stop));
    }

    [Fact]
    public async Task Answers_the_same_through_GraphQL()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/jurisdictions", Of(agent));
        var query = $$"""{ jurisdictions(dataset: "{{dataset}}", aspect: STORED) { totalCount nodes { law place contested disputes { id } } } none: jurisdictions(dataset: "nothing") { totalCount } }""";

        var answer = (await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>()).GetProperty("data");

        answer.GetProperty("jurisdictions").GetRawText().ShouldBe("""{"totalCount":1,"nodes":[{"law":"A data act","place":"404","contested":false,"disputes":[]}]}""");
        answer.GetProperty("none").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static object Of(string agent, string? from = null, string place = "404", long? replaces = null) =>
        new { agent, aspect = "stored", place, law = "A data act", basis = "The servers stand there", from, replaces };

    /// <summary>The instant, after which time goes on.</summary>
    private string Tick()
    {
        Api.Time.UtcNow += TimeSpan.FromMinutes(2);
        return (Api.Time.UtcNow - TimeSpan.FromMinutes(1)).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
    }

    public sealed class OnSqlite(SqliteApi api) : JurisdictionTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : JurisdictionTests(api), IClassFixture<PostgresApi>;
}
