using System.Net;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Catalogue.Catalogs;
using DataDiplomacy.Api.Tests.Support;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Tests.Catalogue.Catalogs;

/// <summary>The published examples of catalogues, taken in by the door.</summary>
public abstract class CatalogExampleTests(ApiFixture api, ITestOutputHelper output) : IntakeDoorTests(api)
{
    private const string ExamplesContext = "https://semiceu.github.io/uri.semic.eu-generated/DCAT-AP/releases/3.0.0/html/examples/context.jsonld";

    /// <summary>Each example of DCAT 3 and of DCAT-AP through the door; what an example says of data sets is in their entries, or is told as not kept.</summary>
    [Theory]
    [InlineData("dcat3-examples", 16)]
    [InlineData("dcat-ap-examples", 9)]
    public async Task Takes_the_published_examples(string family, int count)
    {
        Assert.SkipWhen(SharedData.Find($"vectors/provenance/{family}/cases.json") is null, "The published examples are not beside this repository.");
        var names = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Find($"vectors/provenance/{family}/cases.json")!, Stop)).RootElement.EnumerateObject().Select(c => c.Name).ToList();
        var (outcomes, lost, documents) = (new List<EntryOutcome>(), new List<string>(), 0);
        foreach (var name in names)
        {
            if (SharedData.Find($"vectors/provenance/{family}/{name}.jsonld") is not { } file) continue;
            documents++;
            var document = await ExampleAsync(file);
            var answer = await SendAsync(document, "?handling=public&replace=true");
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                // Some examples are of a catalogue, a series or a service alone.
                (await answer.RefusedAsync(400)).Detail.ShouldContain("describes no data set");
                continue;
            }

            var taken = await answer.ReadAsync<CatalogTakenView>();
            outcomes.AddRange(taken.Datasets.Select(d => d.Outcome));
            foreach (var dataset in taken.Datasets.Where(d => d.Outcome == EntryOutcome.Refused)) output.WriteLine($"{name}: {dataset.Iri}: {string.Join(" ", dataset.Notes)}");
            foreach (var dataset in taken.Datasets.Where(d => d.Outcome is EntryOutcome.Registered or EntryOutcome.Replaced)) lost.AddRange((await LostAsync(document, dataset)).Select(line => $"{name}: {line}"));
        }

        output.WriteLine($"{family}: {documents} documents, {outcomes.Count} data sets: {string.Join(", ", outcomes.CountBy(o => o).Select(o => $"{o.Value} {o.Key}"))}");
        lost.ShouldBeEmpty();
        documents.ShouldBe(count);
        outcomes.ShouldAllBe(o => o != EntryOutcome.Refused && o != EntryOutcome.Differs);
        outcomes.Count(o => o == EntryOutcome.Registered).ShouldBeGreaterThan(3);
    }

    /// <summary>The example with its context inside, since the door fetches none.</summary>
    private static async Task<string> ExampleAsync(string file)
    {
        var text = await File.ReadAllTextAsync(file, Stop);
        if (!text.Contains($"\"{ExamplesContext}\"", StringComparison.Ordinal)) return text;
        using var context = JsonDocument.Parse(await File.ReadAllBytesAsync(SharedData.Find("vectors/provenance/schemas/dcat-ap-3.0.1/examples-context.jsonld")!, Stop));
        return text.Replace($"\"{ExamplesContext}\"", context.RootElement.GetProperty("@context").GetRawText());
    }

    /// <summary>What the document says of the data set itself that its entry here neither says nor names as not kept.</summary>
    private async Task<IEnumerable<string>> LostAsync(string document, TakenEntryView dataset)
    {
        var gives = JsonLdReader.Read(await Admin.GetByteArrayAsync($"/v1/datasets/{dataset.Id}/catalog", Stop)).Graph;
        string[] looked = ["http://purl.org/dc/terms/title", "http://www.w3.org/ns/dcat#distribution", "http://www.w3.org/ns/dcat#prev", "http://www.w3.org/ns/dcat#next", "http://www.w3.org/ns/dcat#previousVersion", "http://www.w3.org/ns/dcat#hasVersion", "http://www.w3.org/ns/dcat#inSeries"];
        return Missing(JsonLdReader.Read(Encoding.UTF8.GetBytes(document)).Graph, gives)
            .Where(t => t.Subject.Value == dataset.Iri && looked.Contains(t.Predicate) && dataset.NotKept.All(p => p.Name != t.Predicate)).Select(t => t.ToString());
    }

    public sealed class OnSqlite(SqliteApi api, ITestOutputHelper output) : CatalogExampleTests(api, output), IClassFixture<SqliteApi>;

    public sealed class OnPostgres(PostgresApi api, ITestOutputHelper output) : CatalogExampleTests(api, output), IClassFixture<PostgresApi>;
}
