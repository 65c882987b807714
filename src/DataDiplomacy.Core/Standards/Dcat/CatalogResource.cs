namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>
/// What a catalogue says of each thing in it, and of itself (DCAT 3, 6.4 "Class: Cataloged Resource", 2024, and the properties of 6.6 "Class: Dataset"
/// that series and catalogues share). Nothing is required, so that fragments of others can be read; what DCAT-AP asks for is said at the property.
/// </summary>
public abstract record CatalogResource
{
    private protected CatalogResource()
    {
    }

    /// <summary>IRI; null for one without, and for the frame around things that no catalogue names.</summary>
    public required string? Iri { get; init; }

    /// <summary>Identifiers as texts.</summary>
    public IReadOnlyList<string> Identifiers { get; init; } = [];

    /// <summary>Titles by language. DCAT-AP asks for one.</summary>
    public IReadOnlyList<LocalizedText> Titles { get; init; } = [];

    /// <summary>Descriptions by language. DCAT-AP asks for one of catalogues, data sets and series.</summary>
    public IReadOnlyList<LocalizedText> Descriptions { get; init; } = [];

    /// <summary>Who makes it available; null when not said. DCAT-AP asks for that of a catalogue.</summary>
    public Agent? Publisher { get; init; }

    /// <summary>Who made it.</summary>
    public IReadOnlyList<Agent> Creators { get; init; } = [];

    /// <summary>Where questions go.</summary>
    public IReadOnlyList<ContactPoint> ContactPoints { get; init; } = [];

    /// <summary>The licence; null when not said.</summary>
    public LabelledResource? Licence { get; init; }

    /// <summary>Rights beside the licence; null when not said.</summary>
    public LabelledResource? Rights { get; init; }

    /// <summary>Who may have access, such as the EU concepts PUBLIC, RESTRICTED and NON_PUBLIC; null when not said.</summary>
    public LabelledResource? AccessRights { get; init; }

    /// <summary>Themes, as concepts. One that has no label is written as a link alone, as DCAT-AP asks for a label of each concept.</summary>
    public IReadOnlyList<LabelledResource> Themes { get; init; } = [];

    /// <summary>Nature or genre, as concepts.</summary>
    public IReadOnlyList<LabelledResource> Types { get; init; } = [];

    /// <summary>Keywords by language.</summary>
    public IReadOnlyList<LocalizedText> Keywords { get; init; } = [];

    /// <summary>IRIs of the languages of the content, such as <c>http://publications.europa.eu/resource/authority/language/ENG</c>.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Places that the data are about.</summary>
    public IReadOnlyList<Location> Spatial { get; init; } = [];

    /// <summary>Times that the data are about.</summary>
    public IReadOnlyList<PeriodOfTime> Temporal { get; init; } = [];

    /// <summary>IRI of how often it is updated; null when not said.</summary>
    public string? Frequency { get; init; }

    /// <summary>When it was first published; null when unknown.</summary>
    public DcatDate? Issued { get; init; }

    /// <summary>When it last changed; null when unknown.</summary>
    public DcatDate? Modified { get; init; }

    /// <summary>Standards that it follows.</summary>
    public IReadOnlyList<LabelledResource> ConformsTo { get; init; } = [];

    /// <summary>Addresses of pages about it.</summary>
    public IReadOnlyList<string> LandingPages { get; init; } = [];

    /// <summary>IRIs of related resources.</summary>
    public IReadOnlyList<string> Relations { get; init; } = [];

    /// <summary>IRIs of works that cite it.</summary>
    public IReadOnlyList<string> ReferencedBy { get; init; } = [];

    /// <summary>Version (<c>dcat:version</c>; an import takes <c>owl:versionInfo</c> where that is missing); null without one.</summary>
    public string? Version { get; init; }

    /// <summary>What is new in the version, by language.</summary>
    public IReadOnlyList<LocalizedText> VersionNotes { get; init; } = [];

    /// <summary>IRI of the version before; null for the first.</summary>
    public string? PreviousVersion { get; init; }

    /// <summary>IRIs of versions of it.</summary>
    public IReadOnlyList<string> HasVersions { get; init; } = [];

    /// <summary>IRI of the version that holds now; null when not said.</summary>
    public string? CurrentVersion { get; init; }

    /// <summary>IRIs of what it is a version of.</summary>
    public IReadOnlyList<string> IsVersionOf { get; init; } = [];

    /// <summary>IRIs of the series that it is a member of.</summary>
    public IReadOnlyList<string> InSeries { get; init; } = [];

    /// <summary>IRIs of the members before it in a series.</summary>
    public IReadOnlyList<string> Previous { get; init; } = [];

    /// <summary>IRIs of the members after it in a series.</summary>
    public IReadOnlyList<string> Next { get; init; } = [];

    /// <summary>Statements on where it comes from.</summary>
    public IReadOnlyList<LabelledResource> Provenance { get; init; } = [];

    /// <summary>Agents with roles.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Activities that made it.</summary>
    public IReadOnlyList<LabelledResource> GeneratedBy { get; init; } = [];

    /// <summary>IRIs of what it was derived from.</summary>
    public IReadOnlyList<string> DerivedFrom { get; init; } = [];

    /// <summary>IRIs of the ODRL policies on its use.</summary>
    public IReadOnlyList<string> Policies { get; init; } = [];

    /// <summary>Measured qualities.</summary>
    public IReadOnlyList<QualityMeasurement> QualityMeasurements { get; init; } = [];
}
