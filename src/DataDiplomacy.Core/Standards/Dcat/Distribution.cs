namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A form in which a data set can be had (DCAT 3, 6.8 "Class: Distribution", 2024).</summary>
public sealed record Distribution
{
    /// <summary>IRI; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>Titles by language.</summary>
    public IReadOnlyList<LocalizedText> Titles { get; init; } = [];

    /// <summary>Descriptions by language.</summary>
    public IReadOnlyList<LocalizedText> Descriptions { get; init; } = [];

    /// <summary>Addresses that give access, be it through a page or a service. DCAT-AP asks for at least one.</summary>
    public IReadOnlyList<string> AccessUrls { get; init; } = [];

    /// <summary>Addresses of the file itself.</summary>
    public IReadOnlyList<string> DownloadUrls { get; init; } = [];

    /// <summary>IRIs of the services that give access.</summary>
    public IReadOnlyList<string> AccessServices { get; init; } = [];

    /// <summary>IRI of the media type, <c>https://www.iana.org/assignments/media-types/…</c>; null when not said. See <see cref="MediaTypeIri"/>.</summary>
    public string? MediaType { get; init; }

    /// <summary>The format, as a concept such as those of the EU file type list; null when not said.</summary>
    public LabelledResource? Format { get; init; }

    /// <summary>IRI of the media type of the compression; null for none.</summary>
    public string? CompressFormat { get; init; }

    /// <summary>IRI of the media type of the package of several files; null for none.</summary>
    public string? PackageFormat { get; init; }

    /// <summary>Size, bytes; null when unknown.</summary>
    public long? ByteSize { get; init; }

    /// <summary>Checksum of the file; null without one.</summary>
    public Checksum? Checksum { get; init; }

    /// <summary>The licence; null when not said here.</summary>
    public LabelledResource? Licence { get; init; }

    /// <summary>Rights beside the licence; null when not said.</summary>
    public LabelledResource? Rights { get; init; }

    /// <summary>Who may have it, as a concept such as those of the EU access right list; null when not said here.</summary>
    public LabelledResource? AccessRights { get; init; }

    /// <summary>How long it is planned to stay, as a concept (<c>dcatap:availability</c>); null when not said.</summary>
    public LabelledResource? Availability { get; init; }

    /// <summary>Standards and schemas that it follows.</summary>
    public IReadOnlyList<LabelledResource> ConformsTo { get; init; } = [];

    /// <summary>IRI of the policy on its use; null without one.</summary>
    public string? Policy { get; init; }

    /// <summary>When it was first published; null when unknown.</summary>
    public DcatDate? Issued { get; init; }

    /// <summary>When it last changed; null when unknown.</summary>
    public DcatDate? Modified { get; init; }

    /// <summary>The IRI that IANA gives a media type.</summary>
    /// <param name="mediaType">Such as <c>text/csv</c>, without parameters.</param>
    /// <returns>The IRI.</returns>
    public static string MediaTypeIri(string mediaType) => "https://www.iana.org/assignments/media-types/" + mediaType;
}

/// <summary>A checksum (DCAT 3, 6.17 "Class: Checksum", 2024).</summary>
/// <param name="Algorithm">IRI of the algorithm, such as <c>http://spdx.org/rdf/terms#checksumAlgorithm_sha256</c>; null in imports that do not say.</param>
/// <param name="Value">Lower-case hex; empty in imports that do not say.</param>
/// <param name="Iri">IRI; null without one.</param>
public sealed record Checksum(string? Algorithm, string Value, string? Iri = null)
{
    /// <summary>A SHA-256.</summary>
    /// <param name="hex">64 digits.</param>
    /// <returns>The checksum.</returns>
    public static Checksum Sha256(string hex) => new(Iris.Spdx + "checksumAlgorithm_sha256", hex);
}
