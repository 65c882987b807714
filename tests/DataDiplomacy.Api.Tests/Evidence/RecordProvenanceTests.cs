using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Evidence.Records;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DataDiplomacy.Api.Tests.Evidence;

/// <summary>Evidence has a lineage without anybody typing it, and nothing in the graph that an erasure would have to find.</summary>
public abstract class RecordProvenanceTests(ApiFixture api) : RedactingTests(api)
{
    [Fact]
    public async Task States_the_taking_in_the_redaction_and_the_checks_of_public_records()
    {
        var original = await Given.EvidenceAsync("An original with a lineage");
        var redaction = await RedactAsync(Admin, original.Id, "A redaction with a lineage");
        var first = await VerifyAsync(original.Id);
        var second = await VerifyAsync(original.Id);
        await StateAsync();

        var report = await LineageAsync(Anonymous, $"v1/evidence/{original.Id}/verifications/{second}");
        var edges = await LineageAsync(Anonymous, $"v1/evidence/{redaction.Id}");

        var (record, made) = ($"v1/evidence/{original.Id}", $"v1/evidence/{original.Id}/verifications/{second}");
        Edges(report).ShouldBe([
            $"{made} wasDerivedFrom {made}/run", $"{made} wasDerivedFrom {record}", $"{made} wasDerivedFrom {record}/verifications/{first}", $"{made} wasGeneratedBy {made}/run",
            $"{made}/run used {record}", $"{made}/run wasAssociatedWith v1/agents/software-datadiplomacy.api",
            $"{record} wasGeneratedBy {record}/custody/1", $"{record}/custody/1 wasAssociatedWith v1/agents/software-datadiplomacy.api",
            $"{record}/verifications/{first} wasDerivedFrom {record}", $"{record}/verifications/{first} wasDerivedFrom {record}/verifications/{first}/run",
            $"{record}/verifications/{first} wasGeneratedBy {record}/verifications/{first}/run",
            $"{record}/verifications/{first}/run used {record}", $"{record}/verifications/{first}/run wasAssociatedWith v1/agents/software-datadiplomacy.api"], ignoreOrder: true);
        Edges(edges).ShouldContain($"v1/evidence/{redaction.Id} wasDerivedFrom {record}");
        Attributes(report, made).ShouldBe(["label=Report of checks", "type=ns#VerificationReport"], ignoreOrder: true);
    }

