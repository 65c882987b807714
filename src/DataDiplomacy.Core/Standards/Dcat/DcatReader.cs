using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>
/// Reads catalogues of others from triples: DCAT 3 (2024), DCAT-AP 3.0.1 (2025), the older <c>dct:hasVersion</c> and <c>owl:versionInfo</c>, and what
/// DCAT 3, annex B.6, aligns with schema.org. What has no place in the catalogue is counted by property, never dropped in silence.
/// </summary>
public static class DcatReader
{
    /// <summary>Reads a graph.</summary>
    /// <param name="graph">The triples.</param>
    /// <returns>The catalogues, and which properties were not kept.</returns>
    public static DcatImport Read(RdfGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var source = new DcatSource(graph);
        var kinds = DcatNodeKinds.Of(graph);
        var importer = new DcatImporter(source, kinds);
        var catalogs = importer.Catalogs();
        return new() { Catalogs = catalogs, NotKept = source.NotKept, NotKeptOf = DcatUnkept.ByDataset(graph, kinds, importer.Datasets, source.Unkept) };
    }
}
