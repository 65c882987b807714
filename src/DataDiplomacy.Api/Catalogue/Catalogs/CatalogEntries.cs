using System.Globalization;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;
using Agent = DataDiplomacy.Core.Standards.Dcat.Agent;
using AgentKind = DataDiplomacy.Core.Standards.Dcat.AgentKind;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>How a data set of this server stands in a catalogue: names, terms, the newest version, where its data are had and which file it was made from.</summary>
internal sealed class CatalogEntries(CatalogOptions options, ProvenanceIris iris)
{
    public Catalog Catalog(IReadOnlyList<ListedDataset> listed) => new()
    {
        Iri = iris.Base + "catalog",
        Homepage = iris.Base,
        Titles = [Text(options.Title)],
        Descriptions = [Text(options.Description)],
        Publisher = new Agent { Iri = iris.Base + "v1/agents/operator", Kind = AgentKind.Organization, Names = [Text(options.Publisher)] },
        Datasets = [.. listed.Select(Dataset), .. listed.Where(d => d.Dataset.LatestVersion is not null).Select(Newest), .. listed.SelectMany(d => d.Kept?.Entry.Versions ?? [])],
        Series = [.. listed.SelectMany(d => d.Kept?.Entry.Series ?? []).DistinctBy(s => s.Iri ?? (object)s)],
        Services = [Service(listed), .. listed.SelectMany(d => d.Kept?.Entry.Services ?? []).GroupBy(s => s.Iri ?? (object)s).Select(Together)],
        Records = [.. listed.Where(d => d.Kept is not null).Select(Record)],
    };

    private CatalogDataset Dataset(ListedDataset listed) => listed.Kept is { } kept ? new KeptDescriptions(options.Language).Of(listed.Dataset, kept, Own(listed)) : Own(listed);

    private CatalogDataset Own(ListedDataset listed)
    {
        var dataset = listed.Dataset;
        var (own, latest) = (OwnIri(dataset), dataset.LatestVersion);
        return new CatalogDataset
        {
            Iri = IriOf(listed),
            Identifiers = [dataset.Id],
            Titles = [Text(dataset.Title)],
            Descriptions = [Text(dataset.Description ?? dataset.Title)],
            Publisher = dataset.Publisher is { } name ? new Agent { Iri = iris.Base + ProvenanceIris.AgentNamed(name), Kind = AgentKind.Organization, Names = [Text(name)] } : null,
            Licence = Licence(dataset.Licence),
            Rights = new LabelledResource { Labels = [Text(CatalogTerms.Rights(dataset.Redistribution))] },
            AccessRights = CatalogTerms.AccessRights(dataset.Handling),
            Types = [new LabelledResource { Iri = iris.Terms + dataset.SourceKind, Labels = [Text(Http.WireNames.Of(dataset.SourceKind))] }],
            Issued = DcatDate.Instant(dataset.CreatedAt),
            Modified = DcatDate.Instant(latest is { } newest && newest.PublishedAt > dataset.UpdatedAt ? newest.PublishedAt : dataset.UpdatedAt),
            LandingPages = [own],
            Provenance = dataset.Citation is { } citation ? [new LabelledResource { Labels = [Text(citation)] }] : [],
            Version = latest?.Number.ToString(CultureInfo.InvariantCulture),
            CurrentVersion = latest is null ? null : VersionIri(dataset, latest.Number),
            // Only what is described here: DCAT-AP asks that each version named is a data set with a title.
            HasVersions = latest is null ? [] : [VersionIri(dataset, latest.Number)],
            Attributions = CatalogRoles.Of(listed.Roles.Where(r => r.Version is null), iris, options.Language),
            Policies = [.. listed.Offers.Select(offer => $"{own}/offers#{offer}")],
            Distributions = latest is null || dataset.Redistribution == Redistribution.Forbidden ? [] : [Rows(dataset, "csv", "text/csv", "CSV"), Rows(dataset, "ndjson", "application/x-ndjson", "JSON")],
        };
    }

