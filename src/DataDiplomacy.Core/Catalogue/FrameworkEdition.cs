namespace DataDiplomacy.Core.Catalogue;

/// <summary>An edition of an indicator framework; editions differ in indicators and wording.</summary>
public sealed record FrameworkEdition
{
    /// <summary>Identifier of the edition, such as <c>2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Framework the edition belongs to: <c>sdg</c>.</summary>
    public required string Framework { get; init; }

    /// <summary>Title of the edition.</summary>
    public required string Title { get; init; }

    /// <summary>First day of validity; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; null while it is in force.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>Identifier of the edition this one replaced; null when none is held here.</summary>
    public string? Supersedes { get; init; }

    /// <summary>The document the text is from.</summary>
    public required string Source { get; init; }
}
