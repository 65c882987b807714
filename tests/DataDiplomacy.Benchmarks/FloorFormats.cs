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

    public static async Task WriteJsonAsync(HttpResponse response, DbDataReader reader)
    {
        response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(response.BodyWriter, Relaxed);
        json.WriteStartObject();
        json.WriteStartArray(Names[28]);
        while (await reader.ReadAsync())
        {
            WriteItem(json, reader);
        }

        json.WriteEndArray();
        json.WriteNull(Names[29]);
        json.WriteString(Names[30], "2026-11-25T01:29:27.284Z");
        json.WriteString(Names[31], "2026-11-25T01:29:27.594Z");
        json.WriteEndObject();
        await json.FlushAsync();
        await response.BodyWriter.FlushAsync();
    }

    private static void WriteItem(Utf8JsonWriter json, DbDataReader r)
    {
        json.WriteStartObject();
        json.WriteString(Names[0], Id(r));
        json.WriteString(Names[1], r.GetString(3));
        json.WriteString(Names[2], r.GetString(4));
        json.WriteString(Names[3], r.GetString(5));
        json.WriteStartArray(Names[4]);
        json.WriteEndArray();
        json.WriteString(Names[5], r.GetString(6));
        json.WriteString(Names[6], r.GetString(7));
        json.WriteString(Names[7], Period(r));
        json.WriteNumber(Names[8], r.GetDouble(8));
        json.WriteString(Names[9], Text(r, 9) ?? Number(r));
        WriteText(json, 10, r, 10);
        json.WriteNull(Names[11]);
        WriteNumber(json, 12, r, 11);
        WriteNumber(json, 13, r, 12);
        WriteText(json, 14, r, 13);
        WriteText(json, 15, r, 14);
        json.WriteNull(Names[16]);
        json.WriteStartObject(Names[17]);
        json.WriteEndObject();
        for (var i = 0; i < 7; i++)
        {
            WriteText(json, 18 + i, r, 15 + i);
        }

        json.WriteString(Names[25], Instant(r));
        json.WriteNumber(Names[26], r.GetInt32(2));
        json.WriteString(Names[27], r.GetString(23));
        json.WriteEndObject();
    }

    public static void WriteCsvHeader(HttpResponse response)
    {
        response.ContentType = "text/csv; charset=utf-8";
        var header = Names[..28].Select(n => n.Value).Where(n => n != "dimensions").Concat(["change", "withdrawnAt"]);
        Encoding.UTF8.GetBytes(string.Join(',', header) + "\r\n", response.BodyWriter);
    }

    public static async Task WriteCsvAsync(HttpResponse response, DbDataReader r)
    {
        var pipe = response.BodyWriter;
        while (await r.ReadAsync())
        {
            WriteLine(pipe, r);
            if (pipe.UnflushedBytes > FlushAbove)
            {
                await pipe.FlushAsync();
            }
        }
    }

    private static void WriteLine(IBufferWriter<byte> to, DbDataReader r)
    {
        Write(to, Id(r));
        Write(to, ",", r.GetString(3), ",", r.GetString(4), ",", r.GetString(5), ",,", r.GetString(6), ",", r.GetString(7), ",", Period(r), ",", Number(r));
        Write(to, ",", Text(r, 9) ?? Number(r), ",", Text(r, 10), ",,", Text(r, 11), ",", Text(r, 12), ",", Text(r, 13), ",", Text(r, 14), ",");
        for (var i = 15; i < 22; i++)
        {
            Write(to, ",", Text(r, i));
        }

        Write(to, ",", Instant(r), ",", r.GetInt32(2).ToString(CultureInfo.InvariantCulture), ",", r.GetString(23), ",,\r\n");
    }

    private static void Write(IBufferWriter<byte> to, params ReadOnlySpan<string?> parts)
    {
        foreach (var part in parts)
        {
            Encoding.UTF8.GetBytes(part ?? "", to);
        }
    }

    private static string Id(DbDataReader r) => string.Create(CultureInfo.InvariantCulture, $"{r.GetString(0)}-{r.GetInt32(1) / 100_000}-v{r.GetInt32(2)}");

    private static string Period(DbDataReader r) => (r.GetInt32(1) / 100_000).ToString(CultureInfo.InvariantCulture);

    private static string Number(DbDataReader r) => r.GetDouble(8).ToString("R", CultureInfo.InvariantCulture);

    private static string Instant(DbDataReader r) => r.GetDateTime(22).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    private static void WriteText(Utf8JsonWriter json, int name, DbDataReader r, int column)
    {
        if (r.IsDBNull(column))
        {
            json.WriteNull(Names[name]);
            return;
        }

        json.WriteString(Names[name], r.GetString(column));
    }

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
