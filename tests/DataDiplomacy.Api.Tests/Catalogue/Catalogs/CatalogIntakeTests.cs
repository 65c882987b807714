using System.Net;
using System.Net.Http.Json;
using System.Text;
using DataDiplomacy.Api.Access;
using DataDiplomacy.Api.Catalogue.Catalogs;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Tests.Catalogue.Catalogs;

/// <summary>Catalogues of others, as they come by the door and go out again.</summary>
public abstract class CatalogIntakeTests(ApiFixture api) : IntakeDoorTests(api)
{
    private const string Base = "http://localhost:5080/";

    private static int _count;

    private readonly string _site = $"https://site{Interlocked.Increment(ref _count)}-{Guid.NewGuid():N}.example/";

    /// <summary>A catalogue with two data sets, one of them in two languages and two versions.</summary>
    private string Wells => """
        { "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/", "skos": "http://www.w3.org/2004/02/skos/core#", "adms": "http://www.w3.org/ns/adms#" },
          "@graph": [
            { "@id": "SITE", "@type": "dcat:Catalog", "dct:title": "Of others", "dcat:dataset": [ { "@id": "SITEwells" }, { "@id": "SITErivers" } ] },
            { "@id": "SITEwells", "@type": "dcat:Dataset", "dct:identifier": "WELLS",
              "dct:title": [ { "@value": "Wells", "@language": "en" }, { "@value": "Brunnen", "@language": "de" } ],
              "dct:description": [ { "@value": "Water levels.", "@language": "en" }, { "@value": "Wasserstände.", "@language": "de" } ],
              "dct:publisher": { "@id": "SITEoffice", "@type": "foaf:Organization", "foaf:name": "Water office" },
              "dct:license": { "@id": "https://spdx.org/licenses/CC-BY-4.0" },
              "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/PUBLIC" },
              "dcat:theme": { "@id": "SITEthemes/water", "skos:prefLabel": { "@value": "Water", "@language": "en" } },
              "dcat:version": "2", "dcat:hasVersion": [ { "@id": "SITEwells/2" }, { "@id": "SITEwells/1" } ], "dcat:hasCurrentVersion": { "@id": "SITEwells/2" },
              "dcat:prev": { "@id": "SITEwells-of-1990" },
              "adms:sample": { "@id": "SITEsample" },
              "dcat:distribution": { "@id": "SITEwells.csv", "@type": "dcat:Distribution", "dcat:accessURL": { "@id": "SITEfiles/wells.csv" }, "dcat:mediaType": { "@id": "https://www.iana.org/assignments/media-types/text/csv" } } },
            { "@id": "SITEwells/2", "@type": "dcat:Dataset", "dct:title": "Wells, second", "dcat:previousVersion": { "@id": "SITEwells/1" }, "dcat:isVersionOf": { "@id": "SITEwells" } },
            { "@id": "SITEwells/1", "@type": "dcat:Dataset", "dct:title": "Wells, first" },
            { "@id": "SITErivers", "@type": "dcat:Dataset", "dct:title": "Rivers" } ] }
        """.Replace("SITE", _site).Replace("WELLS", WellsId);

    private string WellsId => "wells-" + _site[^20..^9];

    [Fact]
    public async Task Registers_the_data_sets_of_a_catalogue_and_lists_them_as_they_were()
    {
        var taken = await TakeAsync(Wells, HttpStatusCode.Created);

        taken.Datasets.Select(d => d.Outcome).ShouldBe([EntryOutcome.Registered, EntryOutcome.Registered]);
        var wells = taken.Datasets[0];
        (wells.Iri, wells.Id, wells.Title, wells.Versions, wells.Distributions, wells.Handling, wells.Licence).ShouldBe((_site + "wells", WellsId, "Wells", 2, 1, Handling.Public, "CC-BY-4.0"));
        wells.NotKept.ShouldBe([new NotKeptView { Name = "http://www.w3.org/ns/adms#sample", Count = 1 }]);
        taken.NotTaken.ShouldHaveSingleItem().Kind.ShouldBe("catalog");
        var view = await Admin.GetJsonAsync($"/v1/datasets/{WellsId}");
        (view.GetProperty("publisher").GetString(), view.GetProperty("description").GetString()).ShouldBe(("Water office", "Water levels."));
        var listed = await EntryAsync(WellsId);
        listed.Dataset.Iri.ShouldBe(_site + "wells");
        listed.Dataset.Titles.ShouldBe([new LocalizedText("Wells", "en"), new LocalizedText("Brunnen", "de")]);
        listed.Dataset.Themes.ShouldHaveSingleItem().Labels.ShouldBe([new LocalizedText("Water", "en")]);
        (listed.Dataset.Version, listed.Dataset.CurrentVersion, listed.Dataset.Previous.Single()).ShouldBe(("2", _site + "wells/2", _site + "wells-of-1990"));
        listed.Dataset.HasVersions.ShouldBe([_site + "wells/2", _site + "wells/1"]);
        listed.Versions.Select(v => (v.Iri, v.PreviousVersion)).ShouldBe([(_site + "wells/2", _site + "wells/1"), (_site + "wells/1", null)]);
        listed.Dataset.Distributions.ShouldHaveSingleItem().AccessUrls.ShouldBe([_site + "files/wells.csv"]);
        listed.Dataset.LandingPages.ShouldBe([$"{Base}v1/datasets/{WellsId}"]);
    }

