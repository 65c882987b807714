using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A place that data are about (DCAT 3, 6.16 "Class: Location", 2024).</summary>
public sealed record Location
{
    /// <summary>IRI, such as one of GeoNames; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>Names by language.</summary>
    public IReadOnlyList<LocalizedText> Labels { get; init; } = [];

    /// <summary>Bounding box as a literal, mostly <c>geo:wktLiteral</c>; null without one.</summary>
    public RdfTerm? BoundingBox { get; init; }

    /// <summary>Centre as a literal; null without one.</summary>
    public RdfTerm? Centroid { get; init; }

    /// <summary>Geometry as a literal; null without one.</summary>
    public RdfTerm? Geometry { get; init; }
}

/// <summary>A time that data are about (DCAT 3, 6.15 "Class: Period of Time", 2024).</summary>
public sealed record PeriodOfTime
{
    /// <summary>IRI; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>First day or instant; null when open.</summary>
    public DcatDate? Start { get; init; }

    /// <summary>Last day or instant; null when open.</summary>
    public DcatDate? End { get; init; }
}
