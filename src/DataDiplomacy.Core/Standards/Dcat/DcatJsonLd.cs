using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Standards.Dcat;

/// <summary>Catalogues as JSON-LD 1.1 (2020) with the context inside; the same graph as <see cref="DcatTurtle"/>.</summary>
public static class DcatJsonLd
{
    /// <summary>Writes a catalogue.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <returns>UTF-8, indented: the catalogue with its entries inside.</returns>
    /// <exception cref="ArgumentException">What should be an IRI is none.</exception>
    public static byte[] Write(Catalog catalog) => JsonLdWriter.Write(DcatWriter.Graph(catalog), DcatPrefixes.All, DcatWriter.BetweenEntries);
}

/// <summary>Catalogues as Turtle (RDF 1.1 Turtle, 2014).</summary>
public static class DcatTurtle
{
    /// <summary>Writes a catalogue.</summary>
    /// <param name="catalog">The catalogue.</param>
    /// <returns>The text.</returns>
    /// <exception cref="ArgumentException">What should be an IRI is none.</exception>
    public static string Write(Catalog catalog) => TurtleWriter.Write(DcatWriter.Graph(catalog), DcatPrefixes.All);
}
