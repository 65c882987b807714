using System.Text;

namespace DataDiplomacy.Core.Evidence.Custody;

/// <summary>Recognises what bytes are by how they begin (WHATWG MIME Sniffing, 2024, 6 and 7; signatures of the formats' own specifications). A name proves nothing.</summary>
public static class MediaTypes
{
    private static readonly (int Offset, byte[] Signature, string Type)[] Signatures =
    [
        (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
        (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        (0, "GIF8"u8.ToArray(), "image/gif"),
        (0, "II*\0"u8.ToArray(), "image/tiff"),
        (0, [0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        (8, "WEBP"u8.ToArray(), "image/webp"),
        (0, "%PDF-"u8.ToArray(), "application/pdf"),
        (0, [0x50, 0x4B, 0x03, 0x04], "application/zip"),
        (0, [0x1F, 0x8B, 0x08], "application/gzip"),
        (4, "ftyp"u8.ToArray(), "video/mp4"),
        (0, [0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
        (0, "WARC/"u8.ToArray(), "application/warc"),
        (0, [0x89, 0x48, 0x44, 0x46, 0x0D, 0x0A, 0x1A, 0x0A], "application/x-hdf5")
    ];

    /// <summary>The type that the first bytes show.</summary>
    /// <param name="head">The first bytes, at best 4,096.</param>
    /// <returns>A media type; <c>application/octet-stream</c> where nothing is recognised.</returns>
    public static string Sniff(ReadOnlySpan<byte> head)
    {
        foreach (var (offset, signature, type) in Signatures)
        {
            if (head.Length >= offset + signature.Length && head.Slice(offset, signature.Length).SequenceEqual(signature)) return type;
        }
        return IsText(head) ? SniffText(Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n')) : "application/octet-stream";
    }

    /// <summary>Whether a declared type can be what was recognised: text formats are only known to be text, packages only to be packages.</summary>
    /// <param name="declared">The declared media type, with or without parameters.</param>
    /// <param name="sniffed">What <see cref="Sniff"/> gave.</param>
    /// <returns>Null where the bytes allow no verdict.</returns>
    public static bool? Agree(string declared, string sniffed)
    {
        ArgumentNullException.ThrowIfNull(declared);
        var type = declared.Split(';')[0].Trim();
        if (type.Equals(sniffed, StringComparison.OrdinalIgnoreCase)) return true;
        if (sniffed == "application/octet-stream" || type == "application/octet-stream") return null;
        if (sniffed == "text/plain") return IsTextType(type) ? null : false;
        if (sniffed == "application/json") return type.EndsWith("json", StringComparison.OrdinalIgnoreCase) ? true : IsTextType(type) ? null : false;
        if (sniffed == "application/xml") return type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || type == "text/html" ? true : false;
        if (sniffed == "application/zip") return type.Contains("openxmlformats", StringComparison.OrdinalIgnoreCase) || type.Contains("opendocument", StringComparison.OrdinalIgnoreCase) || type.EndsWith("+zip", StringComparison.OrdinalIgnoreCase);
        return false;
    }

    private static bool IsTextType(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.StartsWith("message/", StringComparison.OrdinalIgnoreCase)
        || type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) || type == "application/x-ndjson";

    private static bool IsText(ReadOnlySpan<byte> head) => head.Length > 0 && head.IndexOfAnyInRange((byte)0, (byte)8) < 0 && head.IndexOfAnyInRange((byte)14, (byte)26) < 0;

    private static string SniffText(string text)
    {
        if (text.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase)) return "text/html";
        if (text.StartsWith("<?xml", StringComparison.Ordinal)) return "application/xml";
        if (text.StartsWith('{') || text.StartsWith('[')) return "application/json";
        return IsMessage(text) ? "message/rfc822" : "text/plain";
    }

    /// <summary>Header fields before the first empty line, From among them (RFC 5322, 3.6).</summary>
    private static bool IsMessage(string text)
    {
        var fields = text.Split("\n\n", 2)[0].Split("\r\n\r\n", 2)[0].Split('\n').Where(line => line.Length > 0 && line[0] is not (' ' or '\t')).ToList();
        return fields.Count > 2 && fields.Exists(line => line.StartsWith("From:", StringComparison.OrdinalIgnoreCase)) && fields.TrueForAll(line => line.IndexOf(':', StringComparison.Ordinal) > 0);
    }
}