    /// <summary>The newest version as an entry of its own; the one before is reached from it.</summary>
    private CatalogDataset Newest(ListedDataset listed)
    {
        var dataset = listed.Dataset;
        var latest = dataset.LatestVersion ?? throw new InvalidOperationException("The data set has no version.");
        return new CatalogDataset
        {
            Iri = VersionIri(dataset, latest.Number),
            Identifiers = [$"{dataset.Id}@{latest.Number.ToString(CultureInfo.InvariantCulture)}"],
            Titles = [Text($"{dataset.Title}, version {latest.Number.ToString(CultureInfo.InvariantCulture)}")],
            Descriptions = [Text(latest.ChangeNote ?? $"Recorded {Http.Instants.Format(latest.RecordedAt)}: {latest.Added} added, {latest.Changed} changed, {latest.Withdrawn} withdrawn.")],
            Licence = Licence(dataset.Licence),
            Version = latest.Number.ToString(CultureInfo.InvariantCulture),
            VersionNotes = latest.ChangeNote is { } note ? [Text(note)] : [],
            PreviousVersion = latest.Number == 1 ? null : VersionIri(dataset, latest.Number - 1),
            IsVersionOf = [IriOf(listed)],
            Issued = DcatDate.Instant(latest.PublishedAt),
            Attributions = CatalogRoles.Of(listed.Roles.Where(r => r.Version == latest.Number), iris, options.Language),
            GeneratedBy = [new LabelledResource { Iri = iris.Base + ProvenanceIris.Activity(latest.Activity) }],
            DerivedFrom = [VersionIri(dataset, latest.Number) + "/source"],
            QualityMeasurements = listed.Veracity is { } measured ? CatalogMeasurements.Of(measured, iris.Terms) : [],
        };
    }

    /// <summary>A data set keeps the IRI that it has in the catalogue that it came from, so that whoever reads both knows it for the same.</summary>
    private string IriOf(ListedDataset listed) => listed.Kept?.Entry.Dataset.Iri ?? OwnIri(listed.Dataset);

    private string OwnIri(DatasetView dataset) => iris.Base + ProvenanceIris.Dataset(dataset.Id);

    /// <summary>When the entry of another catalogue came, and under which address it stands here.</summary>
    private CatalogRecord Record(ListedDataset listed) => new()
    {
        Iri = OwnIri(listed.Dataset) + "/catalog",
        PrimaryTopic = IriOf(listed),
        Issued = DcatDate.Instant(listed.Dataset.CreatedAt),
        Modified = DcatDate.Instant(listed.Kept?.ReceivedAt ?? listed.Dataset.UpdatedAt),
    };

    // Several entries tell of one service, each for its own data sets.
    private static DataService Together(IEnumerable<DataService> services)
    {
        var all = services.ToList();
        return all[0] with { ServesDatasets = [.. all.SelectMany(s => s.ServesDatasets).Distinct()] };
    }

    private Distribution Rows(DatasetView dataset, string format, string mediaType, string fileType) => new()
    {
        Iri = $"{iris.Base}{ProvenanceIris.Dataset(dataset.Id)}#{format}",
        Titles = [Text($"{dataset.Title} as {format.ToUpperInvariant()}")],
        Descriptions = [Text("All current observations, one row each, with series, area, period, value and since when it is known.")],
        AccessUrls = [$"{iris.Base}v1/observations?dataset={dataset.Id}"],
        DownloadUrls = [$"{iris.Base}v1/observations?dataset={dataset.Id}&format={format}"],
        AccessServices = [iris.Base + "v1"],
        MediaType = Distribution.MediaTypeIri(mediaType),
        Format = LabelledResource.Of(CatalogTerms.Eu + "file-type/" + fileType),
        Licence = Licence(dataset.Licence),
        Availability = new LabelledResource { Iri = CatalogTerms.Eu + "planned-availability/STABLE", Labels = [new LocalizedText("stable", "en")] },
    };

    private DataService Service(IReadOnlyList<ListedDataset> listed) => new()
    {
        Iri = iris.Base + "v1",
        Titles = [Text("REST and GraphQL")],
        Descriptions = [Text("Observations, indicators, trends, provenance and evidence, as JSON, CSV, NDJSON and GraphQL.")],
        EndpointUrls = [iris.Base + "v1"],
        EndpointDescriptions = [iris.Base + "openapi/v1.json"],
        ServesDatasets = [.. listed.Select(IriOf)],
    };

    private string VersionIri(DatasetView dataset, int number) => iris.Base + ProvenanceIris.Version(dataset.Id, number);

    private LabelledResource Licence(string licence) => CatalogTerms.Licence(licence, options.Language);

    private LocalizedText Text(string text) => new(text, options.Language);
}
