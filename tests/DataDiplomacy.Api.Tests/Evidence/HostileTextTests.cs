using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Texts that are none, in each place of each body that writes evidence: refused, and nothing is stored of them.</summary>
public abstract class HostileTextTests(ApiFixture api) : RedactingTests(api)
{
    private const string Judgement = """
        "sourceReliability": "B", "sourceBasis": "b", "informationCredibility": 2, "informationBasis": "b", "likelihood": "likely", "confidence": "low",
        "alternatives": ["a"], "supporting": [{ "record": "r", "note": "n", "originGroup": "g" }, "r2"], "contradicting": ["r3"], "conflictOfInterest": "c"
        """;

    private static readonly string[] Nothing =
    [
        "\"\\ud800\"", "\"a\\udfff\"", "\"\\udc00\\ud800\"", "\"\uFFFF\"", // The last is replaced by a byte that is no UTF-8.
    ];

    /// <summary>Each route that takes a body, the part of a form that is JSON, and a body in which each member that is a text stands. {id} is a record.</summary>
    public static TheoryData<string, string?, string> Bodies => new()
    {
        {
            "/v1/evidence", "record", """
            { "kind": "document", "title": "t", "sensitivity": "public", "case": "c", "claimedTime": "2026-01-01", "sourceUrl": "https://example.org", "sha256": "0",
              "capture": { "tool": "t", "headers": [{ "name": "n" }] }, "claimedPlace": { "latitude": 1, "longitude": 1 } }
            """
        },
        {
            "/v1/evidence/{id}/redactions", "redaction", """
            { "title": "t", "sensitivity": "public", "case": "c", "sha256": "0", "reason": "witnessSafety", "reasonNote": "n", "authority": "a", "removed": [{ "kind": "page", "where": "w" }], "tool": "t" }
            """
        },
        {
            "/v1/evidence/{id}/custody", null, """
            { "type": "copied", "reason": "r", "authority": "a", "from": "f", "to": "t", "at": "2026-01-01", "signingKey": "k",
              "dsse": { "payload": "e30=", "payloadType": "t", "signatures": [{ "keyid": "k", "sig": "e30=" }] } }
            """
        },
        { "/v1/evidence/{id}/sensitivity", null, """{ "sensitivity": "restricted", "reason": "r" }""" },
        { "/v1/evidence/{id}/erasure", null, """{ "reason": "r", "legalBasis": "l" }""" },
        { "/v1/evidence/{id}/erasure/agreement", null, """{ "reason": "r" }""" },
        { "/v1/evidence/{id}/verifications", null, """{ "profile": "default", "checks": ["integrity"] }""" },
        { "/v1/evidence/{id}/assessments", null, $$"""{ "claim": "c", "supersedes": "s", {{Judgement}} }""" },
        { "/v1/evidence/{id}/assessments/as-0/reviews", null, $$"""{ {{Judgement}} }""" },
        { "/v1/mail-keys", null, """{ "domain": "d", "selector": "s", "value": "p=AAAA", "source": "dnsArchive", "seenFrom": "2012-01-13", "seenUntil": "2016-12-31", "reference": "r" }""" },
        { "/log/cosignatures", null, """{ "checkpoint": "c" }""" },
        { "/v1/evidence/verify", null, """{ "sha256": "0" }""" },
        { "/v1/evidence/verify", null, """{ "sha256": ["0"] }""" },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Refuses_what_is_no_text_wherever_a_text_stands(string route, string? part, string body)
    {
        var record = await Given.EvidenceAsync("Written about " + route);
        var before = await StoredAsync();

        var tried = 0;
        foreach (var (where, place) in Places(body))
        {
            foreach (var nothing in Nothing)
            {
                var answer = await SendAsync(route.Replace("{id}", record.Id, StringComparison.Ordinal), part, place.Replace("\"@\"", nothing, StringComparison.Ordinal));
                answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{where}: {nothing}: {await answer.Content.ReadAsStringAsync(Stop)}");
                tried++;
            }
        }

        tried.ShouldBeGreaterThan(0);
        (await StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Refuses_names_that_are_no_text(string route, string? part, string body)
    {
        var record = await Given.EvidenceAsync("Named about " + route);
        var before = await StoredAsync();

        foreach (var nothing in Nothing)
        {
            var answer = await SendAsync(route.Replace("{id}", record.Id, StringComparison.Ordinal), part, "{" + nothing + ":1," + body.TrimStart()[1..]);
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, $"{nothing}: {await answer.Content.ReadAsStringAsync(Stop)}");
        }

        (await StoredAsync()).ShouldBe(before);
    }

    [Theory]
    [InlineData("[1]")]
    [InlineData("[null]")]
    [InlineData("[[]]")]
    [InlineData("""[{"sig":1}]""")]
    [InlineData("""{"sig":"e30="}""")]
    public async Task Refuses_signatures_that_are_none(string signatures)
    {
        var record = await Given.EvidenceAsync("Signed by nobody");

        var answer = await SendAsync($"/v1/evidence/{record.Id}/custody", null,
            """{"type":"copied","reason":"r","signingKey":"-----BEGIN PUBLIC KEY----- MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= -----END PUBLIC KEY-----","dsse":{"payload":"e30=","payloadType":"t","signatures":"""
            + signatures + "}}");

        (await answer.RefusedAsync(400)).Errors.Keys.ShouldBe(["dsse"]);
    }

    [Theory]
    [InlineData("socialMessage", """{"\ud800":1,"data":{"\ud800":1},"id_str":"1"}""")]
    [InlineData("socialMessage", """{"data":{"\ud800":1}}""")]
    [InlineData("socialMessage", """{"id":"\ud800","\udc00":{}}""")]
    [InlineData("geospatial", """{"\ud800":1,"type":"Feature","stac_version":"1.1.0"}""")]
    [InlineData("satelliteScene", """{"type":"Feature","stac_version":"1.1.0","geometry":{"\ud800":1},"properties":{"\ud800":1}}""")]
    [InlineData("email", """{"\ud800":1}""")]
    public async Task Checks_contents_whose_names_are_no_text(string kind, string content)
    {
        var form = Given.EvidenceForm(new { kind, title = "Names that are none", sensitivity = "public" }, Encoding.UTF8.GetBytes(content));
        var record = await (await Admin.PostAsync("/v1/evidence", form, Stop)).ReadAsync<AddedEvidence>();

        var answer = await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/verifications", new { profile = "default" }, Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(Stop));
    }

    [Theory]
    [InlineData("text/plain", "text/plain")]
    [InlineData("text/plain; charset=utf-8", "text/plain; charset=utf-8")]
    [InlineData("text/pläin", "application/octet-stream")]
    [InlineData("text/plain; name=\"\u0001\"", "application/octet-stream")]
    [InlineData("nothing", "application/octet-stream")]
    public async Task Serves_a_content_whatever_its_type_was_said_to_be(string declared, string served)
    {
        var body = Encoding.UTF8.GetBytes($$"""
            --b
            Content-Disposition: form-data; name="record"

            {"kind":"document","title":"Of a strange type","sensitivity":"public"}
            --b
            Content-Disposition: form-data; name="content"; filename="a"
            Content-Type: {{declared}}

            Bytes of a strange type
            --b--

            """.ReplaceLineEndings("\r\n"));
        var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", "multipart/form-data; boundary=b");
        var record = await (await Admin.PostAsync("/v1/evidence", content, Stop)).ReadAsync<AddedEvidence>();

        var answer = await Anonymous.GetAsync($"/v1/evidence/{record.Id}/content", Stop);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentType?.ToString().ShouldBe(served);
    }

    /// <summary>The body once for each text in it, with "@" in its place.</summary>
    private static IEnumerable<(string Where, string Body)> Places(string body)
    {
        var paths = new List<string>();
        Walk(JsonNode.Parse(body), paths);
        foreach (var path in paths)
        {
            var changed = JsonNode.Parse(body);
            Walk(changed, []).Single(text => text.GetPath() == path).ReplaceWith("@");
            yield return (path, changed!.ToJsonString()); // It is an object.
        }
    }

    private static List<JsonNode> Walk(JsonNode? node, List<string> paths)
    {
        List<JsonNode> texts = node switch
        {
            JsonObject members => [.. members.SelectMany(m => Walk(m.Value, paths))],
            JsonArray items => [.. items.SelectMany(i => Walk(i, paths))],
            JsonValue value when value.GetValueKind() is System.Text.Json.JsonValueKind.String => [value],
            _ => [],
        };
        if (node is JsonValue && texts.Count == 1)
            paths.Add(texts[0].GetPath());
        return texts;
    }

    private async Task<HttpResponseMessage> SendAsync(string route, string? part, string json)
    {
        var text = Encoding.UTF8.GetBytes(json);
        // U+FFFF stands for a byte that begins no character of UTF-8.
        byte[] bytes = text.AsSpan().IndexOf("\uFFFF"u8) is var at and >= 0 ? [.. text[..at], 0xFF, .. text[(at + 3)..]] : text;
        var said = new ByteArrayContent(bytes);
        said.Headers.ContentType = new("application/json");
        if (part is null)
            return await Admin.PostAsync(route, said, Stop);

        return await Admin.PostAsync(route, new MultipartFormDataContent { { said, part }, { new ByteArrayContent("Content"u8.ToArray()), "content", "test.txt" } }, Stop);
    }

    public sealed class OnSqlite(SqliteApi api) : HostileTextTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : HostileTextTests(api), IClassFixture<PostgresApi>;
}
