using System.Text;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Dcat;

public sealed class DcatReaderTests
{
    private const string Context = """ "@context": {"dcat":"http://www.w3.org/ns/dcat#","dct":"http://purl.org/dc/terms/","owl":"http://www.w3.org/2002/07/owl#","foaf":"http://xmlns.com/foaf/0.1/"} """;

    [Fact]
    public void Tells_which_properties_it_did_not_keep()
    {
        var import = Read("""{ %, "@id": "https://a.example/1", "@type": "dcat:Dataset", "dct:title": "One", "dct:audience": ["all", "some"], "dcat:theme": {"@id": "https://a.example/t", "dct:source": "x"} }""");

        import.NotKept.ShouldBe([new("http://purl.org/dc/terms/audience", 2), new("http://purl.org/dc/terms/source", 1)]);
    }

    [Fact]
    public void Takes_the_older_words_for_versions()
    {
        var import = Read("""{ %, "@id": "https://a.example/1", "@type": "dcat:Dataset", "owl:versionInfo": "1.2", "dct:hasVersion": {"@id": "https://a.example/1/v1"} }""");

        var dataset = Only(import);
        (dataset.Version, dataset.HasVersions.ShouldHaveSingleItem()).ShouldBe(("1.2", "https://a.example/1/v1"));
        import.NotKept.ShouldBeEmpty();
    }

    [Fact]
    public void Counts_an_older_version_beside_another_new_one()
    {
        var import = Read("""{ %, "@id": "https://a.example/1", "@type": "dcat:Dataset", "dcat:version": "2", "owl:versionInfo": "1.2" }""");

        Only(import).Version.ShouldBe("2");
        import.NotKept.ShouldBe([new("http://www.w3.org/2002/07/owl#versionInfo", 1)]);
    }

    [Fact]
    public void Takes_a_text_where_a_licence_or_a_media_type_should_have_an_address()
    {
        var import = Read("""{ %, "@id": "https://a.example/1", "@type": "dcat:Dataset", "dct:license": "CC BY 4.0", "dcat:distribution": {"dcat:mediaType": "text/csv; header=present", "dcat:accessURL": "https://a.example/f", "dcat:byteSize": 12.0} }""");

        var dataset = Only(import);
        var distribution = dataset.Distributions.ShouldHaveSingleItem();
        dataset.Licence.ShouldNotBeNull().Labels.ShouldBe([new("CC BY 4.0", null)]);
        (distribution.MediaType, distribution.AccessUrls.ShouldHaveSingleItem(), distribution.ByteSize).ShouldBe(("https://www.iana.org/assignments/media-types/text/csv", "https://a.example/f", 12));
    }

    [Fact]
    public void Takes_a_text_for_the_name_of_a_publisher_or_a_place()
    {
        var import = Read("""{ %, "@id": "https://a.example/1", "@type": "dcat:Dataset", "dct:publisher": "UNSD", "dct:creator": ["Ana", "Bo"], "dct:spatial": "Austria" }""");

        var dataset = Only(import);
        (dataset.Publisher.ShouldNotBeNull().Names[0].Value, dataset.Creators.Count, dataset.Spatial[0].Labels[0].Value).ShouldBe(("UNSD", 2, "Austria"));
        import.NotKept.ShouldBeEmpty();
    }

    [Fact]
    public void Reads_the_data_set_of_schema_org()
    {
        var json = """{"@context": {"@vocab": "https://schema.org/"}, "@id": "https://a.example/1", "@type": "Dataset", "name": "One", "version": "3", "distribution": {"@type": "DataDownload", "contentUrl": "https://a.example/1.csv", "encodingFormat": "text/csv"}}""";

        var import = DcatReader.Read(JsonLdReader.Read(Encoding.UTF8.GetBytes(json)).Graph);

        var dataset = Only(import);
        (dataset.Titles[0].Value, dataset.Version, dataset.Distributions[0].DownloadUrls[0]).ShouldBe(("One", "3", "https://a.example/1.csv"));
        import.NotKept.ShouldBeEmpty();
    }

    [Fact]
    public void Keeps_links_to_data_sets_that_are_described_elsewhere()
    {
        var import = Read("""{ %, "@id": "https://a.example/c", "@type": "dcat:Catalog", "dcat:dataset": [{"@id": "https://a.example/1"}, {"dct:title": "No name"}], "dcat:service": {"@id": "https://a.example/s"} }""");

        import.Catalogs[0].DatasetsElsewhere.ShouldBe(["https://a.example/1"]);
        import.NotKept.Select(each => each.Predicate).ShouldBe(["http://purl.org/dc/terms/title", "http://www.w3.org/ns/dcat#dataset", "http://www.w3.org/ns/dcat#service"]);
    }

    [Fact]
    public void Reads_a_node_that_thousands_share_once()
    {
        var names = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $"\"name {number}\""));
        var datasets = string.Join(',', Enumerable.Range(0, 5_000).Select(number => $$"""{"@id":"https://a.example/{{number}}","@type":"dcat:Dataset","dct:publisher":{"@id":"https://a.example/p"} }"""));

        var import = Read($$"""{ %, "@graph": [{"@id":"https://a.example/p","foaf:name":[{{names}}]},{{datasets}}] }""");

        import.Catalogs[0].Datasets.Select(dataset => dataset.Publisher).Distinct(ReferenceEqualityComparer.Instance).ShouldHaveSingleItem();
    }

    private static DcatImport Read(string json) => DcatReader.Read(JsonLdReader.Read(Encoding.UTF8.GetBytes(json.Replace("%", Context))).Graph);

    private static CatalogDataset Only(DcatImport import) => import.Catalogs.ShouldHaveSingleItem().Datasets.ShouldHaveSingleItem();
}
