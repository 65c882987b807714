using System.Net;
using DataDiplomacy.Api.Data;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Prov;
using DataDiplomacy.Core.Standards.Prov.Constraints;
using Microsoft.EntityFrameworkCore;

namespace DataDiplomacy.Api.Tests.Catalogue.Provenance;

/// <summary>What a lineage does not tell those who may not know of a thing, in whichever form it is asked for.</summary>
public abstract class WithheldProvenanceTests(ApiFixture api) : ProvenanceDoorTests(api)
{
    private static readonly string[] Formats = ["json", "prov-json", "prov-n", "svg"];

    [Fact]
    public async Task Names_no_hidden_source_of_an_import()
    {
        var (open, hidden) = (await Given.DatasetAsync(), await Given.DatasetAsync("confidential"));
        await Given.ImportAsync(hidden, File);
        await Given.ImportAsync(open, File, $"format=unsd-csv&madeFrom={Uri.EscapeDataString(Version(hidden))}");
        var act = (await Anonymous.GetJsonAsync($"/v1/datasets/{open}/versions/1")).Text("activity");

        foreach (var thing in new[] { $"{open}@1", act })
        {
            foreach (var told in await AllFormsAsync(Anonymous, thing, "direction=both&depth=10")) told.ShouldNotContain($"{hidden}/versions");
        }

        (await Anonymous.GetStringAsync($"/v1/lineage/{act}", Stop)).ShouldNotContain($"\"{hidden}\"");
        Edges(await Admin.GetJsonAsync($"/v1/provenance/{open}@1")).ShouldContain($"v1/datasets/{open}/versions/1 wasDerivedFrom v1/datasets/{hidden}/versions/1");
        (await Admin.GetStringAsync($"/v1/provenance/{open}@1?format=prov-n", Stop)).ShouldContain($"wasDerivedFrom(dd:v1/datasets/{open}/versions/1, dd:v1/datasets/{hidden}/versions/1, ");
    }

    [Fact]
    public async Task Names_no_hidden_agent_beside_a_plan_that_is_shown()
    {
        var (act, agent) = ($"https://example.org/{Guid.NewGuid()}/act", await Admin.AgentAsync("internal", "person"));
        await StateAsync(
            """{"activity":{"ACT":{}},"wasAssociatedWith":{"ACT/by-somebody":{"prov:activity":"ACT","prov:agent":"AGENT","prov:plan":"ACT/plan","prov:role":"lead author"}}}"""
                .Replace("ACT", act).Replace("AGENT", $"{Base}v1/agents/{agent}"));
        var run = Uri.EscapeDataString(act);

        foreach (var told in (await AllFormsAsync(Anonymous, act, "depth=10")).Append(await Anonymous.GetStringAsync($"/v1/lineage/{run}", Stop)))
        {
            told.ShouldNotContain(agent);
            told.ShouldNotContain("lead author");
            told.ShouldNotContain("by-somebody");
        }

        var document = ProvJsonReader.Read(await Anonymous.GetByteArrayAsync($"/v1/provenance/{run}?format=prov-json", Stop));
        document.Statements.Single(s => s.Kind == ProvKind.Association).Arguments.ShouldBe([act, null, act + "/plan"]);
        (await Anonymous.GetJsonAsync($"/v1/lineage/{run}"))[0].Text("producer").ShouldBe(Base.TrimEnd('/'));
        (await Admin.GetJsonAsync($"/v1/lineage/{run}"))[0].Text("producer").ShouldBe($"{Base}v1/agents/{agent}");
    }

