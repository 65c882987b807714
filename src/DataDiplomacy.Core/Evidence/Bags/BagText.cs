using System.Text;

namespace DataDiplomacy.Core.Evidence.Bags;

/// <summary>The text of tag files.</summary>
internal static class BagText
{
    private static readonly Dictionary<string, Encoding> Encodings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UTF-8"] = new UTF8Encoding(false, true),
        ["US-ASCII"] = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        ["ASCII"] = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
        ["ISO-8859-1"] = Encoding.Latin1,
        ["UTF-16LE"] = new UnicodeEncoding(false, false, true),
        ["UTF-16BE"] = new UnicodeEncoding(true, false, true),
    };

    public static bool IsKnown(string encoding) => encoding.Equals("UTF-16", StringComparison.OrdinalIgnoreCase) || Encodings.ContainsKey(encoding);

    /// <summary>The text; null where the bytes are not of the encoding. A byte order mark is read only in UTF-16, which needs it.</summary>
    public static string? Decode(byte[] bytes, string encoding)
    {
        try
        {
            if (Encodings.TryGetValue(encoding, out var known)) return known.GetString(bytes);
            return bytes switch
            {
                [0xFF, 0xFE, ..] => Encodings["UTF-16LE"].GetString(bytes, 2, bytes.Length - 2),
                [0xFE, 0xFF, ..] => Encodings["UTF-16BE"].GetString(bytes, 2, bytes.Length - 2),
                _ => null,
            };
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Lines end with LF, CR or CRLF; the last one may lack it.</summary>
    public static IReadOnlyList<string> Lines(string text)
    {
        var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');
        return lines[^1].Length == 0 ? lines[..^1] : lines;
    }
}
