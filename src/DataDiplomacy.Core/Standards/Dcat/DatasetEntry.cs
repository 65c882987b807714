namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>What a document says of one data set: the data set itself, its versions, and the series and services that have to do with it.</summary>
public sealed record DatasetEntry
{
    /// <summary>The data set.</summary>
    public required CatalogDataset Dataset { get; init; }

    /// <summary>The versions of it that are described for themselves (DCAT 3, 11.1 "Relationships between versions", 2024).</summary>
    public required IReadOnlyList<CatalogDataset> Versions { get; init; }

    /// <summary>The series that it, or a version of it, is a member of.</summary>
    public required IReadOnlyList<DatasetSeries> Series { get; init; }

    /// <summary>The services that serve it, of whose data sets only those of this entry are named.</summary>
    public required IReadOnlyList<DataService> Services { get; init; }

    /// <summary>The properties with statements on these that have no place here, by IRI.</summary>
    public required IReadOnlyList<UnkeptProperty> NotKept { get; init; }

    /// <summary>All of it without a catalogue around, as a document of its own: <see cref="DatasetEntries.Of"/> gives this entry again when it is read.</summary>
    public Catalog Frame => new() { Iri = null, Datasets = [Dataset, .. Versions], Series = Series, Services = Services };
}
