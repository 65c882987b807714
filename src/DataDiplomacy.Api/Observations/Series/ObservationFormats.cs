using System.Text.Json;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Observations as a page of JSON, and as CSV and NDJSON, streamed.</summary>
public sealed class ObservationFormats(ReferenceData reference)
{
    private readonly HeldBytes _json = new();
    private readonly HeldBytes _csv = new();

    /// <summary>The page as the JSON of <see cref="PageView{T}"/>.</summary>
    public async Task WritePageAsync(HttpResponse response, ObservationPage page, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json; charset=utf-8";
        using var buffer = new AnswerBuffer();
        var (json, first) = (new ObservationJson(reference, _json), true);
        buffer.Write("{\"items\":["u8);
        foreach (var (series, row) in page.Rows)
        {
            buffer.Write(first ? ""u8 : ","u8);
            json.Write(buffer, series, row);
            first = false;
            await buffer.SendIfLargeAsync(response.BodyWriter, cancellationToken);
        }

        // The envelope without items is the rest of the page: the empty list is at its beginning.
        var envelope = JsonSerializer.SerializeToUtf8Bytes(new PageView<ObservationView>
        {
            Items = [],
            Next = page.Next,
            AsOf = page.State.AsOf,
            PublishedUpTo = page.State.PublishedUpTo,
            Total = page.Total,
        }, WireJson.Options);
        buffer.Write(envelope.AsSpan("{\"items\":["u8.Length));
        await buffer.SendAsync(response.BodyWriter, cancellationToken);
    }

    /// <summary>A header, always, then a line for each observation; each dimension is a column named by its id.</summary>
    public Task WriteCsvAsync(HttpResponse response, IReadOnlyList<string> dimensions,
        IAsyncEnumerable<(SeriesRef Series, IReadOnlyList<ObservationRow> Rows)> observations, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new ObservationCsv(reference, _csv, dimensions);
        return WriteAsync(response, csv, csv.WriteHeader, "", observations, cancellationToken);
    }

    /// <summary>One observation as JSON a line.</summary>
    public Task WriteNdjsonAsync(HttpResponse response, IAsyncEnumerable<(SeriesRef Series, IReadOnlyList<ObservationRow> Rows)> observations, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson";
        return WriteAsync(response, new ObservationJson(reference, _json), _ => { }, "\n", observations, cancellationToken);
    }

    /// <summary>Bytes of the items in the format, for the estimate of a dry run.</summary>
    public long BytesOf(WireFormat format, IReadOnlyList<(SeriesRef Series, ObservationRow Row)> items)
    {
        using var buffer = new AnswerBuffer();
        ObservationBytes bytes = format == WireFormat.Csv ? new ObservationCsv(reference, _csv, DimensionsOf(items)) : new ObservationJson(reference, _json);
        foreach (var (series, row) in items)
        {
            bytes.Write(buffer, series, row);
        }

        // In JSON and NDJSON a comma or a line feed follows each.
        return buffer.Length + (format == WireFormat.Csv ? 0 : items.Count);
    }

    private static async Task WriteAsync(HttpResponse response, ObservationBytes bytes, Action<AnswerBuffer> writeHeader, string afterEach,
        IAsyncEnumerable<(SeriesRef Series, IReadOnlyList<ObservationRow> Rows)> observations, CancellationToken cancellationToken)
    {
        using var buffer = new AnswerBuffer();
        writeHeader(buffer);
        await foreach (var (series, rows) in observations.WithCancellation(cancellationToken))
        {
            foreach (var row in rows)
            {
                bytes.Write(buffer, series, row);
                buffer.Write(afterEach);
                await buffer.SendIfLargeAsync(response.BodyWriter, cancellationToken);
            }
        }

        await buffer.SendAsync(response.BodyWriter, cancellationToken);
    }

    private static IReadOnlyList<string> DimensionsOf(IReadOnlyList<(SeriesRef Series, ObservationRow Row)> items) =>
        [.. items.SelectMany(i => Core.Observations.SeriesKeyText.Parse(i.Row.Dimensions).Keys).Distinct().Order(StringComparer.Ordinal)];
}
