using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Docs;

/// <summary>The whole answers in schema/examples are answers that the demo gives, and fit the document that shows them.</summary>
public sealed class OpenApiExampleTests(DemoServer server) : ApiTests(server), IClassFixture<DemoServer>
{
    /// <summary>What differs from server to server or from day to day: when it was published here or read, and cursors, which carry that.</summary>
    private static readonly Dictionary<string, string> Masks = new()
    {
        ["asOf"] = "2026-11-25T01:29:27.284Z",
        ["createdAt"] = "2026-11-25T01:29:27.284Z",
        ["updatedAt"] = "2026-11-25T01:29:27.284Z",
        ["publishedAt"] = "2026-11-25T01:29:27.594Z",
        ["publishedUpTo"] = "2026-11-25T01:29:27.594Z",
        ["next"] = "eyJxdWVyeSI6IkFHUTgifQ",
    };

    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("getObservations", "/v1/observations?series=EG_FEC_RNEW&area=404&from=2014&to=2015")]
    [InlineData("getObservationsHistory", "/v1/observations/history?series=EG_FEC_RNEW&area=404&period=2015")]
    [InlineData("getTrends", "/v1/trends?series=EG_FEC_RNEW&area=404")]
    [InlineData("getTrendsScan", "/v1/trends/scan?dataset=sdg-demo&limit=1")]
    [InlineData("getDatasets", "/v1/datasets")]
    [InlineData("getSeries", "/v1/series?indicator=7.2.1")]
    [InlineData("getSeriesByCodeFacets", "/v1/series/EG_FEC_RNEW/facets")]
    [InlineData("getAreasResolve", "/v1/areas/resolve?q=Swaziland")]
    [InlineData("getAreasByCode", "/v1/areas/404")]
    [InlineData("getIndicatorsByCode", "/v1/indicators/7.2.1")]
    [InlineData("getSearch", "/v1/search?q=renewable%20energy")]
    [InlineData("getDatasetsByIdVersionsByADiffByB", "/v1/datasets/sdg-demo/versions/1/diff/2?series=EG_FEC_RNEW&limit=2")]
    public async Task An_answer_of_the_document_is_an_answer_of_the_demo(string operation, string path)
    {
        var answer = Masked(JsonNode.Parse(await Anonymous.GetStringAsync(path, Stop)));

        await CheckedIn.MatchAsync($"schema/examples/{operation}.json", answer.ToJsonString(Written) + "\n");
        await FitsAsync(operation, answer);
    }

    [Fact]
    public async Task A_table_of_the_document_is_an_answer_of_the_demo()
    {
        var answer = await Anonymous.GetStringAsync("/v1/observations?series=EG_FEC_RNEW&area=404&from=2014&to=2015&format=csv", Stop);

        // RFC 4180 ends lines with CR LF; the file checked in has the line ends of the repository.
        answer.ShouldContain("\r\n");
        await CheckedIn.MatchAsync("schema/examples/getObservations.csv", answer.ReplaceLineEndings("\n"));
        var shown = (await DocumentAsync()).Operation("getObservations").Responses["200"].Content!["text/csv"].Example;
        shown.ShouldNotBeNull().GetValue<string>().ReplaceLineEndings("\n").ShouldBe(answer.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task The_request_of_a_statistic_gets_the_answer_that_the_document_shows()
    {
        var request = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema/examples/postStatisticsByMethod.request.json"), Stop);
        using var body = new StringContent(request, Encoding.UTF8, "application/json");

        var response = await Anonymous.PostAsync("/v1/statistics/mann_kendall", body, Stop);

        var text = await response.Content.ReadAsStringAsync(Stop);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        var answer = Masked(JsonNode.Parse(text));
        await CheckedIn.MatchAsync("schema/examples/postStatisticsByMethod.json", answer.ToJsonString(Written) + "\n");
        await FitsAsync("postStatisticsByMethod", answer);
        var shown = (await DocumentAsync()).Operation("postStatisticsByMethod").Operation.RequestBody!.Content!["application/json"].Example;
        JsonNode.DeepEquals(shown, JsonNode.Parse(request)).ShouldBeTrue();
    }

    [Fact]
    public async Task Every_file_is_the_example_of_an_operation()
    {
        var ids = (await DocumentAsync()).Operations.Select(o => o.Id);

        Directory.GetFiles(Path.Combine(Repository.Root, "schema/examples")).Select(f => Path.GetFileName(f).Split('.')[0]).Except(ids).ShouldBeEmpty();
    }

    private async Task FitsAsync(string operation, JsonNode answer)
    {
        var media = (await DocumentAsync()).Operation(operation).Responses["200"].Content!["application/json"];

        SchemaCheck.Faults(answer, media.Schema!).ShouldBeEmpty();
        JsonNode.DeepEquals(media.Example, answer).ShouldBeTrue(media.Example?.ToJsonString(Written));
    }

    private async Task<DescribedDocument> DocumentAsync() => DescribedDocument.Parse(await Anonymous.GetStringAsync("/openapi/v1.json", Stop));

    /// <summary>The same answer on every server and every processor: the last digits of a computed number depend on the latter.</summary>
    private static JsonNode Masked(JsonNode? node, string name = "") => node switch
    {
        JsonObject fields => new JsonObject(fields.Select(f => KeyValuePair.Create(f.Key, f.Value is null ? null : Masked(f.Value, f.Key)))),
        JsonArray list => new JsonArray([.. list.Select(v => v is null ? null : Masked(v))]),
        JsonValue value when Masks.TryGetValue(name, out var mask) && value.GetValueKind() == JsonValueKind.String => JsonValue.Create(mask),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNode.Parse(
            double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture))!,
        _ => node?.DeepClone() ?? throw new JsonException("An answer is never null."),
    };
}