    [Fact]
    public async Task Says_what_it_would_do_and_does_nothing()
    {
        var dry = await TakeAsync(Wells, HttpStatusCode.OK, "?dryRun=true");

        dry.DryRun.ShouldBeTrue();
        dry.Datasets.Select(d => d.Outcome).ShouldBe([EntryOutcome.Registered, EntryOutcome.Registered]);
        await (await Admin.GetAsync($"/v1/datasets/{WellsId}", Stop)).RefusedAsync(404);
        (await TakeAsync(Wells, HttpStatusCode.Created)).Datasets.Select(d => d.Id).ShouldBe(dry.Datasets.Select(d => d.Id));
    }

    [Fact]
    public async Task Changes_nothing_when_the_same_comes_again_in_another_order()
    {
        await TakeAsync(Wells, HttpStatusCode.Created);
        var before = (await Anonymous.GetAsync($"/v1/datasets/{WellsId}/catalog", Stop)).Headers.ETag;

        var again = await TakeAsync(Wells.Replace("\"dcat:version\": \"2\", ", "").Replace("\"dct:identifier\"", "\"dcat:version\": \"2\", \"dct:identifier\""), HttpStatusCode.OK);

        again.Datasets.Select(d => d.Outcome).ShouldBe([EntryOutcome.Unchanged, EntryOutcome.Unchanged]);
        (await Anonymous.GetAsync($"/v1/datasets/{WellsId}/catalog", Stop)).Headers.ETag.ShouldBe(before);
    }

    [Fact]
    public async Task Replaces_what_says_something_else_when_it_is_told_to()
    {
        await TakeAsync(Wells, HttpStatusCode.Created);
        var other = Wells.Replace("Brunnen", "Quellen");
        var before = (await Anonymous.GetAsync($"/v1/datasets/{WellsId}/catalog", Stop)).Headers.ETag;

        var told = await TakeAsync(other, HttpStatusCode.OK);
        var dry = await TakeAsync(other, HttpStatusCode.OK, "?replace=true&dryRun=true");
        (await EntryAsync(WellsId)).Dataset.Titles[1].Value.ShouldBe("Brunnen");
        var replaced = await TakeAsync(other, HttpStatusCode.Created, "?replace=true");

        (told.Datasets[0].Outcome, dry.Datasets[0].Outcome, replaced.Datasets[0].Outcome, replaced.Datasets[1].Outcome)
            .ShouldBe((EntryOutcome.Differs, EntryOutcome.Replaced, EntryOutcome.Replaced, EntryOutcome.Unchanged));
        (await EntryAsync(WellsId)).Dataset.Titles[1].Value.ShouldBe("Quellen");
        (await Anonymous.GetAsync($"/v1/datasets/{WellsId}/catalog", Stop)).Headers.ETag.ShouldNotBe(before);
    }

