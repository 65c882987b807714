using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Evidence.Custody;
using DataDiplomacy.Core.Evidence.Logs;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Records of evidence through the door: taken in, read, proved.</summary>
public abstract class RecordTests(ApiFixture api) : ApiTests(api)
{
    [Fact]
    public async Task Keeps_the_bytes_and_says_what_they_are()
    {
        var content = "From: a@example.org\r\nTo: b@example.org\r\nSubject: x\r\n\r\nText\r\n"u8.ToArray();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        using var form = Given.EvidenceForm(new { kind = "email", title = "A message", sensitivity = "public", sha256, claimedPlace = new { latitude = 47.5, longitude = 19.05 } }, content);

        var added = await (await Admin.PostAsync("/v1/evidence", form, Stop)).ReadAsync<AddedEvidence>();
        var record = await Anonymous.GetFromJsonAsync<JsonElement>($"/v1/evidence/{added.Id}", Stop);
        var answer = await Anonymous.GetAsync($"/v1/evidence/{added.Id}/content", Stop);

        added.Sha256.ShouldBe(sha256);
        added.Custody.Select(e => e.Type).ShouldBe(["received", "stored"]);
        (await answer.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(content);
        answer.Headers.GetValues("Content-Digest").ShouldBe([$"sha-256=:{Convert.ToBase64String(SHA256.HashData(content))}:"]);
        var detail = record.GetProperty("detail");
        detail.GetProperty("sniffedMediaType").GetString().ShouldBe("message/rfc822");
        detail.GetProperty("clientSha256").GetString().ShouldBe(sha256);
        detail.GetProperty("claimedPlace").GetProperty("latitude").GetDouble().ShouldBe(47.5);
        detail.GetProperty("fileName").GetString().ShouldBe("test.txt");
    }

    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Serves_ranges_of_a_content_of_several_segments(string sensitivity)
    {
        var content = new byte[200_000];
        new Random(7).NextBytes(content);
        var added = await Given.EvidenceAsync(content, sensitivity);
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/evidence/{added.Id}/content");
        request.Headers.Range = new RangeHeaderValue(65_530, 131_080);

        var part = await Admin.SendAsync(request, Stop);
        var whole = await Admin.GetByteArrayAsync($"/v1/evidence/{added.Id}/content", Stop);

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(Stop)).ShouldBe(content[65_530..131_081]);
        whole.ShouldBe(content);
    }

    [Fact]
    public async Task Refuses_a_content_that_is_not_what_was_announced_and_keeps_nothing()
    {
        using var form = Given.EvidenceForm(new { kind = "document", title = "t", sensitivity = "restricted", sha256 = new string('0', 64) }, "other"u8.ToArray());
        var before = StoredFiles();

        var refused = await (await Admin.PostAsync("/v1/evidence", form, Stop)).RefusedAsync(422);

        refused.Type.ShouldBe("digest-mismatch");
        StoredFiles().ShouldBe(before);
    }

    [Theory]
    [InlineData("""{ "title": "t", "sensitivity": "public" }""", "kind")]
    [InlineData("""{ "kind": "document", "sensitivity": "public" }""", "title")]
    [InlineData("""{ "kind": "document", "title": "t" }""", "sensitivity")]
    [InlineData("""{ "kind": "document", "title": "t", "sensitivity": "public", "case": "No Slug" }""", "case")]
    [InlineData("""{ "kind": "document", "title": "t", "sensitivity": "public", "claimedTime": "yesterday" }""", "claimedTime")]
    [InlineData("""{ "kind": "document", "title": "t", "sensitivity": "public", "sha256": "abc" }""", "sha256")]
    [InlineData("""{ "kind": "document", "title": "t", "sensitivity": "public", "claimedPlace": { "latitude": 91, "longitude": 0 } }""", "latitude")]
    public async Task Says_what_is_wrong_with_a_record(string record, string field)
    {
        using var form = Given.EvidenceForm(JsonDocument.Parse(record).RootElement, "x"u8.ToArray());

        var refused = await (await Admin.PostAsync("/v1/evidence", form, Stop)).RefusedAsync(400);

        refused.Errors.Keys.ShouldContain(field);
    }

