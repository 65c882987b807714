using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>A measured quality of a data set (Data Quality Vocabulary, "Class: Quality Measurement", 2016).</summary>
public sealed record QualityMeasurement
{
    /// <summary>IRI; null without one.</summary>
    public string? Iri { get; init; }

    /// <summary>IRI of the metric; null in imports that do not say.</summary>
    public required string? Metric { get; init; }

    /// <summary>The value with its datatype, such as a <c>xsd:decimal</c>; null in imports that do not say.</summary>
    public required RdfTerm? Value { get; init; }

    /// <summary>IRI of the unit; null for counts and shares.</summary>
    public string? Unit { get; init; }

    /// <summary>IRI of what was measured, a data set or a version of it; null when it is the resource that has the measurement.</summary>
    public string? ComputedOn { get; init; }

    /// <summary>When it was measured; null when not said.</summary>
    public DcatDate? GeneratedAt { get; init; }
}
