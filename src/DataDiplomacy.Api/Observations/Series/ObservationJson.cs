using System.Text.Json;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Writes observations as the JSON of <see cref="ObservationView"/>. One test holds the bytes to those of the view, property by property.</summary>
internal sealed class ObservationJson(ReferenceData reference, HeldBytes held) : ObservationBytes(held)
{
    public override void Write(AnswerBuffer to, SeriesRef series, ObservationRow row)
    {
        var (place, attributes, period) = (PlaceOf(series, row), AttributesOf(row.Attributes), PeriodOf(row.Place.Period));
        to.Write(place.Start);
        to.Write(period);
        to.Write("-v"u8);
        to.Write(row.FromVersion);
        to.Write(place.Place);
        to.Write(period);
        to.Write("\",\"value\":"u8);
        WriteValue(to, row.Value);
        to.Write(attributes.Unit);
        WriteNumber(to, row.Value.LowerBound ?? row.LowerBound);
        to.Write(",\"upperBound\":"u8);
        WriteNumber(to, row.Value.UpperBound ?? row.UpperBound);
        to.Write(attributes.Status);
        to.Write(row.Value.Missing is { } reason ? JsonSerializer.SerializeToUtf8Bytes(reason, WireJson.Options) : "null"u8);
        to.Write(place.Dimensions);
        to.Write(attributes.Rest);
        to.Write(VersionOf(series, row));
        if (row.Change is not null || row.WithdrawnAt is not null)
        {
            WriteChange(to, row);
        }

        to.Write("}"u8);
    }

    protected override PlaceBytes EncodePlace(SeriesRef series, ObservationRow row) => new(
        [.. "{\"id\":\""u8, .. JsonEncodedText.Encode(row.KeyHash).EncodedUtf8Bytes, .. "-"u8],
        [.. "\","u8, .. Fragment(new { series.Dataset, Series = series.Code, SeriesTitle = series.Title, series.Indicators, row.Area, row.AreaName }), .. ",\"period\":\""u8],
        [.. ","u8, .. Fragment(new { Dimensions = SeriesKeyText.Parse(row.Dimensions) }), .. ","u8]);

    protected override AttributeBytes EncodeAttributes(AttributeSet set) => new(
        [.. "\","u8, .. Fragment(new { set.Unit, UnitLabel = reference.UnitLabel(set) }), .. ",\"lowerBound\":"u8],
        [.. ","u8, .. Fragment(new { set.Status, set.Nature }), .. ",\"missingReason\":"u8],
        Fragment(new { set.Footnote, set.Source, set.UnitMultiplier, set.TimeDetail, set.TimeCoverage, set.BasePeriod, set.GeoInfoUrl }));

    protected override byte[] EncodeVersion(ObservationRow row) => [.. ","u8, .. Fragment(new { row.RecordedAt, DatasetVersion = row.FromVersion, row.Activity })];

    /// <summary>The number and, as a text, what was published: most often the same digits.</summary>
    private static void WriteValue(AnswerBuffer to, PublishedValue value)
    {
        var start = to.Length;
        WriteNumber(to, value.Value);
        var digits = to.Length - start;
        to.Write(",\"valueText\":\""u8);
        if (value.StoredText is { } text)
        {
            to.Write(JsonEncodedText.Encode(text, WireJson.Options.Encoder).EncodedUtf8Bytes);
            return;
        }

        to.Repeat(start, digits);
    }

    private static void WriteChange(AnswerBuffer to, ObservationRow row)
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

    private static void WriteNumber(AnswerBuffer to, double? number)
    {
        if (number is { } value)
        {
            to.Write(value);
            return;
        }

        to.Write("null"u8);
    }
}