    [Fact]
    public async Task Wants_the_record_before_the_content()
    {
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "content", "x" }, { JsonContent.Create(new { kind = "document" }), "record" } };
        using var none = new StringContent("text");

        (await (await Admin.PostAsync("/v1/evidence", form, Stop)).RefusedAsync(400)).Detail.ShouldContain("in this order");
        await (await Admin.PostAsync("/v1/evidence", none, Stop)).RefusedAsync(415);
    }

    [Fact]
    public async Task Hides_what_a_caller_may_not_know_of()
    {
        var reader = await Api.ClientAsync(Role.Reader);
        var editor = await Api.ClientAsync(Role.Editor);
        var verifier = await Api.ClientAsync(Role.Verifier);
        var (restricted, confidential, witness) = (await Given.EvidenceAsync("r", "restricted"), await Given.EvidenceAsync("c", "confidential"), await Given.EvidenceAsync("w", "protectedWitness"));

        async Task<string> SeesAsync(HttpClient caller)
        {
            var statuses = new List<int>();
            foreach (var record in new[] { restricted, confidential, witness })
                statuses.Add((int)(await caller.GetAsync($"/v1/evidence/{record.Id}", Stop)).StatusCode);
            var matches = await (await caller.PostAsJsonAsync("/v1/evidence/verify", new { sha256 = new[] { restricted.Sha256, confidential.Sha256, witness.Sha256 } }, Stop)).ReadAsync<JsonElement>();
            return string.Join(' ', statuses) + " " + string.Concat(matches.GetProperty("items").EnumerateArray().Select(m => m.GetProperty("known").GetBoolean() ? 'y' : 'n'));
        }

        (await SeesAsync(Anonymous)).ShouldBe("404 404 404 nnn");
        (await SeesAsync(reader)).ShouldBe("200 404 404 ynn");
        (await SeesAsync(editor)).ShouldBe("200 200 404 yyn");
        (await SeesAsync(verifier)).ShouldBe("200 200 200 yyy");
        await (await editor.PostAsync("/v1/evidence", Given.EvidenceForm(new { kind = "document", title = "t", sensitivity = "protectedWitness" }, [1]), Stop)).RefusedAsync(403);
    }

    [Fact]
    public async Task Proves_an_event_without_a_server()
    {
        var added = await Given.EvidenceAsync("To be proved");

        var proof = LogProof.Parse(await Anonymous.GetByteArrayAsync($"/v1/evidence/{added.Id}/proof?event=2", Stop));
        var vkey = (await Anonymous.GetStringAsync("/log/vkey", Stop)).TrimEnd();
        var custodian = VerificationKey.FromPem(await Anonymous.GetStringAsync("/log/custodian.pem", Stop));

        var policy = WitnessPolicy.Parse(Encoding.UTF8.GetBytes($"log {vkey}\nquorum none\n"));
        var stored = added.Custody[1];
        proof.Verify(Encoding.UTF8.GetBytes(stored.Entry), policy).Refusal.ShouldBeNull();
        proof.Verify(Encoding.UTF8.GetBytes(added.Custody[0].Entry), policy).Refusal.ShouldNotBeNull();
        OpensAll(stored, custodian, added.Id);
        stored.Prev.ShouldBe(added.Custody[0].EnvelopeSha256);
    }

    [Fact]
    public async Task Shows_in_lists_nothing_that_was_written_about_what_is_not_public()
    {
        var added = await Given.EvidenceAsync("Listed", "restricted", "list-case");

        var list = await Admin.GetFromJsonAsync<JsonElement>("/v1/evidence?case=list-case", Stop);
        var lines = (await Admin.GetStringAsync("/v1/evidence?case=list-case&format=ndjson", Stop)).TrimEnd().Split('\n');

        var item = list.GetProperty("items").EnumerateArray().ShouldHaveSingleItem();
        item.GetProperty("id").GetString().ShouldBe(added.Id);
        item.GetProperty("detail").ValueKind.ShouldBe(JsonValueKind.Null);
        list.GetProperty("checkpoint").GetString().ShouldNotBeNull().ShouldContain("\n\n— ");
        lines.Length.ShouldBe(2);
        lines[1].ShouldContain("checkpoint");
    }

    [Fact]
    public async Task Lists_each_change_once_from_page_to_page()
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
            ids.Add((await Given.EvidenceAsync($"Page {i}", "public", "page-case")).Id);

        var seen = new List<string>();
        for (string? next = "", address; next is not null;)
        {
            address = "/v1/evidence?case=page-case&limit=2" + (next.Length > 0 ? $"&cursor={next}" : "");
            var page = await Anonymous.GetFromJsonAsync<JsonElement>(address, Stop);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString() ?? ""));
            next = page.GetProperty("next").GetString();
        }

        seen.ShouldBe(ids);
        (await Anonymous.GetFromJsonAsync<JsonElement>("/v1/cases?limit=1000", Stop)).GetProperty("items").EnumerateArray()
            .Single(c => c.GetProperty("id").GetString() == "page-case").GetProperty("records").GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task Does_not_serve_a_content_that_was_changed_on_disk()
    {
        var added = await Given.EvidenceAsync("Intact on arrival", "restricted");
        var file = Path.Combine(Api.Factory.Storage, "blobs", "sealed", added.Id[^2..], added.Id);
        var bytes = await File.ReadAllBytesAsync(file, Stop);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Stop);

        var refused = await (await Admin.GetAsync($"/v1/evidence/{added.Id}/content", Stop)).RefusedAsync(500);

        refused.Type.ShouldBe("content-damaged");
    }

    [Fact]
    public async Task Writes_a_record_once_for_one_idempotency_key()
    {
        async Task<HttpResponseMessage> SendAsync()
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/evidence");
            request.Headers.Add("Idempotency-Key", "evidence-once");
            request.Content = new ByteArrayContent("--b\r\nContent-Disposition: form-data; name=record\r\n\r\n{\"kind\":\"document\",\"title\":\"Once\",\"sensitivity\":\"public\",\"case\":\"once-case\"}\r\n--b\r\nContent-Disposition: form-data; name=content\r\n\r\nonce\r\n--b--\r\n"u8.ToArray());
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
            return await Admin.SendAsync(request, Stop);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SendAsync()));

        var ids = await Task.WhenAll(answers.Select(async a =>
        {
            a.IsSuccessStatusCode.ShouldBeTrue(await a.Content.ReadAsStringAsync(Stop));
            return (await a.ReadAsync<AddedEvidence>()).Id;
        }));
        ids.Distinct().ShouldHaveSingleItem();
        (await Anonymous.GetFromJsonAsync<JsonElement>("/v1/evidence?case=once-case", Stop)).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    private static void OpensAll(EvidenceEvent stored, VerificationKey custodian, string record)
    {
        var envelope = DsseEnvelope.Parse(Encoding.UTF8.GetBytes(stored.Envelope.GetRawText()));
        envelope.SignedBy([custodian]).ShouldHaveSingleItem();
        var statement = CustodyStatement.Parse(envelope.Payload);
        (statement.Record, statement.Sequence, statement.Type).ShouldBe((record, stored.Seq, stored.Type));
        var disclosures = stored.Disclosures.Select(Disclosure.FromJson).ToList();
        stored.Entry.ShouldContain(Commitment.Text(Commitment.Of(disclosures[0])));
        disclosures[0].Value?.GetValue<string>().ShouldBe(CustodyEvent.HashOf(envelope.ToJson()));
        disclosures.Skip(1).ShouldAllBe(d => statement.Commitments[d.Name] == Commitment.Text(Commitment.Of(d)));
        disclosures.Count.ShouldBe(1 + statement.Commitments.Count);
    }

    private List<string> StoredFiles() =>
        [.. new[] { "blobs", Path.Combine("keys", "records") }.Select(f => Path.Combine(Api.Factory.Storage, f)).Where(Directory.Exists)
            .SelectMany(f => Directory.EnumerateFiles(f, "*", SearchOption.AllDirectories)).Where(f => !f.EndsWith(".key", StringComparison.Ordinal) || f.Contains("/records/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    public sealed class OnSqlite(SqliteApi api) : RecordTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RecordTests(api), IClassFixture<PostgresApi>;
}
