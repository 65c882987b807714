using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Walks: what is known of the origin of things, recorded by the server itself or stated by callers.</summary>
public abstract class ProvenanceTests(ApiFixture api) : ProvenanceDoorTests(api)
{
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
    public async Task Knows_of_an_observation_in_a_state_what_was_known_in_that_state()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var (then, map) = (Api.Time.UtcNow.AddSeconds(1), $"https://example.org/{dataset}/map");
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);
        (await StateAsync(Derived(Version(dataset), map))).StatusCode.ShouldBe(HttpStatusCode.Created);

        (await LineageAsync("")).ShouldContain(map);
        (await LineageAsync($", asOf: \"{then:yyyy-MM-dd'T'HH:mm:ss'Z'}\"")).ShouldNotContain(map);

        async Task<string> LineageAsync(string asOf)
        {
            var query = $$"""{ observations(dataset: "{{dataset}}"{{asOf}}) { nodes { provenance { edges { to } } } } }""";
            var answer = await (await Anonymous.PostAsJsonAsync("/graphql", new { query }, Stop)).ReadAsync<JsonElement>();
            answer.GetProperty("data").GetProperty("observations").GetProperty("nodes").GetArrayLength().ShouldBeGreaterThan(0);
            return answer.GetRawText();
        }
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

    public sealed class OnSqlite(SqliteApi api) : ProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : ProvenanceTests(api), IClassFixture<PostgresApi>;
}
