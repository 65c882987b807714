using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Tests.Catalogue.Catalogs;

/// <summary>The catalogue as harvesters and search engines read it.</summary>
public abstract class CatalogTests(ApiFixture api) : ApiTests(api)
{
    private const string Base = "http://localhost:5080/";
    private const string Terms = """{ "@type": "Offer", "@id": "urn:test", "permission": [ { "action": "use" } ] }""";
    private const string File = "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n";

    [Fact]
    public async Task Lists_what_the_caller_may_see_with_version_terms_and_where_to_get_it()
    {
        var (open, hidden) = (await Given.DatasetAsync(title: "Wells"), await Given.DatasetAsync(handling: "internal"));
        await Given.ImportAsync(open, File);
        await Given.ImportAsync(open, File.Replace(",1\n", ",2\n"));

        var answer = await Anonymous.GetAsync("/catalog", Stop);
        var catalog = Read(await answer.Content.ReadAsByteArrayAsync(Stop));
        var known = Read(await Admin.GetByteArrayAsync("/catalog", Stop));

        answer.Content.Headers.ContentType?.MediaType.ShouldBe("application/ld+json");
        var wells = catalog.Datasets.Single(d => d.Identifiers.Contains(open));
        wells.Titles.Single().Value.ShouldBe("Wells");
        (wells.Version, wells.CurrentVersion).ShouldBe(("2", $"{Base}v1/datasets/{open}/versions/2"));
        wells.HasVersions.ShouldBe([$"{Base}v1/datasets/{open}/versions/2"]);
        var version = catalog.Datasets.Single(d => d.Iri == $"{Base}v1/datasets/{open}/versions/2");
        (version.PreviousVersion, version.DerivedFrom.Single()).ShouldBe(($"{Base}v1/datasets/{open}/versions/1", $"{Base}v1/datasets/{open}/versions/2/source"));
        wells.Licence?.Iri.ShouldBe("https://spdx.org/licenses/CC0-1.0");
        wells.Distributions.Select(d => d.DownloadUrls.Single()).ShouldBe([$"{Base}v1/observations?dataset={open}&format=csv", $"{Base}v1/observations?dataset={open}&format=ndjson"]);
        catalog.Datasets.ShouldNotContain(d => d.Identifiers.Contains(hidden));
        known.Datasets.ShouldContain(d => d.Identifiers.Contains(hidden));
    }

