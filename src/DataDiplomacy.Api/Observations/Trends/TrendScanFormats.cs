using System.Globalization;
using System.Text.Json;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>The trends of a scan as CSV and NDJSON, streamed.</summary>
internal static class TrendScanFormats
{
    private static readonly string[] Header =
    [
        "area", "areaName", "series", "seriesTitle", "dataset", "datasetVersion", "dimensions", "unit", "n", "nDropped", "from", "to",
        "slope", "slopeLow", "slopeHigh", "slopeUnit", "s", "p", "pIsExact", "q", "familySize", "direction", "reason", "asOf",
    ];

    /// <summary>A header, always, then a row for each trend.</summary>
    public static async Task WriteCsvAsync(HttpResponse response, IEnumerable<ScannedTrendView> trends, CancellationToken cancellationToken)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var csv = new CsvResponse(response.BodyWriter);
        csv.WriteRow(Header);
        foreach (var trend in trends)
        {
            csv.WriteRow(Row(trend));
            await csv.FlushIfLargeAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <summary>One trend as JSON a line.</summary>
    public static async Task WriteNdjsonAsync(HttpResponse response, IEnumerable<ScannedTrendView> trends, CancellationToken cancellationToken)
    {
        response.ContentType = "application/x-ndjson";
        using var buffer = new AnswerBuffer();
        await using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = WireJson.Options.Encoder });
        foreach (var trend in trends)
        {
            JsonSerializer.Serialize(json, trend, WireJson.Options);
            json.Flush();
            json.Reset();
            buffer.Write("\n"u8);
            await buffer.SendIfLargeAsync(response.BodyWriter, cancellationToken);
        }

        await buffer.SendAsync(response.BodyWriter, cancellationToken);
    }

    private static string?[] Row(ScannedTrendView t) =>
    [
        t.Area, CsvResponse.Label(t.AreaName), t.Series, CsvResponse.Label(t.SeriesTitle), t.Dataset, Text(t.DatasetVersion), SeriesKeyText.Format(t.Dimensions), t.Unit,
        Text(t.N), Text(t.NDropped), t.From, t.To, Number(t.Slope), Number(t.SlopeLow), Number(t.SlopeHigh), t.SlopeUnit,
        t.S is { } s ? Text(s) : null, Number(t.P), t.PIsExact ? "true" : "false", Number(t.Q), Text(t.FamilySize),
        WireNames.Of(t.Direction), t.Reason, Instants.Format(t.AsOf),
    ];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Number(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
