using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Interpretations;

/// <summary>What named agents say of data and of what programs made of them.</summary>
public abstract class InterpretationTests(ApiFixture api) : ApiTests(api)
{
    private const string Path = "/v1/interpretations";

    private static int _count;

    [Fact]
    public async Task States_what_an_agent_says_of_a_range_of_a_series_with_what_it_rests_on()
    {
        var ((dataset, series), agent, record) = (await SetAsync(), await Admin.AgentAsync(), await Given.EvidenceAsync("An interview"));
        var observation = (await Anonymous.ItemsAsync($"/v1/observations?series={series}&from=2012&to=2012"))[0].Text("id");

        var said = await Admin.CreatedAsync(Path, new
        {
            agent,
            target = new { kind = "series", dataset, series, area = "KEN", from = "2010", to = "2012" },
            stance = "qualifies",
            text = "Only after the reform",
            language = "en",
            confidence = "high",
            likelihood = "likely",
            method = "Interviews",
            values = new[] { observation },
            citations = new[] { record.Id, $"{dataset}@1", "doi:10.1000/182", "https://example.org/report" },
            statedAt = "2020-01-02T03:04:05Z",
        });

        var read = await Anonymous.GetJsonAsync($"{Path}/{said.Number("id")}");
        read.GetRawText().ShouldBe(said.GetRawText());
        read.GetProperty("target").Text("address").ShouldBe($"/v1/datasets/{dataset}/versions/1/series/{series}");
        read.GetProperty("target").Text("area").ShouldBe("404");
        (read.GetProperty("likelihoodLow").GetDouble(), read.GetProperty("likelihoodHigh").GetDouble()).ShouldBe((0.66, 1));
        read.GetProperty("values")[0].Text("value").ShouldBe("3");
        read.GetProperty("citations").GetArrayLength().ShouldBe(4);
        read.Text("statedAt").ShouldBe("2020-01-02T03:04:05Z");
    }

