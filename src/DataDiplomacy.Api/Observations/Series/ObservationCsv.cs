using System.Buffers;
using System.Globalization;
using System.Text;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Writes observations as lines of CSV; what rows share is encoded once and copied, as in <see cref="ObservationJson"/>.</summary>
internal sealed class ObservationCsv(ReferenceData reference, IReadOnlyList<string> dimensions)
{
    private const int MostHeld = 2_000;

    private static readonly string[] Before = ["id", "dataset", "series", "seriesTitle", "indicators", "area", "areaName", "period", "value", "valueText", "unit", "unitLabel", "lowerBound", "upperBound", "status", "nature", "missingReason"];

    private static readonly string[] After = ["footnote", "source", "unitMultiplier", "timeDetail", "timeCoverage", "basePeriod", "geoInfoUrl", "recordedAt", "datasetVersion", "activity", "change", "withdrawnAt"];

    private readonly Dictionary<int, AttributeBytes> _attributes = [];
    private readonly Dictionary<int, byte[]> _periods = [];
    private (SeriesRef Series, string Key, byte[] Place, byte[] Dimensions)? _place;
    private (string Dataset, int Number, byte[] Bytes)? _version;

    /// <summary>Each dimension is a column named by its id.</summary>
    public void WriteHeader(IBufferWriter<byte> to)
    {
        to.Write(Fields([.. Before, .. dimensions, .. After]));
        to.Write("\r\n"u8);
    }

    public void Write(IBufferWriter<byte> to, SeriesRef series, ObservationRow row)
    {
        var attributes = AttributesOf(row.Attributes);
        var (place, codes) = PlaceOf(series, row);
        var period = PeriodOf(row.Place.Period);
        Encoding.ASCII.GetBytes(row.KeyHash, to);
        to.Write("-"u8);
        to.Write(period);
        to.Write("-v"u8);
        row.FromVersion.TryFormat(to.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
        to.Advance(written);
        to.Write(place);
        to.Write(period);
        WriteNumber(to, row.Value.Value);
        to.Write(","u8);
        WriteText(to, row.Value.Text);
        to.Write(attributes.Unit);
        WriteNumber(to, row.Value.LowerBound ?? row.LowerBound);
        WriteNumber(to, row.Value.UpperBound ?? row.UpperBound);
        to.Write(attributes.Status);
        WriteText(to, row.Value.Missing is { } reason ? WireNames.Of(reason) : "");
        to.Write(codes);
        to.Write(attributes.Rest);
        to.Write(VersionOf(series, row));
        WriteText(to, row.Change is { } change ? WireNames.Of(change) : "");
        to.Write(","u8);
        WriteText(to, row.WithdrawnAt is { } at ? Instants.Format(at) : "");
        to.Write("\r\n"u8);
    }

    private (byte[] Place, byte[] Dimensions) PlaceOf(SeriesRef series, ObservationRow row)
    {
        if (_place is { } held && ReferenceEquals(held.Series, series) && held.Key == row.KeyHash)
        {
            return (held.Place, held.Dimensions);
        }

        var codes = SeriesKeyText.Parse(row.Dimensions);
        var place = Fields("", series.Dataset, series.Code, CsvResponse.Label(series.Title), string.Join(';', series.Indicators), row.Area, CsvResponse.Label(row.AreaName), "");
        var ofKey = Fields(["", .. dimensions.Select(d => codes.GetValueOrDefault(d)), ""]);
        _place = (series, row.KeyHash, place, ofKey);
        return (place, ofKey);
    }

    private AttributeBytes AttributesOf(AttributeSet set)
    {
        if (_attributes.TryGetValue(set.Id, out var held))
        {
            return held;
        }

        if (_attributes.Count == MostHeld)
        {
            _attributes.Clear();
        }

        return _attributes[set.Id] = new AttributeBytes(
            Fields("", set.Unit, CsvResponse.Label(reference.UnitLabel(set))), Fields("", set.Status, set.Nature, ""),
            Fields(CsvResponse.Label(set.Footnote), CsvResponse.Label(set.Source), set.UnitMultiplier, set.TimeDetail, set.TimeCoverage, set.BasePeriod, set.GeoInfoUrl));
    }

    private byte[] VersionOf(SeriesRef series, ObservationRow row)
    {
        if (_version is { } held && held.Number == row.FromVersion && held.Dataset == series.Dataset)
        {
            return held.Bytes;
        }

        var bytes = Fields("", Instants.Format(row.RecordedAt), row.FromVersion.ToString(CultureInfo.InvariantCulture), row.Activity, "");
        _version = (series.Dataset, row.FromVersion, bytes);
        return bytes;
    }

    private byte[] PeriodOf(int code)
    {
        if (_periods.TryGetValue(code, out var held))
        {
            return held;
        }

        if (_periods.Count == MostHeld)
        {
            _periods.Clear();
        }

        return _periods[code] = Encoding.ASCII.GetBytes(TimePeriod.FromCode(code).ToString());
    }

    /// <summary>Fields with commas between them; an empty one at an end gives the comma there.</summary>
    private static byte[] Fields(params IReadOnlyList<string?> fields)
    {
        var bytes = new ArrayBufferWriter<byte>();
        for (var i = 0; i < fields.Count; i++)
        {
            bytes.Write(i == 0 ? ""u8 : ","u8);
            WriteText(bytes, fields[i] ?? "");
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteText(IBufferWriter<byte> to, string text) => CsvResponse.WriteField(to, text);

    private static void WriteNumber(IBufferWriter<byte> to, double? number)
    {
        to.Write(","u8);
        if (number is { } value)
        {
            value.TryFormat(to.GetSpan(32), out var written, default, CultureInfo.InvariantCulture);
            to.Advance(written);
        }
    }

    private sealed record AttributeBytes(byte[] Unit, byte[] Status, byte[] Rest);
}
