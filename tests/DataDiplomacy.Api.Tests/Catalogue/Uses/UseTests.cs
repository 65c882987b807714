using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Catalogue.Uses;

/// <summary>Reads are counted as sums that name nobody; uses that agents report are facts.</summary>
public abstract class UseTests(ApiFixture api) : ApiTests(api)
{
    private static int _count;

    [Fact]
    public async Task Counts_reads_by_version_channel_purpose_and_kind_of_caller()
    {
        var (dataset, series) = await SetAsync();
        await Given.ImportAsync(dataset, File(series, "2"));
        var reader = await Api.ClientAsync(Role.Reader);

        for (var i = 0; i < 3; i++) await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        await ReadAsync(Anonymous, $"/v1/observations?series={series}", "research");
        await ReadAsync(Anonymous, $"/v1/observations?series={series}&format=csv", "journalism");
        await ReadAsync(reader, $"/v1/trends?series={series}&area=404&format=svg");
        await ReadAsync(reader, $"/v1/datasets/{dataset}/versions/1/diff/2");
        await ReadAsync(reader, $"/graphql?query={Uri.EscapeDataString($$"""{ series(code: "{{series}}") { title } }""")}");
        // What describes or lists data sets is no use of their data, and neither is what was refused.
        await ReadAsync(Anonymous, $"/v1/datasets/{dataset}");
        await ReadAsync(Anonymous, "/v1/datasets");
        await ReadAsync(reader, $"/graphql?query={Uri.EscapeDataString($$"""{ datasets { nodes { id } } dataset(id: "{{dataset}}") { title versions { nodes { number } } } }""")}");
        await Anonymous.GetAsync($"/v1/observations?series={series}&area=none", Stop);

        (await GroupsAsync(Admin, dataset, "")).ShouldBe(
        [
            "- api undeclared anonymous 3", "- api undeclared key 1", "- api research anonymous 1", "- download journalism anonymous 1", "- graphql undeclared key 1", "- embed undeclared key 1",
        ]);
        (await GroupsAsync(Admin, dataset, "?by=version")).ShouldBe(["2 - - - 8"]);
    }

    [Fact]
    public async Task Counts_the_version_that_was_read_and_the_day()
    {
        var (dataset, series) = await SetAsync();
        await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        var (then, day) = (Api.Time.GetUtcNow().AddMinutes(1), Today());
        await UsesAsync(Admin, dataset);
        Api.Time.UtcNow += TimeSpan.FromDays(1);
        await Given.ImportAsync(dataset, File(series, "2"));

        await ReadAsync(Anonymous, $"/v1/observations?series={series}&asOf={then:yyyy-MM-ddTHH:mm:ssZ}");
        await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        await ReadAsync(Anonymous, $"/v1/observations?series={series}&asOf=2000-01-01", expected: null);

        (await GroupsAsync(Admin, dataset, "?by=version")).ShouldBe(["0 - - - 1", "1 - - - 2", "2 - - - 1"]);
        (await UsesAsync(Admin, dataset, $"?from={day}&to={day}")).Number("reads").ShouldBe(1);
        (await UsesAsync(Admin, dataset, "?by=day")).GetProperty("groups").EnumerateArray().Select(g => g.Text("day")).ShouldBe([day, Today()]);
    }

    [Fact]
    public async Task Tells_others_than_admins_multiples_of_five_alone_and_less_than_five_below()
    {
        var (dataset, series) = await SetAsync();
        for (var i = 0; i < 4; i++) await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        var (editor, first) = (await Api.ClientAsync(Role.Editor), Today());
        await FlushAsync();
        (await UsesAsync(Anonymous, dataset)).Number("reads").ShouldBe(0);
        (await (await Anonymous.GetAsync($"/v1/datasets/{dataset}/uses?from={first}", Stop)).RefusedAsync(400)).Errors["from"].Single().ShouldContain("when it is over");
        Api.Time.UtcNow += TimeSpan.FromDays(1);

        foreach (var client in new[] { Anonymous, editor })
        {
            var few = await UsesAsync(client, dataset);
            (few.GetProperty("exact").GetBoolean(), few.Text("readsText"), few.GetProperty("reads").ValueKind, few.Text("to")).ShouldBe((false, "<5", JsonValueKind.Null, first));
            few.GetProperty("groups")[0].Text("readsText").ShouldBe("<5");
        }

        for (var i = 0; i < 4; i++) await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        (await UsesAsync(Admin, dataset)).Number("reads").ShouldBe(8);
        (await UsesAsync(Anonymous, dataset)).Text("readsText").ShouldBe("<5");
        Api.Time.UtcNow += TimeSpan.FromDays(1);
        (await UsesAsync(Anonymous, dataset)).Number("reads").ShouldBe(5);
    }

    [Fact]
    public async Task A_304_is_no_new_use()
    {
        var (dataset, series) = await SetAsync();
        var tag = (await Anonymous.GetAsync($"/v1/observations?series={series}", Stop)).Headers.ETag!.ToString();

        using var again = new HttpRequestMessage(HttpMethod.Get, $"/v1/observations?series={series}");
        again.Headers.TryAddWithoutValidation("If-None-Match", tag);
        (await Anonymous.SendAsync(again, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);

        (await UsesAsync(Admin, dataset)).Number("reads").ShouldBe(1);
    }

    [Fact]
    public async Task Writes_nothing_on_the_way_of_a_read_and_adds_to_what_was_written_before()
    {
        var (dataset, series) = await SetAsync();
        var worker = Api.Factory.Services.GetRequiredService<UseWorker>();

        await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        (await StoredAsync(dataset)).ShouldBe(0);
        (await worker.WriteAsync(Stop)).ShouldBeTrue();
        (await StoredAsync(dataset)).ShouldBe(1);
        await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        await worker.WriteAsync(Stop);
        await worker.WriteAsync(Stop);

        (await StoredAsync(dataset)).ShouldBe(2);
        await using var context = await Api.ContextAsync();
        (await context.UseCounts.CountAsync(u => u.DatasetId == dataset, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Counts_a_purpose_that_is_not_on_the_list_as_another_and_keeps_no_word_of_it()
    {
        var (dataset, series) = await SetAsync();

        await ReadAsync(Anonymous, $"/v1/observations?series={series}", "https://example.org/purposes/flood-warning");

        (await GroupsAsync(Admin, dataset, "?by=purpose")).ShouldBe(["- - other - 1"]);
        await ReadAsync(Anonymous, $"/v1/observations?series={series}", "two words", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("?from=today", "from", "no day")]
    [InlineData("?by=name", "by", "not one of version, day")]
    [InlineData("?from=2026-02-01&to=2026-01-01", "to", "not before from")]
    [InlineData("?from=2020-01-01&to=2026-01-01", "from", "more than 366 days")]
    public async Task Refuses_days_and_keys_that_are_none(string query, string field, string why)
    {
        var (dataset, _) = await SetAsync();

        var refusal = await (await Anonymous.GetAsync($"/v1/datasets/{dataset}/uses{query}", Stop)).RefusedAsync(400);

        refusal.Errors.Keys.ShouldContain(k => k.StartsWith(field, StringComparison.Ordinal));
        refusal.Errors.Values.SelectMany(v => v).ShouldContain(m => m.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_since_when_a_data_set_is_not_read_and_feeds_its_state()
    {
        var ((read, series), (unread, _)) = (await SetAsync(), await SetAsync());
        await ReadAsync(Anonymous, $"/v1/observations?series={series}");
        var (day, created) = (Today(), Today());

        await FlushAsync();
        (await UsesAsync(Anonymous, read)).GetProperty("unusedSince").ValueKind.ShouldBe(JsonValueKind.Null);
        (await UsesAsync(Anonymous, read)).Text("lastRead").ShouldBe(day);
        (await StateAsync(read)).ShouldBe("used");
        (await UsesAsync(Anonymous, unread)).Text("unusedSince").ShouldBe(created);
        (await StateAsync(unread)).ShouldBe("unused");
        Api.Time.UtcNow += TimeSpan.FromDays(3);
        (await UsesAsync(Anonymous, read)).Text("unusedSince").ShouldBe(DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

        async Task<string> StateAsync(string dataset) => (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/states")).GetProperty("use").Text("state");
    }

    [Fact]
    public async Task Reports_a_use_that_stands_in_the_lineage_as_an_activity_until_it_is_withdrawn()
    {
        var ((dataset, _), agent) = (await SetAsync(), await Admin.AgentAsync());
        var path = $"/v1/datasets/{dataset}/uses";
        var use = await Admin.CreatedAsync(path, new { agent, purpose = "policyMaking", description = "An energy plan", citation = "doi:10.1000/182", from = "2026-01-01", to = "2026-02-01" });
        var then = Api.Time.GetUtcNow();
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);
        var iri = $"datasets/{dataset}/uses/{use.Number("id")}";

        use.Number("version").ShouldBe(1);
        (await UsesAsync(Anonymous, dataset)).Number("reported").ShouldBe(1);
        (await Anonymous.ItemsAsync($"{path}/reports?validAt=2026-02-01")).Count.ShouldBe(1);
        (await Anonymous.ItemsAsync($"{path}/reports?validAt=2026-02-02")).ShouldBeEmpty();
        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?direction=downstream");
        lineage.GetProperty("nodes").EnumerateArray().Single(n => n.Text("id").EndsWith(iri, StringComparison.Ordinal)).Text("kind").ShouldBe("activity");
        (await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString("v1/" + iri)}")).Reached().ShouldContain($"agents/{agent}");

        (await (await Admin.PostAsJsonAsync(path, new { agent = await Admin.AgentAsync(), purpose = "research", description = "d", replaces = use.Number("id") }, Stop)).RefusedAsync(422)).Detail.ShouldContain("same agent");
        var replaced = await Admin.CreatedAsync(path, new { agent, purpose = "policyMaking", description = "Another plan", replaces = use.Number("id") });
        await (await Admin.PostAsJsonAsync($"{path}/{use.Number("id")}/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(422);
        await Admin.CreatedAsync($"{path}/{replaced.Number("id")}/withdrawal", new { reason = "It was another data set" });

        (await Anonymous.ItemsAsync($"{path}/reports")).ShouldBeEmpty();
        (await Anonymous.ItemsAsync($"{path}/reports?asOf={then:yyyy-MM-ddTHH:mm:ss.fffZ}")).Single().Text("description").ShouldBe("An energy plan");
        (await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?direction=downstream")).Reached().ShouldNotContain(iri);
        await (await Admin.PostAsJsonAsync($"{path}/{use.Number("id")}/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(422);
        await (await Admin.PostAsJsonAsync($"{path}/999999/withdrawal", new { reason = "r" }, Stop)).RefusedAsync(404);
    }

    [Theory]
    [InlineData("agent", "\"nobody\"", "no agent 'nobody'")]
    [InlineData("purpose", "\"undeclared\"", "A report says what for")]
    [InlineData("citation", "\"a book\"", "no citation")]
    [InlineData("version", "9", "no version 9")]
    [InlineData("to", "\"2019-01-01\"", "not before from")]
    [InlineData("replaces", "999999", "no reported use 999999")]
    public async Task Refuses_a_report_that_cannot_be_so(string field, string value, string why)
    {
        var ((dataset, _), agent) = (await SetAsync(), await Admin.AgentAsync());
        var fields = new Dictionary<string, string> { ["agent"] = $"\"{agent}\"", ["purpose"] = "\"research\"", ["description"] = "\"d\"", ["from"] = "\"2020-01-01\"", [field] = value };

        var refusal = await (await Admin.PostTextAsync($"/v1/datasets/{dataset}/uses", $"{{{string.Join(',', fields.Select(f => $"\"{f.Key}\":{f.Value}"))}}}")).RefusedAsync(400);

        refusal.Errors[field].ShouldContain(m => m.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hides_uses_of_a_data_set_that_the_caller_may_not_see_and_reports_of_hidden_agents()
    {
        var ((hidden, _), (open, _), person) = (await SetAsync("confidential"), await SetAsync(), await Admin.AgentAsync("internal", "person"));
        await Admin.CreatedAsync($"/v1/datasets/{open}/uses", new { agent = person, purpose = "research", description = "d" });

        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/uses", Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/uses/reports", Stop)).RefusedAsync(404);
        (await Anonymous.ItemsAsync($"/v1/datasets/{open}/uses/reports")).ShouldBeEmpty();
        (await UsesAsync(Anonymous, open)).Number("reported").ShouldBe(0);
        (await Admin.ItemsAsync($"/v1/datasets/{open}/uses/reports")).Single().Text("agent").ShouldBe(person);
    }

    [Fact]
    public async Task Never_changes_or_deletes_a_report()
    {
        var ((dataset, _), agent) = (await SetAsync(), await Admin.AgentAsync());
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/uses", new { agent, purpose = "research", description = "d" });
        await using var context = await Api.ContextAsync();

        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("UPDATE use_report SET description = 'x'", Stop));
        await Should.ThrowAsync<Exception>(() => context.Database.ExecuteSqlRawAsync("DELETE FROM use_report", Stop));
    }

    [Fact]
    public async Task Answers_the_same_through_GraphQL()
    {
        var ((dataset, series), agent) = (await SetAsync(), await Admin.AgentAsync());
        await ReadAsync(Anonymous, $"/v1/observations?series={series}", "education");
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/uses", new { agent, purpose = "research", description = "d" });
        var query = $$"""{ datasetUses(id: "{{dataset}}", by: ["purpose"]) { reads groups { purpose channel reads } reported } useReports(dataset: "{{dataset}}") { totalCount nodes { purpose agent } } none: datasetUses(id: "nothing") { reads } }""";

        var answer = (await (await Admin.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>()).GetProperty("data");

        answer.GetProperty("datasetUses").GetRawText().ShouldBe("""{"reads":1,"groups":[{"purpose":"EDUCATION","channel":null,"reads":1}],"reported":1}""");
        answer.GetProperty("useReports").GetRawText().ShouldBe($$"""{"totalCount":1,"nodes":[{"purpose":"RESEARCH","agent":"{{agent}}"}]}""");
        answer.GetProperty("none").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private static async Task ReadAsync(HttpClient by, string path, string? purpose = null, HttpStatusCode? expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (purpose is not null) request.Headers.TryAddWithoutValidation("Data-Purpose", purpose);
        var response = await by.SendAsync(request, Stop);
        if (expected is { } status) response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync(Stop));
    }

    private static Task<JsonElement> UsesAsync(HttpClient by, string dataset, string query = "") => by.GetJsonAsync($"/v1/datasets/{dataset}/uses{query}");

    private static async Task<IReadOnlyList<string>> GroupsAsync(HttpClient by, string dataset, string query) =>
    [
        .. (await UsesAsync(by, dataset, query)).GetProperty("groups").EnumerateArray().Select(g =>
            $"{(g.GetProperty("version").ValueKind == JsonValueKind.Null ? "-" : g.GetProperty("version").GetRawText())} {Or(g.Text("channel"))} {Or(g.Text("purpose"))} {Or(g.Text("caller"))} {g.Number("reads")}"),
    ];

    private Task FlushAsync() => Api.Factory.Services.GetRequiredService<UseWorker>().WriteAsync(Stop);

    private static string Or(string text) => text.Length == 0 ? "-" : text;

    private async Task<long> StoredAsync(string dataset)
    {
        await using var context = await Api.ContextAsync();
        return await context.UseCounts.Where(u => u.DatasetId == dataset).SumAsync(u => u.Reads, Stop);
    }

    private string Today() => Api.Time.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<(string Dataset, string Series)> SetAsync(string handling = "public")
    {
        var (dataset, series) = (await Given.DatasetAsync(handling), $"USED_{Interlocked.Increment(ref _count)}");
        await Given.ImportAsync(dataset, File(series, "1"));
        return (dataset, series);
    }

    private static string File(string series, string value) => $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{series},404,2010,{value}\n{series},404,2011,2\n{series},404,2012,3\n";

    public sealed class OnSqlite(SqliteApi api) : UseTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : UseTests(api), IClassFixture<PostgresApi>;
}
