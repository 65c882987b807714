using System.Net;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Observations, series and computed answers are stored nowhere as things of their own; a lineage goes through them all the same.</summary>
public abstract class PartProvenanceTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    [Theory]
    [InlineData("observation")]
    [InlineData("series")]
    [InlineData("trend")]
    [InlineData("selection")]
    public async Task Goes_through_what_is_no_thing_of_its_own_to_its_source(string middle)
    {
        var dataset = await SetAsync();
        var (brief, named) = ($"https://example.org/{dataset}/brief", await NamedAsync(dataset, middle));

        (await StateAsync(Derived(brief, Base + named))).StatusCode.ShouldBe(HttpStatusCode.Created);

        var lineage = await Anonymous.GetJsonAsync(Path(brief) + "?depth=10");
        Edges(lineage).ShouldContain($"{brief} wasDerivedFrom {named}");
        Edges(lineage).ShouldContain($"v1/datasets/{dataset}/versions/1 wasDerivedFrom v1/datasets/{dataset}/versions/1/source");
        lineage.GetProperty("partial").GetBoolean().ShouldBeFalse();
        var back = await Anonymous.GetJsonAsync(Path(Version(dataset)) + "?direction=downstream&depth=10");
        Labels(back).ShouldContain(l => l.EndsWith(brief, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("observation")]
    [InlineData("series")]
    [InlineData("trend")]
    public async Task Tells_each_step_once_whether_it_is_stored_or_follows(string middle)
    {
        var dataset = await SetAsync();
        var named = await NamedAsync(dataset, middle);
        var before = await Anonymous.GetJsonAsync(Path(named) + "?depth=10");

        await StateAsync(Derived($"https://example.org/{dataset}/brief", Base + named));
        await StateAsync(Derived($"https://example.org/{dataset}/map", Base + named));

        var after = await Anonymous.GetJsonAsync(Path(named) + "?depth=10");
        Edges(after).Order(StringComparer.Ordinal).ShouldBe(Edges(before).Order(StringComparer.Ordinal));
        Edges(after).ShouldBeUnique();
        Labels(after).Order(StringComparer.Ordinal).ShouldBe(Labels(before).Order(StringComparer.Ordinal));
        var document = ProvJsonReader.Read(await Anonymous.GetByteArrayAsync(Path(named) + "?depth=10&format=prov-json", Stop));
        ProvConstraints.Check(document).IsValid.ShouldBeTrue();
        document.Statements.Where(s => s.Shape.IsElement && s.Id?.EndsWith("#activity", StringComparison.Ordinal) == true).Select(s => s.Id).ShouldBeUnique();
    }

    [Theory]
    [InlineData("observation")]
    [InlineData("series")]
    [InlineData("trend")]
    public async Task Lets_an_import_say_that_its_data_were_made_of_it(string middle)
    {
        var (dataset, made) = (await SetAsync(), await Given.DatasetAsync());
        var named = await NamedAsync(dataset, middle);

        await Given.ImportAsync(made, File, $"format=unsd-csv&madeFrom={Uri.EscapeDataString(Base + named)}");

        var lineage = await Anonymous.GetJsonAsync(Path(Version(made)) + "?depth=10");
        Edges(lineage).ShouldContain($"v1/datasets/{made}/versions/1 wasDerivedFrom {named}");
        Edges(lineage).ShouldContain($"v1/datasets/{dataset}/versions/1 wasDerivedFrom v1/datasets/{dataset}/versions/1/source");
    }

    [Fact]
    public async Task Names_the_state_that_was_read_where_an_answer_was_named_without_one()
    {
        var (dataset, made) = (await SetAsync(), await Given.DatasetAsync());
        var (open, brief) = ($"v1/trends?area=404&dataset={dataset}&series=SI_POV", $"https://example.org/{dataset}/brief");
        await Given.ImportAsync(made, File, $"format=unsd-csv&madeFrom={Uri.EscapeDataString(Base + open)}");
        await StateAsync(Derived(brief, Base + open));
        Api.Time.UtcNow = Api.Time.UtcNow.AddDays(1);
        await Given.ImportAsync(dataset, File.Replace(",2\n", ",3\n"));

        var imported = Edges(await Anonymous.GetJsonAsync(Path(Version(made)) + "?depth=10"));
        var stated = Edges(await Anonymous.GetJsonAsync(Path(brief) + "?depth=10"));

        imported.Single(e => e.StartsWith($"v1/datasets/{made}/versions/1 wasDerivedFrom v1/trends?", StringComparison.Ordinal)).ShouldContain("asOf=");
        stated.ShouldContain($"{brief} wasDerivedFrom {open}");
        stated.Single(e => e.StartsWith($"{open} alternateOf v1/trends?", StringComparison.Ordinal)).ShouldContain("asOf=");
        imported.Concat(stated).ShouldNotContain(e => e.Contains($"{dataset}/versions/2", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hides_what_is_of_hidden_data_whoever_named_it()
    {
        var hidden = await Given.DatasetAsync(handling: "internal");
        await Given.ImportAsync(hidden, File);
        var brief = $"https://example.org/{hidden}/brief";
        foreach (var middle in new[] { "observation", "series", "trend" }) await StateAsync(Derived(brief, Base + await NamedAsync(hidden, middle)));

        var open = await Anonymous.GetJsonAsync(Path(brief) + "?depth=10");
        var whole = await Admin.GetJsonAsync(Path(brief) + "?depth=10");

        Edges(open).ShouldBeEmpty();
        Reasons(open).ShouldBe(["withheld"]);
        Edges(whole).ShouldContain($"v1/datasets/{hidden}/versions/1 wasDerivedFrom v1/datasets/{hidden}/versions/1/source");
        await (await Anonymous.GetAsync(Path(await NamedAsync(hidden, "observation")), Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Refuses_what_has_the_name_of_an_answer_and_is_none()
    {
        var dataset = await SetAsync();

        var wrong = await (await StateAsync(Derived("https://example.org/brief", $"{Base}v1/trends?dataset={dataset}&sories=SI_POV"))).RefusedAsync(400);
        var missing = await (await Admin.PostAsync($"/v1/datasets/{dataset}/imports?format=unsd-csv&madeFrom={Uri.EscapeDataString($"{Base}v1/observations/{new string('0', 32)}-2010-v1")}", Body(File), Stop)).RefusedAsync(400);

        wrong.Errors["body"][0].ShouldContain("sories");
        missing.Errors["madeFrom"][0].ShouldContain("no data that is known here");
    }

    [Fact]
    public async Task Leads_from_what_an_agent_says_of_a_trend_to_the_data_behind_it()
    {
        var (dataset, agent) = (await SetAsync(), await Admin.AgentAsync());
        var said = await Admin.CreatedAsync("/v1/interpretations", new { agent, target = new { kind = "trend", request = $"/v1/trends?dataset={dataset}&series=SI_POV&area=404" }, stance = "supports", text = "t", language = "en" });

        var edges = Edges(await Anonymous.GetJsonAsync(Path($"v1/datasets/{dataset}/interpretations/{said.GetProperty("id").GetInt64()}") + "?depth=10"));

        edges.ShouldContain(e => e.StartsWith("v1/trends?", StringComparison.Ordinal) && e.EndsWith($"wasDerivedFrom v1/datasets/{dataset}/versions/1/series/SI_POV", StringComparison.Ordinal));
    }

    private async Task<string> SetAsync()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        return dataset;
    }

    private async Task<string> NamedAsync(string dataset, string kind) => kind switch
    {
        "observation" => $"v1/observations/{await ObservationAsync(dataset)}",
        "series" => $"v1/datasets/{dataset}/versions/1/series/SI_POV",
        "trend" => $"v1/trends?area=404&asOf=2030-01-01T00%3A00%3A00Z&dataset={dataset}&series=SI_POV",
        _ => $"v1/datasets/{dataset}/versions/1/series/SI_POV#char=0,2",
    };

    private static string Path(string iri) => $"/v1/provenance/{Uri.EscapeDataString(iri)}";

    public sealed class OnSqlite(SqliteApi api) : PartProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : PartProvenanceTests(api), IClassFixture<PostgresApi>;
}
