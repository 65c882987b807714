using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>Reads contents that are JSON, without taking anything in them for granted.</summary>
public static class JsonContent
{
    /// <summary>How services and standards write instants: RFC 3339, and the form of the first API of Twitter.</summary>
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "ddd MMM dd HH:mm:ss zzz yyyy",
    ];

    /// <summary>The object; null where the bytes are no JSON, or another kind of it. To be disposed of.</summary>
    public static JsonDocument? ReadObject(byte[] content)
    {
        try
        {
            var bytes = content.AsMemory();
            var document = JsonDocument.Parse(bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes);
            if (document.RootElement.ValueKind is JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A member of an object; null where there is none, or its names cannot be read.</summary>
    public static JsonElement? Member(JsonElement json, string name)
    {
        try
        {
            return json.TryGetProperty(name, out var member) ? member : null;
        }
        catch (InvalidOperationException)
        {
            // A name beside it is half of a surrogate pair.
            return null;
        }
    }

    /// <summary>The text of a member; null where there is none, or it is no text.</summary>
    public static string? Text(JsonElement json, string name)
    {
        try
        {
            return Member(json, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8.
            return null;
        }
    }

    /// <summary>The instant of a member, UTC; null where there is none.</summary>
    public static DateTime? Instant(JsonElement json, string name) =>
        DateTimeOffset.TryParseExact(Text(json, name), Formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant.UtcDateTime : null;
}
