using System.Text;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;
using DataDiplomacy.Core.Tests.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Dcat;

public sealed class DcatWriterTests
{
    [Fact]
    public void Writes_a_small_catalogue_as_JSON_LD_with_its_entries_inside()
    {
        var json = Encoding.UTF8.GetString(DcatJsonLd.Write(Given.SmallCatalog()));

        json.ShouldBe("""
            {
              "@context": {
                "dcat": "http://www.w3.org/ns/dcat#",
                "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/"
              },
              "@id": "https://data.example/catalog",
              "@type": "dcat:Catalog",
              "dct:title": {
                "@value": "Data of the River Authority",
                "@language": "en"
              },
              "dct:description": {
                "@value": "All that may be shared.",
                "@language": "en"
              },
              "dct:publisher": {
                "@id": "https://data.example/agents/4",
                "@type": [
                  "foaf:Agent",
                  "foaf:Organization"
                ],
                "foaf:name": {
                  "@value": "River Authority",
                  "@language": "en"
                }
              },
              "dcat:dataset": {
                "@id": "https://data.example/datasets/7",
                "@type": "dcat:Dataset",
                "dct:title": {
                  "@value": "River levels",
                  "@language": "en"
                },
                "dct:description": {
                  "@value": "Daily gauge levels",
                  "@language": "en"
                }
              }
            }
            """);
    }

    [Fact]
    public void Writes_a_small_catalogue_as_Turtle()
    {
        var turtle = DcatTurtle.Write(Given.SmallCatalog());

        turtle.ShouldBe("""
            @prefix dcat: <http://www.w3.org/ns/dcat#> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .

            <https://data.example/catalog> a dcat:Catalog ;
              dct:title "Data of the River Authority"@en ;
              dct:description "All that may be shared."@en ;
              dct:publisher <https://data.example/agents/4> ;
              dcat:dataset <https://data.example/datasets/7> .

            <https://data.example/agents/4> a foaf:Agent , foaf:Organization ;
              foaf:name "River Authority"@en .

            <https://data.example/datasets/7> a dcat:Dataset ;
              dct:title "River levels"@en ;
              dct:description "Daily gauge levels"@en .

            """);
    }

    [Fact]
    public void Says_the_same_in_both_forms()
    {
        var graph = DcatWriter.Graph(Given.RichCatalog());

        var json = JsonLdReader.Read(DcatJsonLd.Write(Given.RichCatalog()));
        var turtle = TurtleGraph.Read(DcatTurtle.Write(Given.RichCatalog()));

        GraphComparison.Differences(graph, json.Graph).ShouldBeEmpty();
        GraphComparison.Differences(graph, turtle).ShouldBeEmpty();
        json.Ignored.ShouldBeEmpty();
    }

    [Fact]
    public void Reads_back_all_that_it_writes()
    {
        var graph = DcatWriter.Graph(Given.RichCatalog());

        var import = DcatReader.Read(graph);

        import.NotKept.ShouldBeEmpty();
        GraphComparison.Differences(graph, DcatWriter.Graph(import.Catalogs)).ShouldBeEmpty();
    }

    [Fact]
    public void Writes_the_same_bytes_each_time() => DcatJsonLd.Write(Given.RichCatalog()).ShouldBe(DcatJsonLd.Write(Given.RichCatalog()));

    [Fact]
    public void Does_not_nest_a_chain_of_versions()
    {
        var versions = Enumerable.Range(1, 200).Select(number => new CatalogDataset
        {
            Iri = $"{Given.Site}v/{number}",
            Titles = [Given.English($"Version {number}")],
            PreviousVersion = number == 1 ? null : $"{Given.Site}v/{number - 1}",
        });

        var json = DcatJsonLd.Write(Given.SmallCatalog() with { Datasets = [.. versions] });

        DcatReader.Read(JsonLdReader.Read(json).Graph).Catalogs.ShouldHaveSingleItem().Datasets.Count.ShouldBe(200);
    }

    [Fact]
    public void Names_the_text_that_is_no_IRI()
    {
        var catalog = Given.SmallCatalog() with { Homepage = "data.example" };

        var error = Should.Throw<ArgumentException>(() => DcatWriter.Graph(catalog));

        error.Message.ShouldContain("\"data.example\" is no absolute IRI");
    }

    [Fact]
    public void Keeps_two_parts_that_look_alike_apart()
    {
        var datasets = new[] { "a", "b" }.Select(id => new CatalogDataset { Iri = Given.Site + id, Distributions = [new() { ByteSize = 5 }] });

        var graph = DcatWriter.Graph(Given.SmallCatalog() with { Datasets = [.. datasets] });

        graph.Triples.Count(triple => triple.Predicate == "http://www.w3.org/ns/dcat#byteSize").ShouldBe(2);
    }
}
