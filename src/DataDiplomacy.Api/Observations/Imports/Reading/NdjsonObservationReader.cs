using System.Runtime.CompilerServices;
using System.Text.Json;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Reads one observation from each line (RFC 8259 objects, UTF-8).</summary>
internal sealed class NdjsonObservationReader : IObservationReader
{
    private readonly ImportFile _file;
    private readonly ImportLimits _limits;

    private NdjsonObservationReader(ImportFile file, ImportLimits limits, AttributeColumns columns)
    {
        _file = file;
        _limits = limits;
        Columns = columns;
    }

    public AttributeColumns Columns { get; }

    public static async Task<NdjsonObservationReader> OpenAsync(ImportFile file, ImportLimits limits, CancellationToken cancellationToken)
    {
        if (file.Encoding is not null)
            throw new ImportFormatException("file.encoding", "The file is not UTF-8, which JSON requires (RFC 8259, 8.1).");
        var columns = AttributeColumns.None;
        var empty = true;
        await using var text = file.Open();
        await foreach (var (_, line) in NdjsonLines.ReadAsync(text, limits, cancellationToken))
        {
            empty = false;
            columns |= FindColumns(line.Span);
        }
        return empty
            ? throw new ImportFormatException("file.empty", "The file is empty; it needs at least one line.")
            : new NdjsonObservationReader(file, limits, columns);
    }

    public async IAsyncEnumerable<ImportLine> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = new NdjsonRowReader(_limits);
        await using var text = _file.Open();
        await foreach (var (line, json) in NdjsonLines.ReadAsync(text, _limits, cancellationToken))
            yield return rows.Read(line, json.Span);
    }

    // What cannot be parsed is rejected when the rows are read; here it just names no attribute from there on.
    private static AttributeColumns FindColumns(ReadOnlySpan<byte> line)
    {
        var columns = AttributeColumns.None;
        var json = new Utf8JsonReader(line);
        try
        {
            while (json.Read())
            {
                if (json.TokenType == JsonTokenType.PropertyName && json.CurrentDepth == 1)
                    columns |= NdjsonProperties.Column(json.GetString() ?? "");
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return columns;
        }
        return columns;
    }
}