    [Fact]
    public async Task Says_the_same_in_Turtle_and_in_JSON_LD()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);

        var json = JsonLdReader.Read(await Anonymous.GetByteArrayAsync($"/v1/datasets/{dataset}/catalog", Stop)).Graph;
        var answer = await Anonymous.GetAsync($"/v1/datasets/{dataset}/catalog?format=turtle", Stop);

        answer.Content.Headers.ContentType?.MediaType.ShouldBe("text/turtle");
        var turtle = await answer.Content.ReadAsStringAsync(Stop);
        turtle.ShouldContain($"<{Base}v1/datasets/{dataset}>");
        turtle.ShouldStartWith("@prefix");
        json.Count.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Gives_one_data_set_as_schema_org_describes_it()
    {
        var dataset = await Given.DatasetAsync(title: "Wells");
        await Given.ImportAsync(dataset, File);

        var described = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/catalog?format=schema-org");

        (described.GetProperty("@context").GetString(), described.GetProperty("@type").GetString(), described.GetProperty("name").GetString()).ShouldBe(("https://schema.org", "Dataset", "Wells"));
        described.GetProperty("license").GetString().ShouldBe("https://spdx.org/licenses/CC0-1.0");
        described.GetProperty("distribution").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task Offers_no_file_of_what_may_not_be_passed_on()
    {
        var dataset = await Given.DatasetAsync(redistribution: "forbidden");
        await Given.ImportAsync(dataset, File);

        var entry = Read(await Anonymous.GetByteArrayAsync($"/v1/datasets/{dataset}/catalog", Stop)).Datasets[0];

        entry.Distributions.ShouldBeEmpty();
        entry.Rights?.Labels.Single().Value.ShouldContain("not passed on");
    }

    [Fact]
    public async Task Leads_on_where_there_are_more_data_sets()
    {
        await Given.DatasetAsync();
        await Given.DatasetAsync();

        var (seen, path) = (new List<string>(), "/catalog?limit=1");
        while (path.Length > 0)
        {
            var answer = await Anonymous.GetAsync(path, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            seen.AddRange(Read(await answer.Content.ReadAsByteArrayAsync(Stop)).Datasets.SelectMany(d => d.Identifiers));
            path = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : "";
        }

        var whole = Read(await Anonymous.GetByteArrayAsync("/catalog", Stop)).Datasets.SelectMany(d => d.Identifiers).ToList();
        seen.ShouldBe(whole, ignoreOrder: true);
        seen.Distinct().Count().ShouldBe(seen.Count);
    }

    [Fact]
    public async Task Links_a_data_set_to_its_offers_and_a_version_to_what_was_measured_of_it()
    {
        var dataset = await Given.DatasetAsync();
        await Given.ImportAsync(dataset, File);
        var bare = await Anonymous.GetAsync($"/v1/datasets/{dataset}/catalog", Stop);
        Read(await bare.Content.ReadAsByteArrayAsync(Stop)).Datasets.ShouldAllBe(d => d.Policies.Count == 0 && d.QualityMeasurements.Count == 0);
        var offer = await (await Admin.PostAsJsonAsync($"/v1/datasets/{dataset}/offers", new { policy = JsonDocument.Parse(Terms).RootElement }, Stop)).ReadAsync<JsonElement>();
        var profile = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/profile");

        var answer = await Anonymous.GetAsync($"/v1/datasets/{dataset}/catalog", Stop);
        var catalog = Read(await answer.Content.ReadAsByteArrayAsync(Stop));

        answer.Headers.ETag.ShouldNotBe(bare.Headers.ETag);
        var policy = $"{Base}v1/datasets/{dataset}/offers#{offer.GetProperty("id").GetString()}";
        catalog.Datasets[0].Policies.ShouldBe([policy]);
        var measured = catalog.Datasets.Single(d => d.Iri == $"{Base}v1/datasets/{dataset}/versions/1").QualityMeasurements;
        measured.ShouldContain(m => m.Metric == Base + "ns#missingShare" && m.Value!.Value == "0");
        measured.ShouldAllBe(m => m.GeneratedAt!.Text == profile.GetProperty("computedAt").GetString());
        (await Anonymous.GetStringAsync($"/v1/datasets/{dataset}/catalog?format=turtle", Stop)).ShouldContain("odrl:hasPolicy");
        var described = await Anonymous.GetJsonAsync($"/v1/datasets/{dataset}/catalog?format=schema-org");
        (described.GetProperty("usageInfo").GetString(), described.GetProperty("conditionsOfAccess").GetString()).ShouldBe((policy, "http://publications.europa.eu/resource/authority/access-right/PUBLIC"));
    }

    [Theory]
    [InlineData("/catalog?format=rdf-xml", 406, "json-ld")]
    [InlineData("/catalog?limit=0", 400, "limit")]
    [InlineData("/catalog?nonsense=1", 400, "nonsense")]
    [InlineData("/v1/datasets/none/catalog", 404, "none")]
    public async Task Refuses_what_it_does_not_have(string path, int status, string why) =>
        (await (await Anonymous.GetAsync(path, Stop)).RefusedAsync(status)).Detail.ShouldContain(why);

    [Fact]
    public async Task Has_a_tag_that_changes_with_the_data_sets()
    {
        var dataset = await Given.DatasetAsync();
        var before = (await Anonymous.GetAsync("/catalog", Stop)).Headers.ETag;

        using var again = new HttpRequestMessage(HttpMethod.Get, "/catalog");
        again.Headers.IfNoneMatch.Add(before.ShouldNotBeNull());
        (await Anonymous.SendAsync(again, Stop)).StatusCode.ShouldBe(HttpStatusCode.NotModified);
        await Given.ImportAsync(dataset, File);
        (await Anonymous.GetAsync("/catalog", Stop)).Headers.ETag.ShouldNotBe(before);
    }

    private static Catalog Read(byte[] json) => DcatReader.Read(JsonLdReader.Read(json).Graph).Catalogs.First(c => c.Iri is not null);

    public sealed class OnSqlite(SqliteApi api) : CatalogTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : CatalogTests(api), IClassFixture<PostgresApi>;
}