    [Fact]
    public async Task Shows_what_is_not_public_to_nobody_until_its_label_is_changed()
    {
        var original = await Given.EvidenceAsync("Restricted, with a lineage", "restricted");
        var redaction = await RedactAsync(Admin, original.Id, "Public, of a restricted one");
        await (await Admin.GetAsync($"/v1/evidence/{original.Id}/package", Stop)).Content.ReadAsByteArrayAsync(Stop);
        await StateAsync();

        var withheld = await LineageAsync(Anonymous, $"v1/evidence/{redaction.Id}");
        await (await Anonymous.GetAsync(Path($"v1/evidence/{original.Id}"), Stop)).RefusedAsync(404);
        await (await Admin.GetAsync(Path($"v1/evidence/{original.Id}"), Stop)).RefusedAsync(404);
        (await Admin.PostAsJsonAsync($"/v1/evidence/{original.Id}/sensitivity", new { sensitivity = "public", reason = "r" }, Stop)).EnsureSuccessStatusCode();
        var shown = await LineageAsync(Anonymous, $"v1/evidence/{original.Id}", "downstream");

        Edges(withheld).ShouldNotContain($"v1/evidence/{redaction.Id} wasDerivedFrom v1/evidence/{original.Id}");
        withheld.GetProperty("partialReasons").EnumerateArray().Select(r => r.GetString()).ShouldContain("withheld");
        Edges(shown).ShouldContain($"v1/evidence/{redaction.Id} wasDerivedFrom v1/evidence/{original.Id}");
        Edges(shown).Count(e => e.EndsWith($"/package wasDerivedFrom v1/evidence/{original.Id}", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Has_nothing_of_a_record_after_its_erasure_but_its_name_and_times()
    {
        var record = await Given.EvidenceAsync("To be erased, with a lineage");
        await VerifyAsync(record.Id);
        await StateAsync();

        await EraseAsync(record.Id);
        await StateAsync();

        await (await Anonymous.GetAsync(Path($"v1/evidence/{record.Id}"), Stop)).RefusedAsync(404);
        await (await Admin.GetAsync(Path($"v1/evidence/{record.Id}"), Stop)).RefusedAsync(404);
        await using var context = await Api.ContextAsync();
        var stated = await context.ProvenanceStatements.Where(s => s.Arguments.Contains(record.Id) || s.Iri != null && s.Iri.Contains(record.Id)).Select(s => s.Attributes).ToListAsync(Stop);
        stated.OfType<string>().SelectMany(a => JsonSerializer.Deserialize<string?[][]>(a) ?? []).Select(a => a[1]).Distinct().ShouldBe([
            "Record of evidence", "ns#EvidenceRecord", "Taking in of evidence", "ns#EvidenceIntake",
            "Report of checks", "ns#VerificationReport", "Verification of evidence", "ns#Verification"], ignoreOrder: true);
    }

    [Fact]
    public async Task States_each_event_once_whoever_states_it_and_goes_on_where_it_ended()
    {
        var records = new List<string>();
        for (var i = 0; i < 3; i++)
            records.Add((await Given.EvidenceAsync($"Stated once, {i}")).Id);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StateAsync()));
        await using var restarted = new ApiFactory(Api.Database, Api.Time);
        restarted.ClientWith(null).ShouldNotBeNull();
        await restarted.Services.GetRequiredService<RecordProvenanceCommands>().StateAllAsync(Stop);

        await using var context = await Api.ContextAsync();
        foreach (var record in records)
            (await context.ProvenanceStatements.CountAsync(s => s.Iri == "v1/evidence/" + record, Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Leads_the_package_of_a_public_record_to_the_record_without_a_list_of_who_took_it()
    {
        var record = await Given.EvidenceAsync("Public, in a package");
        var hidden = await Given.EvidenceAsync("Restricted, in a package", "restricted");
        await StateAsync();
        (await Anonymous.GetAsync($"/v1/evidence/{record.Id}/package", Stop)).EnsureSuccessStatusCode();
        await StateAsync();

        var package = await LineageAsync(Anonymous, $"v1/evidence/{record.Id}/package");

        Edges(package).ShouldContain($"v1/evidence/{record.Id}/package wasDerivedFrom v1/evidence/{record.Id}");
        Edges(package).ShouldContain($"v1/evidence/{record.Id} wasGeneratedBy v1/evidence/{record.Id}/custody/1");
        Edges(await LineageAsync(Anonymous, $"v1/evidence/{record.Id}", "downstream")).ShouldBeEmpty();
        await (await Anonymous.GetAsync(Path($"v1/evidence/{hidden.Id}/package"), Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Goes_through_a_package_to_the_record_from_what_somebody_made_of_it()
    {
        var record = await Given.EvidenceAsync("Public, in a brief");
        await StateAsync();
        var (brief, package) = ($"https://example.org/{record.Id}/brief", $"v1/evidence/{record.Id}/package");
        var statement = """{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"RESULT","prov:usedEntity":"http://localhost:5080/SOURCE"}}}""".Replace("RESULT", brief).Replace("SOURCE", package);
        (await Admin.PostAsync("/v1/provenance?handling=public", new StringContent(statement, System.Text.Encoding.UTF8, "application/json"), Stop)).EnsureSuccessStatusCode();

        var lineage = Edges(await LineageAsync(Anonymous, brief));

        lineage.ShouldContain($"{brief} wasDerivedFrom {package}");
        lineage.ShouldContain($"{package}#activity used v1/evidence/{record.Id}");
        lineage.ShouldContain($"v1/evidence/{record.Id} wasGeneratedBy v1/evidence/{record.Id}/custody/1");
    }

    [Fact]
    public async Task Changes_the_tag_of_a_lineage_when_what_it_shows_ends()
    {
        var (erased, hidden) = (await Given.EvidenceAsync("A tag until erased"), await Given.EvidenceAsync("A tag until hidden"));
        await StateAsync();
        var tag = (await Anonymous.GetAsync(Path($"v1/evidence/{erased.Id}"), Stop)).Headers.ETag?.Tag;

        await EraseAsync(erased.Id);
        var next = (await Anonymous.GetAsync(Path($"v1/evidence/{hidden.Id}"), Stop)).Headers.ETag?.Tag;
        (await Admin.PostAsJsonAsync($"/v1/evidence/{hidden.Id}/sensitivity", new { sensitivity = "restricted", reason = "r" }, Stop)).EnsureSuccessStatusCode();

        await NoCopyAsync(erased.Id, tag);
        await NoCopyAsync(hidden.Id, next);

        async Task NoCopyAsync(string record, string? before)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, Path($"v1/evidence/{record}"));
            request.Headers.Add("If-None-Match", before.ShouldNotBeNull());
            await (await Anonymous.SendAsync(request, Stop)).RefusedAsync(404);
        }
    }

    [Fact]
    public async Task Has_the_lineage_of_a_record_by_GraphQL_too()
    {
        var record = await Given.EvidenceAsync("A lineage by both doors");
        await StateAsync();

        var edges = await Anonymous.DataAsync($$"""{ provenance(id: "v1/evidence/{{record.Id}}") { edges { from relation to } } }""", "provenance", "edges");

        edges.EnumerateArray().Select(e => e.GetProperty("relation").GetString()).ShouldBe(["wasGeneratedBy", "wasAssociatedWith"]);
    }

    private Task StateAsync() => Api.Factory.Services.GetRequiredService<RecordProvenanceCommands>().StateAllAsync(Stop);

    private async Task<string> VerifyAsync(string record) =>
        (await (await Admin.PostAsJsonAsync($"/v1/evidence/{record}/verifications", new { profile = "integrityOnly" }, Stop)).ReadAsync<JsonElement>()).GetProperty("id").GetString() ?? "";

    private static string Path(string iri) => $"/v1/provenance/{Uri.EscapeDataString(iri)}";

    private static async Task<JsonElement> LineageAsync(HttpClient caller, string iri, string direction = "upstream") => await caller.GetJsonAsync($"{Path(iri)}?direction={direction}&depth=20");

    private static string Short(JsonElement iri) => (iri.GetString() ?? "").Replace("http://localhost:5080/", "");

    private static IReadOnlyList<string> Edges(JsonElement graph) =>
        [.. graph.GetProperty("edges").EnumerateArray().Select(e => $"{Short(e.GetProperty("from"))} {e.GetProperty("relation").GetString()} {Short(e.GetProperty("to"))}")];

    private static IReadOnlyList<string> Attributes(JsonElement graph, string iri) =>
        [.. graph.GetProperty("nodes").EnumerateArray().Single(n => Short(n.GetProperty("id")) == iri).GetProperty("attributes").EnumerateArray()
            .Select(a => $"{(a.GetProperty("name").GetString() ?? "").Split('#')[^1]}={Short(a.GetProperty("value"))}")];

    public sealed class OnSqlite(SqliteApi api) : RecordProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : RecordProvenanceTests(api), IClassFixture<PostgresApi>;
}
