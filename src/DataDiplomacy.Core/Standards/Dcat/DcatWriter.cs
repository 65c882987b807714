using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>
/// Catalogues as triples of DCAT 3 (W3C Recommendation, 2024) in the profile DCAT-AP 3.0.1 (2025): classes are said wherever the profile gives a
/// property a range. A series is said to be a data set too, which DCAT 3, 6.7 entails, as catalogues list it among their data sets.
/// </summary>
public static class DcatWriter
{
    /// <summary>Predicates between entries: their objects are written for themselves, so that chains of versions do not nest.</summary>
    internal static readonly HashSet<string> BetweenEntries =
    [
        Iris.PreviousVersion, Iris.HasVersion, Iris.HasCurrentVersion, Iris.IsVersionOf, Iris.InSeries, Iris.SeriesMember, Iris.Previous, Iris.Next, Iris.First,
        Iris.Last, Iris.ServesDataset, Iris.AccessService, Iris.PrimaryTopic, Iris.WasDerivedFrom, Iris.ComputedOn, Iris.Relation, Iris.IsReferencedBy, Iris.NestedCatalog,
    ];

    /// <summary>The triples of a catalogue.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <returns>The graph; the same catalogue always gives the same order.</returns>
    /// <exception cref="ArgumentException">What should be an IRI is none.</exception>
    public static RdfGraph Graph(Catalog catalog) => Graph([catalog]);

    /// <summary>The triples of several catalogues in one graph.</summary>
    /// <param name="catalogs">The catalogues.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="ArgumentException">What should be an IRI is none.</exception>
    public static RdfGraph Graph(IReadOnlyCollection<Catalog> catalogs)
    {
        ArgumentNullException.ThrowIfNull(catalogs);
        var graph = new RdfGraph();
        var entries = new DcatEntries(new DcatStatements(graph));
        foreach (var catalog in catalogs) entries.Catalog(catalog);
        return graph;
    }
}
