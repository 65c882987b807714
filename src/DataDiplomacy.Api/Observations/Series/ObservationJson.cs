using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>
/// Writes observations as the JSON of <see cref="ObservationView"/> without making views: what rows share (series and area, attributes,
/// version, period) is encoded once and copied. One test holds the bytes to those of the view, property by property.
/// </summary>
internal sealed class ObservationJson(ReferenceData reference)
{
    private const int MostHeld = 2_000;

    private readonly Dictionary<int, AttributeBytes> _attributes = [];
    private readonly Dictionary<int, byte[]> _periods = [];
    private (SeriesRef Series, string Key, byte[] Place, byte[] Dimensions)? _place;
    private (string Dataset, int Number, byte[] Bytes)? _version;

    public void Write(IBufferWriter<byte> to, SeriesRef series, ObservationRow row)
    {
        var attributes = AttributesOf(row.Attributes);
        var (place, dimensions) = PlaceOf(series, row);
        var period = PeriodOf(row.Place.Period);
        to.Write("{\"id\":\""u8);
        Encoding.ASCII.GetBytes(row.KeyHash, to);
        to.Write("-"u8);
        to.Write(period);
        to.Write("-v"u8);
        WriteNumber(to, row.FromVersion);
        to.Write("\","u8);
        to.Write(place);
        to.Write(",\"period\":\""u8);
        to.Write(period);
        to.Write("\",\"value\":"u8);
        WriteNumber(to, row.Value.Value);
        to.Write(",\"valueText\":\""u8);
        to.Write(JsonEncodedText.Encode(row.Value.Text, WireJson.Options.Encoder).EncodedUtf8Bytes);
        to.Write("\","u8);
        to.Write(attributes.Unit);
        to.Write(",\"lowerBound\":"u8);
        WriteNumber(to, row.Value.LowerBound ?? row.LowerBound);
        to.Write(",\"upperBound\":"u8);
        WriteNumber(to, row.Value.UpperBound ?? row.UpperBound);
        to.Write(","u8);
        to.Write(attributes.Status);
        to.Write(",\"missingReason\":"u8);
        to.Write(row.Value.Missing is { } reason ? JsonSerializer.SerializeToUtf8Bytes(reason, WireJson.Options) : "null"u8);
        to.Write(dimensions);
        to.Write(attributes.Rest);
        to.Write(VersionOf(series, row));
        if (row.Change is not null || row.WithdrawnAt is not null)
        {
            WriteChange(to, row);
        }

        to.Write("}"u8);
    }

    private (byte[] Place, byte[] Dimensions) PlaceOf(SeriesRef series, ObservationRow row)
    {
        if (_place is { } held && ReferenceEquals(held.Series, series) && held.Key == row.KeyHash)
        {
            return (held.Place, held.Dimensions);
        }

        var place = Fragment(new { series.Dataset, Series = series.Code, SeriesTitle = series.Title, series.Indicators, row.Area, row.AreaName });
        byte[] dimensions = [.. ","u8, .. Fragment(new { Dimensions = SeriesKeyText.Parse(row.Dimensions) }), .. ","u8];
        _place = (series, row.KeyHash, place, dimensions);
        return (place, dimensions);
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
            Fragment(new { set.Unit, UnitLabel = reference.UnitLabel(set) }),
            Fragment(new { set.Status, set.Nature }),
            Fragment(new { set.Footnote, set.Source, set.UnitMultiplier, set.TimeDetail, set.TimeCoverage, set.BasePeriod, set.GeoInfoUrl }));
    }

    private byte[] VersionOf(SeriesRef series, ObservationRow row)
    {
        if (_version is { } held && held.Number == row.FromVersion && held.Dataset == series.Dataset)
        {
            return held.Bytes;
        }

        byte[] bytes = [.. ","u8, .. Fragment(new { row.RecordedAt, DatasetVersion = row.FromVersion, row.Activity })];
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

    private static void WriteChange(IBufferWriter<byte> to, ObservationRow row)
    {
        if (row.Change is { } change)
        {
            to.Write([.. ","u8, .. Fragment(new { Change = change })]);
        }

        if (row.WithdrawnAt is { } at)
        {
            to.Write([.. ","u8, .. Fragment(new { WithdrawnAt = at })]);
        }
    }

    /// <summary>The members of an object without its braces.</summary>
    private static byte[] Fragment<T>(T members) => JsonSerializer.SerializeToUtf8Bytes(members, WireJson.Options)[1..^1];

    /// <summary>The shortest digits that give the number back, as the serializer writes them.</summary>
    private static void WriteNumber(IBufferWriter<byte> to, double? number)
    {
        if (number is not { } value)
        {
            to.Write("null"u8);
            return;
        }

        value.TryFormat(to.GetSpan(32), out var written, default, CultureInfo.InvariantCulture);
        to.Advance(written);
    }

    private static void WriteNumber(IBufferWriter<byte> to, int number)
    {
        number.TryFormat(to.GetSpan(11), out var written, default, CultureInfo.InvariantCulture);
        to.Advance(written);
    }

    private sealed record AttributeBytes(byte[] Unit, byte[] Status, byte[] Rest);
}
