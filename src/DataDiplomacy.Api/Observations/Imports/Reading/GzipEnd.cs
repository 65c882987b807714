using System.IO.Compression;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>
/// Tells a whole gzip file from one that was cut off, which <see cref="GZipStream"/> reads to its sudden end without a word. A snapshot cut off
/// in transit would withdraw whatever it lacks. A gzip file is a row of members (RFC 1952, 2.2): a member of our own after the last one comes out at the end of the
/// text if, and only if, the members before it are whole.
/// </summary>
internal static class GzipEnd
{
    private static readonly byte[] Text = "\0end of gzip 7f3c9d51e2a84b06\0"u8.ToArray();
    private static readonly byte[] Member = Compress(Text);

    public static int Length => Text.Length;

    public static bool Is(ReadOnlySpan<byte> text) => text.SequenceEqual(Text);

    public static GZipStream Decompress(Stream file) => new(new FollowedStream(file, Member), CompressionMode.Decompress);

    private static byte[] Compress(byte[] text)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
            gzip.Write(text);
        return compressed.ToArray();
    }
}
