using System.Net;
using System.Net.Http.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Http;

public abstract class EntityTagTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,";

    [Theory]
    [InlineData("/v1/observations?dataset={0}")]
    [InlineData("/v1/observations?dataset={0}&format=csv")]
    [InlineData("/v1/observations?dataset={0}&format=ndjson")]
    [InlineData("/v1/observations?dataset={0}&asOf=2026-06-01")]
    [InlineData("/v1/series?dataset={0}")]
    [InlineData("/v1/datasets/{0}")]
    [InlineData("/v1/datasets/{0}/versions")]
    [InlineData("/v1/areas")]
    [InlineData("/v1/me")]
    [InlineData("/graphql?query=%7B%20dataset(id%3A%20%22{0}%22)%20%7B%20title%20%7D%20%7D")]
    public async Task Answers_304_to_who_has_the_answer_and_the_same_bytes_to_who_has_not(string path)
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File + "1");
        var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, path, dataset);

        var first = await GetAsync(Anonymous, address);
        var again = await GetAsync(Anonymous, address);
        var known = await GetAsync(Anonymous, address, TagOf(first));

        first.StatusCode.ShouldBe(HttpStatusCode.OK, await first.Content.ReadAsStringAsync(Stop));
        first.Headers.ETag.ShouldNotBeNull().IsWeak.ShouldBeFalse();
        TagOf(again).ShouldBe(TagOf(first));
        (await again.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(await first.Content.ReadAsByteArrayAsync(Stop));
        (known.StatusCode, TagOf(known)).ShouldBe((HttpStatusCode.NotModified, TagOf(first)));
        (await known.Content.ReadAsByteArrayAsync(Stop)).ShouldBeEmpty();
        known.Headers.CacheControl?.ToString().ShouldBe("no-cache");
        known.Headers.Vary.Order(StringComparer.Ordinal).ShouldBe(["Accept", "Accept-Encoding", "Authorization"]);
    }

    [Fact]
    public async Task Changes_with_an_import_and_with_a_description()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File + "1");
        var before = await GetAsync(Anonymous, $"/v1/observations?dataset={dataset}");

        await Given.ImportAsync(dataset, File + "2");
        var imported = await GetAsync(Anonymous, $"/v1/observations?dataset={dataset}", TagOf(before));
        (await PutAsync(dataset, "*")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var described = await GetAsync(Anonymous, $"/v1/observations?dataset={dataset}", TagOf(imported));

        (imported.StatusCode, described.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.OK));
        new[] { TagOf(before), TagOf(imported), TagOf(described) }.ShouldBeUnique();
        (await imported.Content.ReadAsStringAsync(Stop)).ShouldContain("\"value\":2");
    }

    [Fact]
    public async Task Changes_with_an_import_by_another_process()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File + "1", "format=unsd-csv&recordedAt=2020-01-01");
        var before = await GetAsync(Anonymous, $"/v1/observations?dataset={dataset}");
        var path = Path.Combine(Api.Database.Folder, Guid.NewGuid().ToString("N"));
        await System.IO.File.WriteAllTextAsync(path, File + "2", Stop);

        var (exit, _, error) = await ServerProcess.RunAsync(Api.Database, "import", "--dataset", dataset, "--format", "unsd-csv", path);
        var after = await GetAsync(Anonymous, $"/v1/observations?dataset={dataset}", TagOf(before));

        exit.ShouldBe(0, error);
        after.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await after.Content.ReadAsStringAsync(Stop)).ShouldContain("\"value\":2");
    }

    [Fact]
    public async Task Says_nothing_about_what_the_caller_may_not_see()
    {
        var hidden = await Given.DatasetAsync("confidential");
        await Given.ImportAsync(hidden, File + "1");
        var (anonymous, admin) = (await GetAsync(Anonymous, "/v1/datasets"), await GetAsync(Admin, "/v1/datasets"));

        await Given.ImportAsync(hidden, File + "2");

        (await GetAsync(Anonymous, "/v1/datasets", TagOf(anonymous))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await GetAsync(Admin, "/v1/datasets", TagOf(admin))).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Differs_by_query_format_coding_and_role()
    {
        var reader = await Api.ClientAsync(Role.Reader);
        var answers = new[]
        {
            await GetAsync(Anonymous, "/v1/observations"),
            await GetAsync(Anonymous, "/v1/observations?limit=5"),
            await GetAsync(Anonymous, "/v1/observations", accept: "text/csv"),
            await GetAsync(Anonymous, "/v1/observations", coding: "gzip"),
            await GetAsync(Anonymous, "/v1/observations", coding: "br"),
            await GetAsync(reader, "/v1/observations"),
            await GetAsync(Admin, "/v1/observations"),
        };

        answers.Select(TagOf).ShouldBeUnique();
        answers.Select(a => a.Content.Headers.ContentEncoding.SingleOrDefault()).ShouldBe([null, null, null, "gzip", "br", null, null]);
        answers.Select(a => a.Headers.CacheControl?.ToString()).ShouldBe(["no-cache", "no-cache", "no-cache", "no-cache", "no-cache", "no-cache, private", "no-cache, private"]);
    }

    [Fact]
    public async Task Takes_the_tag_of_a_GET_for_a_change_once()
    {
        var dataset = await Given.DatasetAsync();
        var tag = TagOf(await GetAsync(Admin, $"/v1/datasets/{dataset}"));

        var (first, second) = (await PutAsync(dataset, tag), await PutAsync(dataset, tag));

        tag.ShouldStartWith("\"r1-");
        (first.StatusCode, second.StatusCode).ShouldBe((HttpStatusCode.OK, HttpStatusCode.PreconditionFailed));
    }

    [Theory]
    [InlineData("/v1/observations?nonsense=1")]
    [InlineData("/v1/datasets/no-such-set")]
    [InlineData("/v1/observations?format=xml")]
    [InlineData("/health/live")]
    [InlineData("/graphql?query=%7B%20nonsense%20%7D")]
    public async Task Errors_and_health_have_no_tag(string path)
    {
        var response = await GetAsync(Anonymous, path);

        response.Headers.ETag.ShouldBeNull();
    }

    [Fact]
    public async Task An_import_has_a_tag_when_it_is_over()
    {
        var dataset = await Given.DatasetAsync();
        var import = $"/v1/imports/{(await Given.ImportAsync(dataset, File + "x")).Id}";

        foreach (var path in new[] { import, $"{import}/rejected" })
        {
            var first = await GetAsync(Admin, path);
            (await GetAsync(Admin, path, TagOf(first))).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        (await GetAsync(Admin, $"{import}/events")).Headers.ETag.ShouldBeNull();
    }

    private static string TagOf(HttpResponseMessage response) => response.Headers.ETag.ShouldNotBeNull().ToString();

    private static async Task<HttpResponseMessage> GetAsync(HttpClient client, string path, string? known = null, string? accept = null, string? coding = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in new[] { ("If-None-Match", known), ("Accept", accept), ("Accept-Encoding", coding) })
        {
            if (value is not null)
                request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Stop);
    }

    private async Task<HttpResponseMessage> PutAsync(string dataset, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/datasets/{dataset}")
        {
            Content = JsonContent.Create(new { title = "Renamed", sourceKind = "text", licence = "CC0-1.0", redistribution = "open", handling = "public" }),
        };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Admin.SendAsync(request, Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : EntityTagTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : EntityTagTests(api), IClassFixture<PostgresApi>;
}
