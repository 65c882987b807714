using System.Collections.Immutable;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>The active context (JSON-LD 1.1 Processing Algorithms, 4.1, 2020): what names mean at a place of the document.</summary>
internal sealed record JsonLdContext
{
    public string? BaseIri { get; init; }

    public string? Vocabulary { get; init; }

    public string? Language { get; init; }

    public ImmutableDictionary<string, JsonLdTerm> Terms { get; init; } = ImmutableDictionary.Create<string, JsonLdTerm>(StringComparer.Ordinal);

    /// <summary>The context to go back to at the next node; null when this one holds inside too.</summary>
    public JsonLdContext? Previous { get; init; }

    public JsonLdTerm? Find(string name) => Terms.GetValueOrDefault(name);

    /// <summary>A name of a member or a class (IRI expansion, 5.2, with vocab): a keyword, an IRI, or null when it means nothing.</summary>
    public string? ExpandName(string name) => Expand(name, useVocabulary: true, relative: false);

    /// <summary>A class or a value of type @vocab: as <see cref="ExpandName"/>, else a reference to a document.</summary>
    public string? ExpandVocabulary(string name) => Expand(name, useVocabulary: true, relative: true);

    /// <summary>A value of @id (IRI expansion, 5.2, document relative).</summary>
    public string? ExpandReference(string reference) => Expand(reference, useVocabulary: false, relative: true);

    /// <summary>A compact or full IRI through the prefixes; null when the text has no colon that could part them.</summary>
    public string? ExpandCompact(string name)
    {
        var colon = name.IndexOf(':', Math.Min(1, name.Length));
        if (colon < 0) return null;
        var (prefix, suffix) = (name[..colon], name[(colon + 1)..]);
        if (prefix == "_" || suffix.StartsWith("//", StringComparison.Ordinal)) return name;
        if (Find(prefix) is { IsPrefix: true, Iri: { } iri }) return iri + suffix;
        return IriReference.SchemeLength(name) > 0 ? name : null;
    }

    private string? Expand(string name, bool useVocabulary, bool relative)
    {
        if (JsonLdKeywords.Contains(name)) return name;
        if (JsonLdKeywords.LooksLikeOne(name)) return null;
        if (Find(name) is { } term && (useVocabulary || term.Iri is { } iri && JsonLdKeywords.Contains(iri))) return term.Iri;
        if (ExpandCompact(name) is { } expanded) return expanded;
        if (useVocabulary && Vocabulary is not null) return Vocabulary + name;
        return relative ? IriReference.Resolve(BaseIri, name) : name;
    }
}
