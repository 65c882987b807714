using System.Net;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Events of OpenLineage, as the programs of data engineers send them.</summary>
public abstract class LineageEventTests(ApiFixture api) : ApiTests(api)
{
    private const string Base = "http://localhost:5080/";

    [Fact]
    public async Task Walks_from_what_a_run_wrote_to_the_version_it_read()
    {
        var dataset = await Given.DatasetAsync(title: "Wells");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var run = Guid.NewGuid().ToString();

        (await SendAsync(Event(run, "START", "10:00", dataset))).StatusCode.ShouldBe(HttpStatusCode.Created);
        (await SendAsync(Event(run, "COMPLETE", "10:05", dataset))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var lineage = await Admin.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString($"urn:openlineage:dataset:warehouse:clean-{dataset}#after={run}")}?depth=10");

        var labels = lineage.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("label").GetString()).ToList();
        labels.ShouldContain("Wells, version 1");
        labels.ShouldContain("The file as it was received");
        var activity = lineage.GetProperty("nodes").EnumerateArray().First(n => n.GetProperty("id").GetString() == $"urn:uuid:{run}");
        (activity.GetProperty("startedAt").GetString(), activity.GetProperty("endedAt").GetString()).ShouldBe(("2026-11-01T10:00:00Z", "2026-11-01T10:05:00Z"));
    }

    [Fact]
    public async Task Takes_the_same_event_once_and_says_so()
    {
        var lineage = Event(Guid.NewGuid().ToString(), "COMPLETE", "10:00", "any");

        var (first, again) = (await SendAsync(lineage), await SendAsync(lineage));

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK));
        Counts(await again.ReadAsync<JsonElement>()).ShouldBe((1, 0, 1, 0));
    }

    [Fact]
    public async Task Lists_the_events_of_a_batch_that_it_refuses_and_takes_the_others()
    {
        var run = Guid.NewGuid().ToString();
        var contradiction = Event(run, "START", "11:00", "any");

        var answer = await SendAsync($"[{Event(run, "START", "10:00", "any")},{{}},{contradiction},{Event(run, "COMPLETE", "12:00", "any")}]");

        var taken = await answer.ReadAsync<JsonElement>();
        Counts(taken).ShouldBe((4, 2, 0, 2));
        taken.GetProperty("refused")[0].GetProperty("detail").GetString().ShouldBe("/1/eventTime: eventTime is missing.");
        (taken.GetProperty("refused")[1].GetProperty("index").GetInt32(), taken.GetProperty("refused")[1].GetProperty("detail").GetString()?.Contains("Constraint 22")).ShouldBe((2, true));
    }

    [Theory]
    [InlineData("{}", 400, "eventTime is missing")]
    [InlineData("[", 400, "Not JSON")]
    [InlineData("", 400, "Not JSON")]
    [InlineData("7", 400, "an array of them")]
    public async Task Refuses_what_is_no_event(string body, int status, string why)
    {
        (await (await SendAsync(body)).RefusedAsync(status)).Detail.ShouldContain(why);
    }

    [Fact]
    public async Task Hides_what_was_stated_internally()
    {
        var run = Guid.NewGuid().ToString();
        await SendAsync(Event(run, "COMPLETE", "10:00", "any"));

        await (await Anonymous.GetAsync($"/v1/provenance/urn:uuid:{run}", Stop)).RefusedAsync(404);
        (await Admin.GetJsonAsync($"/v1/provenance/urn:uuid:{run}")).GetProperty("nodes")[0].GetProperty("kind").GetString().ShouldBe("activity");
    }

    [Fact]
    public async Task Gives_a_run_again_as_it_was_told()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var run = Guid.NewGuid().ToString();
        await SendAsync(Event(run, "START", "10:00", dataset));
        await SendAsync(Event(run, "FAIL", "10:05", dataset));

        var given = await Admin.GetJsonAsync($"/v1/lineage/{run}");

        given.EnumerateArray().Select(e => (e.GetProperty("eventType").GetString(), e.GetProperty("eventTime").GetString())).ShouldBe([("START", "2026-11-01T10:00:00Z"), ("FAIL", "2026-11-01T10:05:00Z")]);
        var told = JsonDocument.Parse(Event(run, "FAIL", "10:05", dataset)).RootElement;
        foreach (var member in new[] { "run", "job", "producer" }) JsonElement.DeepEquals(given[1].GetProperty(member), told.GetProperty(member)).ShouldBeTrue(member);
        var (read, wrote) = (given[1].GetProperty("inputs")[0], given[1].GetProperty("outputs")[0]);
        (read.GetProperty("namespace").GetString() + "/", read.GetProperty("name").GetString(), read.GetProperty("facets").GetProperty("version").GetProperty("datasetVersion").GetString()).ShouldBe((Base, dataset, "1"));
        (wrote.GetProperty("namespace").GetString(), wrote.GetProperty("name").GetString()).ShouldBe(("warehouse", $"clean-{dataset}"));
        Counts(await (await SendAsync(given.GetRawText())).ReadAsync<JsonElement>()).ShouldBe((2, 0, 2, 0));
    }

    [Fact]
    public async Task Tells_of_an_import_as_a_run()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var activity = (await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/versions/1")).GetProperty("activity").GetString();

        var given = await Anonymous.GetJsonAsync($"/v1/lineage/{activity}");

        var end = given.EnumerateArray().Last();
        (end.GetProperty("eventType").GetString(), end.GetProperty("job").GetProperty("name").GetString()).ShouldBe(("COMPLETE", "Import"));
        (end.GetProperty("outputs")[0].GetProperty("name").GetString(), end.GetProperty("outputs")[0].GetProperty("facets").GetProperty("version").GetProperty("datasetVersion").GetString()).ShouldBe((dataset, "1"));
        end.GetProperty("inputs")[0].GetProperty("name").GetString().ShouldBe($"v1/datasets/{dataset}/versions/1/source");
    }

    [Fact]
    public async Task Gives_no_events_of_what_the_caller_may_not_see_or_what_is_no_activity()
    {
        var (run, hidden) = (Guid.NewGuid().ToString(), await Given.DatasetAsync(handling: "confidential"));
        await Given.ImportAsync(hidden, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        await SendAsync(Event(run, "COMPLETE", "10:00", hidden));
        var reader = await Api.ClientAsync(DataDiplomacy.Api.Access.Role.Reader);

        await (await Anonymous.GetAsync($"/v1/lineage/{run}", Stop)).RefusedAsync(404);
        await (await Admin.GetAsync($"/v1/lineage/{hidden}@1", Stop)).RefusedAsync(404);
        await (await Admin.GetAsync($"/v1/lineage/{run}?asOf=2020-01-01", Stop)).RefusedAsync(404);
        (await (await Admin.GetAsync($"/v1/lineage/{run}?asOf=then", Stop)).RefusedAsync(400)).Errors.ShouldContainKey("asOf");
        (await reader.GetStringAsync($"/v1/lineage/{run}", Stop)).ShouldNotContain($"\"{hidden}\"");
        (await Admin.GetStringAsync($"/v1/lineage/{run}", Stop)).ShouldContain($"\"{hidden}\"");
    }

    private static (int Received, int Added, int Known, int Refused) Counts(JsonElement taken) =>
        (taken.GetProperty("received").GetInt32(), taken.GetProperty("added").GetInt32(), taken.GetProperty("known").GetInt32(), taken.GetProperty("refused").GetArrayLength());

    private static string Event(string run, string type, string time, string dataset) =>
        """{"eventTime":"2026-11-01TTIME:00Z","eventType":"TYPE","producer":"https://example.org/etl","schemaURL":"https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent","run":{"runId":"RUN"},"job":{"namespace":"warehouse","name":"clean"},"inputs":[{"namespace":"BASE","name":"SET","facets":{"version":{"_producer":"https://example.org/etl","_schemaURL":"https://openlineage.io/spec/facets/1-0-1/DatasetVersionDatasetFacet.json","datasetVersion":"1"}}}],"outputs":[{"namespace":"warehouse","name":"clean-SET"}]}"""
            .Replace("TIME", time).Replace("TYPE", type).Replace("RUN", run).Replace("BASE", Base).Replace("SET", dataset);

    private Task<HttpResponseMessage> SendAsync(string body) => Admin.PostAsync("/v1/lineage", new StringContent(body, Encoding.UTF8, "application/json"), Stop);

    public sealed class OnSqlite(SqliteApi api) : LineageEventTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : LineageEventTests(api), IClassFixture<PostgresApi>;
}
