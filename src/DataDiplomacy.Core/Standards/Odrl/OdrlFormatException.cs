namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A JSON text that is no ODRL policy.</summary>
public sealed class OdrlFormatException : FormatException
{
    /// <summary>Says what is wrong, where.</summary>
    /// <param name="path">Where, as a JSON pointer (RFC 6901); empty for the whole.</param>
    /// <param name="found">What was found.</param>
    /// <param name="expected">What would be right.</param>
    public OdrlFormatException(string path, string found, string expected)
        : base($"At {(path.Length == 0 ? "the policy" : path)}: found {found}. {expected}")
    {
        Path = path;
        Found = found;
        Expected = expected;
    }

    /// <summary>Where, as a JSON pointer (RFC 6901); empty for the whole.</summary>
    public string Path { get; }

    /// <summary>What was found.</summary>
    public string Found { get; }

    /// <summary>What would be right.</summary>
    public string Expected { get; }
}
