using System.Net;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Computed answers and exports have a lineage that follows from their request; nothing is written when they are read.</summary>
public abstract class AnswerProvenanceTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    [Theory]
    [InlineData("trends?series=SI_POV&area=404", "Trend")]
    [InlineData("trends/scan?series=SI_POV", "TrendScan")]
    [InlineData("correlations?series=SI_POV&area=404", "Correlation")]
    [InlineData("anomalies?series=SI_POV&area=404", "AnomalyScan")]
    [InlineData("forecasts?series=SI_POV&area=404&horizon=2", "Forecast")]
    [InlineData("sdg/progress?series=SI_POV&area=404", "Progress")]
    [InlineData("observations?series=SI_POV&area=404", "Selection")]
    public async Task Leads_an_answer_back_to_the_version_that_it_reads(string request, string type)
    {
        var dataset = await SetAsync();
        var before = await CountAsync();
        var instant = "2030-01-01T00:00:00Z";

        var lineage = await Anonymous.GetJsonAsync(Path($"v1/{request}&dataset={dataset}&asOf={instant}"));

        var (answer, series, version) = (Short(lineage), $"v1/datasets/{dataset}/versions/1/series/SI_POV", $"v1/datasets/{dataset}/versions/1");
        Edges(lineage).ShouldContain($"{answer} wasGeneratedBy {answer}#activity");
        Edges(lineage).ShouldContain($"{answer}#activity used {series}");
        Edges(lineage).ShouldContain($"{answer}#activity wasAssociatedWith {answer}#plan");
        Edges(lineage).ShouldContain($"{answer} wasDerivedFrom {series}");
        Edges(lineage).ShouldContain($"{series} specializationOf {version}");
        Edges(lineage).ShouldContain($"{version} wasDerivedFrom {version}/source");
        Labels(lineage).ShouldContain($"2 agent {Product.NameAndVersion}");
        Node(lineage, $"{answer}#activity").GetProperty("attributes").EnumerateArray().Select(a => a.GetProperty("value").GetString()).ShouldContain($"{Base}ns#{type}");
        Attribute(Node(lineage, $"{answer}#plan"), "method").ShouldNotBeNullOrEmpty();
        (Attribute(Node(lineage, $"{answer}#plan"), "parameters") ?? "").ShouldContain($"dataset={dataset}");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Reads_one_answer_from_each_of_its_writings_and_the_state_that_it_names()
    {
        var dataset = await SetAsync();
        Api.Time.UtcNow = Api.Time.UtcNow.AddDays(1);
        var between = Instants.Format(Instants.Truncate(Api.Time.UtcNow));
        Api.Time.UtcNow = Api.Time.UtcNow.AddDays(1);
        await Given.ImportAsync(dataset, File.Replace(",2\n", ",3\n"));

        var earlier = await Anonymous.GetJsonAsync(Path($"v1/trends?asOf={between}&series=SI_POV&format=csv&dataset={dataset}&area=404"));
        var other = await Anonymous.GetJsonAsync(Path($"v1/trends?area=404&dataset={dataset}&series=SI_POV&asOf={between}"));
        var newest = await Anonymous.GetJsonAsync(Path($"v1/trends?area=404&dataset={dataset}&series=SI_POV"));
        var asOf = await Anonymous.GetJsonAsync(Path($"v1/trends?area=404&dataset={dataset}&series=SI_POV") + $"?asOf={between}");

        Short(earlier).ShouldBe($"v1/trends?area=404&asOf={Uri.EscapeDataString(between)}&dataset={dataset}&series=SI_POV");
        (Short(other), Short(asOf)).ShouldBe((Short(earlier), Short(earlier)));
        Edges(earlier).ShouldContain($"{Short(earlier)}#activity used v1/datasets/{dataset}/versions/1/series/SI_POV");
        Edges(newest).ShouldContain($"{Short(newest)}#activity used v1/datasets/{dataset}/versions/2/series/SI_POV");
    }

    [Fact]
    public async Task Links_answers_and_exports_to_their_lineage_and_keeps_their_tags()
    {
        var dataset = await SetAsync();
        string[] requests = [$"/v1/trends?dataset={dataset}&series=SI_POV&area=404", $"/v1/observations?dataset={dataset}&format=csv", $"/v1/observations?series=SI_POV&dataset={dataset}&format=ndjson"];
        foreach (var request in requests)
        {
            var answer = await Anonymous.GetAsync(request, Stop);
            var links = answer.Headers.GetValues("Link").Where(l => l.Contains("has_provenance", StringComparison.Ordinal)).ToList();
            Api.Time.UtcNow = Api.Time.UtcNow.AddHours(1);
            var again = await Anonymous.GetAsync(request, Stop);

            links.Count.ShouldBe(1);
            links[0].ShouldEndWith("; rel=\"http://www.w3.org/ns/prov#has_provenance\"");
            again.Headers.ETag.ShouldBe(answer.Headers.ETag);
            Edges(await Anonymous.GetJsonAsync(links[0].Split('<', '>')[1])).ShouldContain($"v1/datasets/{dataset}/versions/1 wasDerivedFrom v1/datasets/{dataset}/versions/1/source");
        }

        (await Anonymous.GetAsync("/v1/observations?area=404", Stop)).Headers.Contains("Link").ShouldBeFalse();
    }

    [Fact]
    public async Task Leads_to_what_agents_say_of_an_answer_and_not_to_what_else_was_made_of_its_data()
    {
        var dataset = await SetAsync();
        await StateAsync(Derived($"https://example.org/{dataset}/map", Version(dataset)));
        var answer = $"v1/trends?area=404&asOf=2030-01-01T00%3A00%3A00Z&dataset={dataset}&series=SI_POV";
        (await StateAsync(Derived($"https://example.org/{dataset}/brief", Base + answer))).StatusCode.ShouldBe(HttpStatusCode.Created);

        var lineage = await Anonymous.GetJsonAsync(Path(answer) + "?direction=downstream");

        Edges(lineage).ShouldContain($"https://example.org/{dataset}/brief wasDerivedFrom {answer}");
        Labels(lineage).ShouldNotContain(l => l.EndsWith("/map", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Gives_the_lineage_of_an_answer_in_the_standard_formats_as_valid_provenance()
    {
        var dataset = await SetAsync();

        var json = await Anonymous.GetByteArrayAsync(Path($"v1/forecasts?dataset={dataset}&series=SI_POV&area=404") + "?format=prov-json", Stop);

        var document = ProvJsonReader.Read(json);
        ProvConstraints.Check(document).IsValid.ShouldBeTrue();
        document.Statements.Count(s => s.Kind == ProvKind.Association && s.Arguments[2]?.EndsWith("#plan", StringComparison.Ordinal) == true).ShouldBe(1);
    }

    [Fact]
    public async Task Hides_the_answers_of_hidden_data_and_refuses_what_is_no_request()
    {
        var hidden = await Given.DatasetAsync(handling: "internal");
        await Given.ImportAsync(hidden, File);
        var dataset = await SetAsync();

        await (await Anonymous.GetAsync(Path($"v1/trends?dataset={hidden}&series=SI_POV&area=404"), Stop)).RefusedAsync(404);
        Edges(await Admin.GetJsonAsync(Path($"v1/trends?dataset={hidden}&series=SI_POV&area=404"))).ShouldNotBeEmpty();
        await (await Anonymous.GetAsync(Path($"v1/trends?dataset={dataset}&series=NONE"), Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync(Path($"v1/trends?dataset={dataset}&series=SI_POV&asOf=2000-01-01"), Stop)).RefusedAsync(404);
        (await (await Anonymous.GetAsync(Path($"v1/trends?dataset={dataset}&sories=SI_POV"), Stop)).RefusedAsync(400)).Suggestions.ShouldContain("series");
        (await (await Anonymous.GetAsync(Path("v1/trends?area=404"), Stop)).RefusedAsync(400)).Detail.ShouldContain("series=CODE or dataset=ID");
        (await (await Anonymous.GetAsync(Path($"v1/trends?dataset={dataset}&series=SI_POV&confidence=much"), Stop)).RefusedAsync(400)).Errors.Keys.ShouldContain("confidence");
        (await (await Anonymous.GetAsync(Path($"v1/trends?dataset={dataset}&series=SI_POV&asOf=yesterday"), Stop)).RefusedAsync(400)).Errors.Keys.ShouldContain("asOf");
        var other = await SetAsync();
        (await (await Anonymous.GetAsync(Path("v1/trends?series=SI_POV"), Stop)).RefusedAsync(400)).Detail.ShouldContain(other);
    }

    [Fact]
    public async Task Has_the_lineage_of_an_answer_by_GraphQL_too()
    {
        var dataset = await SetAsync();

        var edges = await Anonymous.DataAsync($$"""{ provenance(id: "v1/trends?dataset={{dataset}}&series=SI_POV&area=404", depth: 1) { edges { relation } } }""", "provenance", "edges");

        edges.EnumerateArray().Select(e => e.GetProperty("relation").GetString()).ShouldContain("wasGeneratedBy");
    }

    private async Task<string> SetAsync()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        return dataset;
    }

    private static string Path(string address) => $"/v1/provenance/{Uri.EscapeDataString(address)}";

    private static string Short(System.Text.Json.JsonElement graph) => (graph.GetProperty("id").GetString() ?? "")[Base.Length..];

    public sealed class OnSqlite(SqliteApi api) : AnswerProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : AnswerProvenanceTests(api), IClassFixture<PostgresApi>;
}
