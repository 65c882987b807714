using System.Text;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The text of a rejected row, cut to what may be kept.</summary>
internal static class RawText
{
    // No UTF-8 character is longer.
    private const int MaxBytes = RejectedRow.MaxRawLength * 4;

    public static string Of(ReadOnlySpan<byte> utf8) => Of(Encoding.UTF8.GetString(utf8[..Math.Min(utf8.Length, MaxBytes)]));

    public static string Of(string text)
    {
        if (text.Length <= RejectedRow.MaxRawLength)
            return text;
        var length = char.IsHighSurrogate(text[RejectedRow.MaxRawLength - 1]) ? RejectedRow.MaxRawLength - 1 : RejectedRow.MaxRawLength;
        return text[..length];
    }
}
