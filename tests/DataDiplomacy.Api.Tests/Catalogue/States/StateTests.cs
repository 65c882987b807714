using System.Net;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Uses;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

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

    [Theory]
    [InlineData("internal")]
    [InlineData("public")]
    public async Task Counts_reads_of_its_data_by_channel_over_thirty_and_over_365_days_and_never_says_by_whom(string handling)
    {
        var (dataset, code) = (await Given.DatasetAsync(handling), $"STATE_{handling}_{GetType().Name}".ToUpperInvariant());
        await Given.ImportAsync(dataset, File.Replace("STATE_S", code));
        var reader = await Api.ClientAsync(Role.Reader);
        foreach (var path in new[] { "/v1/datasets", $"/v1/datasets/{dataset}", $"/v1/datasets/{dataset}/versions", "/graphql?query={datasets{nodes{id}}}" }) await reader.GetJsonAsync(path);
        (await UseAsync(reader, dataset)).ShouldNotStartWith("used");

        for (var i = 0; i < 6; i++) await reader.GetJsonAsync($"/v1/observations?dataset={dataset}");
        (await UseAsync(reader, dataset)).ShouldBe("used api 0 0");
        Api.Time.UtcNow += TimeSpan.FromDays(100);
        for (var i = 0; i < 5; i++) await reader.GetJsonAsync($"/graphql?query={Uri.EscapeDataString($$"""{ observations(series: ["{{code}}"]) { nodes { value } } }""")}");
        Api.Time.UtcNow += TimeSpan.FromDays(1);

        (await UseAsync(reader, dataset)).ShouldBe("used api 0 5, graphql 5 5");
        var states = await reader.GetJsonAsync($"/v1/datasets/{dataset}/states");
        Text(states.GetProperty("use"), "since").ShouldBe(Api.Time.UtcNow.Date.AddDays(-101).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture));
        Text(states.GetProperty("use"), "reference").ShouldBe($"/v1/datasets/{dataset}/uses");
        states.GetRawText().ShouldNotContain("of a test");
        Api.Time.UtcNow += TimeSpan.FromDays(400);
        (await UseAsync(reader, dataset)).ShouldBe("unused");
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

    private async Task<string> UseAsync(HttpClient by, string dataset)
    {
        await Api.Factory.Services.GetRequiredService<UseWorker>().WriteAsync(Stop);
        var use = (await by.GetJsonAsync($"/v1/datasets/{dataset}/states")).GetProperty("use");
        var channels = (use.GetProperty("channels") is { ValueKind: JsonValueKind.Array } counted ? counted.EnumerateArray().ToList() : []).Select(c => $"{Text(c, "channel")} {c.GetProperty("last30Days")} {c.GetProperty("last365Days")}");
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
