using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Observations as a page of JSON, and as CSV and NDJSON, streamed.</summary>
public sealed class ObservationFormats(ReferenceData reference)
{
    private const int FlushAbove = 64 * 1024;

    /// <summary>The page as the JSON of <see cref="PageView{T}"/>.</summary>
    public async Task WritePageAsync(HttpResponse response, ObservationPage page, CancellationToken cancellationToken)
    {
        response.ContentType = "application/json; charset=utf-8";
        var (pipe, json, first) = (response.BodyWriter, new ObservationJson(reference), true);
        pipe.Write("{\"items\":["u8);
        foreach (var (series, row) in page.Rows)
        {
            pipe.Write(first ? ""u8 : ","u8);
            json.Write(pipe, series, row);
            first = false;
            await FlushIfLargeAsync(pipe, cancellationToken);
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
        pipe.Write(envelope.AsSpan("{\"items\":["u8.Length));
        await pipe.FlushAsync(cancellationToken);
    }

    /// <summary>A header, always, then a line for each observation; each dimension is a column named by its id.</summary>
    public async Task WriteCsvAsync(
        HttpResponse response, IReadOnlyList<string> dimensions, IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)> observations, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var (pipe, csv) = (response.BodyWriter, new ObservationCsv(reference, dimensions));
        csv.WriteHeader(pipe);
        await foreach (var (series, row) in observations.WithCancellation(cancellationToken))
        {
            csv.Write(pipe, series, row);
            await FlushIfLargeAsync(pipe, cancellationToken);
        }

        await pipe.FlushAsync(cancellationToken);
    }

    /// <summary>One observation as JSON a line.</summary>
    public async Task WriteNdjsonAsync(HttpResponse response, IAsyncEnumerable<(SeriesRef Series, ObservationRow Row)> observations, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson";
        var (pipe, json) = (response.BodyWriter, new ObservationJson(reference));
        await foreach (var (series, row) in observations.WithCancellation(cancellationToken))
        {
            json.Write(pipe, series, row);
            pipe.Write("\n"u8);
            await FlushIfLargeAsync(pipe, cancellationToken);
        }

        await pipe.FlushAsync(cancellationToken);
    }

    /// <summary>Bytes of the items in the format, for the estimate of a dry run.</summary>
    public long BytesOf(WireFormat format, IReadOnlyList<(SeriesRef Series, ObservationRow Row)> items)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var (json, csv) = (new ObservationJson(reference), new ObservationCsv(reference, DimensionsOf(items)));
        foreach (var (series, row) in items)
        {
            if (format == WireFormat.Csv)
            {
                csv.Write(bytes, series, row);
                continue;
            }

            json.Write(bytes, series, row);
            bytes.Write(","u8);
        }

        return bytes.WrittenCount;
    }

    private static IReadOnlyList<string> DimensionsOf(IReadOnlyList<(SeriesRef Series, ObservationRow Row)> items) =>
        [.. items.SelectMany(i => Core.Observations.SeriesKeyText.Parse(i.Row.Dimensions).Keys).Distinct().Order(StringComparer.Ordinal)];

    private static ValueTask<FlushResult> FlushIfLargeAsync(PipeWriter pipe, CancellationToken cancellationToken) =>
        pipe.UnflushedBytes > FlushAbove ? pipe.FlushAsync(cancellationToken) : default;
}
