using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>Tells of a document what is no part of its entries.</summary>
internal static class IntakeViews
{
    public static CatalogTakenView Of(DcatImport import, IReadOnlyList<DatasetEntry> entries, IReadOnlyList<IgnoredName> ignored, IReadOnlyList<TakenEntryView> taken, bool isDryRun) => new()
    {
        DryRun = isDryRun,
        Datasets = taken,
        NotTaken = [.. import.Catalogs.SelectMany(catalog => NotTaken(catalog, entries))],
        NotKept = [.. Rest(import, entries)],
        Ignored = [.. ignored.Select(name => new NotKeptView { Name = name.Name, Count = name.Count })],
    };

    private static IEnumerable<NotTakenView> NotTaken(Catalog catalog, IReadOnlyList<DatasetEntry> entries)
    {
        if (catalog.Iri is not null || catalog.Titles.Count > 0) yield return View(catalog.Iri, "catalog", "A catalogue describes itself; its data sets are taken.");
        foreach (var record in catalog.Records) yield return View(record.Iri, "record", "A record tells of the entry in that catalogue; this server keeps when it took the entry.");
        foreach (var iri in catalog.DatasetsElsewhere) yield return View(iri, "dataset", "It is listed and not described in the document.");
        foreach (var distribution in catalog.LooseDistributions) yield return View(distribution.Iri, "distribution", "No data set of the document has it.");
        foreach (var series in catalog.Series.Where(s => !entries.Any(e => e.Series.Any(kept => kept.Iri == s.Iri)))) yield return View(series.Iri, "series", "No data set of the document is a member of it.");
        foreach (var service in catalog.Services.Where(s => !entries.Any(e => e.Services.Any(kept => kept.Iri == s.Iri)))) yield return View(service.Iri, "service", "It serves no data set of the document.");
    }

    private static IEnumerable<NotKeptView> Rest(DcatImport import, IReadOnlyList<DatasetEntry> entries)
    {
        var told = entries.SelectMany(entry => entry.NotKept).GroupBy(each => each.Predicate, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(each => each.Count), StringComparer.Ordinal);
        return import.NotKept.Select(each => new NotKeptView { Name = each.Predicate, Count = each.Count - told.GetValueOrDefault(each.Predicate) }).Where(each => each.Count > 0);
    }

    private static NotTakenView View(string? iri, string kind, string reason) => new() { Iri = iri, Kind = kind, Reason = reason };
}
