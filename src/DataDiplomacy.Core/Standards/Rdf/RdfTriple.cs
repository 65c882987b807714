namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>A statement (RDF 1.1 Concepts, 3.1, 2014).</summary>
/// <param name="Subject">An IRI or a blank node.</param>
/// <param name="Predicate">The IRI of the property.</param>
/// <param name="Object">Any term.</param>
#pragma warning disable CA1720 // Subject, predicate and object are the words of the standard.
public sealed record RdfTriple(RdfTerm Subject, string Predicate, RdfTerm Object);
#pragma warning restore CA1720
