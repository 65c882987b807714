using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.States;

/// <summary>The states of data sets follow from what the server holds.</summary>
public abstract class StateTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSTATE_S,404,2010,1\n";

    [Theory]
    [InlineData("public", "open", "public")]
    [InlineData("public", "internal", "private")]
    [InlineData("internal", "open", "private")]
    public async Task Tells_public_from_private_by_label_and_terms(string handling, string redistribution, string state)
    {
        var dataset = await Given.DatasetAsync(handling, redistribution: redistribution);

        var visibility = (await Admin.GetJsonAsync($"/v1/datasets/{dataset}/states")).GetProperty("visibility");

        Text(visibility, "state").ShouldBe(state);
        Text(visibility, "since").ShouldBe(Text(await Admin.GetJsonAsync($"/v1/datasets/{dataset}"), "updatedAt"));
        Text(visibility, "reference").ShouldBe($"/v1/datasets/{dataset}");
    }

    [Fact]
    public async Task Counts_reads_by_channel_over_thirty_and_over_365_days_and_never_says_by_whom()
    {
        var dataset = await Given.DatasetAsync("internal");
        await Given.ImportAsync(dataset, File);
        var reader = await Api.ClientAsync(Role.Reader);
        (await UseAsync(reader, dataset)).ShouldBe("unused");

        await reader.GetJsonAsync($"/v1/datasets/{dataset}/versions");
        Api.Time.UtcNow += TimeSpan.FromDays(100);
        await reader.GetJsonAsync($"/v1/datasets/{dataset}/versions/1");
        (await reader.PostAsJsonAsync("/graphql", new { query = $$"""{ dataset(id: "{{dataset}}") { title } }""" }, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await UseAsync(reader, dataset)).ShouldBe("used graphql 1 1, rest 1 2");
        (await (await reader.GetAsync($"/v1/datasets/{dataset}/states", Stop)).Content.ReadAsStringAsync(Stop)).ShouldNotContain("of a test");
        Api.Time.UtcNow += TimeSpan.FromDays(400);
        (await UseAsync(reader, dataset)).ShouldBe("unused");
    }

    [Fact]
    public async Task Takes_the_use_of_public_data_from_sums_and_does_not_know_who_reads()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File.Replace("STATE_S", "STATE_PUBLIC_" + GetType().Name.ToUpperInvariant()));
        await Admin.GetJsonAsync($"/v1/datasets/{dataset}");
        Text((await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/states")).GetProperty("use"), "state").ShouldNotBe("used");

        for (var i = 0; i < 6; i++) await Admin.GetJsonAsync($"/v1/observations?dataset={dataset}");

        var states = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/states");
        Text(states.GetProperty("use"), "since").ShouldBe(Api.Time.UtcNow.Date.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Text(states.GetProperty("use"), "reference").ShouldBe($"/v1/datasets/{dataset}/uses");
        (await UseAsync(Anonymous, dataset)).ShouldBe("used api 5 5");
        states.GetProperty("shared").GetProperty("state").GetString().ShouldBe("unshared");
    }

    [Fact]
    public async Task Takes_copies_and_revisions_from_what_was_stated_of_its_versions()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        (await BothAsync(dataset)).ShouldBe(("notCopied", "unmodified"));

        await Given.ImportAsync(dataset, File.Replace(",1\n", ",2\n"));
        (await BothAsync(dataset)).ShouldBe(("notCopied", "modified"));
        var copy = $"https://example.org/{Guid.NewGuid()}";
        await StateAsync(copy, dataset, "prov:Quotation");

        var copied = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/states")).GetProperty("copied");
        (Text(copied, "state"), Text(copied, "reference")).ShouldBe(("copied", copy));
        Text(copied, "because").ShouldContain("version 1");
    }

    [Fact]
    public async Task Has_no_states_for_what_the_caller_may_not_see()
    {
        var hidden = await Given.DatasetAsync("confidential");

        await (await Anonymous.GetAsync($"/v1/datasets/{hidden}/states", Stop)).RefusedAsync(404);
        (await Admin.GetAsync($"/v1/datasets/{hidden}/states", Stop)).Headers.ETag.ShouldBeNull();
    }

    private static async Task<string> UseAsync(HttpClient by, string dataset)
    {
        var use = (await by.GetJsonAsync($"/v1/datasets/{dataset}/states")).GetProperty("use");
        var channels = use.GetProperty("channels").EnumerateArray().Select(c => $"{Text(c, "channel")} {c.GetProperty("last30Days")} {c.GetProperty("last365Days")}");
        return $"{Text(use, "state")} {string.Join(", ", channels)}".Trim();
    }

    private async Task<(string Copied, string Modified)> BothAsync(string dataset)
    {
        var states = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/states");
        return (Text(states.GetProperty("copied"), "state"), Text(states.GetProperty("modified"), "state"));
    }

    private async Task StateAsync(string result, string dataset, string type)
    {
        const string document = """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"RESULT","prov:usedEntity":"http://localhost:5080/v1/datasets/DATASET/versions/1","prov:type":{"$":"TYPE","type":"prov:QUALIFIED_NAME"}}}}""";
        var body = document.Replace("RESULT", result).Replace("DATASET", dataset).Replace("TYPE", type);
        var response = await Admin.PostAsync("/v1/provenance?handling=public", new StringContent(body, System.Text.Encoding.UTF8, "application/json"), Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.Created, await response.Content.ReadAsStringAsync(Stop));
    }

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";

    public sealed class OnSqlite(SqliteApi api) : StateTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : StateTests(api), IClassFixture<PostgresApi>;
}
