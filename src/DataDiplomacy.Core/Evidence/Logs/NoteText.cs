using System.Text;

namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>How notes write what they hold.</summary>
internal static class NoteText
{
    private static readonly UTF8Encoding Strict = new(false, true);

    /// <summary>Standard base64 in its one canonical form, else null: two texts for the same bytes would be two notes.</summary>
    public static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length)) return null;
        var read = bytes[..length];
        return Convert.ToBase64String(read) == text ? read : null;
    }

    /// <summary>UTF-8 without control characters but line feeds.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var text = Strict.GetString(bytes);
            foreach (var character in text)
            {
                if (character is < ' ' and not '\n') throw new FormatException($"The note holds the control character U+{(int)character:X4}.");
            }
            return text;
        }
        catch (DecoderFallbackException error)
        {
            throw new FormatException("The note is no UTF-8.", error);
        }
    }

    /// <summary>A decimal number without sign and leading zeros.</summary>
    public static bool TryNumber(string text, out ulong number) =>
        ulong.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out number)
        && (text.Length == 1 || text[0] != '0');
}
