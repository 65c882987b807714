using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Whether a content is known, asked with the content itself.</summary>
public abstract class VerifyTests(ApiFixture api) : ApiTests(api)
{
    private const int MostOfAnyone = 1000;

    [Fact]
    public async Task Finds_a_file_by_its_bytes()
    {
        var record = await Given.EvidenceAsync("A file that is looked for");

        var match = (await AskAsync(Anonymous, Raw("A file that is looked for"u8.ToArray()))).Single();

        match.GetProperty("known").GetBoolean().ShouldBeTrue();
        match.GetProperty("sha256").GetString().ShouldBe(record.Sha256);
        match.GetProperty("recordId").GetString().ShouldBe(record.Id);
        match.GetProperty("proof").GetString().ShouldBe($"/v1/evidence/{record.Id}/proof");
    }

    [Fact]
    public async Task Answers_for_each_file_of_a_form_in_their_order()
    {
        var (one, two) = (await Given.EvidenceAsync("First of a form"), await Given.EvidenceAsync("Second of a form", "restricted"));

        var byAnyone = await AskAsync(Anonymous, Form("Second of a form", "never seen", "First of a form"));
        var byReader = await AskAsync(await Api.ClientAsync(Role.Reader), Form("Second of a form", "never seen", "First of a form"));

        // What may not be known answers exactly like what is not there.
        byAnyone.Select(Known).ShouldBe([null, null, one.Id]);
        byReader.Select(Known).ShouldBe([two.Id, null, one.Id]);
        byAnyone.Select(m => m.GetProperty("sha256").GetString()).ShouldBe(byReader.Select(m => m.GetProperty("sha256").GetString()));
    }

    [Fact]
    public async Task Stores_nothing_of_a_file()
    {
        await Given.EvidenceAsync("Kept");
        var before = StoredFiles();

        await AskAsync(Admin, Raw("Seen and gone"u8.ToArray()));
        await AskAsync(Admin, Form("Seen and gone too"));

        StoredFiles().ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_large_files_of_callers_without_a_key_and_says_what_to_send()
    {
        var large = new byte[MostOfAnyone + 1];
        var half = new string('x', MostOfAnyone / 2 + 1);

        foreach (var body in new HttpContent[] { Raw(large), Chunked(large), Form(half, half) })
            (await (await Anonymous.PostAsync("/v1/evidence/verify", body, Stop)).RefusedAsync(413)).Detail.ShouldContain("SHA-256");
        (await AskAsync(Admin, Raw(large))).Count.ShouldBe(1);
        (await AskAsync(Anonymous, Raw(large[1..]))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("text/plain", "x", 415, "text/plain")]
    [InlineData("multipart/form-data", "x", 400, "boundary")]
    [InlineData("multipart/form-data; boundary=b", "x", 400, "body")]
    [InlineData("multipart/form-data; boundary=b", "--b--\r\n", 400, "content")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=other\r\n\r\nx\r\n--b--\r\n", 400, "content")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=content\r\n\r\nx", 400, "multipart")]
    [InlineData("application/octet-stream", "", 400, "empty")]
    [InlineData("application/json", "{", 400, "JSON")]
    [InlineData("application/json", "null", 400, "null")]
    [InlineData("application/json", """{ "sha256": 1 }""", 400, "64 hexadecimal digits")]
    [InlineData("application/json", """{ "sha1": "x" }""", 400, "sha1")]
    public async Task Says_what_is_wrong_with_a_request(string type, string body, int status, string said)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);

        (await (await Anonymous.PostAsync("/v1/evidence/verify", content, Stop)).RefusedAsync(status)).Detail.ShouldContain(said);
    }

    private static string? Known(JsonElement match) => match.GetProperty("recordId").GetString();

    private static ByteArrayContent Raw(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new("application/octet-stream");
        return content;
    }

    /// <summary>Without a length that would tell beforehand.</summary>
    private static StreamContent Chunked(byte[] bytes)
    {
        var pipe = new System.IO.Pipelines.Pipe();
        pipe.Writer.Write(bytes);
        pipe.Writer.Complete();
        var content = new StreamContent(pipe.Reader.AsStream());
        content.Headers.ContentType = new("application/octet-stream");
        return content;
    }

    private static MultipartFormDataContent Form(params string[] files)
    {
        var form = new MultipartFormDataContent();
        foreach (var file in files)
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "content", "f.bin");
        return form;
    }

    private static async Task<IReadOnlyList<JsonElement>> AskAsync(HttpClient caller, HttpContent content) =>
        [.. (await (await caller.PostAsync("/v1/evidence/verify", content, Stop)).ReadAsync<JsonElement>()).GetProperty("items").EnumerateArray()];

    private IReadOnlyList<string> StoredFiles() =>
        [.. Directory.EnumerateFiles(Path.Combine(Api.Factory.Storage, "blobs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly Dictionary<string, string> Limited = new() { ["Evidence:AnonymousVerifyBytes"] = "1000" };

    public sealed class LimitedSqlite(PostgresServer postgres) : ApiFixture(DatabaseProvider.Sqlite, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => Limited;
    }

    public sealed class LimitedPostgres(PostgresServer postgres) : ApiFixture(DatabaseProvider.Postgres, postgres)
    {
        protected override IReadOnlyDictionary<string, string> Settings => Limited;
    }

    public sealed class OnSqlite(LimitedSqlite api) : VerifyTests(api), IClassFixture<LimitedSqlite>;

    public sealed class OnPostgres(LimitedPostgres api) : VerifyTests(api), IClassFixture<LimitedPostgres>;
}
