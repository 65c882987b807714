using System.Globalization;
using System.Text.RegularExpressions;
using DataDiplomacy.Api.Catalogue.Datasets;
using DataDiplomacy.Api.Catalogue.Provenance;
using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;
using Agent = DataDiplomacy.Core.Standards.Dcat.Agent;
using AgentKind = DataDiplomacy.Core.Standards.Dcat.AgentKind;

namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>How a data set of this server stands in a catalogue: names, terms, the newest version, where its data are had and which file it was made from.</summary>
internal sealed partial class CatalogEntries(CatalogOptions options, ProvenanceIris iris)
{
    private const string Eu = "http://publications.europa.eu/resource/authority/";

    public Catalog Catalog(IReadOnlyList<DatasetView> datasets) => new()
    {
        Iri = iris.Base + "catalog",
        Homepage = iris.Base,
        Titles = [Text(options.Title)],
        Descriptions = [Text(options.Description)],
        Publisher = new Agent { Iri = iris.Base + "v1/agents/operator", Kind = AgentKind.Organization, Names = [Text(options.Publisher)] },
        Datasets = [.. datasets.Select(Dataset), .. datasets.Where(d => d.LatestVersion is not null).Select(Newest)],
        Services = [Service(datasets)],
    };

    private CatalogDataset Dataset(DatasetView dataset)
    {
        var (iri, latest) = (iris.Base + ProvenanceIris.Dataset(dataset.Id), dataset.LatestVersion);
        return new CatalogDataset
        {
            Iri = iri,
            Identifiers = [dataset.Id],
            Titles = [Text(dataset.Title)],
            Descriptions = [Text(dataset.Description ?? dataset.Title)],
            Publisher = dataset.Publisher is { } name ? new Agent { Iri = iris.Base + ProvenanceIris.AgentNamed(name), Kind = AgentKind.Organization, Names = [Text(name)] } : null,
            Licence = Licence(dataset.Licence),
            Rights = new LabelledResource { Labels = [Text(RightsOf(dataset.Redistribution))] },
            AccessRights = LabelledResource.Of(Eu + "access-right/" + AccessOf(dataset.Handling)),
            Types = [new LabelledResource { Iri = iris.Terms + dataset.SourceKind, Labels = [Text(Http.WireNames.Of(dataset.SourceKind))] }],
            Issued = DcatDate.Instant(dataset.CreatedAt),
            Modified = DcatDate.Instant(latest is { } newest && newest.PublishedAt > dataset.UpdatedAt ? newest.PublishedAt : dataset.UpdatedAt),
            LandingPages = [iri],
            Provenance = dataset.Citation is { } citation ? [new LabelledResource { Labels = [Text(citation)] }] : [],
            Version = latest?.Number.ToString(CultureInfo.InvariantCulture),
            CurrentVersion = latest is null ? null : VersionIri(dataset, latest.Number),
            // Only what is described here: DCAT-AP asks that each version named is a data set with a title.
            HasVersions = latest is null ? [] : [VersionIri(dataset, latest.Number)],
            Distributions = latest is null || dataset.Redistribution == Redistribution.Forbidden ? [] : [Rows(dataset, "csv", "text/csv", "CSV"), Rows(dataset, "ndjson", "application/x-ndjson", "JSON")],
        };
    }

    /// <summary>The newest version as an entry of its own; the one before is reached from it.</summary>
    private CatalogDataset Newest(DatasetView dataset)
    {
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
            IsVersionOf = [iris.Base + ProvenanceIris.Dataset(dataset.Id)],
            Issued = DcatDate.Instant(latest.PublishedAt),
            GeneratedBy = [new LabelledResource { Iri = iris.Base + ProvenanceIris.Activity(latest.Activity) }],
            DerivedFrom = [VersionIri(dataset, latest.Number) + "/source"],
        };
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
        Format = LabelledResource.Of(Eu + "file-type/" + fileType),
        Licence = Licence(dataset.Licence),
        Availability = new LabelledResource { Iri = Eu + "planned-availability/STABLE", Labels = [new LocalizedText("stable", "en")] },
    };

    private DataService Service(IReadOnlyList<DatasetView> datasets) => new()
    {
        Iri = iris.Base + "v1",
        Titles = [Text("REST and GraphQL")],
        Descriptions = [Text("Observations, indicators, trends, provenance and evidence, as JSON, CSV, NDJSON and GraphQL.")],
        EndpointUrls = [iris.Base + "v1"],
        EndpointDescriptions = [iris.Base + "openapi/v1.json"],
        ServesDatasets = [.. datasets.Select(d => iris.Base + ProvenanceIris.Dataset(d.Id))],
    };

    private string VersionIri(DatasetView dataset, int number) => iris.Base + ProvenanceIris.Version(dataset.Id, number);

    /// <summary>A licence by its address, by its SPDX identifier, or in words.</summary>
    private LabelledResource Licence(string licence)
    {
        if (RdfTerm.IsAbsoluteIri(licence)) return LabelledResource.Of(licence);
        return SpdxIdentifier().IsMatch(licence)
            ? LabelledResource.Of("https://spdx.org/licenses/" + licence)
            : new LabelledResource { Labels = [Text(licence)] };
    }

    private LocalizedText Text(string text) => new(text, options.Language);

    private static string RightsOf(Redistribution redistribution) => redistribution switch
    {
        Redistribution.Open => "May be passed on under the licence.",
        Redistribution.Internal => "May be passed on inside the organisation of the reader only.",
        _ => "May be read here and not passed on.",
    };

    private static string AccessOf(Handling handling) => handling switch
    {
        Handling.Public => "PUBLIC",
        Handling.Internal => "RESTRICTED",
        _ => "NON_PUBLIC",
    };

    // SPDX identifiers have a hyphen or a digit (SPDX 2.3, annex D); other words are a licence in words.
    [GeneratedRegex(@"\A(?=[^\s]*[-0-9])[A-Za-z0-9][A-Za-z0-9.+-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SpdxIdentifier();
}
