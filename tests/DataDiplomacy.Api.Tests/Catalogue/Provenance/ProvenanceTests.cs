using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>What is known of the origin of things: recorded by the server itself, or stated by callers.</summary>
public abstract class ProvenanceTests(ApiFixture api) : ApiTests(api)
{
    private const string Base = "http://localhost:5080/";
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\nSI_POV,404,2011,2\n";

    [Fact]
    public async Task Walks_one_observation_back_to_the_file_it_was_read_from()
    {
        var dataset = await Given.DatasetAsync(title: "Poverty");
        await Given.ImportAsync(dataset, File);
        var observation = await ObservationAsync(dataset);

        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{observation}");

        Labels(lineage).ShouldBe([
            $"0 entity v1/observations/{observation}", $"1 entity v1/datasets/{dataset}/versions/1/series/SI_POV", "2 entity Poverty, version 1",
            "3 entity Poverty", "3 entity The file as it was received", "3 activity Import into Poverty", $"4 agent {Product.NameAndVersion}"], ignoreOrder: true);
        Edges(lineage).ShouldContain($"v1/datasets/{dataset}/versions/1 wasDerivedFrom v1/datasets/{dataset}/versions/1/source");
        lineage.GetProperty("partial").GetBoolean().ShouldBeFalse();
        var file = Node(lineage, $"v1/datasets/{dataset}/versions/1/source");
        Attribute(file, "sha256").ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(File))));
    }

    [Fact]
    public async Task Tells_a_revision_from_what_it_revises_and_a_version_by_each_of_its_names()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        await Given.ImportAsync(dataset, File.Replace(",2\n", ",3\n"));

        var byShort = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@2?depth=1");
        var byIri = await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString($"{Base}v1/datasets/{dataset}/versions/2")}?depth=1");
        var newest = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}?depth=1");

        Edges(byShort).ShouldContain($"v1/datasets/{dataset}/versions/2 wasDerivedFrom v1/datasets/{dataset}/versions/1");
        Edges(byIri).ShouldBe(Edges(byShort));
        Edges(newest).ShouldBe(Edges(byShort));
        Reasons(byShort).ShouldBe(["depth"]);
        var activity = Node(byShort, "v1/activities/").GetProperty("id").GetString().ShouldNotBeNull()[(Base.Length + "v1/activities/".Length)..];
        (await Anonymous.GetJsonAsync($"/v1/provenance/{activity}")).GetProperty("nodes")[0].GetProperty("kind").GetString().ShouldBe("activity");
    }

    [Fact]
    public async Task Goes_downstream_to_what_others_made_of_a_version()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var map = $"https://example.org/{dataset}/map";

        (await StateAsync(Derived(map, Version(dataset)))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?direction=downstream");
        var back = await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(map)}?direction=both&depth=20");

        Edges(lineage).ShouldBe([$"{map} wasDerivedFrom v1/datasets/{dataset}/versions/1"]);
        Labels(back).Count(l => l.Contains("file")).ShouldBe(1);
    }

    [Fact]
    public async Task Takes_the_same_document_once()
    {
        var document = Derived($"https://example.org/{Guid.NewGuid()}", "https://example.org/source");

        var first = await StateAsync(document);
        var again = await StateAsync(document);

        (first.StatusCode, again.StatusCode).ShouldBe((HttpStatusCode.Created, HttpStatusCode.OK));
        var (one, other) = (await first.ReadAsync<JsonElement>(), await again.ReadAsync<JsonElement>());
        (one.GetProperty("added").GetBoolean(), other.GetProperty("added").GetBoolean()).ShouldBe((true, false));
        other.GetProperty("source").GetInt64().ShouldBe(one.GetProperty("source").GetInt64());
    }

    /// <summary>Each document is valid alone; the second contradicts what the first one stated.</summary>
    [Theory]
    [InlineData("24", """{"wasGeneratedBy":{"E/g1":{"prov:entity":"E/e","prov:activity":"E/a"}}}""", """{"wasGeneratedBy":{"E/g2":{"prov:entity":"E/e","prov:activity":"E/a"}}}""")]
    [InlineData("23", """{"used":{"E/u":{"prov:activity":"E/a","prov:entity":"E/e"}}}""", """{"used":{"E/u":{"prov:activity":"E/b","prov:entity":"E/e"}}}""")]
    [InlineData("22", """{"activity":{"E/a":{"prov:startTime":"2026-01-01T00:00:00Z"}}}""", """{"activity":{"E/a":{"prov:startTime":"2026-01-02T00:00:00Z"}}}""")]
    [InlineData("28", """{"activity":{"E/a":{"prov:startTime":"2026-01-01T00:00:00Z"}}}""", """{"wasStartedBy":{"E/s":{"prov:activity":"E/a","prov:time":"2026-01-02T00:00:00Z"}}}""")]
    [InlineData("55", """{"used":{"_:u":{"prov:activity":"E/a","prov:entity":"E/e"}}}""", """{"used":{"_:u":{"prov:activity":"E/e","prov:entity":"E/x"}}}""")]
    [InlineData("53", """{"used":{"E/r":{"prov:activity":"E/a"}}}""", """{"wasGeneratedBy":{"E/r":{"prov:entity":"E/e"}}}""")]
    [InlineData("56", """{"entity":{"E/c":{"prov:type":{"$":"prov:EmptyCollection","type":"prov:QUALIFIED_NAME"}}}}""", """{"hadMember":{"_:m":{"prov:collection":"E/c","prov:entity":"E/e"}}}""")]
    [InlineData("42", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"E/b","prov:usedEntity":"E/a"},"_:2":{"prov:generatedEntity":"E/c","prov:usedEntity":"E/b"}}}""", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"E/a","prov:usedEntity":"E/c"}}}""")]
    [InlineData("42", """{"wasGeneratedBy":{"_:g":{"prov:entity":"E/b","prov:activity":"E/act"}},"wasStartedBy":{"_:s":{"prov:activity":"E/act","prov:trigger":"E/a"}}}""", """{"wasDerivedFrom":{"_:1":{"prov:generatedEntity":"E/a","prov:usedEntity":"E/b"}}}""")]
    [InlineData("52", """{"specializationOf":{"_:s":{"prov:specificEntity":"E/a","prov:generalEntity":"E/b"}}}""", """{"specializationOf":{"_:s":{"prov:specificEntity":"E/b","prov:generalEntity":"E/a"}}}""")]
    public async Task Refuses_what_contradicts_what_is_held_and_stores_nothing_of_it(string constraint, string first, string second)
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        (await StateAsync(first.Replace("E/", place + "/"))).StatusCode.ShouldBe(HttpStatusCode.Created);
        var before = await CountAsync();

        var refusal = await (await StateAsync(second.Replace("E/", place + "/"))).RefusedAsync(422);

        refusal.Type.ShouldBe("invalid-provenance");
        refusal.Errors.ShouldContainKey(constraint);
        refusal.Detail.ShouldContain(place);
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Withdraws_a_statement_and_still_tells_what_was_held_before()
    {
        var (result, source) = ($"https://example.org/{Guid.NewGuid()}", "https://example.org/origin");
        await StateAsync(Derived(result, source));
        var before = Api.Time.GetUtcNow();
        var path = $"/v1/provenance/{Uri.EscapeDataString(result)}";
        var number = (await Anonymous.GetJsonAsync(path)).GetProperty("edges")[0].GetProperty("statement").GetInt64();
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);

        (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        await (await Anonymous.GetAsync(path, Stop)).RefusedAsync(404);
        (await Anonymous.GetJsonAsync($"{path}?asOf={before:yyyy-MM-ddTHH:mm:ss.fffZ}")).GetProperty("edges").GetArrayLength().ShouldBe(1);
        (await StateAsync(Derived("https://example.org/again/" + number, result))).StatusCode.ShouldBe(HttpStatusCode.Created);
        await (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Does_not_withdraw_what_the_server_recorded_of_its_own_work()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var number = (await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1")).GetProperty("edges")[0].GetProperty("statement").GetInt64();

        (await (await Admin.DeleteAsync($"/v1/provenance/statements/{number}", Stop)).RefusedAsync(422)).Type.ShouldBe("rule-broken");
    }

    [Fact]
    public async Task Goes_on_where_the_answer_before_ended_whatever_is_added_meanwhile()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        await StateAsync(Fan(place, 30));
        var root = $"/v1/provenance/{Uri.EscapeDataString(place + "/0")}?direction=downstream";
        var whole = await Anonymous.GetJsonAsync(root);

        var (nodes, edges, next, pages) = (new List<string>(), new List<string>(), "", 0);
        do
        {
            var page = await Anonymous.GetJsonAsync($"{root}&nodes=7{next}");
            if (pages++ == 0) await StateAsync(Derived(place + "/late", place + "/0"));
            nodes.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString() ?? ""));
            edges.AddRange(Edges(page));
            if (page.GetProperty("next").GetString() is { } cursor)
            {
                page.GetProperty("partial").GetBoolean().ShouldBeTrue();
                Reasons(page).ShouldContain("nodes");
                next = "&cursor=" + cursor;
            }
            else
            {
                next = "";
            }
        }
        while (next.Length > 0);

        nodes.ShouldBe(whole.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetString() ?? ""));
        edges.ShouldBe(Edges(whole));
        pages.ShouldBe(5);
        (nodes.Count, edges.Count).ShouldBe((31, 60));
        await (await Anonymous.GetAsync($"{root}&nodes=8{"&cursor=" + "x"}", Stop)).RefusedAsync(400);
    }

    [Fact]
    public async Task Neither_shows_nor_passes_through_what_the_caller_may_not_see()
    {
        var hidden = await Given.DatasetAsync(handling: "internal");
        await Given.ImportAsync(hidden, File);
        var (map, secret) = ($"https://example.org/{hidden}/map", $"https://example.org/{hidden}/secret");
        await StateAsync(Derived(map, Version(hidden)));
        await StateAsync(Derived(secret, map), "internal");

        var anonymous = await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(map)}?direction=both&depth=20");
        var known = await Admin.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(map)}?direction=both&depth=20");

        Labels(anonymous).ShouldBe([$"0 entity {map}"]);
        Reasons(anonymous).ShouldBe(["withheld"]);
        anonymous.GetProperty("edges").GetArrayLength().ShouldBe(0);
        Reasons(known).ShouldBeEmpty();
        Edges(known).ShouldContain($"{secret} wasDerivedFrom {map}");
        await (await Anonymous.GetAsync($"/v1/provenance/{hidden}@1", Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync($"/v1/provenance/{Uri.EscapeDataString(secret)}", Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync($"/v1/provenance/{(await ObservationAsync(hidden))}", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Shows_what_was_stated_of_a_series_and_of_a_single_observation()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var observation = await ObservationAsync(dataset);
        await StateAsync(Derived($"{Base}v1/observations/{observation}", $"https://example.org/{dataset}/survey"));

        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{observation}");

        Edges(lineage).ShouldContain($"v1/observations/{observation} wasDerivedFrom https://example.org/{dataset}/survey");
        Labels(lineage).ShouldContain($"1 entity https://example.org/{dataset}/survey");
    }

    [Fact]
    public async Task Gives_a_lineage_as_PROV_JSON_and_PROV_N_that_is_valid()
    {
        var dataset = await Given.DatasetAsync(title: "Poverty");
        await Given.ImportAsync(dataset, File);
        var observation = await ObservationAsync(dataset);

        var json = await Anonymous.GetAsync($"/v1/provenance/{observation}?format=prov-json", Stop);
        var notation = await Anonymous.GetAsync($"/v1/provenance/{observation}?format=prov-n", Stop);

        json.Content.Headers.ContentType?.MediaType.ShouldBe("application/provenance+json");
        var document = ProvJsonReader.Read(await json.Content.ReadAsByteArrayAsync(Stop));
        ProvConstraints.Check(document).IsValid.ShouldBeTrue();
        document.Statements.Count(s => s.Kind == ProvKind.Specialization).ShouldBe(3);
        notation.Content.Headers.ContentType?.MediaType.ShouldBe("text/provenance-notation");
        (await notation.Content.ReadAsStringAsync(Stop)).ShouldContain($"specializationOf(dd:v1/observations/{observation}, dd:v1/datasets/{dataset}/versions/1/series/SI_POV)");
    }

    [Fact]
    public async Task Keeps_bundles_apart()
    {
        var place = $"https://example.org/{Guid.NewGuid()}";
        var bundled = """{"bundle":{"E/b":{"wasGeneratedBy":{"E/g":{"prov:entity":"E/e","prov:activity":"E/other"}}}},"wasGeneratedBy":{"E/g":{"prov:entity":"E/e","prov:activity":"E/a"}}}""".Replace("E/", place + "/");

        (await StateAsync(bundled)).StatusCode.ShouldBe(HttpStatusCode.Created);
        var lineage = await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(place + "/e")}");

        lineage.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("bundle").GetString()).ShouldBe([null, place + "/b"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("[]", "an array where one JSON object")]
    [InlineData("""{"entity":{"ex:e":{}}}""", "prefix 'ex'")]
    public async Task Says_what_is_no_PROV_JSON(string body, string why)
    {
        foreach (var path in new[] { "/v1/provenance", "/v1/provenance/validate" })
        {
            var refusal = await (await Admin.PostAsync(path, Body(body), Stop)).RefusedAsync(400);
            refusal.Detail.ShouldContain(why);
        }
    }

    [Fact]
    public async Task Judges_a_document_without_storing_it()
    {
        var before = await CountAsync();

        var valid = await (await Anonymous.PostAsync("/v1/provenance/validate", Body(Derived("urn:b", "urn:a")), Stop)).ReadAsync<JsonElement>();
        var invalid = await (await Anonymous.PostAsync("/v1/provenance/validate", Body(Derived("urn:a", "urn:a")), Stop)).ReadAsync<JsonElement>();

        (valid.GetProperty("valid").GetBoolean(), invalid.GetProperty("valid").GetBoolean()).ShouldBe((true, false));
        var violation = invalid.GetProperty("violations")[0];
        violation.GetProperty("constraint").GetString().ShouldBe("42");
        violation.GetProperty("statements")[0].GetString().ShouldBe("wasDerivedFrom(<urn:a>, <urn:a>, -, -, -)");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Refuses_names_that_no_index_takes()
    {
        var refusal = await (await StateAsync(Derived("urn:" + new string('é', 1_100), "urn:a"))).RefusedAsync(400);

        refusal.Detail.ShouldContain("2000 bytes");
    }

    [Theory]
    [InlineData("direction=sideways", "direction")]
    [InlineData("depth=0", "depth")]
    [InlineData("depth=101", "depth")]
    [InlineData("nodes=10001", "nodes")]
    [InlineData("asOf=yesterday", "asOf")]
    public async Task Says_which_parameter_is_wrong(string query, string field)
    {
        var refusal = await (await Anonymous.GetAsync($"/v1/provenance/anything?{query}", Stop)).RefusedAsync(400);

        refusal.Errors.ShouldContainKey(field);
    }

    [Fact]
    public async Task Answers_the_same_at_both_doors()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);

        var rest = await Anonymous.GetJsonAsync($"/v1/provenance/{dataset}@1?depth=3&asOf=2099-01-01");
        var answer = await (await Anonymous.PostAsJsonAsync("/graphql", new
        {
            query = $$"""{ provenance(id: "{{dataset}}@1", depth: 3, asOf: "2099-01-01") { id partial partialReasons frontier next nodes { id kind label depth } edges { relation from to statement } } }""",
        }, Stop)).ReadAsync<JsonElement>();

        var graph = answer.GetProperty("data").GetProperty("provenance");
        Edges(graph).ShouldBe(Edges(rest));
        graph.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("label").GetString()).ShouldBe(rest.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("label").GetString()));
    }

    [Fact]
    public async Task States_the_origin_of_versions_that_were_published_before_it_did_so()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        await Api.Stored.ForgetProvenanceAsync();

        await (await Anonymous.GetAsync($"/v1/provenance/{dataset}@1", Stop)).RefusedAsync(404);
        await using var restarted = new ApiFactory(Api.Database, Api.Time);
        var lineage = await restarted.ClientWith(null).GetJsonAsync($"/v1/provenance/{dataset}@1");

        Edges(lineage).ShouldContain($"v1/datasets/{dataset}/versions/1 wasDerivedFrom v1/datasets/{dataset}/versions/1/source");
    }

    private static string Version(string dataset) => $"{Base}v1/datasets/{dataset}/versions/1";

    private static string Derived(string result, string source) =>
        """{"wasDerivedFrom":{"_:d":{"prov:generatedEntity":"RESULT","prov:usedEntity":"SOURCE"}}}""".Replace("RESULT", result).Replace("SOURCE", source);

    /// <summary>One thing, three made of it, nine of these, and so on; each also rests on the thing before the one it was made of.</summary>
    private static string Fan(string place, int count)
    {
        var steps = Enumerable.Range(1, count).SelectMany(i => new[] { (From: i, To: (i - 1) / 3), (From: i, To: Math.Max(0, ((i - 1) / 3) - 1)) });
        var records = steps.Select((step, n) => $"\"_:d{n}\":{{\"prov:generatedEntity\":\"{place}/{step.From}\",\"prov:usedEntity\":\"{place}/{step.To}\"}}");
        return "{\"wasDerivedFrom\":{" + string.Join(",", records) + "}}";
    }

    private Task<HttpResponseMessage> StateAsync(string document, string handling = "public") => Admin.PostAsync($"/v1/provenance?handling={handling}", Body(document), Stop);

    private static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    private async Task<string> ObservationAsync(string dataset) =>
        (await Admin.GetJsonAsync($"/v1/observations?dataset={dataset}&series=SI_POV")).GetProperty("items")[0].GetProperty("id").GetString() ?? "";

    private async Task<int> CountAsync()
    {
        await using var context = await Api.ContextAsync();
        return context.ProvenanceStatements.Count();
    }

    private static string Short(string? iri) => (iri ?? "").Replace(Base, "");

    private static IReadOnlyList<string> Labels(JsonElement graph) =>
        [.. graph.GetProperty("nodes").EnumerateArray().Select(n => $"{n.GetProperty("depth").GetInt32()} {n.GetProperty("kind").GetString()} {n.GetProperty("label").GetString()}")];

    private static IReadOnlyList<string> Edges(JsonElement graph) =>
        [.. graph.GetProperty("edges").EnumerateArray().Select(e => $"{Short(e.GetProperty("from").GetString())} {e.GetProperty("relation").GetString()} {Short(e.GetProperty("to").GetString())}")];

    private static IReadOnlyList<string> Reasons(JsonElement graph) => [.. graph.GetProperty("partialReasons").EnumerateArray().Select(r => r.GetString() ?? "")];

    private static JsonElement Node(JsonElement graph, string iri) => graph.GetProperty("nodes").EnumerateArray().First(n => Short(n.GetProperty("id").GetString()).StartsWith(iri, StringComparison.Ordinal));

    private static string? Attribute(JsonElement node, string name) =>
        node.GetProperty("attributes").EnumerateArray().First(a => a.GetProperty("name").GetString() == $"{Base}ns#{name}").GetProperty("value").GetString();

    public sealed class OnSqlite(SqliteApi api) : ProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ProvenanceTests(api), IClassFixture<PostgresApi>;
}
