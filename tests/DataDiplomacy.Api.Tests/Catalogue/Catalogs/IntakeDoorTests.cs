using System.Net;
using System.Text;
using DataDiplomacy.Api.Catalogue.Catalogs;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Tests.Catalogue.Catalogs;

/// <summary>What tests of the door for catalogues of others share.</summary>
public abstract class IntakeDoorTests(ApiFixture api) : ApiTests(api)
{
    private protected async Task<DatasetEntry> EntryAsync(string id)
    {
        var import = DcatReader.Read(JsonLdReader.Read(await Admin.GetByteArrayAsync($"/v1/datasets/{id}/catalog", Stop)).Graph);
        return DatasetEntries.Of(import).First(e => e.Dataset.Identifiers.Contains(id));
    }

    private protected async Task<CatalogTakenView> TakeAsync(string document, HttpStatusCode status, string query = "")
    {
        var answer = await SendAsync(document, query);
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync(Stop));
        return await answer.ReadAsync<CatalogTakenView>();
    }

    private protected Task<HttpResponseMessage> SendAsync(string document, string query = "", HttpClient? by = null) =>
        (by ?? Admin).PostAsync("/v1/catalogs" + query, new StringContent(document, Encoding.UTF8, "application/ld+json"), Stop);

    /// <summary>Triples of the first graph that the second does not have; blank nodes count as any other.</summary>
    private protected static IEnumerable<RdfTriple> Missing(RdfGraph first, RdfGraph second)
    {
        var kept = second.Triples.Select(Nameless).ToHashSet();
        return first.Triples.Select(Nameless).Where(t => !kept.Contains(t));
    }

    private static RdfTriple Nameless(RdfTriple triple) => new(Nameless(triple.Subject), triple.Predicate, Nameless(triple.Object));

    private static RdfTerm Nameless(RdfTerm term) => term.IsBlank ? RdfTerm.Blank("b") : term;
}
