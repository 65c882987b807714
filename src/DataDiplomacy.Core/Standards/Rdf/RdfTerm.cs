using System.Buffers;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>What a term of RDF is (RDF 1.1 Concepts, 3.2 to 3.4, 2014).</summary>
public enum RdfTermKind
{
    /// <summary>An absolute IRI.</summary>
    Iri,

    /// <summary>A blank node: something without a name, known within one graph only.</summary>
    Blank,

    /// <summary>A text with a datatype or a language.</summary>
    Literal,
}

/// <summary>A term of RDF (RDF 1.1 Concepts, section 3, 2014). Two terms are equal when all their parts are.</summary>
public sealed record RdfTerm
{
    /// <summary>The datatype of plain texts.</summary>
    public const string XsdString = "http://www.w3.org/2001/XMLSchema#string";

    /// <summary>The datatype of texts with a language.</summary>
    public const string LangString = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

    // The characters that IRIREF of Turtle 1.1 (6.5) and RFC 3987 leave out; those up to U+0020 too.
    private static readonly SearchValues<char> NotInIris = SearchValues.Create([.. Enumerable.Range(0, 0x21).Select(code => (char)code), .. "<>\"{}|^`\\"]);

    private RdfTerm()
    {
    }

    /// <summary>What the term is.</summary>
    public required RdfTermKind Kind { get; init; }

    /// <summary>The IRI, the label of the blank node without <c>_:</c>, or the lexical form of the literal.</summary>
    public required string Value { get; init; }

    /// <summary>IRI of the datatype of a literal; null for other terms.</summary>
    public string? Datatype { get; init; }

    /// <summary>Language tag (BCP 47) of a literal, as it was written; null without one.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the term is an IRI.</summary>
    public bool IsIri => Kind == RdfTermKind.Iri;

    /// <summary>Whether the term is a blank node.</summary>
    public bool IsBlank => Kind == RdfTermKind.Blank;

    /// <summary>Whether the term is a literal.</summary>
    public bool IsLiteral => Kind == RdfTermKind.Literal;

    /// <summary>An IRI.</summary>
    /// <param name="iri">Absolute, with a scheme and without white space.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The text is no absolute IRI.</exception>
    public static RdfTerm Iri(string iri) =>
        IsAbsoluteIri(iri)
            ? new() { Kind = RdfTermKind.Iri, Value = iri }
            : throw new ArgumentException($"\"{iri}\" is no absolute IRI: it needs a scheme such as https: and no white space, quotes or brackets.", nameof(iri));

    /// <summary>A blank node.</summary>
    /// <param name="label">ASCII letters and digits, without <c>_:</c>.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The label holds something else.</exception>
    public static RdfTerm Blank(string label)
    {
        ArgumentException.ThrowIfNullOrEmpty(label);
        return label.All(char.IsAsciiLetterOrDigit)
            ? new() { Kind = RdfTermKind.Blank, Value = label }
            : throw new ArgumentException($"\"{label}\" is no label of a blank node: it needs ASCII letters and digits.", nameof(label));
    }

    /// <summary>A plain text, of datatype <c>xsd:string</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The term.</returns>
    public static RdfTerm Literal(string text) => Literal(text, XsdString);

    /// <summary>A literal with a datatype.</summary>
    /// <param name="text">The lexical form; it is not checked against the datatype.</param>
    /// <param name="datatype">IRI of the datatype.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The datatype is no absolute IRI.</exception>
    public static RdfTerm Literal(string text, string datatype) =>
        IsAbsoluteIri(datatype)
            ? new() { Kind = RdfTermKind.Literal, Value = text, Datatype = datatype }
            : throw new ArgumentException($"\"{datatype}\" is no datatype: it needs to be an absolute IRI.", nameof(datatype));

    /// <summary>A text in a language; without a language it is a plain one.</summary>
    /// <param name="text">The text.</param>
    /// <param name="language">Language tag (BCP 47), or null.</param>
    /// <returns>The term.</returns>
    /// <exception cref="ArgumentException">The tag is not well-formed.</exception>
    public static RdfTerm Text(string text, string? language)
    {
        if (language is null) return Literal(text);
        return IsLanguageTag(language)
            ? new() { Kind = RdfTermKind.Literal, Value = text, Datatype = LangString, Language = language }
            : throw new ArgumentException($"\"{language}\" is no language tag: it needs letters such as en or pt-BR.", nameof(language));
    }

    /// <summary>Whether a text has the form of a language tag (LANGTAG, RDF 1.1 Turtle, 6.5, 2014): letters, then parts of letters and digits after hyphens.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for <c>en</c> and <c>zh-Hant-TW</c>; false for <c>en_GB</c> and the empty text.</returns>
    public static bool IsLanguageTag(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var parts = text.Split('-');
        return parts[0].All(char.IsAsciiLetter) && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit));
    }

    /// <summary>Whether a text is an absolute IRI as far as RDF needs: a scheme, and no character that no IRI holds.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True for <c>https://a.example/</c> and <c>urn:x</c>; false for <c>/a</c> and <c>a b</c>.</returns>
    public static bool IsAbsoluteIri(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return IriReference.SchemeLength(text) > 0 && text.AsSpan().IndexOfAny(NotInIris) < 0;
    }

    /// <summary>The term in the form of N-Triples (RDF 1.1 N-Triples, 2014).</summary>
    /// <returns>One line, for messages and for comparison.</returns>
    public override string ToString() => TurtleText.Term(this);
}
