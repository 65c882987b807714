using System.Text;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;
using DataDiplomacy.Core.Tests.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Dcat;

public sealed class DatasetEntriesTests
{
    private const string Context = """{"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/"}""";

    [Fact]
    public void Puts_versions_into_the_entry_of_what_they_are_versions_of()
    {
        var entries = Read("""
            { "@id": "https://a.example/w", "@type": "dcat:Dataset", "dcat:hasVersion": { "@id": "https://a.example/w/2" } },
            { "@id": "https://a.example/w/2", "@type": "dcat:Dataset", "dcat:previousVersion": { "@id": "https://a.example/w/1" } },
            { "@id": "https://a.example/w/1", "@type": "dcat:Dataset" },
            { "@id": "https://a.example/w/0", "@type": "dcat:Dataset", "dcat:isVersionOf": { "@id": "https://a.example/w" } },
            { "@id": "https://a.example/x", "@type": "dcat:Dataset" }
            """);

        entries.Select(e => e.Dataset.Iri).ShouldBe(["https://a.example/w", "https://a.example/x"]);
        entries[0].Versions.Select(v => v.Iri).ShouldBe(["https://a.example/w/2", "https://a.example/w/0", "https://a.example/w/1"]);
        entries[1].Versions.ShouldBeEmpty();
    }

    [Fact]
    public void Takes_the_newest_of_versions_without_a_whole_for_the_data_set()
    {
        var entries = Read("""
            { "@id": "https://a.example/1", "@type": "dcat:Dataset" },
            { "@id": "https://a.example/2", "@type": "dcat:Dataset", "dcat:previousVersion": { "@id": "https://a.example/1" } }
            """);

        entries.ShouldHaveSingleItem().Dataset.Iri.ShouldBe("https://a.example/2");
        entries[0].Versions.ShouldHaveSingleItem().Iri.ShouldBe("https://a.example/1");
    }

    [Fact]
    public void Loses_no_data_set_whose_versions_name_each_other()
    {
        var entries = Read("""
            { "@id": "https://a.example/1", "@type": "dcat:Dataset", "dcat:previousVersion": { "@id": "https://a.example/2" } },
            { "@id": "https://a.example/2", "@type": "dcat:Dataset", "dcat:previousVersion": { "@id": "https://a.example/1" } }
            """);

        entries.ShouldHaveSingleItem().Versions.ShouldHaveSingleItem();
    }

    [Fact]
    public void Takes_the_series_and_services_of_a_data_set_with_it()
    {
        var entries = Read("""
            { "@id": "https://a.example/w", "@type": "dcat:Dataset", "dcat:inSeries": { "@id": "https://a.example/s" } },
            { "@id": "https://a.example/x", "@type": "dcat:Dataset" },
            { "@id": "https://a.example/s", "@type": "dcat:DatasetSeries", "dct:title": "All wells" },
            { "@id": "https://a.example/api", "@type": "dcat:DataService", "dcat:servesDataset": [ { "@id": "https://a.example/w" }, { "@id": "https://a.example/x" } ] }
            """);

        entries[0].Series.ShouldHaveSingleItem().Titles[0].Value.ShouldBe("All wells");
        entries[0].Services.ShouldHaveSingleItem().ServesDatasets.ShouldBe(["https://a.example/w"]);
        entries[1].Series.ShouldBeEmpty();
        entries[1].Services.ShouldHaveSingleItem().ServesDatasets.ShouldBe(["https://a.example/x"]);
    }

    [Fact]
    public void Tells_at_each_data_set_what_of_it_was_not_kept()
    {
        var entries = Read("""
            { "@id": "https://a.example/w", "@type": "dcat:Dataset", "dct:audience": "all", "dcat:distribution": { "@id": "https://a.example/f", "dcat:accessURL": { "@id": "https://a.example/f.csv" }, "dct:source": "field" }, "dcat:hasVersion": { "@id": "https://a.example/w/1" } },
            { "@id": "https://a.example/w/1", "@type": "dcat:Dataset", "dct:audience": "some" },
            { "@id": "https://a.example/x", "@type": "dcat:Dataset" }
            """);

        entries[0].NotKept.ShouldBe([new("http://purl.org/dc/terms/audience", 2), new("http://purl.org/dc/terms/source", 1)]);
        entries[1].NotKept.ShouldBeEmpty();
    }

    /// <summary>Each published example, entry by entry, comes out of its own document as the same entry.</summary>
    [Theory]
    [InlineData(PublishedExamples.Dcat3)]
    [InlineData(PublishedExamples.DcatAp)]
    public void Gives_the_same_entry_from_its_own_document(string family)
    {
        var count = 0;
        foreach (var name in PublishedExamples.Names(family))
        {
            foreach (var entry in DatasetEntries.Of(DcatReader.Read(PublishedExamples.JsonLd(family, name).Graph)))
            {
                var document = DcatJsonLd.Write(entry.Frame);

                var again = DatasetEntries.Of(DcatReader.Read(JsonLdReader.Read(document).Graph)).ShouldHaveSingleItem($"{name}: {entry.Dataset.Iri}");

                again.Dataset.Iri.ShouldBe(entry.Dataset.Iri);
                Encoding.UTF8.GetString(DcatJsonLd.Write(again.Frame)).ShouldBe(Encoding.UTF8.GetString(document), name);
                count++;
            }
        }

        count.ShouldBeGreaterThan(5);
    }

    private static IReadOnlyList<DatasetEntry> Read(string graph) =>
        DatasetEntries.Of(DcatReader.Read(JsonLdReader.Read(Encoding.UTF8.GetBytes($$"""{ "@context": {{Context}}, "@graph": [ {{graph}} ] }""")).Graph));
}
