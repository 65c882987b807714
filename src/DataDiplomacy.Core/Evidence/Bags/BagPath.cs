namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>Paths of a bag: what is safe, what is the same elsewhere, and how they stand in a manifest.</summary>
internal static class BagPath
{
    public const string Payload = "data/";

    /// <summary>Longer paths are refused: the limit of Linux.</summary>
    private const int MaxLength = 4096;

    public static bool IsPayload(string path) => path.StartsWith(Payload, StringComparison.Ordinal);

    /// <summary>Why a path is not to be opened or written; null for a safe one (RFC 8493, 5.1 and 5.2).</summary>
    public static string? Danger(string path)
    {
        if (path.Length is 0 or > MaxLength) return $"A path has 1 to {MaxLength} characters.";
        if (!IsUnicode(path)) return "A path is well-formed Unicode.";
        if (path.Contains('\0')) return "A path has no NUL.";
        if (path.Contains('\\')) return "A path has no backslash: elsewhere it separates folders or begins a share.";
        if (path.Split('/').Any(part => part is "" or "." or ".."))
            return "A path begins below the bag and has no empty, \".\" or \"..\" part.";
        // The part below data/ is held to the same, as whoever unpacks the payload strips the folder.
        if (BeginsElsewhere(path) || (IsPayload(path) && BeginsElsewhere(path[Payload.Length..])))
            return "A path does not begin with \"~\" or a drive.";
        return null;
    }

    public static bool HasControl(string path) => path.Any(char.IsControl);

    /// <summary>As it stands in a manifest of 1.0 (RFC 8493, 2.1.3).</summary>
    public static string Encode(string path) => path
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal);

    /// <summary>Undoes <see cref="Encode"/>; any other "%" stays as it is.</summary>
    public static string Decode(string text) => text
        .Replace("%0A", "\n", StringComparison.OrdinalIgnoreCase)
        .Replace("%0D", "\r", StringComparison.OrdinalIgnoreCase)
        .Replace("%25", "%", StringComparison.Ordinal);

    private static bool BeginsElsewhere(string path) =>
        path.StartsWith('~') || (path.Length > 1 && char.IsAsciiLetter(path[0]) && path[1] == ':');

    /// <summary>Whether each surrogate has its other half.</summary>
    private static bool IsUnicode(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (!char.IsSurrogate(path[i])) continue;
            if (i + 1 == path.Length || !char.IsSurrogatePair(path[i], path[i + 1])) return false;
            i++;
        }
        return true;
    }
}
