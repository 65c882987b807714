using System.Buffers;
using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Http;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Observations as CSV and NDJSON, streamed.</summary>
public static class ObservationFormats
{
    private const int FlushAbove = 64 * 1024;

    private static readonly string[] Before = ["id", "dataset", "series", "seriesTitle", "indicators", "area", "areaName", "period", "value", "valueText", "unit", "unitLabel", "lowerBound", "upperBound", "status", "nature", "missingReason"];

    private static readonly string[] After = ["footnote", "source", "unitMultiplier", "timeDetail", "timeCoverage", "basePeriod", "geoInfoUrl", "recordedAt", "datasetVersion", "activity", "change", "withdrawnAt"];

    /// <summary>A header, always, then a row for each observation; each dimension is a column named by its id.</summary>
    public static async Task WriteCsvAsync(HttpResponse response, IReadOnlyList<string> dimensions, IAsyncEnumerable<ObservationView> observations, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow([.. Before, .. dimensions, .. After]);
        await foreach (var o in observations.WithCancellation(cancellationToken))
        {
            csv.WriteRow(Row(o, dimensions));
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>One observation as JSON a line.</summary>
    public static async Task WriteNdjsonAsync(HttpResponse response, IAsyncEnumerable<ObservationView> observations, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson";
        var pipe = response.BodyWriter;
        await using var json = new Utf8JsonWriter(pipe, new JsonWriterOptions { Encoder = WireJson.Options.Encoder });
        await foreach (var o in observations.WithCancellation(cancellationToken))
        {
            JsonSerializer.Serialize(json, o, WireJson.Options);
            await json.FlushAsync(cancellationToken);
            json.Reset();
            pipe.Write("\n"u8);
            if (pipe.UnflushedBytes > FlushAbove)
            {
                await pipe.FlushAsync(cancellationToken);
            }
        }

        await pipe.FlushAsync(cancellationToken);
    }

    /// <summary>Bytes of the items in the format, for the estimate of a dry run.</summary>
    public static long BytesOf(WireFormat format, IReadOnlyList<ObservationView> items) => format == WireFormat.Csv
        ? items.Sum(o => Row(o, [.. o.Dimensions.Keys]).Sum(f => (long)System.Text.Encoding.UTF8.GetByteCount(f ?? "") + 1) + 1)
        : items.Sum(o => (long)JsonSerializer.SerializeToUtf8Bytes(o, WireJson.Options).Length + 1);

    private static string?[] Row(ObservationView o, IReadOnlyList<string> dimensions) =>
    [
        o.Id, o.Dataset, o.Series, CsvResponse.Label(o.SeriesTitle), string.Join(';', o.Indicators), o.Area, CsvResponse.Label(o.AreaName), o.Period, Number(o.Value), o.ValueText, o.Unit, CsvResponse.Label(o.UnitLabel),
        Number(o.LowerBound), Number(o.UpperBound), o.Status, o.Nature, o.MissingReason is { } reason ? WireNames.Of(reason) : null,
        .. dimensions.Select(d => o.Dimensions.GetValueOrDefault(d)),
        CsvResponse.Label(o.Footnote), CsvResponse.Label(o.Source), o.UnitMultiplier, o.TimeDetail, o.TimeCoverage, o.BasePeriod, o.GeoInfoUrl, Instants.Format(o.RecordedAt),
        o.DatasetVersion.ToString(CultureInfo.InvariantCulture), o.Activity, o.Change is { } change ? WireNames.Of(change) : null,
        o.WithdrawnAt is { } at ? Instants.Format(at) : null,
    ];

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
