namespace DataDiplomacy.Core.Evidence.Assessments;

/// <summary>What is known of where a record comes from. Two records that share any of it have one origin.</summary>
public sealed record EvidenceOrigin
{
    /// <summary>The record.</summary>
    public required string Record { get; init; }

    /// <summary>Stands for the content: equal for equal contents and for no others, such as its SHA-256; null when not known.</summary>
    public string? Content { get; init; }

    /// <summary>The records that it was derived from, such as that which it is a redaction of; named in no particular order.</summary>
    public IReadOnlyCollection<string> DerivedFrom { get; init; } = [];

    /// <summary>Where it was found; host and path count. Null when not known.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>The origins that analysts declared for it, as texts; equal but for case and spaces around counts as equal.</summary>
    public IReadOnlyCollection<string> Groups { get; init; } = [];
}
