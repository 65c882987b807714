using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

public sealed class JsonLdExampleTests(ITestOutputHelper output)
{
    /// <summary>Examples whose two files do not say the same, and why.</summary>
    private static readonly Dictionary<string, string> Differing = new()
    {
        ["dryad-globtherm-sdata"] = "The prefix ex does not end in one of : / ? # [ ] @, so it is no prefix (JSON-LD 1.1 Processing Algorithms, 4.2.2, step 14.2.5).",
        ["example-bee-population-dataset-series-gea-nha"] = "The context types dates as xsd:date but has no prefix xsd: the datatype stays xsd:date (IRI expansion, 5.2.2, step 6.5).",
        ["example-bee-population-dataset-series-issued"] = "As above.",
        ["example-bee-population-dataset-series-life-count"] = "As above.",
        ["example-bee-population-dataset-series-modified"] = "As above.",
    };

    [Theory]
    [InlineData(PublishedExamples.Dcat3, 16, 15)]
    [InlineData(PublishedExamples.DcatAp, 9, 5)]
    public void Reads_the_triples_that_the_Turtle_beside_has(string family, int count, int same)
    {
        var names = PublishedExamples.Names(family);

        var differing = names.Where(name => GraphComparison.Differences(PublishedExamples.Turtle(family, name), PublishedExamples.JsonLd(family, name).Graph).Count > 0).ToList();

        foreach (var name in differing) output.WriteLine($"{name}: {Differing.GetValueOrDefault(name, "not explained")}");
        output.WriteLine($"{family}: {names.Count - differing.Count} of {count} say the same as the Turtle");
        differing.ShouldBe(Differing.Keys.Where(names.Contains), ignoreOrder: true);
        (names.Count, names.Count - differing.Count).ShouldBe((count, same));
    }

    /// <summary>Class by class: "title" of a data set and of its distribution come from two contexts.</summary>
    [Fact]
    public void Reads_with_the_whole_context_of_DCAT_AP()
    {
        var contexts = new Dictionary<string, ReadOnlyMemory<byte>> { ["https://c.x/dcat-ap"] = PublishedExamples.WholeContext() };
        var json = """{"@context":"https://c.x/dcat-ap","@id":"http://e.x/1","@type":"Dataset","title":"River levels","datasetDistribution":{"@id":"http://e.x/2","@type":"Distribution","title":"CSV","downloadUrl":"http://e.x/f"}}"""u8;

        var reading = JsonLdReader.Read(json.ToArray(), contexts, null);

        reading.Ignored.ShouldBeEmpty();
        GraphComparison.Differences(reading.Graph, TurtleGraph.Read("""
            @prefix dcat: <http://www.w3.org/ns/dcat#> . @prefix dct: <http://purl.org/dc/terms/> .
            <http://e.x/1> a dcat:Dataset ; dct:title "River levels" ; dcat:distribution <http://e.x/2> .
            <http://e.x/2> a dcat:Distribution ; dct:title "CSV" ; dcat:downloadURL <http://e.x/f> .
            """)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(PublishedExamples.Dcat3)]
    [InlineData(PublishedExamples.DcatAp)]
    public void Drops_nothing_of_the_examples(string family)
    {
        var ignored = PublishedExamples.Names(family).SelectMany(name => PublishedExamples.JsonLd(family, name).Ignored);

        ignored.ShouldBeEmpty();
    }
}
