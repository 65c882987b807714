using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Core.Standards.Dcat;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>
/// How a data set that came from another catalogue stands in ours: as it stood there, with its page, its terms of access and its versions here beside.
/// What was described here since counts before what came; texts in other languages stay.
/// </summary>
internal sealed class KeptDescriptions(string language)
{
    public CatalogDataset Of(DatasetView dataset, KeptEntry kept, CatalogDataset own)
    {
        var entry = dataset.Revision == kept.DatasetRevision ? kept.Entry.Dataset : Described(kept.Entry.Dataset, own);
        return entry with
        {
            Iri = own.Iri,
            Identifiers = [.. entry.Identifiers.Union(own.Identifiers)],
            Titles = entry.Titles.Count > 0 ? entry.Titles : own.Titles,
            Descriptions = entry.Descriptions.Count > 0 ? entry.Descriptions : own.Descriptions,
            AccessRights = own.AccessRights,
            Issued = entry.Issued ?? own.Issued,
            Modified = entry.Modified ?? own.Modified,
            LandingPages = [.. entry.LandingPages.Union(own.LandingPages)],
            Version = own.Version ?? entry.Version,
            CurrentVersion = own.CurrentVersion ?? entry.CurrentVersion,
            HasVersions = [.. entry.HasVersions.Union(own.HasVersions)],
            Attributions = [.. entry.Attributions, .. own.Attributions],
            Policies = [.. entry.Policies.Union(own.Policies)],
            Distributions = [.. entry.Distributions, .. own.Distributions],
        };
    }

    private CatalogDataset Described(CatalogDataset entry, CatalogDataset own) => entry with
    {
        Titles = Texts(entry.Titles, own.Titles),
        Descriptions = Texts(entry.Descriptions, own.Descriptions),
        Publisher = own.Publisher ?? entry.Publisher,
        Licence = own.Licence,
        Rights = own.Rights,
        Provenance = own.Provenance.Count > 0 ? own.Provenance : entry.Provenance,
        Modified = own.Modified,
    };

    private List<LocalizedText> Texts(IReadOnlyList<LocalizedText> came, IReadOnlyList<LocalizedText> here) =>
        [.. here, .. came.Where(text => text.Language is { } other && other != language)];
}
