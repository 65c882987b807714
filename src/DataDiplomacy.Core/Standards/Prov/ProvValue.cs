namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>
/// A value of an attribute: a text with its datatype or its language (PROV-DM, section 5.7.3). Names and datatypes are whole IRIs.
/// </summary>
/// <param name="Text">The lexical form; of a name its IRI.</param>
/// <param name="Type">IRI of the datatype, such as <c>http://www.w3.org/2001/XMLSchema#int</c>; null for a plain string.</param>
/// <param name="Language">Tag of the language (BCP 47), or null.</param>
public sealed record ProvValue(string Text, string? Type = null, string? Language = null)
{
    /// <summary>Whether the value is a name: <see cref="Text"/> is its IRI.</summary>
    public bool IsName => Type is ProvNames.QualifiedName or ProvNames.XsdQName;

    /// <summary>A name as a value, such as a type.</summary>
    /// <param name="iri">The whole IRI.</param>
    /// <returns>The value.</returns>
    public static ProvValue Name(string iri) => new(iri, ProvNames.QualifiedName);
}

/// <summary>An attribute of a statement.</summary>
/// <param name="Name">IRI of the attribute, such as <c>http://www.w3.org/ns/prov#type</c>.</param>
/// <param name="Value">The value.</param>
public sealed record ProvAttribute(string Name, ProvValue Value);
