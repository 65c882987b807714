using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Tests.Catalogue.Catalogs;

/// <summary>What agents are to data sets, as the catalogue tells it.</summary>
public abstract class CatalogRoleTests(ApiFixture api) : ApiTests(api)
{
    private const string Base = "http://localhost:5080/";
    private const string Iso = "http://registry.it.csiro.au/def/isotc211/CI_RoleCode/";

    [Fact]
    public async Task Tells_what_agents_are_to_a_data_set_and_to_its_newest_version()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        var before = await Anonymous.GetAsync($"/v1/datasets/{dataset}/catalog", Stop);
        foreach (var role in new[] { "manager", "funder", "generator" }) await RoleAsync(dataset, new { agent, role });
        await RoleAsync(dataset, new { agent, role = "processor", version = 1 });

        var after = await Anonymous.GetAsync($"/v1/datasets/{dataset}/catalog", Stop);
        var datasets = Read(await after.Content.ReadAsByteArrayAsync(Stop));

        after.Headers.ETag.ShouldNotBe(before.Headers.ETag);
        datasets[0].Attributions.Select(a => a.Role).ShouldBe([Iso + "custodian", Iso + "funder", Base + "ns#generator"], ignoreOrder: true);
        datasets[0].Attributions.ShouldAllBe(a => a.Agent!.Iri == $"{Base}v1/agents/{agent}" && a.Agent.Names[0].Value == $"Speaker {agent}");
        datasets[1].Attributions.Select(a => a.Role).ShouldBe([Iso + "processor"]);
        (await Anonymous.GetStringAsync($"/v1/datasets/{dataset}/catalog?format=turtle", Stop)).ShouldContain("prov:qualifiedAttribution");
    }

    [Fact]
    public async Task Leaves_out_roles_that_ended_or_have_not_begun_agents_that_the_caller_may_not_know_and_persons_whom_data_are_about()
    {
        var (dataset, open, hidden) = (await Given.DatasetAsync(), await Admin.AgentAsync(), await Admin.AgentAsync("internal"));
        var person = await Admin.AgentAsync(kind: "person");
        await RoleAsync(dataset, new { agent = open, role = "owner", to = "2001-12-31" });
        await RoleAsync(dataset, new { agent = open, role = "funder", from = "2901-01-01" });
        await RoleAsync(dataset, new { agent = person, role = "subject" });
        await RoleAsync(dataset, new { agent = hidden, role = "processor" });
        var mistaken = await RoleAsync(dataset, new { agent = open, role = "manager" });
        await Admin.CreatedAsync($"/v1/datasets/{dataset}/roles/{mistaken}/end", new { note = "A mistake" });

        var asSeen = Read(await Anonymous.GetByteArrayAsync($"/v1/datasets/{dataset}/catalog", Stop))[0].Attributions;
        var asKnown = Read(await Admin.GetByteArrayAsync($"/v1/datasets/{dataset}/catalog", Stop))[0].Attributions;

        asSeen.ShouldBeEmpty();
        asKnown.Select(a => a.Agent?.Iri).ShouldBe([$"{Base}v1/agents/{hidden}"]);
    }

    [Fact]
    public async Task Names_maintainer_and_funder_as_schema_org_does()
    {
        var (dataset, agent) = (await Given.DatasetAsync(), await Admin.AgentAsync());
        foreach (var role in new[] { "manager", "funder", "owner" }) await RoleAsync(dataset, new { agent, role });

        var described = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/catalog?format=schema-org");

        foreach (var name in new[] { "maintainer", "funder" })
            described.GetProperty(name).GetProperty("@id").GetString().ShouldBe($"{Base}v1/agents/{agent}");
        described.TryGetProperty("copyrightHolder", out _).ShouldBeFalse();
    }

    private async Task<long> RoleAsync(string dataset, object role) => (await Admin.CreatedAsync($"/v1/datasets/{dataset}/roles", role)).GetProperty("id").GetInt64();

    private static IReadOnlyList<CatalogDataset> Read(byte[] json) => DcatReader.Read(JsonLdReader.Read(json).Graph).Catalogs.First(c => c.Iri is not null).Datasets;

    public sealed class OnSqlite(SqliteApi api) : CatalogRoleTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : CatalogRoleTests(api), IClassFixture<PostgresApi>;
}
