namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Something that is referred to by its address, told by its name, or both: a licence, a theme, a standard, an activity.</summary>
public sealed record LabelledResource
{
    /// <summary>Its IRI; null when it has none, and is told by its labels alone.</summary>
    public string? Iri { get; init; }

    /// <summary>Its name by language; empty when only the IRI is known.</summary>
    public IReadOnlyList<LocalizedText> Labels { get; init; } = [];

    /// <summary>A resource by its address.</summary>
    /// <param name="iri">Absolute IRI.</param>
    /// <returns>The resource without labels.</returns>
    public static LabelledResource Of(string iri) => new() { Iri = iri };
}
