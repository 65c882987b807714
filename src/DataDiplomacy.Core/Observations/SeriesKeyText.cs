using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace DataDiplomacy.Core.Observations;

/// <summary>
/// The dimensions of an observation as one canonical text: <c>AGE=ALLAGE|SEX=FEMALE</c>, dimensions in ordinal order,
/// <c>|</c>, <c>=</c> and <c>\</c> inside names and codes escaped by a backslash. No dimension at all is the empty text.
/// </summary>
public static class SeriesKeyText
{
    /// <summary>The code by which UNSD says that a dimension is not specified; the dimension is left out.</summary>
    public const string NotSpecified = "NOTSPEC";

    /// <summary>Writes the text; dimensions without a code or with <see cref="NotSpecified"/> are left out.</summary>
    /// <exception cref="ArgumentException">A dimension has no name or is given twice.</exception>
    public static string Format(IEnumerable<KeyValuePair<string, string>> dimensions)
    {
        var present = dimensions.Where(dimension => !IsAbsent(dimension.Value)).ToArray();
        Array.Sort(present, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
        var text = new StringBuilder();
        for (var index = 0; index < present.Length; index++)
        {
            var (name, code) = present[index];
            if (name.Length == 0 || index > 0 && name == present[index - 1].Key)
                throw new ArgumentException($"The dimension '{name}' has no name or is given twice.", nameof(dimensions));
            if (index > 0)
                text.Append('|');
            Escape(text, name);
            text.Append('=');
            Escape(text, code);
        }
        return text.ToString();
    }

    /// <summary>Whether that code means that the dimension is absent.</summary>
    public static bool IsAbsent(string? code) => code is null or "" or NotSpecified;

    /// <summary>Reads what <see cref="Format"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not canonical.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text) =>
        TryParse(text, out var dimensions) ? dimensions : throw new FormatException($"'{text}' is no canonical text of dimensions such as AGE=ALLAGE|SEX=FEMALE.");

    /// <summary>Reads what <see cref="Format"/> wrote; false when the text is not canonical. The dictionary is in ordinal order.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out IReadOnlyDictionary<string, string>? dimensions)
    {
        dimensions = null;
        if (text is null)
            return false;
        var read = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (text.Length > 0 && !TryRead(text, read))
            return false;
        // One text per key: whatever is escaped needlessly, unordered or absent is not the canonical text.
        if (Format(read) != text)
            return false;
        dimensions = read;
        return true;
    }

    private static bool TryRead(string text, SortedDictionary<string, string> dimensions)
    {
        var (position, length) = (0, text.Length);
        while (position <= length)
        {
            var name = ReadPart(text, ref position);
            if (name.Length == 0 || position >= length || text[position++] != '=')
                return false;
            var code = ReadPart(text, ref position);
            if (position < length && text[position] != '|' || !dimensions.TryAdd(name, code))
                return false;
            position++;
        }
        return true;
    }

    private static string ReadPart(string text, ref int position)
    {
        var part = new StringBuilder();
        for (; position < text.Length && text[position] is not ('|' or '='); position++)
        {
            if (text[position] == '\\' && position + 1 < text.Length)
                position++;
            part.Append(text[position]);
        }
        return part.ToString();
    }

    private static void Escape(StringBuilder text, string part)
    {
        foreach (var character in part)
        {
            if (character is '|' or '=' or '\\')
                text.Append('\\');
            text.Append(character);
        }
    }
}
