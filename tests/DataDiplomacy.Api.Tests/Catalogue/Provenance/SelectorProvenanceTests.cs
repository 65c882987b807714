using System.Net;
using DataDiplomacy.Api.Tests.Graph;
using DataDiplomacy.Api.Tests.Support;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>Parts of files have a lineage, stated or not; and attributions can be read as they held on a day.</summary>
public abstract class SelectorProvenanceTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    [Theory]
    [InlineData("row=2")]
    [InlineData("cell=2,4")]
    [InlineData("col=3")]
    [InlineData("char=10,20")]
    [InlineData("line=1,2")]
    [InlineData("xywh=percent:5,5,15,15")]
    [InlineData("t=10,20")]
    public async Task Leads_a_part_of_a_file_to_the_whole_without_storing_it(string fragment)
    {
        var dataset = await SetAsync();
        var before = await CountAsync();

        var lineage = await Anonymous.GetJsonAsync(Path($"{Version(dataset)}/source#{fragment}"));

        Edges(lineage).ShouldBe([$"v1/datasets/{dataset}/versions/1/source#{fragment} specializationOf v1/datasets/{dataset}/versions/1/source"]);
        Labels(lineage)[0].ShouldBe($"0 entity v1/datasets/{dataset}/versions/1/source#{fragment}");
        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Reaches_the_whole_from_what_was_stated_of_a_part()
    {
        var dataset = await SetAsync();
        var (figure, cell) = ($"https://example.org/{dataset}/figure", $"v1/datasets/{dataset}/versions/1/source#cell=2,4");
        (await StateAsync(Derived(figure, Base + cell))).StatusCode.ShouldBe(HttpStatusCode.Created);

        var lineage = await Anonymous.GetJsonAsync(Path(figure));
        var own = await Anonymous.GetJsonAsync(Path(Base + cell));
        var uses = await Anonymous.GetJsonAsync($"{Path(Base + cell)}?direction=downstream&depth=1");

        string[] steps = [$"{figure} wasDerivedFrom {cell}", $"{cell} specializationOf v1/datasets/{dataset}/versions/1/source"];
        Edges(lineage).ShouldBe(steps);
        Edges(own).ShouldBe(steps[1..]);
        Edges(uses).ShouldContain(steps[0]);
    }

    [Fact]
    public async Task Selects_nothing_of_what_is_hidden_or_not_there()
    {
        var hidden = await Given.DatasetAsync(handling: "internal");
        await Given.ImportAsync(hidden, File);

        await (await Anonymous.GetAsync(Path($"{Version(hidden)}/source#row=2"), Stop)).RefusedAsync(404);
        await (await Anonymous.GetAsync(Path("https://example.org/unknown#row=2"), Stop)).RefusedAsync(404);
        Edges(await Admin.GetJsonAsync(Path($"{Version(hidden)}/source#row=2"))).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("row=0", "count from 1")]
    [InlineData("cell=17", "cell=17,4")]
    [InlineData("char=20,10", "char=10,20")]
    [InlineData("xywh=1,2", "left, top, width and height")]
    public async Task Says_how_a_part_is_selected(string fragment, string right)
    {
        var dataset = await SetAsync();

        var refusal = await (await Anonymous.GetAsync(Path($"{Version(dataset)}/source#{fragment}"), Stop)).RefusedAsync(400);

        refusal.Errors["id"][0].ShouldContain(right);
    }

    [Fact]
    public async Task Leaves_out_the_roles_that_did_not_hold_on_a_day()
    {
        var dataset = await SetAsync();
        var (former, present, always) = (await Admin.AgentAsync(), await Admin.AgentAsync(), await Admin.AgentAsync());
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/roles", new { agent = former, role = "owner", from = "2010-01-01", to = "2019-12-31" });
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/roles", new { agent = present, role = "owner", from = "2020-01-01" });
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/roles", new { agent = always, role = "funder" });

        async Task<string> HoldersAsync(string query) => string.Join(' ', Edges(await Anonymous.GetJsonAsync($"{Path($"{Base}v1/datasets/{dataset}")}{query}"))
            .Where(e => e.Contains("wasAttributedTo", StringComparison.Ordinal)).Select(e => e.Split('/')[^1]).Order(StringComparer.Ordinal));

        (await HoldersAsync("?validAt=2019-12-31")).ShouldBe(Ordered(former, always));
        (await HoldersAsync("?validAt=2020-01-01")).ShouldBe(Ordered(present, always));
        (await HoldersAsync("?validAt=2009-06-01")).ShouldBe(always);
        (await HoldersAsync("")).ShouldBe(Ordered(former, present, always));
        await (await Anonymous.GetAsync($"/v1/provenance/{dataset}?validAt=soon", Stop)).RefusedAsync(400);
        var edges = await Anonymous.DataAsync($$"""{ provenance(id: "{{Base}}v1/datasets/{{dataset}}", validAt: "2019-12-31") { edges { to } } }""", "provenance", "edges");
        edges.EnumerateArray().Select(e => (e.GetProperty("to").GetString() ?? "").Split('/')[^1]).ShouldBe([former, always], ignoreOrder: true);
    }

    private static string Ordered(params string[] agents) => string.Join(' ', agents.Order(StringComparer.Ordinal));

    private async Task<string> SetAsync()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        return dataset;
    }

    private static string Path(string iri) => $"/v1/provenance/{Uri.EscapeDataString(iri)}";

    public sealed class OnSqlite(SqliteApi api) : SelectorProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : SelectorProvenanceTests(api), IClassFixture<PostgresApi>;
}
