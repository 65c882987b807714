using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Access;

/// <summary>What is kept of who did or read what.</summary>
public abstract class AuditTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Keeps_writes_with_key_route_data_set_and_status()
    {
        var (name, client) = await CallerAsync(Role.Editor);
        var id = "audited-" + Guid.NewGuid().ToString("N");
        object Body(string? set) => new { id = set, title = "t", sourceKind = "text", licence = "l", redistribution = "open", handling = "public" };

        (await client.PostAsJsonAsync("/v1/datasets", Body(id), Stop)).EnsureSuccessStatusCode();
        await (await client.PostAsJsonAsync("/v1/datasets", Body(id), Stop)).RefusedAsync(409);
        await (await client.DeleteAsync("/v1/datasets/" + id, Stop)).RefusedAsync(428);

        (await AuditAsync(name)).ShouldBe([$"POST /v1/datasets [{id}] 201", "POST /v1/datasets [] 409", $"DELETE /v1/datasets/{{id}} [{id}] 428"]);
    }

    [Theory]
    [InlineData("public", "")]
    [InlineData("internal", "GET {0} [{1}] 200")]
    [InlineData("confidential", "GET {0} [{1}] 200")]
    public async Task Keeps_reads_of_what_is_not_public(string handling, string expected)
    {
        var dataset = await Given.DatasetAsync(handling);
        var series = "AU_" + dataset.Replace('-', '_').ToUpperInvariant();
        await Given.ImportAsync(dataset, $"SeriesCode,GeoAreaCode,TimePeriod,Value\n{series},404,2010,1");

        foreach (var (path, route) in new[]
        {
            ($"/v1/datasets/{dataset}", "/v1/datasets/{id}"),
            ($"/v1/datasets/{dataset}/versions", "/v1/datasets/{id}/versions"),
            ($"/v1/datasets/{dataset}/versions/1", "/v1/datasets/{id}/versions/{n:int}"),
            ($"/v1/series/{series}", "/v1/series/{code}"),
            ($"/v1/series/{series}/facets", "/v1/series/{code}/facets"),
            ($"/v1/observations?series={series}", "/v1/observations"),
            ($"/v1/observations?series={series}&limit=1", "/v1/observations"), // What is remembered of the catalogue is noted too.
            ($"/v1/observations?series={series}&format=csv", "/v1/observations"),
            ($"/v1/observations/history?series={series}&area=404&period=2010", "/v1/observations/history"),
            ($"/v1/trends?series={series}&area=404", "/v1/trends"),
            ($"/v1/trends/scan?dataset={dataset}", "/v1/trends/scan"),
            ($"/v1/search?q={series}", "/v1/search"),
            ($"/graphql?query={{series(code:\"{series}\"){{code}}}}", "/graphql series"),
        })
        {
            var (name, client) = await CallerAsync(Role.Editor);
            (await client.GetAsync(path, Stop)).EnsureSuccessStatusCode();

            string.Join(' ', await AuditAsync(name)).ShouldBe(expected.Replace("{0}", route, StringComparison.Ordinal).Replace("{1}", dataset, StringComparison.Ordinal), path);
        }
    }

    [Theory]
    [InlineData("public", 0)]
    [InlineData("internal", 2)]
    public async Task Keeps_an_answer_that_nothing_has_changed(string handling, int expected)
    {
        var dataset = await Given.DatasetAsync(handling);
        var (name, client) = await CallerAsync(Role.Reader);
        var tag = (await client.GetAsync($"/v1/datasets/{dataset}", Stop)).Headers.ETag.ShouldNotBeNull();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/datasets/{dataset}") { Headers = { IfNoneMatch = { tag } } };

        ((int)(await client.SendAsync(request, Stop)).StatusCode).ShouldBe(304);

        (await AuditAsync(name)).ShouldBe(new[] { $"GET /v1/datasets/{{id}} [{dataset}] 200", $"GET /v1/datasets/{{id}} [{dataset}] 304" }.Take(expected));
    }

    [Fact]
    public async Task Keeps_without_names_what_another_server_answers_as_not_changed()
    {
        var dataset = await Given.DatasetAsync("internal");
        var name = "caller-" + Guid.NewGuid().ToString("N");
        var key = await Api.Factory.Services.GetRequiredService<KeyRing>().IssueAsync(name, Role.Reader, null, null, Stop);
        var tag = (await Api.Factory.ClientWith(key).GetAsync($"/v1/datasets/{dataset}", Stop)).Headers.ETag.ShouldNotBeNull();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/datasets/{dataset}") { Headers = { IfNoneMatch = { tag } } };

        await using (var other = new ApiFactory(Api.Database, Api.Time))
            ((int)(await other.ClientWith(key).SendAsync(request, Stop)).StatusCode).ShouldBe(304);

        (await AuditAsync(name)).ShouldBe([$"GET /v1/datasets/{{id}} [{dataset}] 200", "GET /v1/datasets/{id} [] 304"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("public", "")]
    [InlineData("internal", "GET {0} [{1}] 200")]
    public async Task Keeps_reads_of_areas_and_codes_that_are_there_through_data_alone(string handling, string expected)
    {
        var dataset = await Given.DatasetAsync(handling);
        var mark = "Q" + Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        await Given.ImportAsync(dataset, $$"""{"series":"{{mark}}","area":"{{mark}}_A","areaName":"{{mark}} League","period":"2010","value":1,"dimensions":{"{{mark}}DIM":"RED" } }""", "format=ndjson");

        foreach (var (path, route) in new[]
        {
            ($"/v1/codelists/{mark}DIM", "/v1/codelists/{id}"),
            ($"/v1/areas/{mark}_A", "/v1/areas/{code}"),
            ($"/v1/areas?q={mark}", "/v1/areas"),
            ($"/v1/areas/resolve?q={mark}%20League", "/v1/areas/resolve"),
        })
        {
            var (name, client) = await CallerAsync(Role.Reader);
            (await client.GetAsync(path, Stop)).EnsureSuccessStatusCode();

            string.Join(' ', await AuditAsync(name)).ShouldBe(expected.Replace("{0}", route, StringComparison.Ordinal).Replace("{1}", dataset, StringComparison.Ordinal), path);
        }
    }

    [Fact]
    public async Task Keeps_no_values_no_queries_and_nothing_of_callers_without_a_key()
    {
        var dataset = await Given.DatasetAsync("confidential");
        var (name, client) = await CallerAsync(Role.Editor);
        await client.GetAsync($"/v1/datasets/{dataset}?asOf=2019-02-03", Stop);
        await Anonymous.PostAsJsonAsync("/v1/datasets", new { }, Stop);
        await Anonymous.GetAsync($"/v1/datasets/{dataset}", Stop);

        var records = (await Admin.GetJsonAsync("/v1/audit?limit=1000")).GetProperty("items").GetRawText();

        records.ShouldContain(name);
        records.ShouldNotContain("2019-02-03");
        records.ShouldNotContain("anonymous");
    }

    [Fact]
    public async Task Lists_in_pages_that_do_not_move_the_newest_last()
    {
        var (name, client) = await CallerAsync(Role.Editor);
        var datasets = new[] { await Given.DatasetAsync("internal"), await Given.DatasetAsync("internal"), await Given.DatasetAsync("internal") };
        foreach (var dataset in datasets)
            await client.GetAsync($"/v1/datasets/{dataset}", Stop);

        var first = await Admin.GetJsonAsync($"/v1/audit?caller={name}&limit=2");
        await client.GetAsync($"/v1/datasets/{datasets[0]}", Stop);
        var second = await Admin.GetJsonAsync($"/v1/audit?caller={name}&limit=2&cursor={first.GetProperty("next").GetString()}");

        first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray())
            .Select(r => r.GetProperty("datasets")[0].GetString()).ShouldBe(datasets);
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Lists_a_span_of_time()
    {
        var (name, client) = await CallerAsync(Role.Editor);
        var dataset = await Given.DatasetAsync("internal");
        await client.GetAsync($"/v1/datasets/{dataset}", Stop);
        var at = (await Admin.GetJsonAsync($"/v1/audit?caller={name}")).GetProperty("items")[0].GetProperty("at").GetDateTime();

        async Task<int> CountAsync(string query) => (await Admin.GetJsonAsync($"/v1/audit?caller={name}&{query}")).GetProperty("items").GetArrayLength();

        (await CountAsync($"from={at:yyyy-MM-ddTHH:mm:ss.fffZ}&to={at:yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldBe(1);
        (await CountAsync($"from={at.AddMilliseconds(1):yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldBe(0);
        (await CountAsync($"to={at.AddMilliseconds(-1):yyyy-MM-ddTHH:mm:ss.fffZ}")).ShouldBe(0);
        await (await Admin.GetAsync("/v1/audit?from=yesterday", Stop)).RefusedAsync(400);
    }

    [Theory]
    [InlineData(null, 401)]
    [InlineData(Role.Verifier, 403)]
    public async Task Is_for_admins(Role? role, int status)
    {
        var client = role is { } known ? await Api.ClientAsync(known) : Anonymous;

        await (await client.GetAsync("/v1/audit", Stop)).RefusedAsync(status);
    }

    private async Task<IReadOnlyList<string>> AuditAsync(string name) =>
    [
        .. (await Admin.GetJsonAsync($"/v1/audit?caller={name}")).GetProperty("items").EnumerateArray().Select(r =>
            $"{r.GetProperty("method").GetString()} {r.GetProperty("route").GetString()} [{string.Join(',', r.GetProperty("datasets").EnumerateArray().Select(d => d.GetString()))}] {r.GetProperty("status").GetInt32()}"),
    ];

    private async Task<(string Name, HttpClient Client)> CallerAsync(Role role)
    {
        var name = "caller-" + Guid.NewGuid().ToString("N");
        return (name, Api.Factory.ClientWith(await Api.Factory.Services.GetRequiredService<KeyRing>().IssueAsync(name, role, null, null, Stop)));
    }

    public sealed class OnSqlite(SqliteApi api) : AuditTests(api), IClassFixture<SqliteApi>
    {
        [Fact]
        public async Task Answers_although_no_record_can_be_written_and_writes_it_later()
        {
            var dataset = await Given.DatasetAsync("internal");
            var (name, client) = await CallerAsync(Role.Editor);
            await using var context = await Api.ContextAsync();
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE audit_record RENAME TO audit_record_away", Stop);

            var answer = await client.GetAsync($"/v1/datasets/{dataset}", Stop);
            await Api.Factory.Services.GetRequiredService<AuditQueue>().WrittenAsync(Stop); // It has been tried, in vain.
            await context.Database.ExecuteSqlRawAsync("ALTER TABLE audit_record_away RENAME TO audit_record", Stop);

            ((int)answer.StatusCode).ShouldBe(200);
            (await AuditAsync(name)).ShouldBe([$"GET /v1/datasets/{{id}} [{dataset}] 200"]);
        }
    }

    public sealed class OnPostgres(PostgresApi api) : AuditTests(api), IClassFixture<PostgresApi>;
}
