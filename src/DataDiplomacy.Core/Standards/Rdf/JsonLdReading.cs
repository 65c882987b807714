namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>What a document says, and what of it says nothing in RDF.</summary>
public sealed record JsonLdReading
{
    /// <summary>The triples of the default graph and of all named graphs together.</summary>
    public required RdfGraph Graph { get; init; }

    /// <summary>Names and values that no context gives a meaning, in the order of their first one.</summary>
    public required IReadOnlyList<IgnoredName> Ignored { get; init; }
}

/// <summary>A name or a value that is no IRI in its context, which JSON-LD 1.1 drops (Processing Algorithms, 5.1.2, step 13.3, and 7.2, 2020).</summary>
/// <param name="Name">As it stands in the document.</param>
/// <param name="Count">How often it was dropped.</param>
public sealed record IgnoredName(string Name, int Count);
