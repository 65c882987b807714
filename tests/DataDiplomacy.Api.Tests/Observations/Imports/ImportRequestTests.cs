using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Observations.Imports;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Observations.Imports;

/// <summary>What the door of imports takes and refuses.</summary>
public abstract class ImportRequestTests(ApiFixture api) : ApiTests(api)
{
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1";

    [Fact]
    public async Task Answers_at_once_with_the_address_of_the_import()
    {
        var dataset = await Given.DatasetAsync();

        var response = await Given.StartAsync(dataset, File);

        var import = await Given.FinishAsync(response);
        response.Headers.Location?.ToString().ShouldBe($"/v1/imports/{import.Id}");
        import.Dataset.ShouldBe(dataset);
        import.Bytes.ShouldBe(Encoding.UTF8.GetByteCount(File));
        import.ContentSha256.ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(File))));
    }

    [Fact]
    public async Task Gives_the_fields_that_the_contract_names()
    {
        var dataset = await Given.DatasetAsync();
        var import = await Given.ImportAsync(dataset, File + "\nSI_POV,404,2011,?");

        var answer = await Admin.GetJsonAsync($"/v1/imports/{import.Id}");

        answer.GetProperty("state").GetString().ShouldBe("succeeded");
        foreach (var count in new[] { "rowsRead", "rowsAccepted", "rowsRejected", "added", "changed", "unchanged", "withdrawn", "withdrawalsHeld", "datasetVersion" })
            answer.GetProperty(count).ValueKind.ShouldBe(JsonValueKind.Number, count);
        var problem = answer.GetProperty("problems")[0];
        (problem.GetProperty("line").GetInt32(), problem.GetProperty("column").GetString(), problem.GetProperty("code").GetString())
            .ShouldBe((3, "Value", "value.invalid"));
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain("'?'");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Takes_a_gzip_file_with_or_without_saying_so(bool declared)
    {
        var dataset = await Given.DatasetAsync();
        using var body = new ByteArrayContent(Gzip(File));
        body.Headers.ContentType = new MediaTypeHeaderValue(declared ? "text/csv" : "application/gzip");
        if (declared)
            body.Headers.ContentEncoding.Add("gzip");

        var import = await Given.FinishAsync(await Given.SendAsync(dataset, body, "format=unsd-csv"));

        (import.State, import.RowsAccepted).ShouldBe((ImportState.Succeeded, 1));
    }

    [Fact]
    public async Task Refuses_an_empty_body()
    {
        var dataset = await Given.DatasetAsync();

        var refusal = await (await Given.StartAsync(dataset, "")).RefusedAsync(400);

        (refusal.Type, refusal.Errors.ContainsKey("body")).ShouldBe(("invalid-request", true));
    }

    [Theory]
    [InlineData("image/png", null)]
    [InlineData("multipart/form-data", null)]
    [InlineData("text/csv", "br")]
    public async Task Refuses_a_type_or_coding_that_it_cannot_read(string type, string? coding)
    {
        var dataset = await Given.DatasetAsync();
        using var body = new StringContent(File, Encoding.UTF8, type);
        if (coding is not null)
            body.Headers.ContentEncoding.Add(coding);

        var refusal = await (await Given.SendAsync(dataset, body, "format=unsd-csv")).RefusedAsync(415);

        refusal.Type.ShouldBe("unsupported-media-type");
    }

    [Theory]
    [InlineData("")]
    [InlineData("format=xlsx")]
    [InlineData("format=UNSD-CSV")]
    public async Task Refuses_an_unknown_format_with_the_list_of_those_it_knows(string query)
    {
        var dataset = await Given.DatasetAsync();

        var refusal = await (await Given.StartAsync(dataset, File, query)).RefusedAsync(400);

        refusal.Errors["format"][0].ShouldContain("unsd-csv, unsd-long-csv, csv, ndjson");
    }

    [Theory]
    [InlineData("format=csv", "mapping")]
    [InlineData("format=csv&mapping=%7B", "mapping")]
    [InlineData("format=csv&mapping=%7B%22series%22%3A%22s%22%7D", "mapping")]
    [InlineData("format=unsd-csv&mode=replace", "mode")]
    [InlineData("format=unsd-csv&recordedAt=yesterday", "recordedAt")]
    [InlineData("format=unsd-csv&fileName=..%2Fa.csv", "fileName")]
    public async Task Refuses_a_bad_value_by_the_name_of_its_field(string query, string field)
    {
        var dataset = await Given.DatasetAsync();

        var refusal = await (await Given.StartAsync(dataset, File, query)).RefusedAsync(400);

        (refusal.Type, refusal.Errors.Keys.Single()).ShouldBe(("invalid-request", field));
    }

    [Fact]
    public async Task Refuses_an_unknown_parameter_with_the_nearest_known_one()
    {
        var dataset = await Given.DatasetAsync();

        var refusal = await (await Given.StartAsync(dataset, File, "format=unsd-csv&recordetAt=2019-03-31")).RefusedAsync(400);

        (refusal.Type, refusal.Suggestions.Count > 0 ? refusal.Suggestions[0] : "").ShouldBe(("unknown-parameter", "recordedAt"));
    }

    [Fact]
    public async Task Refuses_a_file_for_a_data_set_that_is_not_there()
    {
        (await (await Given.StartAsync("no-such-set", File)).RefusedAsync(404)).Type.ShouldBe("not-found");
    }

    [Fact]
    public async Task Leaves_no_file_and_no_import_of_a_refused_request()
    {
        var dataset = await Given.DatasetAsync();

        await Given.StartAsync(dataset, "");
        await Given.StartAsync(dataset, File, "format=csv");

        await using var context = await Api.ContextAsync();
        context.Imports.Any(i => i.DatasetId == dataset).ShouldBeFalse();
        var kept = Directory.GetFiles(Path.Combine(Api.Database.Storage, "imports")).Select(Path.GetFileNameWithoutExtension);
        kept.Except(context.Imports.Select(i => i.Id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lets_editors_import_and_refuses_readers_and_callers_without_a_key()
    {
        var dataset = await Given.DatasetAsync();
        var import = await Given.ImportAsync(dataset, File);
        var (reader, editor) = (await Api.ClientAsync(Role.Reader), await Api.ClientAsync(Role.Editor));
        var path = $"/v1/datasets/{dataset}/imports?format=unsd-csv";

        await (await Anonymous.PostAsync(path, new StringContent(File), Stop)).RefusedAsync(401);
        await (await reader.PostAsync(path, new StringContent(File), Stop)).RefusedAsync(403);
        await (await Anonymous.GetAsync($"/v1/imports/{import.Id}", Stop)).RefusedAsync(401);
        await (await reader.GetAsync($"/v1/imports/{import.Id}/rejected", Stop)).RefusedAsync(403);
        (await new Given(editor).ImportAsync(dataset, File)).DatasetVersion.ShouldBe(2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/rejected")]
    [InlineData("/events")]
    public async Task Does_not_know_an_import_that_was_never_made(string part)
    {
        (await (await Admin.GetAsync($"/v1/imports/import-0{part}", Stop)).RefusedAsync(404)).Type.ShouldBe("not-found");
    }

    [Fact]
    public async Task Tells_the_progress_as_server_sent_events_that_end_with_the_import()
    {
        var dataset = await Given.DatasetAsync();
        var accepted = await Given.StartAsync(dataset, File);

        var response = await Admin.GetAsync($"{accepted.Headers.Location}/events", Stop);

        response.Content.Headers.ContentType?.MediaType.ShouldBe("text/event-stream");
        var events = (await response.Content.ReadAsStringAsync(Stop)).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        events[^1].ShouldStartWith("event: done\ndata: {");
        events[^1].ShouldContain("\"state\":\"succeeded\"");
        events[..^1].ShouldAllBe(e => e.StartsWith("event: progress\n", StringComparison.Ordinal));
    }

    private static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return bytes.ToArray();
    }

    public sealed class OnSqlite(SqliteApi api) : ImportRequestTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ImportRequestTests(api), IClassFixture<PostgresApi>;
}