    [Fact]
    public async Task Leaves_what_was_described_here_since_and_shows_that_first()
    {
        await TakeAsync(Wells, HttpStatusCode.Created);
        using var change = new HttpRequestMessage(HttpMethod.Put, $"/v1/datasets/{WellsId}")
        {
            Content = JsonContent.Create(new { title = "Deep wells", sourceKind = "sensor", licence = "CC0-1.0", redistribution = "open", handling = "public" }),
            Headers = { { "If-Match", "*" } },
        };
        (await Admin.SendAsync(change, Stop)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var again = await TakeAsync(Wells.Replace("Brunnen", "Quellen"), HttpStatusCode.OK, "?replace=true");

        (again.Datasets[0].Outcome, again.Datasets[0].Notes.Single().Contains("described here since", StringComparison.Ordinal)).ShouldBe((EntryOutcome.Differs, true));
        var listed = (await EntryAsync(WellsId)).Dataset;
        listed.Titles.ShouldBe([new LocalizedText("Deep wells", "en"), new LocalizedText("Brunnen", "de")]);
        (listed.Licence?.Iri, listed.Version).ShouldBe(("https://spdx.org/licenses/CC0-1.0", "2"));
    }

    [Fact]
    public async Task Hides_what_its_catalogue_does_not_call_public()
    {
        var rights = Wells.Replace("access-right/PUBLIC", "access-right/NON_PUBLIC");

        var taken = await TakeAsync(rights, HttpStatusCode.Created, "?handling=public");

        taken.Datasets.Select(d => d.Handling).ShouldBe([Handling.Confidential, Handling.Public]);
        taken.Datasets[0].Notes.ShouldContain(n => n.Contains("stricter", StringComparison.Ordinal));
        await (await Anonymous.GetAsync($"/v1/datasets/{WellsId}/catalog", Stop)).RefusedAsync(404);
        (await Anonymous.GetStringAsync("/catalog", Stop)).ShouldNotContain(_site + "wells");
    }

    [Theory]
    [InlineData("\"dct:title\": \"Wells, first\"")]
    [InlineData("\"@type\": \"dcat:Distribution\"")]
    public async Task Hides_a_data_set_with_a_version_or_a_form_that_its_catalogue_does_not_call_public(string part)
    {
        var closed = part + """, "dct:accessRights": { "@id": "http://publications.europa.eu/resource/authority/access-right/NON_PUBLIC" }""";

        var taken = await TakeAsync(Wells.Replace(part, closed), HttpStatusCode.Created);

        taken.Datasets[0].Handling.ShouldBe(Handling.Confidential);
        (await Anonymous.GetStringAsync("/catalog", Stop)).ShouldNotContain(_site + "wells");
    }

    [Fact]
    public async Task Never_opens_what_was_closed()
    {
        await TakeAsync(Wells.Replace("access-right/PUBLIC", "access-right/NON_PUBLIC"), HttpStatusCode.Created);

        var taken = await TakeAsync(Wells, HttpStatusCode.Created, "?replace=true&handling=public");

        (taken.Datasets[0].Outcome, taken.Datasets[0].Handling).ShouldBe((EntryOutcome.Replaced, Handling.Confidential));
        await (await Anonymous.GetAsync($"/v1/datasets/{WellsId}", Stop)).RefusedAsync(404);
    }

    [Fact]
    public async Task Says_why_a_data_set_cannot_be_taken_and_takes_the_others()
    {
        var taken = await TakeAsync(Wells.Replace(_site + "rivers", _site + "rivers/" + new string('x', 600)), HttpStatusCode.Created);

        taken.Datasets.Select(d => d.Outcome).ShouldBe([EntryOutcome.Registered, EntryOutcome.Refused]);
        taken.Datasets[1].Notes.ShouldContain(n => n.Contains("Refused: its IRI has", StringComparison.Ordinal) && n.Contains("at most 600", StringComparison.Ordinal));
        taken.Datasets[1].Id.ShouldBeNull();
    }

    [Fact]
    public async Task Calls_a_data_set_without_a_title_by_its_identifier_and_says_so()
    {
        var taken = await TakeAsync(Wells.Replace("\"dct:title\": \"Rivers\"", "\"dct:description\": \"Rivers\""), HttpStatusCode.Created);

        (taken.Datasets[1].Outcome, taken.Datasets[1].Title).ShouldBe((EntryOutcome.Registered, _site + "rivers"));
        taken.Datasets[1].Notes.ShouldContain("No title is stated; it is called by its identifier.");
    }

    [Fact]
    public async Task Cuts_what_is_longer_than_a_data_set_takes_and_keeps_it_in_the_entry()
    {
        var title = string.Concat(Enumerable.Repeat("River ", 60)).Trim();

        var taken = await TakeAsync(Wells.Replace("\"Rivers\"", $"\"{title}\""), HttpStatusCode.Created, "?handling=public");

        taken.Datasets[1].Title.ShouldNotBeNull().Length.ShouldBe(300);
        taken.Datasets[1].Notes.ShouldContain(n => n.Contains("The title has 359 characters", StringComparison.Ordinal));
        (await EntryAsync(taken.Datasets[1].Id!)).Dataset.Titles.ShouldHaveSingleItem().Value.ShouldBe(title);
    }

    [Fact]
    public async Task Gives_a_data_set_another_id_where_its_own_is_given()
    {
        var mine = await Given.DatasetAsync();

        var taken = await TakeAsync(Wells.Replace(WellsId, mine), HttpStatusCode.Created);

        taken.Datasets[0].Id.ShouldNotBeNull().ShouldStartWith(mine + "-");
        taken.Datasets[0].Notes.ShouldContain(n => n.Contains($"'{mine}'", StringComparison.Ordinal));
        (await EntryAsync(taken.Datasets[0].Id!)).Dataset.Identifiers.ShouldBe([mine, taken.Datasets[0].Id!]);
    }

    [Fact]
    public async Task Takes_no_word_of_others_for_the_things_of_this_server()
    {
        var mine = await Given.DatasetAsync(title: "Mine");

        var own = await TakeAsync(Wells.Replace(_site + "rivers", $"{Base}v1/datasets/{mine}"), HttpStatusCode.Created);
        var version = await TakeAsync(Wells.Replace("https://site", "https://other").Replace(_site.Replace("https://site", "https://other") + "wells/1", $"{Base}v1/datasets/{mine}/versions/1"), HttpStatusCode.Created);

        (own.Datasets[1].Outcome, own.Datasets[1].Id).ShouldBe((EntryOutcome.Own, mine));
        version.Datasets[0].Outcome.ShouldBe(EntryOutcome.Refused);
        (await EntryAsync(mine)).Dataset.Titles.ShouldHaveSingleItem().Value.ShouldBe("Mine");
    }

    /// <summary>The catalogue of this server, as one of another address would send it, comes out as it went in.</summary>
    [Fact]
    public async Task Gives_the_catalogue_of_another_such_server_again()
    {
        var dataset = await Given.DatasetAsync(title: "Wells");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,1\n");
        await Given.ImportAsync(dataset, "SeriesCode,GeoAreaCode,TimePeriod,Value\nSI_POV,404,2010,2\n");
        var sent = (await Anonymous.GetStringAsync($"/v1/datasets/{dataset}/catalog", Stop)).Replace(Base, _site);

        var taken = await TakeAsync(sent, HttpStatusCode.Created);

        var entry = taken.Datasets.ShouldHaveSingleItem();
        (entry.Iri, entry.Handling, entry.Redistribution, entry.SourceKind, entry.Licence).ShouldBe(($"{_site}v1/datasets/{dataset}", Handling.Public, Redistribution.Open, SourceKind.OfficialStatistics, "CC0-1.0"));
        entry.NotKept.ShouldBeEmpty();
        var gives = JsonLdReader.Read(await Anonymous.GetByteArrayAsync($"/v1/datasets/{entry.Id}/catalog", Stop)).Graph;
        var lost = Missing(JsonLdReader.Read(Encoding.UTF8.GetBytes(sent)).Graph, gives).ToList();
        // What the catalogue says of itself, its page and its publisher, is told as not taken.
        lost.Select(t => t.Subject.Value).Except([_site, _site + "catalog", _site + "v1/agents/operator"]).ShouldBeEmpty();
        (await TakeAsync(sent, HttpStatusCode.OK)).Datasets.Single().Outcome.ShouldBe(EntryOutcome.Unchanged);
    }

    [Theory]
    [InlineData("{ not json", "no JSON")]
    [InlineData("""{ "@context": "https://a.example/context", "@id": "https://a.example/1" }""", "contexts are not fetched")]
    [InlineData("""{ "title": "Wells" }""", "describes no data set")]
    public async Task Refuses_what_is_no_catalogue(string document, string why) => (await (await SendAsync(document)).RefusedAsync(400)).Detail.ShouldContain(why);

    [Fact]
    public async Task Refuses_more_data_sets_than_it_takes_at_once()
    {
        var sets = string.Join(",", Enumerable.Range(0, IntakeCommands.MaxDatasets + 1).Select(i => $$"""{ "@id": "{{_site}}{{i}}", "@type": "dcat:Dataset", "dct:title": "t" }"""));

        (await (await SendAsync($$"""{ "@context": { "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/" }, "@graph": [{{sets}}] }""")).RefusedAsync(400)).Detail.ShouldContain("at most 1000");
    }

    [Fact]
    public async Task Needs_the_right_to_register_data_sets()
    {
        var reader = await Api.ClientAsync(Role.Reader);

        await (await SendAsync(Wells, by: Anonymous)).RefusedAsync(401);
        await (await SendAsync(Wells, by: reader)).RefusedAsync(403);
        (await (await SendAsync(Wells, "?handling=secret")).RefusedAsync(400)).Errors.ShouldContainKey("handling");
        await (await Admin.PostAsync("/v1/catalogs", new StringContent(Wells, Encoding.UTF8, "text/turtle"), Stop)).RefusedAsync(415);
    }

    public sealed class OnSqlite(SqliteApi api) : CatalogIntakeTests(api), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api) : CatalogIntakeTests(api), IClassFixture<PostgresApi>;
}
