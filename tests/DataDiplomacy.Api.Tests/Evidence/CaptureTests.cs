using System.Net;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>What is said of a capture is any JSON, of which each reader must read the same: it is committed to as it was sent, or refused.</summary>
public abstract class CaptureTests(ApiFixture api) : RedactingTests(api)
{
    [Theory]
    [InlineData("""{"a":1,"a":2}""", "capture.a", "occurs twice")]
    [InlineData("""{"a":1e999}""", "capture.a", "beyond what a double holds")]
    [InlineData("""{"a":[{"b":1234567890123456789}]}""", "capture.a[0].b", "beyond 2^53 - 1")]
    [InlineData("""{"a":0.1234567890123456789}""", "capture.a", "Send it as a text")]
    [InlineData("""{"a":"\ud800"}""", "capture.a", "surrogate")]
    [InlineData("""{"Camera":{"\ud800":1}}""", "capture.Camera", "surrogate")]
    [InlineData("[]", "capture", "JSON object")]
    [InlineData("1e999", "capture", "JSON object")]
    public async Task Refuses_what_would_be_committed_to_as_something_else(string capture, string path, string why)
    {
        var before = await StoredAsync();

        var refused = await (await SendAsync(capture)).RefusedAsync(400);

        refused.Errors.Keys.ShouldBe([path]);
        refused.Detail.ShouldContain(why);
        (await StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData(33)]
    [InlineData(60)]
    [InlineData(61)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(1000)]
    public async Task Refuses_what_is_nested_too_deep_before_anything_is_stored(int levels)
    {
        var before = await StoredAsync();

        await (await SendAsync(Nested(levels))).RefusedAsync(400);

        (await StoredAsync()).ShouldBe(before);
        (await Anonymous.GetAsync("/v1/evidence", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Refuses_more_than_64_KiB()
    {
        static string Long(int bytes) => $$"""{"a":"{{new string('x', bytes - 8)}}"}""";

        (await (await SendAsync(Long((64 * 1024) + 1))).RefusedAsync(400)).Errors.Keys.ShouldBe(["capture"]);
        (await SendAsync(Long(64 * 1024))).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Shows_the_deepest_that_is_taken_at_every_door()
    {
        var answer = await SendAsync(Nested(32));
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
        var record = await answer.ReadAsync<AddedEvidence>();

        foreach (var path in new[] { "/v1/evidence?limit=1000", "/v1/evidence?format=ndjson", $"/v1/evidence/{record.Id}", $"/v1/evidence/{record.Id}/custody" })
            (await Anonymous.GetStringAsync(path, Stop)).ShouldContain(Nested(32), customMessage: path);
        (await Anonymous.PackageAsync($"/v1/evidence/{record.Id}/package")).ShouldNotBeEmpty();
        (await FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Commits_to_the_numbers_that_were_sent()
    {
        const string capture = """{"max":9007199254740991,"share":0.1,"iso":1E2,"text":"1234567890123456789","none":null}""";

        var record = await (await SendAsync(capture)).ReadAsync<AddedEvidence>();

        var shown = (await Anonymous.GetJsonAsync($"/v1/evidence/{record.Id}")).GetProperty("detail").GetProperty("capture");
        JsonElement.DeepEquals(shown, JsonDocument.Parse(capture).RootElement).ShouldBeTrue(shown.GetRawText());
    }

    [Theory]
    [InlineData("""{"latitude":1e999,"longitude":0}""", "latitude")]
    [InlineData("""{"latitude":0,"longitude":-1e999}""", "longitude")]
    [InlineData("""{"latitude":0,"longitude":0,"radiusMetres":1e999}""", "radiusMetres")]
    [InlineData("""{"latitude":0,"longitude":0,"radiusMetres":20038001}""", "radiusMetres")]
    [InlineData("""{"latitude":0,"longitude":0,"radiusMetres":-1}""", "radiusMetres")]
    [InlineData("""{"latitude":"NaN","longitude":0}""", "record")]
    [InlineData("""{"latitude":NaN,"longitude":0}""", "record")]
    public async Task Refuses_places_that_are_none(string place, string field)
    {
        var before = await StoredAsync();

        (await (await SendAsync("{}", place)).RefusedAsync(400)).Errors.Keys.ShouldBe([field]);

        (await StoredAsync()).ShouldBe(before);
    }

    private static string Nested(int levels) => string.Concat(Enumerable.Repeat("{\"a\":", levels - 1)) + "{}" + new string('}', levels - 1);

    private async Task<HttpResponseMessage> SendAsync(string capture, string place = "null")
    {
        var said = new StringContent($$"""{"kind":"document","title":"Captured","sensitivity":"public","capture":{{capture}},"claimedPlace":{{place}}}""", Encoding.UTF8, "application/json");
        return await Admin.PostAsync("/v1/evidence", new MultipartFormDataContent { { said, "record" }, { new ByteArrayContent("Captured content"u8.ToArray()), "content", "test.txt" } }, Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : CaptureTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : CaptureTests(api), IClassFixture<PostgresApi>;
}
