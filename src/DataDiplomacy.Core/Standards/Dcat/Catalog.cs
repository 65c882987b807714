namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A catalogue (DCAT 3, 6.3 "Class: Catalog", 2024). Without IRI and titles it is the frame around what no catalogue names.</summary>
public sealed record Catalog : CatalogResource
{
    /// <summary>Address of its page; null without one.</summary>
    public string? Homepage { get; init; }

    /// <summary>IRIs of the vocabularies of its themes.</summary>
    public IReadOnlyList<string> ThemeTaxonomies { get; init; } = [];

    /// <summary>The data sets and versions.</summary>
    public IReadOnlyList<CatalogDataset> Datasets { get; init; } = [];

    /// <summary>The series.</summary>
    public IReadOnlyList<DatasetSeries> Series { get; init; } = [];

    /// <summary>The services.</summary>
    public IReadOnlyList<DataService> Services { get; init; } = [];

    /// <summary>The records of its entries.</summary>
    public IReadOnlyList<CatalogRecord> Records { get; init; } = [];

    /// <summary>IRIs of catalogues inside it.</summary>
    public IReadOnlyList<string> Catalogs { get; init; } = [];

    /// <summary>IRIs of data sets that it lists and that are described elsewhere.</summary>
    public IReadOnlyList<string> DatasetsElsewhere { get; init; } = [];

    /// <summary>Distributions that no data set names; only fragments have them.</summary>
    public IReadOnlyList<Distribution> LooseDistributions { get; init; } = [];
}

/// <summary>What is known of an entry of a catalogue, not of the data (DCAT 3, 6.5 "Class: Catalog Record", 2024).</summary>
public sealed record CatalogRecord
{
    /// <summary>IRI; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>IRI of the resource that it is about; null in imports that do not say.</summary>
    public required string? PrimaryTopic { get; init; }

    /// <summary>Titles by language.</summary>
    public IReadOnlyList<LocalizedText> Titles { get; init; } = [];

    /// <summary>Descriptions by language.</summary>
    public IReadOnlyList<LocalizedText> Descriptions { get; init; } = [];

    /// <summary>When the entry was made; null when unknown.</summary>
    public DcatDate? Issued { get; init; }

    /// <summary>When the entry last changed; null when unknown. DCAT-AP asks for it.</summary>
    public DcatDate? Modified { get; init; }

    /// <summary>Profiles that the entry follows.</summary>
    public IReadOnlyList<LabelledResource> ConformsTo { get; init; } = [];
}
