namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>
/// Cuts what was read of catalogues into entries of data sets. What is a version of another data set of the document, by <c>dcat:hasVersion</c>,
/// <c>dcat:hasCurrentVersion</c>, <c>dcat:isVersionOf</c> or <c>dcat:previousVersion</c> (DCAT 3, 11, 2024), stands in the entry of that one.
/// </summary>
public static class DatasetEntries
{
    /// <summary>The entries, in the order of the document; versions that only name each other are entries, the newest with the older ones inside.</summary>
    /// <param name="import">What was read.</param>
    /// <returns>Each data set of the document stands in one entry.</returns>
    public static IReadOnlyList<DatasetEntry> Of(DcatImport import)
    {
        ArgumentNullException.ThrowIfNull(import);
        var datasets = import.Catalogs.SelectMany(catalog => catalog.Datasets).Distinct<CatalogDataset>(ReferenceEqualityComparer.Instance).ToList();
        var versions = VersionsOf(datasets);
        var named = versions.Values.SelectMany(each => each).ToHashSet<CatalogDataset>(ReferenceEqualityComparer.Instance);
        var placed = new HashSet<CatalogDataset>(ReferenceEqualityComparer.Instance);
        // Those in a circle are named by each other: the first of them is the entry then.
        return [.. datasets.OrderBy(named.Contains).Where(placed.Add).Select(root => Entry(import, [root, .. Below(root, versions, placed)]))];
    }

    private static Dictionary<CatalogDataset, List<CatalogDataset>> VersionsOf(List<CatalogDataset> datasets)
    {
        var byIri = datasets.Where(each => each.Iri is not null).DistinctBy(each => each.Iri).ToDictionary(each => each.Iri ?? "", StringComparer.Ordinal);
        var versions = datasets.ToDictionary(each => each, _ => new List<CatalogDataset>(), (IEqualityComparer<CatalogDataset>)ReferenceEqualityComparer.Instance);
        foreach (var dataset in datasets)
        {
            foreach (var iri in dataset.HasVersions.Append(dataset.CurrentVersion).Append(dataset.PreviousVersion).OfType<string>())
            {
                if (byIri.TryGetValue(iri, out var version)) versions[dataset].Add(version);
            }

            foreach (var iri in dataset.IsVersionOf)
            {
                if (byIri.TryGetValue(iri, out var whole)) versions[whole].Add(dataset);
            }
        }

        return versions;
    }

    private static List<CatalogDataset> Below(CatalogDataset root, Dictionary<CatalogDataset, List<CatalogDataset>> versions, HashSet<CatalogDataset> placed)
    {
        var (below, open) = (new List<CatalogDataset>(), new Queue<CatalogDataset>([root]));
        while (open.TryDequeue(out var dataset))
        {
            foreach (var version in versions[dataset].Where(placed.Add))
            {
                below.Add(version);
                open.Enqueue(version);
            }
        }

        return below;
    }

    private static DatasetEntry Entry(DcatImport import, List<CatalogDataset> datasets)
    {
        var iris = datasets.Select(each => each.Iri).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var used = datasets.SelectMany(each => each.Distributions).SelectMany(each => each.AccessServices).ToHashSet(StringComparer.Ordinal);
        var series = datasets.SelectMany(each => each.InSeries).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Dataset = datasets[0],
            Versions = datasets[1..],
            Series = [.. import.Catalogs.SelectMany(catalog => catalog.Series).Where(each => (each.Iri is { } iri && series.Contains(iri)) || each.Members.Any(iris.Contains)).DistinctBy(each => each.Iri)],
            Services =
            [
                .. import.Catalogs.SelectMany(catalog => catalog.Services).Where(each => (each.Iri is { } iri && used.Contains(iri)) || each.ServesDatasets.Any(iris.Contains)).DistinctBy(each => each.Iri)
                    .Select(each => each with { ServesDatasets = [.. each.ServesDatasets.Where(iris.Contains)] }),
            ],
            NotKept =
            [
                .. datasets.SelectMany(each => import.NotKeptOf.GetValueOrDefault(each, [])).GroupBy(each => each.Predicate, StringComparer.Ordinal)
                    .OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => new UnkeptProperty(each.Key, each.Sum(one => one.Count))),
            ],
        };
    }
}
