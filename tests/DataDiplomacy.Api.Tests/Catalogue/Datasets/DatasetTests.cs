using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Datasets;

public abstract class DatasetTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1";

    [Fact]
    public async Task Registers_a_data_set_and_finds_it_at_its_address()
    {
        var response = await Admin.PostAsJsonAsync("/v1/datasets", Description("registered", title: "Energy"), Stop);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        (response.Headers.Location?.ToString(), response.Headers.ETag?.ToString()).ShouldBe(("/v1/datasets/registered", "\"r1\""));
        var found = await Anonymous.GetJsonAsync("/v1/datasets/registered");
        (found.GetProperty("title").GetString(), found.GetProperty("sourceKind").GetString(), found.GetProperty("handling").GetString())
            .ShouldBe(("Energy", "officialStatistics", "public"));
        found.GetProperty("latestVersion").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("""{"id":"A"}""", "required and missing")]
    [InlineData("""{"id":"a b","title":"t","sourceKind":"text","licence":"l","redistribution":"open","handling":"public"}""", "lower-case slug")]
    [InlineData("""{"id":"ab","title":"","sourceKind":"text","licence":"l","redistribution":"open","handling":"public"}""", "title")]
    [InlineData("""{"id":"ab","title":"t","sourceKind":"Text","licence":"l","redistribution":"open","handling":"secret"}""", "allowed names")]
    [InlineData("""{"id":"ab","title":"t","sourceKind":"text","licence":"l","redistribution":"open","handling":"public","extra":1}""", "extra")]
    [InlineData("""{"id":"ab","title":"t","sourceKind":"text","licence":"l","redistribution":"open","handling":"public","mapping":{"series":1}}""", "series")]
    [InlineData("{", "JSON")]
    public async Task Refuses_a_description_that_is_not_valid_and_says_why(string body, string why)
    {
        var response = await Admin.PostAsync("/v1/datasets", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

        var refusal = await response.RefusedAsync(400);
        refusal.Type.ShouldBe("invalid-request");
        refusal.Errors.Count.ShouldBeGreaterThan(0);
        refusal.Detail.ShouldContain(why);
        refusal.Detail.ShouldNotContain("DataDiplomacy.");
    }

    [Fact]
    public async Task Refuses_an_id_that_is_taken()
    {
        var dataset = await Given.DatasetAsync("confidential");

        (await (await Admin.PostAsJsonAsync("/v1/datasets", Description(dataset), Stop)).RefusedAsync(409)).Type.ShouldBe("already-exists");
    }

    [Fact]
    public async Task Refuses_a_body_that_is_no_json_by_its_type()
    {
        var response = await Admin.PostAsync("/v1/datasets", new StringContent("<a/>", Encoding.UTF8, "application/xml"), Stop);

        (await response.RefusedAsync(415)).Detail.ShouldContain("application/json");
    }

    [Fact]
    public async Task Replaces_a_description_that_nobody_changed_since()
    {
        var dataset = await Given.DatasetAsync();

        var changed = await PutAsync(dataset, "\"r1\"", "New title");

        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag?.ToString().ShouldBe("\"r2\"");
        (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}")).GetProperty("title").GetString().ShouldBe("New title");
    }

    [Theory]
    [InlineData(null, 428, "precondition-required")]
    [InlineData("\"r7\"", 412, "precondition-failed")]
    public async Task Refuses_a_change_without_the_tag_of_what_is_changed(string? tag, int status, string type)
    {
        var dataset = await Given.DatasetAsync();

        (await (await PutAsync(dataset, tag, "x")).RefusedAsync(status)).Type.ShouldBe(type);
        (await (await DeleteAsync(dataset, tag)).RefusedAsync(status)).Type.ShouldBe(type);
        (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}")).GetProperty("title").GetString().ShouldBe("A data set of a test");
    }

    [Fact]
    public async Task Lets_one_of_two_changes_win_that_began_with_the_same_tag()
    {
        var dataset = await Given.DatasetAsync();

        var both = await Task.WhenAll(PutAsync(dataset, "\"r1\"", "one"), PutAsync(dataset, "\"r1\"", "other"));

        both.Select(r => (int)r.StatusCode).Order().ShouldBe([200, 412]);
    }

    [Fact]
    public async Task Deletes_a_data_set_without_versions_even_after_a_failed_import()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,?");

        (await DeleteAsync(dataset, "*")).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await Admin.GetAsync($"/v1/datasets/{dataset}", Stop)).RefusedAsync(404);
        await (await DeleteAsync(dataset, "*")).RefusedAsync(404);
    }

    [Fact]
    public async Task Never_deletes_what_was_published()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);

        (await (await DeleteAsync(dataset, "*")).RefusedAsync(409)).Type.ShouldBe("has-versions");
    }

    [Fact]
    public async Task Lists_versions_oldest_first_with_their_counts()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        await Given.ImportAsync(dataset, File + "\nSI_POV,404,2011,2");

        var list = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/versions");

        list.GetProperty("items").EnumerateArray().Select(v => (v.GetProperty("number").GetInt32(), v.GetProperty("rows").GetInt64(), v.GetProperty("added").GetInt64()))
            .ShouldBe([(1, 1, 1), (2, 2, 1)]);
        (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}")).GetProperty("latestVersion").GetProperty("number").GetInt32().ShouldBe(2);
        await (await Anonymous.GetAsync($"/v1/datasets/{dataset}/versions/3", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Shows_the_version_that_was_the_newest_as_of_an_instant()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File, "format=unsd-csv&recordedAt=2019-03-31");
        await Given.ImportAsync(dataset, File, "format=unsd-csv&recordedAt=2020-10-19");

        async Task<int?> LatestAsync(string asOf)
        {
            var latest = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}?asOf={asOf}")).GetProperty("latestVersion");
            return latest.ValueKind is JsonValueKind.Null ? null : latest.GetProperty("number").GetInt32();
        }

        (await LatestAsync("2019-03-30T23:59:59Z"), await LatestAsync("2019-03-31"), await LatestAsync("2020-10-18"), await LatestAsync("2020-10-19"))
            .ShouldBe((null, 1, 1, 2));
    }

    [Fact]
    public async Task Pages_through_data_sets_in_one_order_while_others_are_added()
    {
        var word = "paged" + Guid.NewGuid().ToString("N");
        string[] ids = [await Given.DatasetAsync(title: word), await Given.DatasetAsync(title: word), await Given.DatasetAsync(title: word)];
        var path = $"/v1/datasets?q={word}&limit=2";

        var first = await Anonymous.GetJsonAsync(path);
        var second = await Anonymous.GetJsonAsync($"{path}&cursor={first.GetProperty("next").GetString()}");

        IdsOf(first).Concat(IdsOf(second)).ShouldBe(ids.Order(StringComparer.Ordinal));
        second.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
        second.GetProperty("asOf").GetString().ShouldBe(first.GetProperty("asOf").GetString());
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1001", "limit")]
    [InlineData("limit=x", "limit")]
    [InlineData("count=about", "count")]
    [InlineData("asOf=yesterday", "asOf")]
    [InlineData("sourceKind=Text", "sourceKind")]
    [InlineData("cursor=abc", "cursor")]
    public async Task Refuses_a_bad_parameter_by_its_name(string query, string field)
    {
        var refusal = await (await Anonymous.GetAsync($"/v1/datasets?{query}", Stop)).RefusedAsync(400);

        refusal.Errors.Keys.ShouldBe([field]);
    }

    [Fact]
    public async Task Refuses_the_cursor_of_another_query()
    {
        await Given.DatasetAsync();
        await Given.DatasetAsync();
        var next = (await Anonymous.GetJsonAsync("/v1/datasets?limit=1")).GetProperty("next").GetString();

        var refusal = await (await Anonymous.GetAsync($"/v1/datasets?limit=1&q=set&cursor={next}", Stop)).RefusedAsync(400);

        refusal.Type.ShouldBe("invalid-cursor");
    }

    private static object Description(string id, string title = "A data set") => new
    {
        id,
        title,
        sourceKind = "officialStatistics",
        licence = "CC0-1.0",
        redistribution = "open",
        handling = "public",
    };

    private static IEnumerable<string?> IdsOf(JsonElement page) => page.GetProperty("items").EnumerateArray().Select(d => d.GetProperty("id").GetString());

    private Task<HttpResponseMessage> PutAsync(string dataset, string? tag, string title) => SendAsync(HttpMethod.Put, dataset, tag, JsonContent.Create(
        new { title, sourceKind = "text", licence = "CC0-1.0", redistribution = "open", handling = "public" }));

    private Task<HttpResponseMessage> DeleteAsync(string dataset, string? tag) => SendAsync(HttpMethod.Delete, dataset, tag, null);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string dataset, string? tag, HttpContent? body)
    {
        using var request = new HttpRequestMessage(method, $"/v1/datasets/{dataset}") { Content = body };
        if (tag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await Admin.SendAsync(request, Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : DatasetTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : DatasetTests(api), IClassFixture<PostgresApi>;
}
