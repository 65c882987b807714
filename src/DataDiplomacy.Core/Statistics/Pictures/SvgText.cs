using System.Globalization;
using System.Text;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>Text in a picture: escaping, an estimate of its width, wrapping and shortening.</summary>
internal static class SvgText
{
    /// <summary>Escapes text for XML 1.0; characters that XML does not allow become U+FFFD.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                '\t' or '\n' or '\r' => escaped.Append(' '),
                < 0x20 or 0xFFFE or 0xFFFF => escaped.Append('\uFFFD'),
                _ => escaped.Append(rune.ToString())
            };
        }
        return escaped.ToString();
    }

    /// <summary>Estimated width in pixels, on the wide side of common sans-serif fonts.</summary>
    public static double Width(string text, double fontSize) => text.EnumerateRunes().Sum(Ems) * fontSize;

    /// <summary>Breaks text into at most so many lines; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, double fontSize, double width, int maxLines)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length == 0 || Width(longer, fontSize) <= width)
            {
                line = longer;
                continue;
            }
            lines.Add(line);
            line = word;
        }
        if (line.Length > 0) lines.Add(line);
        if (lines.Count > maxLines)
            lines = [.. lines.Take(maxLines - 1), string.Join(' ', lines.Skip(maxLines - 1))];
        return [.. lines.Select(l => Shorten(l, fontSize, width))];
    }

    /// <summary>Cuts text that is too wide and ends it in an ellipsis; never inside a character.</summary>
    public static string Shorten(string text, double fontSize, double width)
    {
        if (Width(text, fontSize) <= width) return text;
        var kept = new StringBuilder();
        var room = width - Width("…", fontSize);
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            room -= Width(elements.GetTextElement(), fontSize);
            if (room < 0) break;
            kept.Append(elements.GetTextElement());
        }
        return kept.ToString().TrimEnd() + "…";
    }

    /// <summary>A coordinate with two decimals, and never a minus before zero.</summary>
    public static string Number(double value) =>
        (Math.Round(value, 2) + 0.0).ToString("0.##", CultureInfo.InvariantCulture);

    private static double Ems(Rune rune) => rune.Value switch
    {
        ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or 'i' or 'j' or 'l' or 'I' or '!' or '(' or ')' or '[' or ']' => 0.36,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '…' => 0.96,
        >= 'A' and <= 'Z' => 0.7,
        >= 0x0300 and <= 0x036F => 0,
        >= 0x2E80 => 1.05,
        _ => 0.58
    };
}