    [Fact]
    public async Task Leaves_a_valid_document_where_it_withholds_a_part_of_it()
    {
        var (place, hidden) = ($"https://example.org/{Guid.NewGuid()}", await Given.DatasetAsync("internal"));
        await Given.ImportAsync(hidden, File);
        var stated = await StateAsync(
            """
            {"wasGeneratedBy":{"P/g":{"prov:entity":"P/result","prov:activity":"P/act"}},
             "used":{"HIDDEN#read":{"prov:activity":"P/act","prov:entity":"HIDDEN"},"HIDDEN#beside":{"prov:activity":"P/act","prov:entity":"P/seen"}},
             "wasDerivedFrom":{"P/d":{"prov:generatedEntity":"P/result","prov:usedEntity":"P/seen","prov:activity":"P/act","prov:generation":"P/g","prov:usage":"HIDDEN#beside"},
                               "P/e":{"prov:generatedEntity":"P/result","prov:usedEntity":"HIDDEN","prov:activity":"P/act","prov:generation":"P/g","prov:usage":"HIDDEN#read"}},
             "wasStartedBy":{"P/s":{"prov:activity":"P/act","prov:trigger":"P/seen","prov:starter":"HIDDEN/start"}}}
            """.Replace("P/", place + "/").Replace("HIDDEN", Version(hidden)));
        stated.StatusCode.ShouldBe(HttpStatusCode.Created, await stated.Content.ReadAsStringAsync(Stop));

        foreach (var told in await AllFormsAsync(Anonymous, place + "/result", "depth=10")) told.ShouldNotContain($"{hidden}/versions");
        var document = ProvJsonReader.Read(await Anonymous.GetByteArrayAsync($"/v1/provenance/{Uri.EscapeDataString(place + "/result")}?format=prov-json", Stop));

        ProvConstraints.Check(document).IsValid.ShouldBeTrue();
        document.Statements.Single(s => s.Kind == ProvKind.Derivation).Arguments.ShouldBe([place + "/result", place + "/seen", place + "/act", place + "/g", null]);
        document.Statements.Single(s => s.Kind == ProvKind.Start).Arguments.ShouldBe([place + "/act", place + "/seen", null, null]);
    }

