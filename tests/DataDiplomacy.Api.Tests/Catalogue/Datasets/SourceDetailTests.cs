using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Datasets;

/// <summary>What is said of sources by their kind.</summary>
public abstract class SourceDetailTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("officialStatistics", """{"custodian":"WHO","method":"Surveys"}""")]
    [InlineData("online", """{"platform":"A forum","collectionTerms":"Its API, terms of 2026"}""")]
    [InlineData("sensor", """{"device":"Gauge 7","calibratedAt":"2026-01-31","calibration":"Two points"}""")]
    [InlineData("satellite", """{"sensor":"MSI","resolutionMetres":10.5,"acquiredFrom":"2026-01-01","acquiredTo":"2026-01-01"}""")]
    [InlineData("text", """{"language":"sw","channel":"Radio"}""")]
    [InlineData("transaction", """{"system":"Customs","unitOfRecord":"Declaration"}""")]
    [InlineData("text", "{}")]
    public async Task Keeps_the_fields_of_each_kind_as_they_were_sent(string kind, string details)
    {
        var id = $"source-{Guid.NewGuid():N}";

        (await RegisterAsync(id, kind, details)).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await Anonymous.GetJsonAsync($"/v1/datasets/{id}")).GetProperty("sourceDetails").GetRawText().ShouldBe(details);
        var answer = await (await Anonymous.PostAsJsonAsync("/graphql", new { query = $$"""{ dataset(id: "{{id}}") { sourceDetails } }""" }, Stop)).ReadAsync<JsonElement>();
        answer.GetProperty("data").GetProperty("dataset").GetProperty("sourceDetails").GetString().ShouldBe(details);
    }

    [Theory]
    [InlineData("text", """{"platform":"A forum"}""", "There is no field 'platform'. A source of kind text has language, channel.")]
    [InlineData("satellite", """{"resolutionMetres":0}""", "resolutionMetres is a number above 0.")]
    [InlineData("satellite", """{"resolutionMetres":"10"}""", "resolutionMetres is a number above 0.")]
    [InlineData("satellite", """{"acquiredFrom":"2026-02-01","acquiredTo":"2026-01-31"}""", "acquiredTo is not before acquiredFrom.")]
    [InlineData("sensor", """{"calibratedAt":"yesterday"}""", "calibratedAt is a day, written 2026-06-01.")]
    [InlineData("online", """{"platform":""}""", "platform is a text of 1 to 1000 characters.")]
    [InlineData("online", """{"platform":"\ud800"}""", "platform is a text of 1 to 1000 characters.")]
    [InlineData("online", """{"platform":"a","platform":"b"}""", "stands twice")]
    [InlineData("online", "[]", "JSON object")]
    public async Task Refuses_fields_of_another_kind_and_says_which_are_right(string kind, string details, string why)
    {
        var refusal = await (await RegisterAsync($"source-{Guid.NewGuid():N}", kind, details)).RefusedAsync(400);

        refusal.Errors["sourceDetails"].ShouldContain(e => e.Contains(why));
    }

    [Fact]
    public async Task Gives_the_language_of_texts_in_the_profile()
    {
        var id = $"source-{Guid.NewGuid():N}";
        await RegisterAsync(id, "text", """{"language":"sw"}""");
        await Given.ImportAsync(id, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSOURCE_S,404,2010,1\n");

        var profile = await Anonymous.GetJsonAsync($"/v1/datasets/{id}/profile");

        profile.GetProperty("variety").GetProperty("languages").EnumerateArray().Select(l => l.GetString()).ShouldBe(["sw"]);
        profile.GetProperty("declared").GetProperty("sourceDetails").GetRawText().ShouldBe("""{"language":"sw"}""");
    }

    private Task<HttpResponseMessage> RegisterAsync(string id, string kind, string details) => Admin.PostAsync("/v1/datasets", new StringContent(
        $$"""{"id":"{{id}}","title":"t","sourceKind":"{{kind}}","licence":"l","redistribution":"open","handling":"public","sourceDetails":{{details}}}""", Encoding.UTF8, "application/json"), Stop);

    public sealed class OnSqlite(SqliteApi api) : SourceDetailTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : SourceDetailTests(api), IClassFixture<PostgresApi>;
}
