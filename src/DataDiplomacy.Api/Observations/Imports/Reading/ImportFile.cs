using System.IO.Compression;
using System.Text;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>A seekable file after one streaming look at it: compression, encoding and length are known, the limits hold.</summary>
internal sealed class ImportFile
{
    // Not registered with the process: only this reader accepts a legacy encoding.
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)
        ?? throw new PlatformNotSupportedException("The framework lacks code page 1252.");

    private const int BlockSize = 128 * 1024;

    private readonly Stream _file;
    private readonly bool _gzip;

    private ImportFile(Stream file, bool gzip, Utf8Scan scan)
    {
        _file = file;
        _gzip = gzip;
        ContentLength = scan.ContentLength;
        Encoding = scan.IsUtf8 ? null : Windows1252;
    }

    /// <summary>Bytes of text, without NUL bytes at the end.</summary>
    public long ContentLength { get; }

    /// <summary>Null for UTF-8.</summary>
    public Encoding? Encoding { get; }

    public static async Task<ImportFile> InspectAsync(Stream file, ImportLimits limits, CancellationToken cancellationToken)
    {
        var gzip = await IsGzipAsync(file, cancellationToken);
        var scan = await ScanAsync(file, gzip, limits, cancellationToken);
        return scan.ContentLength == 0
            ? throw new ImportFormatException("file.empty", "The file is empty; it needs at least one row.")
            : new ImportFile(file, gzip, scan);
    }

    /// <summary>The text from its start. Disposing it leaves the file open.</summary>
    public Stream Open()
    {
        _file.Position = 0;
        return _gzip
            ? new LimitedStream(new GZipStream(_file, CompressionMode.Decompress, leaveOpen: true), ContentLength, leaveOpen: false)
            : new LimitedStream(_file, ContentLength, leaveOpen: true);
    }

    private static async Task<Utf8Scan> ScanAsync(Stream file, bool gzip, ImportLimits limits, CancellationToken cancellationToken)
    {
        file.Position = 0;
        if (!gzip)
            return await ScanAsync(file, keep: 0, text => CheckLength(text, limits), cancellationToken);
        await using var text = GzipEnd.Decompress(file);
        return await ScanAsync(text, GzipEnd.Length, text => CheckRatio(text, file.Length, limits), cancellationToken);
    }

    // The bytes to keep are the mark behind the text of a gzip file.
    private static async Task<Utf8Scan> ScanAsync(Stream text, int keep, Action<long> checkLength, CancellationToken cancellationToken)
    {
        var scan = new Utf8Scan();
        var buffer = new byte[BlockSize + keep];
        var kept = 0;
        while (true)
        {
            var read = await ReadAsync(text, buffer.AsMemory(kept), keep + 2, cancellationToken);
            if (read == 0)
                break;
            var end = Math.Max(0, kept + read - keep);
            if (scan.Length == 0)
                RefuseUtf16(buffer.AsSpan(0, end));
            scan.Add(buffer.AsSpan(0, end));
            checkLength(scan.Length);
            kept = kept + read - end;
            buffer.AsSpan(end, kept).CopyTo(buffer);
        }
        return keep == 0 || GzipEnd.Is(buffer.AsSpan(0, kept)) ? scan : throw DamagedGzip(null);
    }

    private static async Task<int> ReadAsync(Stream text, Memory<byte> buffer, int minimum, CancellationToken cancellationToken)
    {
        try
        {
            return await text.ReadAtLeastAsync(buffer, minimum, throwOnEndOfStream: false, cancellationToken);
        }
        catch (InvalidDataException cause)
        {
            throw DamagedGzip(cause);
        }
    }

    private static ImportFormatException DamagedGzip(Exception? cause) =>
        new("file.gzip", "The gzip data is damaged, cut off or followed by other bytes; compress and send the file again.", cause);

    private static void CheckLength(long length, ImportLimits limits)
    {
        if (length > limits.MaxDecompressedBytes)
            throw new ImportFormatException("limit.bytes", $"The file has more than {limits.MaxDecompressedBytes} bytes of text; split it.");
    }

    private static void CheckRatio(long length, long compressed, ImportLimits limits)
    {
        CheckLength(length, limits);
        if (length > limits.RatioFreeBytes && length > compressed * limits.MaxCompressionRatio)
            throw new ImportFormatException("limit.ratio", $"The file decompresses to more than {limits.MaxCompressionRatio:0.#} times its size; send it uncompressed.");
    }

    private static void RefuseUtf16(ReadOnlySpan<byte> start)
    {
        if (start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            throw new ImportFormatException("file.encoding", "The file is UTF-16; save it as UTF-8.");
    }

    // RFC 1952, 2.3.1: a gzip member begins with the bytes 1f 8b.
    private static async Task<bool> IsGzipAsync(Stream file, CancellationToken cancellationToken)
    {
        file.Position = 0;
        var magic = new byte[2];
        return await file.ReadAtLeastAsync(magic, 2, throwOnEndOfStream: false, cancellationToken) == 2 && magic is [0x1F, 0x8B];
    }
}
