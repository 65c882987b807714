using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The lines of an NDJSON file that are not blank, each with its number from 1.</summary>
internal static class NdjsonLines
{
    /// <exception cref="ImportFormatException">A line is longer than <see cref="ImportLimits.MaxRecordBytes"/>.</exception>
    public static async IAsyncEnumerable<(long Line, ReadOnlyMemory<byte> Text)> ReadAsync(Stream file, ImportLimits limits, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var lines = PipeReader.Create(file, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
        for (long number = 1; ; number++)
        {
            var line = await ReadLineAsync(lines, number, limits, cancellationToken);
            if (line is null)
                break;
            var text = Trim(line, isFirst: number == 1);
            if (!text.IsEmpty)
                yield return (number, text);
        }
        await lines.CompleteAsync();
    }

    // Null at the end of the file.
    private static async ValueTask<byte[]?> ReadLineAsync(PipeReader lines, long number, ImportLimits limits, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await lines.ReadAsync(cancellationToken);
            var buffer = read.Buffer;
            var end = buffer.PositionOf((byte)'\n');
            var line = end is { } position ? buffer.Slice(0, position) : buffer;
            if (line.Length > limits.MaxRecordBytes)
                throw new ImportFormatException("limit.record", $"Line {number} has more than {limits.MaxRecordBytes} bytes.", number);
            if (end is null && !read.IsCompleted)
            {
                lines.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }
            var bytes = end is null && line.IsEmpty ? null : line.ToArray();
            lines.AdvanceTo(end is { } found ? buffer.GetPosition(1, found) : buffer.End);
            return bytes;
        }
    }

    private static ReadOnlyMemory<byte> Trim(ReadOnlyMemory<byte> line, bool isFirst)
    {
        var withoutMark = isFirst && line.Span.StartsWith("\uFEFF"u8) ? line[3..] : line;
        return withoutMark.Trim(" \t\r"u8);
    }
}
