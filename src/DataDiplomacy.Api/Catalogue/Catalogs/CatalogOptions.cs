namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>What the catalogue says of itself; DCAT-AP asks for a title, a description and a publisher.</summary>
public sealed class CatalogOptions(IConfiguration configuration)
{
    public string Title { get; } = Setting(configuration, "Catalogue:Title", "Data sets of a DataDiplomacy server");

    public string Description { get; } = Setting(configuration, "Catalogue:Description", "All data sets of this server that the reader may see, each with its newest version, its terms and where it comes from.");

    public string Publisher { get; } = Setting(configuration, "Catalogue:Publisher", "The operator of this server");

    /// <summary>Language of titles and descriptions (BCP 47).</summary>
    public string Language { get; } = Setting(configuration, "Catalogue:Language", "en");

    private static string Setting(IConfiguration configuration, string name, string otherwise) =>
        configuration[name] is { Length: > 0 } set ? set : otherwise;
}
