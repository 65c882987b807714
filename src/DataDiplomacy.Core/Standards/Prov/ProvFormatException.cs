namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>A document that is not PROV-JSON: where, what stands there, and what would be right.</summary>
public sealed class ProvFormatException : Exception
{
    /// <summary>Says what is wrong where.</summary>
    /// <param name="path">The place as a JSON pointer (RFC 6901); empty for the document itself.</param>
    /// <param name="message">What stands there and what would be right.</param>
    /// <param name="inner">What the JSON reader said, if anything.</param>
    public ProvFormatException(string path, string message, Exception? inner = null)
        : base(message, inner) => Path = path;

    /// <summary>The place as a JSON pointer; empty for the document itself.</summary>
    public string Path { get; }
}
