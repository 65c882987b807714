using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Impacts;

/// <summary>What agents say that data did, and how that stands by what others say of it.</summary>
public abstract class ImpactTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nIMPACT_S,404,2010,1\n";

    [Fact]
    public async Task States_an_impact_with_all_there_is_to_say()
    {
        var (dataset, agent, record) = (await SetAsync(), await Admin.AgentAsync(), await Given.EvidenceAsync("Minutes of a board"));
        var use = (await Admin.CreatedAsync($"/v1/datasets/{dataset}/uses", new { agent, purpose = "policyMaking", description = "d" })).Number("id");

        var impact = await Admin.CreatedAsync($"/v1/datasets/{dataset}/impacts", new
        {
            agent,
            version = 1,
            use,
            direction = "advantage",
            level = "institution",
            affected = new[] { "academia", "public" },
            severity = "moderate",
            likelihood = "high",
            effect = "accelerated",
            text = "Two schools were moved",
            language = "en",
            citations = new[] { record.Id, "https://example.org/minutes" },
        });

        var read = (await Anonymous.ItemsAsync($"/v1/datasets/{dataset}/impacts")).Single();
        read.GetRawText().ShouldBe(impact.GetRawText());
        (read.Text("status"), read.Text("statusSince"), read.Text("scale")).ShouldBe(("claimed", read.Text("recordedAt"), "https://w3id.org/dpv/risk"));
        read.GetProperty("affected").GetRawText().ShouldBe("""["academia","public"]""");
        read.Number("use").ShouldBe(use);
    }

    [Fact]
    public async Task Computes_how_it_stands_since_when_and_why_from_what_others_say()
    {
        var (dataset, agent, second, third) = (await SetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var impact = await ImpactAsync(dataset, agent);
        var claimed = Tick();

        await SayAsync(agent, dataset, impact, "supports");
        (await StandingAsync(dataset)).Status.ShouldBe("claimed");
        Tick();
        var support = await SayAsync(second, dataset, impact, "supports");
        (await StandingAsync(dataset)).ShouldBe(("supported", support.Text("recordedAt")));
        var supported = Tick();
        var contest = await SayAsync(third, dataset, impact, "contests");
        (await StandingAsync(dataset)).ShouldBe(("contested", contest.Text("recordedAt")));
        (await Anonymous.ItemsAsync($"/v1/datasets/{dataset}/impacts")).Single().Text("statusBecause").ShouldBe("1 other agent(s) support it and 1 contest(s) it, as far as you may see.");
        Tick();
        var end = await Admin.CreatedAsync($"/v1/interpretations/{contest.Number("id")}/withdrawal", new { reason = "r" });
        (await StandingAsync(dataset)).ShouldBe(("supported", end.Text("recordedAt")));

        (await StandingAsync(dataset, $"?asOf={claimed}")).Status.ShouldBe("claimed");
        (await StandingAsync(dataset, $"?asOf={supported}")).ShouldBe(("supported", support.Text("recordedAt")));
    }

    [Fact]
    public async Task Withdraws_and_replaces_by_new_facts()
    {
        var (dataset, agent, other) = (await SetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var (path, first) = ($"/v1/datasets/{dataset}/impacts", await ImpactAsync(dataset, agent));
        await SayAsync(other, dataset, first, "contests");
        var then = Tick();

        (await (await Admin.PostAsJsonAsync(path, Of(other, replaces: first), Stop)).RefusedAsync(422)).Detail.ShouldContain("only the same agent");
        var second = (await Admin.CreatedAsync(path, Of(agent, replaces: first))).Number("id");
        (await StandingAsync(dataset)).Status.ShouldBe("claimed");
        var withdrawn = await Admin.CreatedAsync($"{path}/{second}/withdrawal", new { reason = "It was the weather" });

        (await StandingAsync(dataset)).ShouldBe(("withdrawn", withdrawn.Text("recordedAt")));
        (await Anonymous.ItemsAsync(path)).Single().Text("text").ShouldBe("It was the weather");
        (await StandingAsync(dataset, $"?asOf={then}")).Status.ShouldBe("contested");
        (await StandingAsync(dataset, $"?asOf={then}&validAt=2999-01-01")).Status.ShouldBe("contested");
        (await Anonymous.ItemsAsync($"{path}?asOf={then}&validAt=2000-01-01")).ShouldBeEmpty();
        await (await Admin.PostAsJsonAsync($"{path}/{first}/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(422);
        await (await Admin.PostAsJsonAsync($"{path}/999999/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(404);
    }

    [Theory]
    [InlineData("agent", "\"nobody\"", "no agent 'nobody'")]
    [InlineData("version", "9", "no version 9")]
    [InlineData("use", "999999", "no reported use 999999")]
    [InlineData("language", "\"x\"", "no language tag")]
    [InlineData("citations", "[\"a book\"]", "no citation")]
    [InlineData("statedAt", "\"2999-01-01\"", "Nobody has said it yet")]
    [InlineData("replaces", "999999", "no statement of impact 999999")]
    public async Task Refuses_what_cannot_be_so(string field, string value, string why)
    {
        var (dataset, agent) = (await SetAsync(), await Admin.AgentAsync());
        var fields = new Dictionary<string, string>
        {
            ["agent"] = $"\"{agent}\"",
            ["direction"] = "\"advantage\"",
            ["level"] = "\"state\"",
            ["severity"] = "\"low\"",
            ["effect"] = "\"unknown\"",
            ["text"] = "\"t\"",
            ["language"] = "\"en\"",
            [field] = value,
        };

        var refusal = await (await Admin.PostTextAsync($"/v1/datasets/{dataset}/impacts", $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}")).RefusedAsync(400);

        refusal.Errors[field].ShouldContain(m => m.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Refuses_a_status_that_somebody_types_in_and_a_level_that_is_none()
    {
        var (dataset, agent) = (await SetAsync(), await Admin.AgentAsync());
        const string rest = "\"direction\":\"advantage\",\"severity\":\"low\",\"effect\":\"none\",\"text\":\"t\",\"language\":\"en\"";

        (await (await Admin.PostTextAsync($"/v1/datasets/{dataset}/impacts", $$"""{"agent":"{{agent}}","level":"state","status":"supported",{{rest}}}""")).RefusedAsync(400)).Detail.ShouldContain("status");
        (await (await Admin.PostTextAsync($"/v1/datasets/{dataset}/impacts", $$"""{"agent":"{{agent}}","level":"planet",{{rest}}}""")).RefusedAsync(400)).Detail.ShouldContain("allowed names");
    }

    [Fact]
    public async Task Counts_by_direction_and_level_how_statements_stand()
    {
        var (dataset, agent, other) = (await SetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        await ImpactAsync(dataset, agent);
        await SayAsync(other, dataset, await ImpactAsync(dataset, agent), "supports");
        await SayAsync(other, dataset, await ImpactAsync(dataset, agent), "contests");
        var gone = await ImpactAsync(dataset, agent);
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/impacts/{gone}/withdrawal", new { reason = "r" });

        var cells = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/impacts/summary")).GetProperty("cells").EnumerateArray()
            .Select(c => $"{c.Text("direction")} {c.Text("level")} {c.Number("claimed")} {c.Number("supported")} {c.Number("contested")} {c.Number("withdrawn")}").ToList();

        cells.Count.ShouldBe(8);
        cells[6].ShouldBe("disadvantage state 1 1 1 1");
        cells.Where(c => !c.EndsWith("0 0 0 0", StringComparison.Ordinal)).Count().ShouldBe(1);
    }

    [Fact]
    public async Task Hides_impacts_of_hidden_data_sets_and_agents_and_what_those_say()
    {
        var (hidden, open, agent, person) = (await SetAsync("confidential"), await SetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync("internal", "person"));
        await ImpactAsync(hidden, agent);
        await ImpactAsync(open, person);
        await SayAsync(person, open, await ImpactAsync(open, agent), "contests");

        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/impacts", Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/impacts/summary", Stop)).RefusedAsync(404);
        (await Anonymous.ItemsAsync($"/v1/datasets/{open}/impacts")).Select(i => (i.Text("agent"), i.Text("status"))).ShouldBe([(agent, "claimed")]);
        (await Admin.ItemsAsync($"/v1/datasets/{open}/impacts")).Select(i => (i.Text("agent"), i.Text("status"))).ShouldBe([(person, "claimed"), (agent, "contested")]);
    }

    [Fact]
    public async Task Stands_in_the_lineage_with_the_use_that_it_came_of()
    {
        var (dataset, agent) = (await SetAsync(), await Admin.AgentAsync());
        var use = (await Admin.CreatedAsync($"/v1/datasets/{dataset}/uses", new { agent, purpose = "policyMaking", description = "d" })).Number("id");
        var impact = (await Admin.CreatedAsync($"/v1/datasets/{dataset}/impacts", Of(agent, use: use, version: 1))).Number("id");

        var upstream = (await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString($"v1/datasets/{dataset}/impacts/{impact}")}")).Reached();

        upstream.ShouldContain($"datasets/{dataset}/uses/{use}");
        upstream.ShouldContain($"datasets/{dataset}/versions/1");
        upstream.ShouldContain($"agents/{agent}");
        (await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?direction=downstream")).Reached().ShouldContain($"datasets/{dataset}/impacts/{impact}");
    }

    [Fact]
    public async Task Changes_its_tag_with_what_others_say_and_never_a_row()
    {
        var (dataset, agent, other) = (await SetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var impact = await ImpactAsync(dataset, agent);
        var tag = (await Anonymous.GetAsync($"/v1/datasets/{dataset}/impacts", Stop)).Headers.ETag;

        await SayAsync(other, dataset, impact, "supports");

        (await Anonymous.GetAsync($"/v1/datasets/{dataset}/impacts", Stop)).Headers.ETag.ShouldNotBe(tag);
        await using var context = await Api.ContextAsync();
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("UPDATE impact_statement SET text = 'x'", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM impact_statement", Stop));
    }

    [Fact]
    public async Task Answers_the_same_through_GraphQL()
    {
        var (dataset, agent) = (await SetAsync(), await Admin.AgentAsync());
        await ImpactAsync(dataset, agent);
        var query = $$"""{ impacts(dataset: "{{dataset}}", direction: DISADVANTAGE) { totalCount nodes { status severity agent } } impactSummary(dataset: "{{dataset}}") { cells { level claimed } } none: impacts(dataset: "nothing") { totalCount } }""";

        var answer = (await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>()).GetProperty("data");

        answer.GetProperty("impacts").GetRawText().ShouldBe($$"""{"totalCount":1,"nodes":[{"status":"CLAIMED","severity":"HIGH","agent":"{{agent}}"}]}""");
        answer.GetProperty("impactSummary").GetProperty("cells")[6].GetRawText().ShouldBe("""{"level":"STATE","claimed":1}""");
        answer.GetProperty("none").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static object Of(string agent, long? replaces = null, long? use = null, int? version = null) =>
        new { agent, version, use, direction = "disadvantage", level = "state", severity = "high", effect = "drove", text = "t", language = "en", replaces };

    private async Task<long> ImpactAsync(string dataset, string agent) => (await Admin.CreatedAsync($"/v1/datasets/{dataset}/impacts", Of(agent))).Number("id");

    private Task<JsonElement> SayAsync(string agent, string dataset, long impact, string stance) =>
        Admin.CreatedAsync("/v1/interpretations", new { agent, target = new { kind = "impact", dataset, impact }, stance, text = "t", language = "en" });

    private async Task<(string Status, string Since)> StandingAsync(string dataset, string query = "")
    {
        var impact = (await Anonymous.ItemsAsync($"/v1/datasets/{dataset}/impacts{query}")).Single();
        return (impact.Text("status"), impact.Text("statusSince"));
    }

    /// <summary>The instant, after which time goes on.</summary>
    private string Tick()
    {
        Api.Time.UtcNow += TimeSpan.FromMinutes(2);
        return (Api.Time.UtcNow - TimeSpan.FromMinutes(1)).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<string> SetAsync(string handling = "public")
    {
        var dataset = await Given.DatasetAsync(handling);
        await Given.ImportAsync(dataset, File);
        return dataset;
    }

    public sealed class OnSqlite(SqliteApi api) : ImpactTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImpactTests(api), IClassFixture<PostgresApi>;
}
