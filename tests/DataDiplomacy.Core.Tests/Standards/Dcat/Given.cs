using DataDiplomacy.Core.Standards.Dcat;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Dcat;

/// <summary>Catalogues of a server that publishes river levels.</summary>
internal static class Given
{
    public const string Site = "https://data.example/";
    public const string EuTheme = "http://publications.europa.eu/resource/authority/data-theme/ENVI";

    public static readonly Agent Publisher = new() { Iri = Site + "agents/4", Kind = AgentKind.Organization, Names = [English("River Authority")] };

    public static Catalog SmallCatalog() => new()
    {
        Iri = Site + "catalog",
        Titles = [English("Data of the River Authority")],
        Descriptions = [English("All that may be shared.")],
        Publisher = Publisher,
        Datasets = [new() { Iri = Site + "datasets/7", Titles = [English("River levels")], Descriptions = [English("Daily gauge levels")] }],
    };

    public static Catalog RichCatalog() => SmallCatalog() with
    {
        Homepage = Site,
        Licence = LabelledResource.Of("https://creativecommons.org/licenses/by/4.0/"),
        Languages = ["http://publications.europa.eu/resource/authority/language/ENG"],
        Issued = DcatDate.Day(new(2026, 1, 2)),
        Datasets = [Newest(), Oldest()],
        Series =
        [
            new()
            {
                Iri = Site + "series/1", Titles = [English("Levels by year")], Descriptions = [English("One data set a year")], Publisher = Publisher,
                First = Site + "datasets/7/versions/1", Last = Site + "datasets/7/versions/2", Modified = DcatDate.Day(new(2026, 11, 30)),
            },
        ],
        Services = [Service()],
        Records =
        [
            new()
            {
                Iri = Site + "records/7", PrimaryTopic = Site + "datasets/7/versions/2", Titles = [English("Entry of River levels")],
                Issued = DcatDate.Day(new(2026, 1, 2)), Modified = DcatDate.Instant(new(2026, 11, 30, 10, 0, 0, DateTimeKind.Utc)),
            },
        ],
    };

    public static CatalogDataset Newest() => new()
    {
        Iri = Site + "datasets/7/versions/2",
        Identifiers = ["river-levels/2"],
        Titles = [English("River levels"), new("Pegelstände \"alt & neu\"", "de")],
        Descriptions = [English("Daily gauge levels,\nchecked by hand \\ and eye.")],
        Publisher = Publisher,
        Creators = [new() { Kind = AgentKind.Person, Names = [new("Ana Souza", null)] }],
        ContactPoints = [new() { Kind = AgentKind.Organization, Names = [English("Desk")], Email = "mailto:desk@data.example" }],
        Licence = LabelledResource.Of("https://creativecommons.org/licenses/by/4.0/"),
        Rights = new() { Labels = [English("Cite the source.")] },
        AccessRights = LabelledResource.Of("http://publications.europa.eu/resource/authority/access-right/PUBLIC"),
        Themes = [new() { Iri = EuTheme, Labels = [English("Environment")] }],
        Keywords = [English("river"), new("Fluss", "de")],
        Languages = ["http://publications.europa.eu/resource/authority/language/ENG"],
        Spatial = [new() { Iri = "https://sws.geonames.org/2782113/", Labels = [English("Austria")], BoundingBox = RdfTerm.Literal("POLYGON((9 46,17 46,17 49,9 49,9 46))", "http://www.opengis.net/ont/geosparql#wktLiteral") }],
        Temporal = [new() { Start = DcatDate.Day(new(2000, 1, 1)), End = DcatDate.Day(new(2026, 10, 31)) }],
        Frequency = "http://publications.europa.eu/resource/authority/frequency/DAILY",
        Issued = DcatDate.Day(new(2026, 11, 1)),
        Modified = DcatDate.Instant(new(2026, 11, 30, 9, 30, 0, DateTimeKind.Utc)),
        ConformsTo = [new() { Iri = "http://www.opengis.net/def/crs/EPSG/0/4326", Labels = [English("WGS 84")] }],
        LandingPages = [Site + "pages/7"],
        Version = "2",
        VersionNotes = [English("Two gauges more.")],
        PreviousVersion = Site + "datasets/7/versions/1",
        IsVersionOf = [Site + "datasets/7"],
        InSeries = [Site + "series/1"],
        Previous = [Site + "datasets/7/versions/1"],
        Provenance = [new() { Labels = [English("Read from 40 gauges.")] }],
        Attributions = [new() { Agent = Publisher, Role = Site + "roles/generator" }],
        GeneratedBy = [new() { Iri = Site + "activities/3", Labels = [English("Import of November")] }],
        DerivedFrom = [Site + "datasets/6/versions/9"],
        Policies = [Site + "policies/9"],
        QualityMeasurements = [new() { Metric = Site + "metrics/completeness", Value = RdfTerm.Literal("0.98", "http://www.w3.org/2001/XMLSchema#decimal"), Unit = "http://qudt.org/vocab/unit/FRACTION" }],
        Distributions = [Csv()],
    };

    public static Distribution Csv() => new()
    {
        Iri = Site + "datasets/7/versions/2/csv",
        Titles = [English("CSV")],
        AccessUrls = [Site + "d/7.2"],
        DownloadUrls = [Site + "d/7.2.csv"],
        AccessServices = [Site + "api"],
        MediaType = Distribution.MediaTypeIri("text/csv"),
        Format = LabelledResource.Of("http://publications.europa.eu/resource/authority/file-type/CSV"),
        ByteSize = 169_830,
        Checksum = Checksum.Sha256("bdd87c76243ea958c2e39146267f16f614691b75dfb3ce6cc8cfe5be1a3fc31a"),
        Licence = LabelledResource.Of("https://creativecommons.org/licenses/by/4.0/"),
        Availability = new() { Iri = "http://publications.europa.eu/resource/authority/planned-availability/STABLE", Labels = [English("stable")] },
    };

    public static LocalizedText English(string text) => new(text, "en");

    private static CatalogDataset Oldest() => new()
    {
        Iri = Site + "datasets/7/versions/1",
        Titles = [English("River levels")],
        Descriptions = [English("Daily gauge levels")],
        Publisher = Publisher,
        Version = "1",
        InSeries = [Site + "series/1"],
        Next = [Site + "datasets/7/versions/2"],
    };

    private static DataService Service() => new()
    {
        Iri = Site + "api",
        Titles = [English("Observations")],
        EndpointUrls = [Site + "v1"],
        EndpointDescriptions = [Site + "openapi.json"],
        ServesDatasets = [Site + "datasets/7/versions/2"],
        Publisher = Publisher,
    };
}
