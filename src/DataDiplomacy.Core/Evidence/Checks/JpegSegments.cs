using System.Buffers.Binary;

namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>The segments of one kind before the picture of a JPEG (ISO/IEC 10918-1, B.1.1, 1994).</summary>
/// <param name="Payloads">The beginnings of their payloads, in order.</param>
/// <param name="ReadToEnd">Whether all segments before the picture were seen; false where the file is cut off, malformed, or has too many.</param>
public sealed record JpegSegments(IReadOnlyList<byte[]> Payloads, bool ReadToEnd)
{
    private const int MostSegments = 100_000;
    private const int MostPayloads = 1_000;

    /// <summary>Whether bytes begin like a JPEG.</summary>
    /// <param name="head">The first bytes.</param>
    /// <returns>Whether the first two are SOI.</returns>
    public static bool IsJpeg(ReadOnlySpan<byte> head) => head.Length >= 2 && head[0] == 0xFF && head[1] == 0xD8;

    /// <summary>Reads the segments of one marker.</summary>
    /// <param name="content">A JPEG, from its first byte; can seek.</param>
    /// <param name="marker">The second byte of the marker, such as 0xE1 for APP1.</param>
    /// <param name="most">Bytes of each payload that are read.</param>
    /// <returns>What was found; malformed bytes end the reading, and are never an exception.</returns>
    public static JpegSegments Read(Stream content, byte marker, int most)
    {
        ArgumentNullException.ThrowIfNull(content);
        var payloads = new List<byte[]>();
        Span<byte> mark = stackalloc byte[4];
        content.Position = 2;
        for (var segment = 0; segment < MostSegments && payloads.Count < MostPayloads; segment++)
        {
            if (content.ReadAtLeast(mark, 4, throwOnEndOfStream: false) < 4 || mark[0] != 0xFF) return new JpegSegments(payloads, false);
            // Start of the picture, or end of the file.
            if (mark[1] is 0xDA or 0xD9) return new JpegSegments(payloads, true);
            var length = BinaryPrimitives.ReadUInt16BigEndian(mark[2..]) - 2;
            if (length < 0 || content.Position + length > content.Length) return new JpegSegments(payloads, false);
            var next = content.Position + length;
            if (mark[1] == marker)
            {
                var payload = new byte[Math.Min(length, most)];
                content.ReadExactly(payload);
                payloads.Add(payload);
            }
            content.Position = next;
        }
        return new JpegSegments(payloads, false);
    }
}
