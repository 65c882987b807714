namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>A document cannot be read as RDF: where, what was found, and what would be right.</summary>
public sealed class RdfFormatException : FormatException
{
    /// <summary>Says what is wrong.</summary>
    /// <param name="path">Place in the document.</param>
    /// <param name="found">What was found there.</param>
    /// <param name="expected">What would be right.</param>
    public RdfFormatException(string path, string found, string expected)
        : base($"{path}: found {found}; expected {expected}.") => (Path, Found, Expected) = (path, found, expected);

    /// <summary>Place in the document, such as <c>$.@graph[2].title</c>; <c>$</c> for the whole.</summary>
    public string Path { get; }

    /// <summary>What was found there.</summary>
    public string Found { get; }

    /// <summary>What would be right.</summary>
    public string Expected { get; }
}
