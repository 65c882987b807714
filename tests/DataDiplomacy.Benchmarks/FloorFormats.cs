using System.Buffers;
using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace DataDiplomacy.Benchmarks;

/// <summary>Writes the rows of the floor with the bytes of our answers.</summary>
public static class FloorFormats
{
    private const int FlushAbove = 64 * 1024;

    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonEncodedText[] Names =
    [
        .. new[]
        {
            "id", "dataset", "series", "seriesTitle", "indicators", "area", "areaName", "period", "value", "valueText", "unit", "unitLabel", "lowerBound", "upperBound",
            "status", "nature", "missingReason", "dimensions", "footnote", "source", "unitMultiplier", "timeDetail", "timeCoverage", "basePeriod", "geoInfoUrl",
            "recordedAt", "datasetVersion", "activity", "items", "next", "asOf", "publishedUpTo",
        }.Select(n => JsonEncodedText.Encode(n)),
    ];

    public static async Task WriteJsonAsync(HttpResponse response, DbDataReader reader, FloorTables tables, FloorSeries series)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Relaxed);
        json.WriteStartObject();
        json.WriteStartArray(Names[28]);
        while (await reader.ReadAsync())
        {
            WriteItem(json, reader, tables, series);
        }

        json.WriteEndArray();
        json.WriteNull(Names[29]);
        json.WriteString(Names[30], "2026-11-25T01:29:27.284Z");
        json.WriteString(Names[31], "2026-11-25T01:29:27.594Z");
        json.WriteEndObject();
        await json.FlushAsync();
        await response.BodyWriter.FlushAsync();
    }

    private static void WriteItem(Utf8JsonWriter json, DbDataReader r, FloorTables tables, FloorSeries series)
    {
        var (area, attributes, period) = (tables.Areas[r.GetInt32(0)], tables.Attributes[r.GetInt32(8)], Period(r));
        json.WriteStartObject();
        json.WriteString(Names[0], $"{tables.Keys[r.GetInt32(1)]}-{period}-v1");
        json.WriteString(Names[1], series.Dataset);
        json.WriteString(Names[2], series.Code);
        json.WriteString(Names[3], series.Title);
        json.WriteStartArray(Names[4]);
        json.WriteEndArray();
        json.WriteString(Names[5], area.Code);
        json.WriteString(Names[6], area.Name);
        json.WriteString(Names[7], period);
        json.WriteNumber(Names[8], r.GetDouble(4));
        json.WriteString(Names[9], Text(r, 5) ?? Number(r));
        json.WriteString(Names[10], attributes[0]);
        json.WriteNull(Names[11]);
        WriteNumber(json, 12, r, 6);
        WriteNumber(json, 13, r, 7);
        json.WriteString(Names[14], attributes[1]);
        json.WriteString(Names[15], attributes[2]);
        json.WriteNull(Names[16]);
        json.WriteStartObject(Names[17]);
        json.WriteEndObject();
        for (var i = 0; i < 7; i++)
        {
            json.WriteString(Names[18 + i], attributes[3 + i]);
        }

        json.WriteString(Names[25], tables.RecordedAt);
        json.WriteNumber(Names[26], r.GetInt32(3));
        json.WriteString(Names[27], tables.Activity);
        json.WriteEndObject();
    }

    public static void WriteCsvHeader(HttpResponse response)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var header = Names[..28].Select(n => n.Value).Where(n => n != "dimensions").Concat(["change", "withdrawnAt"]);
        Encoding.UTF8.GetBytes(string.Join(',', header) + "\r\n", response.BodyWriter);
    }

    public static async Task WriteCsvAsync(HttpResponse response, DbDataReader r, FloorTables tables, FloorSeries series)
    {
        var pipe = response.BodyWriter;
        while (await r.ReadAsync())
        {
            WriteLine(pipe, r, tables, series);
            if (pipe.UnflushedBytes > FlushAbove)
            {
                await pipe.FlushAsync();
            }
        }
    }

    private static void WriteLine(IBufferWriter<byte> to, DbDataReader r, FloorTables tables, FloorSeries series)
    {
        var (area, attributes, period, number) = (tables.Areas[r.GetInt32(0)], tables.Attributes[r.GetInt32(8)], Period(r), Number(r));
        Write(to, tables.Keys[r.GetInt32(1)], "-", period, "-v1,", series.Dataset, ",", series.Code, ",", series.Title, ",,", area.Code, ",", area.Name, ",", period, ",", number);
        Write(to, ",", Text(r, 5) ?? number, ",", attributes[0], ",,", Text(r, 6), ",", Text(r, 7), ",", attributes[1], ",", attributes[2], ",");
        for (var i = 3; i < 10; i++)
        {
            Write(to, ",", attributes[i]);
        }

        Write(to, ",", tables.RecordedAt, ",1,", tables.Activity, ",,\r\n");
    }

    private static void Write(IBufferWriter<byte> to, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            Encoding.UTF8.GetBytes(part ?? "", to);
        }
    }

    private static string Period(DbDataReader r) => (r.GetInt32(2) / 100_000).ToString(CultureInfo.InvariantCulture);

    private static string Number(DbDataReader r) => r.GetDouble(4).ToString("R", CultureInfo.InvariantCulture);

    private static void WriteNumber(Utf8JsonWriter json, int name, DbDataReader r, int column)
    {
        if (r.IsDBNull(column))
        {
            json.WriteNull(Names[name]);
            return;
        }

        json.WriteNumber(Names[name], r.GetDouble(column));
    }

    private static string? Text(DbDataReader r, int column) => r.IsDBNull(column) ? null : Convert.ToString(r.GetValue(column), CultureInfo.InvariantCulture);
}
