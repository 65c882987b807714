namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A data set, or one version of it (DCAT 3, 6.6 "Class: Dataset" and 11 "Versioning", 2024).</summary>
public sealed record CatalogDataset : CatalogResource
{
    /// <summary>The forms in which it can be had.</summary>
    public IReadOnlyList<Distribution> Distributions { get; init; } = [];
}

/// <summary>Data sets that are published one by one and belong together (DCAT 3, 6.7 "Class: Dataset Series" and 12, 2024).</summary>
public sealed record DatasetSeries : CatalogResource
{
    /// <summary>IRI of the first member; null when not said.</summary>
    public string? First { get; init; }

    /// <summary>IRI of the last member; null when not said.</summary>
    public string? Last { get; init; }

    /// <summary>IRIs of members that the series itself lists.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>Forms in which the whole can be had.</summary>
    public IReadOnlyList<Distribution> Distributions { get; init; } = [];
}

/// <summary>A service that gives access to data (DCAT 3, 6.9 "Class: Data Service", 2024).</summary>
public sealed record DataService : CatalogResource
{
    /// <summary>Addresses where it is called. DCAT-AP asks for one.</summary>
    public IReadOnlyList<string> EndpointUrls { get; init; } = [];

    /// <summary>Addresses of its description, such as an OpenAPI document.</summary>
    public IReadOnlyList<string> EndpointDescriptions { get; init; } = [];

    /// <summary>IRIs of the data sets it gives access to.</summary>
    public IReadOnlyList<string> ServesDatasets { get; init; } = [];

    /// <summary>Formats of its answers.</summary>
    public IReadOnlyList<LabelledResource> Formats { get; init; } = [];
}