    [Theory]
    [InlineData("trend", "/v1/trends?series={0}&area=404")]
    [InlineData("forecast", "/v1/forecasts?area=404&series={0}&horizon=2")]
    public async Task Records_what_a_program_had_said_and_the_state_that_it_had_read(string kind, string request)
    {
        var ((dataset, series), agent) = (await SetAsync(), await Admin.AgentAsync());
        var asked = request.Replace("{0}", series);
        var before = await Anonymous.GetStringAsync(asked, Stop);

        var said = await Admin.CreatedAsync(Path, Of(agent, new { kind, request = asked }));
        await Given.ImportAsync(dataset, File(series, "9"));

        var target = (await Anonymous.GetJsonAsync($"{Path}/{said.Number("id")}")).GetProperty("target");
        target.Text("verdict").ShouldNotBeEmpty();
        target.Text("dataset").ShouldBe(dataset);
        target.Text("address").ShouldContain("asOf=");
        before.ShouldContain(target.Text("verdict"));
        (await Anonymous.GetStringAsync(target.Text("address"), Stop)).ShouldContain(target.Text("verdict"));
        (await Anonymous.ItemsAsync($"{Path}?kind={kind}&series={series}&area=KEN")).Count.ShouldBe(1);
        (await Anonymous.ItemsAsync($"{Path}?target={Uri.EscapeDataString(target.Text("address"))}")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Answers_of_programs_name_what_agents_say_of_them_and_keep_their_tags()
    {
        var ((_, series), agent) = (await SetAsync(), await Admin.AgentAsync());
        var request = $"/v1/trends?series={series}&area=404";
        var before = await Anonymous.GetAsync(request, Stop);

        await Admin.CreatedAsync(Path, Of(agent, new { kind = "trend", request }));

        var after = await Anonymous.GetAsync(request, Stop);
        after.Headers.ETag.ShouldBe(before.Headers.ETag);
        var link = after.Headers.GetValues("Link").Single(l => l.Contains("interpretations", StringComparison.Ordinal));
        link.ShouldBe($"<{Path}?kind=trend&series={series}&area=404>; rel=\"related\"; title=\"interpretations\"");
        (await Anonymous.ItemsAsync(link.Split('<', '>')[1])).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"kind":"series","dataset":"DATASET"}""", "target.series", "needs dataset and series")]
    [InlineData("""{"kind":"dataset","dataset":"DATASET","series":"X"}""", "target.series", "has no series")]
    [InlineData("""{"kind":"dataset","dataset":"nothing"}""", "target.dataset", "no data set 'nothing'")]
    [InlineData("""{"kind":"version","dataset":"DATASET","version":7}""", "target.version", "no version 7")]
    [InlineData("""{"kind":"series","dataset":"DATASET","series":"NONE"}""", "target.series", "no series 'NONE'")]
    [InlineData("""{"kind":"series","dataset":"DATASET","series":"SERIES","area":"50"}""", "target.area", "nothing for the area")]
    [InlineData("""{"kind":"observation","observation":"x"}""", "target.observation", "no observation 'x'")]
    [InlineData("""{"kind":"evidence","record":"ev-1"}""", "target.record", "no public record")]
    [InlineData("""{"kind":"trend","request":"/v1/forecasts?series=SERIES"}""", "target.request", "write /v1/trends")]
    [InlineData("""{"kind":"trend","request":"/v1/trends?series=SERIES&colour=red"}""", "target.request", "no parameter 'colour'")]
    [InlineData("""{"kind":"trend","request":"/v1/trends?series=NONE_SUCH&area=404"}""", "target.request", "NONE_SUCH")]
    [InlineData("""{"kind":"trend","request":"/v1/trends?series=SERIES&area=404,50"}""", "target.request", "exactly one")]
    [InlineData("""{"kind":"impact","dataset":"DATASET","impact":999}""", "target.impact", "no statement of impact 999")]
    public async Task Refuses_a_target_that_is_not_there_and_says_what_would_be_right(string target, string field, string why)
    {
        var ((dataset, series), agent) = (await SetAsync(), await Admin.AgentAsync());
        var body = $$"""{"agent":"{{agent}}","target":{{target.Replace("DATASET", dataset).Replace("SERIES", series)}},"stance":"explains","text":"t","language":"en"}""";

        var refusal = await (await Admin.PostTextAsync(Path, body)).RefusedAsync(400);

        refusal.Errors.ShouldContainKey(field);
        string.Join(' ', refusal.Errors[field]).ShouldContain(why.StartsWith("no parameter", StringComparison.Ordinal) ? "no parameter 'colour'" : why);
    }

    [Theory]
    [InlineData("agent", "\"nobody\"", "no agent 'nobody'")]
    [InlineData("language", "\"the English language\"", "no language tag")]
    [InlineData("citations", "[\"a book\"]", "no citation")]
    [InlineData("citations", "[\"ev-00000000000000000000000000000000\"]", "no public record")]
    [InlineData("values", "[\"0-2015-v1\"]", "no observation")]
    [InlineData("statedAt", "\"2999-01-01\"", "Nobody has said it yet")]
    [InlineData("replaces", "999999", "no interpretation 999999")]
    public async Task Refuses_what_cannot_be_so(string field, string value, string why)
    {
        var ((dataset, _), agent) = (await SetAsync(), await Admin.AgentAsync());
        var fields = new Dictionary<string, string> { ["agent"] = $"\"{agent}\"", ["target"] = $$"""{"kind":"dataset","dataset":"{{dataset}}"}""", ["stance"] = "\"contests\"", ["text"] = "\"t\"", ["language"] = "\"en\"", [field] = value };

        var refusal = await (await Admin.PostTextAsync(Path, $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}")).RefusedAsync(400);

        refusal.Errors.Keys.ShouldContain(k => k.StartsWith(field, StringComparison.Ordinal));
        refusal.Errors.Values.SelectMany(v => v).ShouldContain(m => m.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Replaces_and_withdraws_by_new_facts_and_answers_by_both_clocks()
    {
        var ((dataset, _), agent, other) = (await SetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        var first = (await Admin.CreatedAsync(Path, Of(agent, new { kind = "dataset", dataset }, statedAt: "2020-06-01"))).Number("id");
        var then = Now();
        var second = (await Admin.CreatedAsync(Path, Of(agent, new { kind = "dataset", dataset }, replaces: first))).Number("id");
        var between = Now();

        (await (await Admin.PostAsJsonAsync(Path, Of(other, new { kind = "dataset", dataset }, replaces: second), Stop)).RefusedAsync(422)).Detail.ShouldContain("only the same agent");
        await (await Admin.PostAsJsonAsync($"{Path}/{first}/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(422);
        await Admin.CreatedAsync($"{Path}/{second}/withdrawal", new { reason = "It was wrong" });

        (await NumbersAsync("")).ShouldBeEmpty();
        (await NumbersAsync($"&asOf={between}")).ShouldBe([second]);
        (await NumbersAsync($"&asOf={then}")).ShouldBe([first]);
        (await NumbersAsync($"&asOf={then}&validAt=2020-05-31")).ShouldBeEmpty();
        (await NumbersAsync($"&asOf={then}&validAt=2020-06-01")).ShouldBe([first]);
        (await Anonymous.GetJsonAsync($"{Path}/{first}")).Text("text").ShouldBe("A statement");
        await (await Admin.PostAsJsonAsync($"{Path}/{second}/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(422);
        await (await Admin.PostAsJsonAsync($"{Path}/999999/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(404);

        async Task<IReadOnlyList<long>> NumbersAsync(string query) => [.. (await Anonymous.ItemsAsync($"{Path}?dataset={dataset}{query}")).Select(i => i.Number("id"))];
    }

    [Fact]
    public async Task Never_changes_or_deletes_an_interpretation()
    {
        var ((dataset, _), agent) = (await SetAsync(), await Admin.AgentAsync());
        await Admin.CreatedAsync(Path, Of(agent, new { kind = "dataset", dataset }));
        await using var context = await Api.ContextAsync();

        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("UPDATE interpretation SET text = 'x'", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM interpretation", Stop));
    }

    [Fact]
    public async Task Is_never_more_visible_than_its_data_set_its_agent_and_its_record()
    {
        var ((hidden, series), (open, _)) = (await SetAsync("confidential"), await SetAsync());
        var (agent, person, record) = (await Admin.AgentAsync(), await Admin.AgentAsync("internal", "person"), await Given.EvidenceAsync("A letter of somebody"));
        var observation = (await Admin.ItemsAsync($"/v1/observations?series={series}&from=2012&to=2012"))[0].Text("id");
        var onHidden = (await Admin.CreatedAsync(Path, Of(agent, new { kind = "trend", request = $"/v1/trends?series={series}&area=404" }))).Number("id");
        var byPerson = (await Admin.CreatedAsync(Path, Of(person, new { kind = "dataset", dataset = open }))).Number("id");
        var onRecord = (await Admin.CreatedAsync(Path, Of(agent, new { kind = "evidence", record = record.Id }))).Number("id");
        var citing = (await Admin.CreatedAsync(Path, Of(agent, new { kind = "dataset", dataset = open }, values: [observation], citations: [record.Id, $"{hidden}@1"]))).Number("id");
        var reader = await Api.ClientAsync(Role.Reader);

        foreach (var number in new[] { onHidden, byPerson }) await (await Anonymous.GetAsync($"{Path}/{number}", Stop)).RefusedAsync(404);
        (await Anonymous.GetStringAsync($"{Path}?limit=1000", Stop)).ShouldNotContain(series);
        (await Anonymous.GetStringAsync($"{Path}?limit=1000", Stop)).ShouldNotContain($"\"{hidden}\"");
        (await reader.GetJsonAsync($"{Path}/{byPerson}")).Text("agent").ShouldBe(person);
        await (await reader.GetAsync($"{Path}/{onHidden}", Stop)).RefusedAsync(404);
        (await Anonymous.GetJsonAsync($"{Path}/{citing}")).GetProperty("values").GetArrayLength().ShouldBe(0);
        (await Anonymous.GetJsonAsync($"{Path}/{citing}")).GetProperty("citations").GetRawText().ShouldBe($"[\"{record.Id}\"]");
        (await Admin.GetJsonAsync($"{Path}/{citing}")).GetProperty("values").GetArrayLength().ShouldBe(1);
        await Anonymous.GetJsonAsync($"{Path}/{onRecord}");

        (await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/sensitivity", new { sensitivity = "confidential", reason = "r" }, Stop)).IsSuccessStatusCode.ShouldBeTrue();

        await (await Anonymous.GetAsync($"{Path}/{onRecord}", Stop)).RefusedAsync(404);
        (await Anonymous.GetJsonAsync($"{Path}/{citing}")).GetProperty("citations").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Stands_in_the_lineage_until_it_is_withdrawn_and_not_for_those_who_may_not_see_it()
    {
        var ((dataset, series), (hidden, secret), agent) = (await SetAsync(), await SetAsync("confidential"), await Admin.AgentAsync());
        var number = (await Admin.CreatedAsync(Path, Of(agent, new { kind = "trend", request = $"/v1/trends?series={series}&area=404" }))).Number("id");
        await Admin.CreatedAsync(Path, Of(agent, new { kind = "trend", request = $"/v1/trends?series={secret}&area=404" }));
        var iri = $"datasets/{dataset}/interpretations/{number}";

        var downstream = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?direction=downstream");
        downstream.Reached().ShouldContain(iri);
        var upstream = await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString("v1/" + iri)}");
        upstream.Reached().ShouldContain($"agents/{agent}");
        upstream.Reached().ShouldContain($"datasets/{dataset}/versions/1");
        upstream.GetRawText().ShouldNotContain("A statement");
        var ofAgent = await Anonymous.GetStringAsync($"/v1/provenance/{Uri.EscapeDataString($"v1/agents/{agent}")}?direction=downstream", Stop);
        ofAgent.ShouldNotContain(secret);
        ofAgent.ShouldNotContain($"datasets/{hidden}/");

        await Admin.CreatedAsync($"{Path}/{number}/withdrawal", new { reason = "r" });

        (await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?direction=downstream")).Reached().ShouldNotContain(iri);
    }

    [Fact]
    public async Task Pages_in_one_state_and_answers_the_same_through_GraphQL()
    {
        var ((dataset, _), agent) = (await SetAsync(), await Admin.AgentAsync());
        for (var i = 0; i < 3; i++) await Admin.CreatedAsync(Path, Of(agent, new { kind = "dataset", dataset }));
        var first = await Anonymous.GetJsonAsync($"{Path}?dataset={dataset}&limit=2&count=exact");
        var tag = (await Anonymous.GetAsync($"{Path}?dataset={dataset}", Stop)).Headers.ETag;
        await Admin.CreatedAsync(Path, Of(agent, new { kind = "dataset", dataset }));

        var second = await Anonymous.GetJsonAsync($"{Path}?dataset={dataset}&limit=2&count=exact&cursor={first.Text("next")}");
        var query = $$"""{ interpretations(dataset: "{{dataset}}", agent: "{{agent}}", stance: CONTESTS) { totalCount nodes { id stance text target { kind address } } } }""";
        var answer = (await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>()).GetProperty("data").GetProperty("interpretations");

        (first.Number("total"), second.GetProperty("items").GetArrayLength()).ShouldBe((3, 1));
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Anonymous.GetAsync($"{Path}?dataset={dataset}", Stop)).Headers.ETag.ShouldNotBe(tag);
        answer.Number("totalCount").ShouldBe(4);
        answer.GetProperty("nodes")[0].GetProperty("target").GetRawText().ShouldBe($$"""{"kind":"DATASET","address":"/v1/datasets/{{dataset}}"}""");
    }

    private static object Of(string agent, object target, long? replaces = null, string? statedAt = null, string[]? values = null, string[]? citations = null) =>
        new { agent, target, stance = "contests", text = "A statement", language = "en", replaces, statedAt, values, citations };

    /// <summary>The instant, after which time goes on.</summary>
    private string Now()
    {
        Api.Time.UtcNow += TimeSpan.FromMinutes(2);
        return (Api.Time.UtcNow - TimeSpan.FromMinutes(1)).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
    }

    private async Task<(string Dataset, string Series)> SetAsync(string handling = "public")
    {
        var (dataset, series) = (await Given.DatasetAsync(handling), $"INTERPRETED_{Interlocked.Increment(ref _count)}_{GetType().Name.ToUpperInvariant()}");
        await Given.ImportAsync(dataset, File(series, "1"));
        return (dataset, series);
    }

    private static string File(string series, string last) =>
        "SeriesCode,GeoAreaCode,TimePeriod,Value\n" + string.Concat(Enumerable.Range(2000, 19).Select(year => $"{series},404,{year},{(year == 2018 ? last : $"{(year - 2000) % 9}")}\n"));

    public sealed class OnSqlite(SqliteApi api) : InterpretationTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : InterpretationTests(api), IClassFixture<PostgresApi>;
}
