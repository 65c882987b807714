using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;
using DataDiplomacy.Core.Tests.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Dcat;

public sealed class DcatExampleTests(ITestOutputHelper output)
{
    private const string Dcat = "http://www.w3.org/ns/dcat#";
    private const string SchemaOrg = "http://schema.org/";
    private static readonly RdfTerm Document = RdfTerm.Iri("http://xmlns.com/foaf/0.1/Document");

    /// <summary>What must be found again: titles, distributions, versions and links within series.</summary>
    private static readonly HashSet<string> Kept =
    [
        "http://purl.org/dc/terms/title", Dcat + "distribution", Dcat + "accessURL", Dcat + "downloadURL", Dcat + "mediaType", Dcat + "version", Dcat + "previousVersion", Dcat + "hasVersion",
        Dcat + "hasCurrentVersion", Dcat + "isVersionOf", Dcat + "inSeries", Dcat + "seriesMember", Dcat + "prev", Dcat + "next", Dcat + "first", Dcat + "last", Dcat + "dataset", Dcat + "record",
    ];

    /// <summary>DCAT 3, annex B.6 "Alignment with Schema.org": read as what it is aligned with.</summary>
    private static readonly Dictionary<string, string> Aligned = new()
    {
        [SchemaOrg + "distribution"] = Dcat + "distribution",
        [SchemaOrg + "encodingFormat"] = Dcat + "mediaType",
    };

    [Theory]
    [InlineData(PublishedExamples.Dcat3, 16)]
    [InlineData(PublishedExamples.DcatAp, 9)]
    public void Imports_each_example_and_writes_its_titles_distributions_versions_and_series_again(string family, int count)
    {
        var names = PublishedExamples.Names(family);

        var whole = 0;
        foreach (var name in names)
        {
            var graph = PublishedExamples.JsonLd(family, name).Graph;
            var import = DcatReader.Read(graph);
            var lost = Lost(graph, DcatWriter.Graph(import.Catalogs));
            if (lost.Count == 0) whole++;
            foreach (var line in lost) output.WriteLine($"{name}: lost {line}");
            if (import.NotKept.Count > 0) output.WriteLine($"{name}: not kept {string.Join(", ", import.NotKept.Select(each => $"{each.Predicate} x{each.Count}"))}");
        }
        output.WriteLine($"{family}: {whole} of {count}");
        (names.Count, whole).ShouldBe((count, count));
    }

    /// <summary>Each statement is either in what is written again, or counted as not kept.</summary>
    [Theory]
    [InlineData(PublishedExamples.Dcat3)]
    [InlineData(PublishedExamples.DcatAp)]
    public void Counts_whatever_it_does_not_keep(string family)
    {
        var uncounted = new List<string>();
        foreach (var name in PublishedExamples.Names(family))
        {
            var graph = PublishedExamples.JsonLd(family, name).Graph;
            var import = DcatReader.Read(graph);
            var counted = import.NotKept.ToDictionary(each => each.Predicate, each => each.Count);
            var missing = GraphComparison.Missing(graph.Triples, DcatWriter.Graph(import.Catalogs).Triples).CountBy(triple => triple.Predicate);
            uncounted.AddRange(missing.Where(each => counted.GetValueOrDefault(each.Key) < each.Value && !Changes.Contains(each.Key)).Select(each => $"{name}: {each.Key} {each.Value}, counted {counted.GetValueOrDefault(each.Key)}"));
        }

        uncounted.ShouldBeEmpty();
    }

    /// <summary>Kept in other words: labels by the property of their class, dates and identifiers by their plain datatype, schema.org as DCAT.</summary>
    private static readonly HashSet<string> Changes =
    [
        RdfGraph.Type, "http://www.w3.org/2000/01/rdf-schema#label", "http://purl.org/dc/terms/title", "http://purl.org/dc/terms/issued", "http://purl.org/dc/terms/modified",
        "http://purl.org/dc/terms/identifier", "http://purl.org/dc/terms/format", SchemaOrg + "distribution", SchemaOrg + "encodingFormat", SchemaOrg + "url",
        "http://www.w3.org/2006/vcard/ns#email",
    ];

    // A foaf:Document that an entry mentions is none itself: its title is counted as not kept.
    private static IReadOnlyList<RdfTriple> Lost(RdfGraph before, RdfGraph after)
    {
        var said = before.Triples.Where(triple => !before.Objects(triple.Subject, RdfGraph.Type).Contains(Document));
        var wanted = said.Select(triple => triple with { Predicate = Aligned.GetValueOrDefault(triple.Predicate, triple.Predicate) }).Where(triple => Kept.Contains(triple.Predicate));
        return GraphComparison.Missing(wanted, after.Triples);
    }
}