    [Fact]
    public async Task Hides_what_agents_say_of_whom_the_caller_may_not_know()
    {
        var (dataset, person, address) = (await Given.DatasetAsync(), await Admin.AgentAsync("internal", "person"), $"https://example.org/{Guid.NewGuid()}");
        await Given.ImportAsync(dataset, File);
        var set = $"v1/datasets/{dataset}";
        var use = await SayAsync($"/{set}/uses", new { agent = person, purpose = "policyMaking", description = "d", citation = "https://example.org/paper" });
        var impact = await SayAsync($"/{set}/impacts", new { agent = person, version = 1, use, direction = "disadvantage", level = "state", severity = "high", effect = "drove", text = "t", language = "en", citations = new[] { address } });
        var interpretation = await SayAsync("/v1/interpretations", new { agent = person, target = new { kind = "impact", dataset, impact }, stance = "contests", text = "t", language = "en" });
        var fact = await SayAsync($"/{set}/jurisdictions", new { agent = person, aspect = "stored", place = "KEN", law = "A data act", basis = "b" });
        var dispute = await SayAsync($"/{set}/jurisdictions/{fact}/disputes", new { agent = await Admin.AgentAsync("internal", "person"), claim = "c" });
        string[] said = [$"{set}/uses/{use}", $"{set}/impacts/{impact}", $"{set}/interpretations/{interpretation}", $"{set}/jurisdictions/{fact}", $"{set}/disputes/{dispute}"];

        foreach (var told in (await AllFormsAsync(Anonymous, $"{dataset}@1", "direction=both&depth=10")).Concat(await AllFormsAsync(Anonymous, set, "direction=both&depth=10")))
        {
            said.ShouldAllBe(iri => !told.Contains(iri));
            told.ShouldNotContain(address);
        }

        foreach (var iri in said.Append(address).Append($"{set}/impacts/{impact}#char=0,4"))
        {
            await (await Anonymous.GetAsync($"/v1/provenance/{Uri.EscapeDataString(iri)}?direction=both", Stop)).RefusedAsync(404);
            (await Admin.GetAsync($"/v1/provenance/{Uri.EscapeDataString(iri)}?direction=both", Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        await (await Anonymous.GetAsync($"/v1/lineage/{Uri.EscapeDataString(said[0])}", Stop)).RefusedAsync(404);
        said.ShouldBeSubsetOf((await Admin.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(set)}?direction=downstream")).Reached().Select(r => "v1/" + r));
        (await Anonymous.GetJsonAsync($"/{set}/states")).GetRawText().ShouldNotContain("/impacts/");
    }

    [Fact]
    public async Task Shows_and_hides_what_an_agent_says_as_its_label_says_now()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        await Given.ImportAsync(dataset, File);
        var use = await SayAsync($"/v1/datasets/{dataset}/uses", new { agent, purpose = "research", description = "d" });
        var (path, said) = ($"/v1/provenance/{dataset}@1?direction=downstream", $"datasets/{dataset}/uses/{use}");
        var before = Api.Time.GetUtcNow();
        (await Anonymous.GetJsonAsync(path)).Reached().ShouldContain(said);
        Api.Time.UtcNow += TimeSpan.FromMinutes(1);

        await DescribeAsync(agent, "internal");

        (await Anonymous.GetJsonAsync(path)).Reached().ShouldNotContain(said);
        (await Anonymous.GetJsonAsync($"{path}&asOf={before:yyyy-MM-ddTHH:mm:ss.fffZ}")).Reached().ShouldNotContain(said);
        await DescribeAsync(agent, "public");
        (await Anonymous.GetJsonAsync(path)).Reached().ShouldContain(said);
    }

    [Fact]
    public async Task Shows_what_was_stated_openly_of_an_address_that_a_hidden_agent_cites()
    {
        var (dataset, person, address) = (await Given.DatasetAsync(), await Admin.AgentAsync("internal", "person"), $"https://example.org/{Guid.NewGuid()}");
        await Given.ImportAsync(dataset, File);
        await SayAsync($"/v1/datasets/{dataset}/impacts", new { agent = person, direction = "advantage", level = "state", severity = "high", effect = "drove", text = "t", language = "en", citations = new[] { address } });
        await (await Anonymous.GetAsync($"/v1/provenance/{Uri.EscapeDataString(address)}", Stop)).RefusedAsync(404);

        await StateAsync(Derived(address, address + "/origin"));

        Edges(await Anonymous.GetJsonAsync($"/v1/provenance/{Uri.EscapeDataString(address)}")).ShouldBe([$"{address} wasDerivedFrom {address}/origin"]);
    }

    [Fact]
    public async Task Hides_what_an_agent_says_under_a_name_that_others_used_before()
    {
        var (dataset, person) = (await Given.DatasetAsync(), await Admin.AgentAsync("internal", "person"));
        await Given.ImportAsync(dataset, File);
        var first = await SayAsync($"/v1/datasets/{dataset}/uses", new { agent = person, purpose = "research", description = "d" });
        await StateAsync(Derived($"https://example.org/{Guid.NewGuid()}", $"{Base}v1/datasets/{dataset}/uses/{first + 1}/log"));
        await StateAsync("""{"activity":{"USE":{}}}""".Replace("USE", $"{Base}v1/datasets/{dataset}/uses/{first + 1}"));

        (await SayAsync($"/v1/datasets/{dataset}/uses", new { agent = person, purpose = "research", description = "d" })).ShouldBe(first + 1);

        await (await Anonymous.GetAsync($"/v1/provenance/{Uri.EscapeDataString($"v1/datasets/{dataset}/uses/{first + 1}")}", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Finds_who_said_what_stood_in_the_graph_before_it_knew()
    {
        var (dataset, person, record) = (await Given.DatasetAsync(), await Admin.AgentAsync("internal", "person"), await Given.EvidenceAsync("Minutes of a council"));
        await Given.ImportAsync(dataset, File);
        var use = await SayAsync($"/v1/datasets/{dataset}/uses", new { agent = person, purpose = "research", description = "d" });
        var interpretation = await SayAsync("/v1/interpretations", new { agent = person, target = new { kind = "evidence", record = record.Id }, stance = "explains", text = "t", language = "en" });
        await using var context = await Api.ContextAsync();
        await context.ProvenanceNodes.ExecuteUpdateAsync(n => n.SetProperty(x => x.AgentId, (string?)null), Stop);

        foreach (var statement in SpokenNodes.Statements) await context.Database.ExecuteSqlRawAsync(statement, Stop);

        var said = await context.ProvenanceNodes.Where(n => n.AgentId == person).Select(n => n.Iri).ToListAsync(Stop);
        said.ShouldBe([$"v1/datasets/{dataset}/uses/{use}", $"v1/evidence/{record.Id}/interpretations/{interpretation}"], ignoreOrder: true);
    }

    private async Task<long> SayAsync(string path, object said) => (await Admin.CreatedAsync(path, said)).Number("id");

    private async Task DescribeAsync(string agent, string handling)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/v1/agents/{agent}") { Content = System.Net.Http.Json.JsonContent.Create(new { kind = "ngo", name = "A speaker", handling }) };
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        (await Admin.SendAsync(request, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static async Task<IReadOnlyList<string>> AllFormsAsync(HttpClient by, string thing, string query)
    {
        var told = new List<string>();
        foreach (var format in Formats) told.Add(await by.GetStringAsync($"/v1/provenance/{Uri.EscapeDataString(thing)}?{query}&format={format}", Stop));
        return told;
    }

    public sealed class OnSqlite(SqliteApi api) : WithheldProvenanceTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : WithheldProvenanceTests(api), IClassFixture<PostgresApi>;
}
