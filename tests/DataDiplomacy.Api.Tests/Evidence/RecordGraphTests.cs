using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Records at the GraphQL door: the same fields, the same pages, and the same trace of who read.</summary>
public abstract class RecordGraphTests(ApiFixture api) : ApiTests(api)
{
    [Theory]
    [InlineData("public")]
    [InlineData("restricted")]
    public async Task Gives_the_same_record_and_the_same_events(string sensitivity)
    {
        using var form = Given.EvidenceForm(
            new { kind = "image", title = "A bridge", sensitivity, claimedPlace = new { latitude = 47.5, longitude = 19.05 }, capture = new { tool = "camera", frames = new[] { 1, 2 } } }, [1, 2, 3]);
        var added = await (await Admin.PostAsync("/v1/evidence", form, Stop)).ReadAsync<AddedEvidence>();
        var shape = await SchemaShape.ReadAsync(Anonymous);

        var rest = await Admin.GetJsonAsync($"/v1/evidence/{added.Id}");
        var events = (await Admin.GetJsonAsync($"/v1/evidence/{added.Id}/custody")).GetProperty("items");
        var graph = await Admin.DataAsync($"{{ evidenceRecord(id: \"{added.Id}\") {{ {shape.Select("EvidenceRecord")} custody {{ {shape.Select("CustodyEvent")} }} }} }}", "evidenceRecord");

        // What is read of a record that is not public has more events than what was read before.
        Compare(shape, "CustodyEvent", events.EnumerateArray(), graph.GetProperty("custody").EnumerateArray().Take(events.GetArrayLength()));
        Compare(shape, "EvidenceRecord", [rest], [Without(graph, "custody")]);
        graph.GetProperty("detail").GetProperty("capture").GetString().ShouldBe("""{"tool":"camera","frames":[1,2]}""");
        graph.GetProperty("kind").GetString().ShouldBe("IMAGE");
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("&updatedAfter=2000-01-01", ", updatedAfter: \"2000-01-01\"")]
    [InlineData("&kind=document", ", kind: DOCUMENT")]
    public async Task Gives_the_same_pages(string query, string arguments)
    {
        var only = "pages-" + Guid.NewGuid().ToString("N")[..8];
        foreach (var sensitivity in new[] { "public", "restricted", "public", "confidential", "public" })
            await Given.EvidenceAsync("Page of " + only + sensitivity, sensitivity, only);
        var shape = await SchemaShape.ReadAsync(Anonymous);
        string? cursor = null;
        var count = 0;

        do
        {
            var rest = await Admin.GetJsonAsync($"/v1/evidence?case={only}{query}&limit=2&count=exact{(cursor is null ? "" : $"&cursor={cursor}")}");
            var graph = await Admin.DataAsync(
                $"{{ evidenceRecords(case: \"{only}\"{arguments}, first: 2{(cursor is null ? "" : $", after: \"{cursor}\"")}) {{ nodes {{ {shape.Select("EvidenceRecord")} }} totalCount checkpoint pageInfo {{ hasNextPage endCursor }} }} }}",
                "evidenceRecords");
            Compare(shape, "EvidenceRecord", rest.GetProperty("items").EnumerateArray(), graph.GetProperty("nodes").EnumerateArray());
            graph.GetProperty("totalCount").GetInt64().ShouldBe(5);
            rest.GetProperty("total").GetInt64().ShouldBe(5);
            cursor = rest.GetProperty("next").GetString();
            graph.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean().ShouldBe(cursor is not null);
            if (cursor is not null)
                graph.GetProperty("pageInfo").GetProperty("endCursor").GetString().ShouldBe(cursor);
            (graph.GetProperty("checkpoint").ValueKind is JsonValueKind.String).ShouldBe(cursor is null);
            count += rest.GetProperty("items").GetArrayLength();
        }
        while (cursor is not null);

        count.ShouldBe(5);
    }

    [Fact]
    public async Task Gives_the_same_reports_and_assessments()
    {
        var record = await Given.EvidenceAsync("Checked and judged");
        await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/verifications", new { checks = new[] { "integrity", "time" } }, Stop);
        await Admin.PostAsJsonAsync($"/v1/evidence/{record.Id}/assessments", new { claim = "c", sourceReliability = "B", sourceBasis = "b", informationCredibility = 6, informationBasis = "b" }, Stop);

        var graph = await Anonymous.DataAsync(
            $"{{ evidenceRecord(id: \"{record.Id}\") {{ verifications {{ id envelope checks {{ code outcome }} }} assessments {{ id status sourceReliability withheld {{ fields }} }} }} }}", "evidenceRecord");

        var report = (await Anonymous.GetJsonAsync($"/v1/evidence/{record.Id}/verifications")).GetProperty("items")[0];
        var shown = graph.GetProperty("verifications")[0];
        shown.GetProperty("id").GetString().ShouldBe(report.GetProperty("id").GetString());
        shown.GetProperty("envelope").GetString().ShouldBe(report.GetProperty("envelope").GetRawText());
        shown.GetProperty("checks").EnumerateArray().Select(c => c.GetProperty("outcome").GetString()).ShouldBe(["PASS", "INCONCLUSIVE"]);
        var assessment = graph.GetProperty("assessments")[0];
        assessment.GetProperty("status").GetString().ShouldBe("AWAITING_REVIEW");
        assessment.GetProperty("sourceReliability").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        assessment.GetProperty("withheld").GetProperty("fields").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Gives_the_same_matches()
    {
        var (known, hidden) = (await Given.EvidenceAsync("A match for all"), await Given.EvidenceAsync("A match for some", "confidential"));
        var shape = await SchemaShape.ReadAsync(Anonymous);
        var digests = new[] { known.Sha256, hidden.Sha256, new string('0', 64) };

        foreach (var (caller, expected) in new[] { (Anonymous, "ynn"), (Admin, "yyn") })
        {
            var rest = await (await caller.PostAsync("/v1/evidence/verify", System.Net.Http.Json.JsonContent.Create(new { sha256 = digests }), Stop)).ReadAsync<JsonElement>();
            var graph = await caller.DataAsync($"{{ verifyEvidence(sha256: {JsonSerializer.Serialize(digests)}) {{ {shape.Select("EvidenceMatch")} }} }}", "verifyEvidence");
            Compare(shape, "EvidenceMatch", rest.GetProperty("items").EnumerateArray(), graph.EnumerateArray());
            string.Concat(graph.EnumerateArray().Select(m => m.GetProperty("known").GetBoolean() ? 'y' : 'n')).ShouldBe(expected);
        }
    }

    [Theory]
    [InlineData("[\"abc\"]")]
    [InlineData("[]")]
    public async Task Refuses_what_is_no_digest(string digests) =>
        (await Anonymous.QueryAsync($"{{ verifyEvidence(sha256: {digests}) {{ known }} }}")).Code.ShouldBe("INVALID_REQUEST");

    [Fact]
    public async Task Writes_each_reading_of_what_is_not_public_by_post_and_by_get()
    {
        var reader = await Api.ClientAsync(Role.Reader);
        var (record, other) = (await Given.EvidenceAsync("Read by graph", "restricted"), await Given.EvidenceAsync("Read by all"));
        string Query(AddedEvidence of) => $"{{ evidenceRecord(id: \"{of.Id}\") {{ detail {{ title }} }} }}";

        (await reader.DataAsync(Query(record), "evidenceRecord", "detail", "title")).GetString().ShouldBe("A document of a test");
        var got = await reader.GetAsync("/graphql?query=" + Uri.EscapeDataString(Query(record)), Stop);
        await reader.DataAsync(Query(other), "evidenceRecord");

        (await got.Content.ReadAsStringAsync(Stop)).ShouldContain("A document of a test");
        got.Headers.CacheControl?.NoStore.ShouldBeTrue();
        var events = (await Admin.GetJsonAsync($"/v1/evidence/{record.Id}/custody")).GetProperty("items").EnumerateArray().ToList();
        events.Select(e => e.GetProperty("type").GetString()).ShouldBe(["received", "stored", "accessed", "accessed", "accessed"]);
        events.Select(e => e.GetProperty("actor").GetString()).Distinct().Count().ShouldBe(2);
        (await Admin.GetJsonAsync($"/v1/evidence/{other.Id}/custody")).GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Writes_the_reading_of_the_events_of_each_record_of_a_list()
    {
        var only = "list-" + Guid.NewGuid().ToString("N")[..8];
        foreach (var sensitivity in new[] { "restricted", "public", "restricted" })
            await Given.EvidenceAsync("Listed " + sensitivity, sensitivity, only);

        var nodes = await Admin.DataAsync($"{{ evidenceRecords(case: \"{only}\") {{ nodes {{ sensitivity detail {{ title }} custody {{ type seq }} again: custody {{ seq }} }} }} }}", "evidenceRecords", "nodes");

        nodes.EnumerateArray().Select(n => string.Join(' ', n.GetProperty("custody").EnumerateArray().Select(e => e.GetProperty("type").GetString())))
            .ShouldBe(["RECEIVED STORED ACCESSED", "RECEIVED STORED", "RECEIVED STORED ACCESSED"]);
        nodes.EnumerateArray().Select(n => n.GetProperty("detail").ValueKind is JsonValueKind.Null).ShouldBe([true, false, true]);
    }

    [Fact]
    public async Task Hides_what_a_caller_may_not_know_of_and_writes_nothing_then()
    {
        var record = await Given.EvidenceAsync("Hidden from the graph", "confidential");
        var reader = await Api.ClientAsync(Role.Reader);

        var hidden = await reader.DataAsync($"{{ evidenceRecord(id: \"{record.Id}\") {{ id custody {{ seq }} }} }}", "evidenceRecord");
        var listed = await reader.DataAsync("{ evidenceRecords(first: 1000, updatedAfter: \"2000-01-01\") { nodes { id } } }", "evidenceRecords", "nodes");

        hidden.ValueKind.ShouldBe(JsonValueKind.Null);
        listed.EnumerateArray().Select(n => n.GetProperty("id").GetString()).ShouldNotContain(record.Id);
        await using var context = await Api.ContextAsync();
        context.CustodyEvents.Count(e => e.RecordId == record.Id).ShouldBe(2);
    }

    private static JsonElement Without(JsonElement item, string name)
    {
        var copy = System.Text.Json.Nodes.JsonObject.Create(item)!; // It is an object.
        copy.Remove(name);
        return JsonSerializer.SerializeToElement(copy);
    }

    private static void Compare(SchemaShape shape, string type, IEnumerable<JsonElement> rest, IEnumerable<JsonElement> graph)
    {
        var (ours, theirs) = (rest.ToList(), graph.ToList());
        theirs.Count.ShouldBe(ours.Count);
        var parity = new Parity(shape);
        foreach (var (one, other) in ours.Zip(theirs))
            parity.Compare(one, other, type, type);
        parity.Compared.ShouldBePositive();
    }

    public sealed class OnSqlite(SqliteApi api) : RecordGraphTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RecordGraphTests(api), IClassFixture<PostgresApi>;
}
