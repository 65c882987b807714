using System.Buffers.Binary;

namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>
/// Looks for the manifest store of C2PA (Technical Specification 2.1, A.3, 2024): a JUMBF superbox (ISO/IEC 19566-5) in APP11 segments of JPEG or in
/// the chunk caBX of PNG. Nothing of it is interpreted.
/// </summary>
public static class C2paPresence
{
    private const int MostParts = 100_000;
    private const int HeadLength = 8 + 8 + 8 + 16;

    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The type of the box in its description: "c2pa" and the suffix of ISO (C2PA 2.1, 11.1.4.2).</summary>
    private static readonly byte[] Store = [0x63, 0x32, 0x70, 0x61, 0x00, 0x11, 0x00, 0x10, 0x80, 0x00, 0x00, 0xAA, 0x00, 0x38, 0x9B, 0x71];

    /// <summary>Looks through the parts of an image before its picture.</summary>
    /// <param name="content">The image, from its first byte; can seek.</param>
    /// <returns>What was found; malformed bytes are a finding, never an exception.</returns>
    public static C2paBox Find(Stream content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Span<byte> head = stackalloc byte[8];
        var length = content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (JpegSegments.IsJpeg(head[..length])) return OfJpeg(content);
        return head[..length].SequenceEqual(Png) ? OfPng(content) : new C2paBox(null, null, true);
    }

    private static C2paBox OfJpeg(Stream content)
    {
        var segments = JpegSegments.Read(content, 0xEB, 8 + HeadLength);
        // Common identifier "JP", instance, number of the packet, then the box itself (ISO/IEC 19566-5, D.2).
        var store = segments.Payloads.Where(each => each.Length > 8 && each[0] == 'J' && each[1] == 'P').Select(each => LengthOfStore(each.AsSpan(8))).FirstOrDefault(each => each is not null);
        return new C2paBox("JPEG APP11", store, store is not null || segments.ReadToEnd);
    }

    private static C2paBox OfPng(Stream content)
    {
        const string where = "PNG caBX";
        Span<byte> mark = stackalloc byte[8];
        Span<byte> head = stackalloc byte[HeadLength];
        for (var part = 0; part < MostParts; part++)
        {
            if (content.ReadAtLeast(mark, 8, throwOnEndOfStream: false) < 8) return new C2paBox(where, null, false);
            if (mark[4..].SequenceEqual("IEND"u8)) return new C2paBox(where, null, true);
            var length = BinaryPrimitives.ReadUInt32BigEndian(mark);
            var next = content.Position + length + 4;
            if (mark[4..].SequenceEqual("caBX"u8) && LengthOfStore(Read(content, head[..(int)Math.Min((uint)head.Length, length)])) is { } store) return new C2paBox(where, store, true);
            if (length > int.MaxValue || next > content.Length) return new C2paBox(where, null, false);
            content.Position = next;
        }
        return new C2paBox(where, null, false);
    }

    /// <summary>The length of the box, where it is a superbox whose description names the store.</summary>
    private static long? LengthOfStore(ReadOnlySpan<byte> box)
    {
        if (box.Length < 8 || !box[4..8].SequenceEqual("jumb"u8)) return null;
        long length = BinaryPrimitives.ReadUInt32BigEndian(box);
        var payload = box[8..];
        if (length == 1 && payload.Length >= 8)
        {
            length = BinaryPrimitives.ReadInt64BigEndian(payload);
            payload = payload[8..];
        }
        return length >= 0 && payload.Length >= 24 && payload[4..8].SequenceEqual("jumd"u8) && payload[8..24].SequenceEqual(Store) ? length : null;
    }

    private static ReadOnlySpan<byte> Read(Stream content, Span<byte> into) => into[..content.ReadAtLeast(into, into.Length, throwOnEndOfStream: false)];
}
