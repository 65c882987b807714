using System.Globalization;
using DataDiplomacy.Core.Evidence.Checks;
using MetadataExtractor;
using MetadataExtractor.Formats.Exif;
using MetadataExtractor.Formats.Jpeg;

namespace DataDiplomacy.Api.Evidence.Verifications;

/// <summary>What a photograph says of itself in its EXIF segment (CIPA DC-008, 2019).</summary>
/// <param name="TakenAt">DateTimeOriginal; without its offset, 14 hours to either side. Null where it is missing or malformed.</param>
/// <param name="Shown">DateTimeOriginal as it is written, with its offset if there is one.</param>
/// <param name="Latitude">Degrees north; null where there is no position.</param>
/// <param name="Longitude">Degrees east; null where there is no position.</param>
/// <param name="Camera">Make and model; null where they are missing.</param>
/// <param name="Problem">Why nothing, or not everything, could be read; null where nothing was wrong.</param>
public sealed record PhotoExif(InstantRange? TakenAt, string? Shown, double? Latitude, double? Longitude, string? Camera, string? Problem)
{
    private const byte App1 = 0xE1;
    private const int OffsetTimeOriginal = 0x9011;
    private const int MostText = 200;

    private static readonly byte[] Preamble = [(byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0];

    /// <summary>Reads the segment; null where the content is no JPEG.</summary>
    public static PhotoExif? Read(Stream content)
    {
        Span<byte> head = stackalloc byte[2];
        if (!JpegSegments.IsJpeg(head[..content.ReadAtLeast(head, 2, throwOnEndOfStream: false)]))
        {
            return null;
        }

        var segments = JpegSegments.Read(content, App1, ushort.MaxValue);
        return segments.Payloads.FirstOrDefault(p => p.AsSpan().StartsWith(Preamble)) is { } exif
            ? Read(exif)
            : Nothing(segments.ReadToEnd ? "The photograph has no EXIF segment." : "The file is cut off or malformed before an EXIF segment.");
    }

    private static PhotoExif Read(byte[] segment)
    {
        try
        {
            var found = new ExifReader().ReadJpegSegments([new JpegSegment(JpegSegmentType.App1, segment, 0)]).ToList();
            var (taken, shown) = TimeOf(found);
            var (latitude, longitude) = PlaceOf(found);
            var problem = found.Any(d => d.HasError) ? "The EXIF segment is malformed in parts." : null;
            return new PhotoExif(taken, shown, latitude, longitude, CameraOf(found), problem);
        }
        catch (Exception e) when (IsOfInput(e))
        {
            return Nothing("The EXIF segment is malformed.");
        }
    }

    /// <summary>What the reader throws for malformed segments.</summary>
    private static bool IsOfInput(Exception e) => e is ImageProcessingException or MetadataException or IOException or ArgumentException or ArithmeticException
        or IndexOutOfRangeException or FormatException or InvalidCastException or NotSupportedException or InvalidOperationException;

    private static (InstantRange? TakenAt, string? Shown) TimeOf(List<MetadataExtractor.Directory> found)
    {
        var exif = found.OfType<ExifSubIfdDirectory>().FirstOrDefault(d => d.ContainsTag(ExifDirectoryBase.TagDateTimeOriginal));
        var text = exif?.GetString(ExifDirectoryBase.TagDateTimeOriginal)?.Trim('\0', ' ');
        if (!DateTime.TryParseExact(text, "yyyy':'MM':'dd HH':'mm':'ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var shown))
        {
            return (null, null);
        }

        var offset = exif?.GetString(OffsetTimeOriginal)?.Trim('\0', ' ');
        return DateTimeOffset.TryParseExact($"{text}{offset}", "yyyy':'MM':'dd HH':'mm':'sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var zoned)
            ? (InstantRange.At(zoned.UtcDateTime), $"{text}{offset}")
            : (InstantRange.OfUnknownZone(shown), text);
    }

    private static (double? Latitude, double? Longitude) PlaceOf(List<MetadataExtractor.Directory> found) =>
        found.OfType<GpsDirectory>().FirstOrDefault()?.GetGeoLocation() is { Latitude: >= -90 and <= 90 and var latitude, Longitude: >= -180 and <= 180 and var longitude, IsZero: false }
            ? (latitude, longitude)
            : (null, null);

    private static string? CameraOf(List<MetadataExtractor.Directory> found)
    {
        var directory = found.OfType<ExifIfd0Directory>().FirstOrDefault();
        var text = $"{directory?.GetString(ExifDirectoryBase.TagMake)} {directory?.GetString(ExifDirectoryBase.TagModel)}";
        var printable = string.Concat(text.Where(char.IsAscii).Where(c => !char.IsControl(c)).Take(MostText)).Trim();
        return printable.Length == 0 ? null : printable;
    }

    private static PhotoExif Nothing(string problem) => new(null, null, null, null, null, problem);
}
