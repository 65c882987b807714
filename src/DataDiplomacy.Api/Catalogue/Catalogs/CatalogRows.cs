namespace DataDiplomacy.Api.Catalogue.Catalogs;

/// <summary>What another catalogue says of a data set, whole: titles in all languages, themes, versions, links, forms. The data set itself has what this server needs of it.</summary>
public sealed class StoredEntry
{
    public required string DatasetId { get; init; }

    /// <summary>Its IRI in the catalogue that it came from; null for one without.</summary>
    public required string? Iri { get; init; }

    /// <summary>The entry as a document of DCAT 3 in JSON-LD, as our own writer writes it.</summary>
    public required string Document { get; set; }

    /// <summary>SHA-256 of the document: the same entry again changes nothing.</summary>
    public required string Sha256 { get; set; }

    /// <summary>Revision of the data set when the entry was taken; a higher one was described here since.</summary>
    public required int DatasetRevision { get; set; }

    public required DateTime ReceivedAt { get; set; }
}
