using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Tells of which data set a statement is that was not kept.</summary>
internal static class DcatUnkept
{
    public static IReadOnlyList<UnkeptProperty> Count(IEnumerable<RdfTriple> triples) =>
        [.. triples.CountBy(triple => triple.Predicate).OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new UnkeptProperty(each.Key, each.Value))];

    public static IReadOnlyDictionary<CatalogDataset, IReadOnlyList<UnkeptProperty>> ByDataset(
        RdfGraph graph, OrderedDictionary<RdfTerm, DcatNodeKind> kinds, IReadOnlyDictionary<RdfTerm, CatalogDataset> datasets, IEnumerable<RdfTriple> unkept)
    {
        var owners = new Dictionary<RdfTerm, CatalogDataset>();
        foreach (var (node, dataset) in datasets) Claim(graph, kinds, node, dataset, owners);
        return unkept.Where(triple => owners.ContainsKey(triple.Subject)).GroupBy(triple => owners[triple.Subject], (IEqualityComparer<CatalogDataset>)ReferenceEqualityComparer.Instance)
            .ToDictionary(group => group.Key, group => Count(group), (IEqualityComparer<CatalogDataset>)ReferenceEqualityComparer.Instance);
    }

    // Each node once, so that a graph whose data sets share much costs no more than its size.
    private static void Claim(RdfGraph graph, OrderedDictionary<RdfTerm, DcatNodeKind> kinds, RdfTerm start, CatalogDataset dataset, Dictionary<RdfTerm, CatalogDataset> owners)
    {
        var open = new Stack<RdfTerm>([start]);
        while (open.TryPop(out var node))
        {
            if (!owners.TryAdd(node, dataset)) continue;
            foreach (var value in graph.Predicates(node).SelectMany(predicate => graph.Objects(node, predicate)))
            {
                if (!value.IsLiteral && !(kinds.TryGetValue(value, out var kind) && kind != DcatNodeKind.Distribution)) open.Push(value);
            }
        }
    }
}
