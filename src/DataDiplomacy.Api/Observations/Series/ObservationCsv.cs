using System.Buffers;
using System.Globalization;
using DataDiplomacy.Api.Data.Readers;
using DataDiplomacy.Api.Http;
using DataDiplomacy.Api.Reference;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Series;

/// <summary>Writes observations as lines of CSV.</summary>
internal sealed class ObservationCsv(ReferenceData reference, HeldBytes held, IReadOnlyList<string> dimensions) : ObservationBytes(held)
{
    private static readonly string[] Before = ["id", "dataset", "series", "seriesTitle", "indicators", "area", "areaName", "period", "value", "valueText", "unit", "unitLabel", "lowerBound", "upperBound", "status", "nature", "missingReason"];

    private static readonly string[] After = ["footnote", "source", "unitMultiplier", "timeDetail", "timeCoverage", "basePeriod", "geoInfoUrl", "recordedAt", "datasetVersion", "activity", "change", "withdrawnAt"];

    /// <summary>Each dimension is a column named by its id.</summary>
    public void WriteHeader(AnswerBuffer to)
    {
        to.Write(Fields([.. Before, .. dimensions, .. After]));
        to.Write("\r\n"u8);
    }

    public override void Write(AnswerBuffer to, SeriesRef series, ObservationRow row)
    {
        var (place, attributes, period) = (PlaceOf(series, row), AttributesOf(row.Attributes), PeriodOf(row.Place.Period));
        to.Write(place.Start);
        to.Write(period);
        to.Write("-v"u8);
        to.Write(row.FromVersion);
        to.Write(place.Place);
        to.Write(period);
        WriteValue(to, row.Value);
        to.Write(attributes.Unit);
        WriteNumber(to, row.Value.LowerBound ?? row.LowerBound);
        WriteNumber(to, row.Value.UpperBound ?? row.UpperBound);
        to.Write(attributes.Status);
        CsvResponse.WriteField(to, row.Value.Missing is { } reason ? WireNames.Of(reason) : "");
        to.Write(place.Dimensions);
        to.Write(attributes.Rest);
        to.Write(VersionOf(series, row));
        CsvResponse.WriteField(to, row.Change is { } change ? WireNames.Of(change) : "");
        to.Write(","u8);
        CsvResponse.WriteField(to, row.WithdrawnAt is { } at ? Instants.Format(at) : "");
        to.Write("\r\n"u8);
    }

    protected override PlaceBytes EncodePlace(SeriesRef series, ObservationRow row)
    {
        var codes = SeriesKeyText.Parse(row.Dimensions);
        return new PlaceBytes(
            Fields(row.KeyHash + "-"),
            Fields("", series.Dataset, series.Code, CsvResponse.Label(series.Title), string.Join(';', series.Indicators), row.Area, CsvResponse.Label(row.AreaName), ""),
            Fields(["", .. dimensions.Select(d => codes.GetValueOrDefault(d)), ""]));
    }

    protected override AttributeBytes EncodeAttributes(AttributeSet set) => new(
        Fields("", set.Unit, CsvResponse.Label(reference.UnitLabel(set))), Fields("", set.Status, set.Nature, ""),
        Fields(CsvResponse.Label(set.Footnote), CsvResponse.Label(set.Source), set.UnitMultiplier, set.TimeDetail, set.TimeCoverage, set.BasePeriod, set.GeoInfoUrl));

    protected override byte[] EncodeVersion(ObservationRow row) =>
        Fields("", Instants.Format(row.RecordedAt), row.FromVersion.ToString(CultureInfo.InvariantCulture), row.Activity, "");

    /// <summary>The number and what was published: most often the same digits.</summary>
    private static void WriteValue(AnswerBuffer to, PublishedValue value)
    {
        var start = to.Length;
        WriteNumber(to, value.Value);
        if (value.StoredText is { } text)
        {
            to.Write(","u8);
            CsvResponse.WriteField(to, text);
            return;
        }

        to.Repeat(start, to.Length - start);
    }

    /// <summary>Fields with commas between them; an empty one at an end gives the comma there.</summary>
    private static byte[] Fields(params IReadOnlyList<string?> fields)
    {
        var bytes = new ArrayBufferWriter<byte>();
        for (var i = 0; i < fields.Count; i++)
        {
            bytes.Write(i == 0 ? ""u8 : ","u8);
            CsvResponse.WriteField(bytes, fields[i]);
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteNumber(AnswerBuffer to, double? number)
    {
        to.Write(","u8);
        if (number is { } value)
        {
            to.Write(value);
        }
    }
}
