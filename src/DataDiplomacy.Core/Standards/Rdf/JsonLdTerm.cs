using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>What a term of a context stands for (JSON-LD 1.1, 9.15 "Context Definitions", 2020). Equal by reference: contexts made from it are kept by it.</summary>
internal sealed class JsonLdTerm
{
    /// <summary>The IRI or keyword; null when the context says that the term means nothing.</summary>
    public string? Iri { get; init; }

    /// <summary>Whether it may stand before a colon.</summary>
    public bool IsPrefix { get; init; }

    public bool IsReverse { get; init; }

    public bool IsProtected { get; init; }

    /// <summary><c>@id</c>, <c>@vocab</c>, <c>@json</c>, <c>@none</c> or the IRI of a datatype; null without coercion.</summary>
    public string? Type { get; init; }

    /// <summary>Whether the definition names a language, be it null.</summary>
    public bool HasLanguage { get; init; }

    public string? Language { get; init; }

    public IReadOnlyList<string> Container { get; init; } = [];

    /// <summary>The context that holds inside values of the term; null without one.</summary>
    public JsonElement? Context { get; init; }

    /// <summary>Where the definition came from, for references of its own context; null in the document.</summary>
    public string? ContextBase { get; init; }

    /// <summary>The definition as it was written, to tell a repetition from a change.</summary>
    public string Source { get; init; } = "";

    public bool Holds(string container) => Container.Contains(container);
}
