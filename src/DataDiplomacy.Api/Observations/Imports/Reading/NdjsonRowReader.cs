using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Turns a line of JSON into a row. Strict: an unknown or repeated property rejects the row, so that nothing is lost in silence.</summary>
internal sealed class NdjsonRowReader(ImportLimits limits)
{
    private readonly NdjsonFields _fields = new();

    public ImportLine Read(long line, ReadOnlySpan<byte> text)
    {
        var row = new NdjsonRow();
        try
        {
            ReadObject(text, row, line);
        }
        catch (Exception cause) when (cause is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: an escaped lone surrogate (RFC 8259, 8.2) that no string can hold.
            return new(Reject(new RowError(null, "row.json", $"The line is no valid JSON object: {cause.Message}"), line, text));
        }
        RequireAll(row);
        var value = NdjsonFields.WithReason(row);
        if (row.Error is { } error)
            return new(Reject(error, line, text) with { Series = row.Series, Area = row.Area, Period = row.Period, Dimensions = row.Dimensions });
        return new(Accept(row, line, value));
    }

    private void ReadObject(ReadOnlySpan<byte> text, NdjsonRow row, long line)
    {
        var json = new Utf8JsonReader(text);
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
            throw new JsonException("it does not begin with {.");
        var seen = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            var name = _fields.Text(ref json);
            json.Read();
            CheckLength(json, line);
            var place = NdjsonProperties.Place(name);
            if (place < 0 || (seen & (1 << place)) != 0)
                Refuse(ref json, row, name, known: place >= 0);
            else
                _fields.Read(ref json, name, row);
            seen |= place < 0 ? 0 : 1 << place;
        }
        json.Read(); // Throws when anything follows the object.
    }

    private static void Refuse(ref Utf8JsonReader json, NdjsonRow row, string name, bool known)
    {
        json.Skip();
        var hint = known ? "" : NearestNames.Hint(NearestNames.Of(name, NdjsonProperties.Names));
        if (known)
            row.Fail(name, "property.duplicate", $"The property '{name}' is there twice; write it once.");
        else
            row.Fail(name, "property.unknown", $"{ObservationRules.Quote(name)} is no property of an observation.{hint}");
    }

    private void CheckLength(Utf8JsonReader json, long line)
    {
        if (json.ValueSpan.Length > limits.MaxFieldLength && Encoding.UTF8.GetCharCount(json.ValueSpan) > limits.MaxFieldLength)
            throw new ImportFormatException("limit.field", $"A text of line {line} has more than {limits.MaxFieldLength} characters.", line);
    }

    private static void RequireAll(NdjsonRow row)
    {
        if (row.Series is null)
            row.Fail("series", "series.invalid", "The series is missing; write for example \"series\": \"SI_POV_DAY1\".");
        if (row.Area is null)
            row.Fail("area", "area.invalid", "The area is missing; write for example \"area\": \"AFG\".");
        if (row.Period is null)
            row.Fail("period", "period.invalid", "The period is missing; write for example \"period\": \"2020\".");
        if (row.Value is null)
            row.Fail("value", "value.invalid", "The value is missing; write null for a value that is not reported.");
    }

    private static ImportedRow Accept(NdjsonRow row, long line, PublishedValue value) => new()
    {
        Line = line,
        Series = row.Series!, // Without an error all four and the dimensions are there.
        SeriesTitle = row.SeriesTitle,
        Indicators = row.Indicators,
        Area = row.Area!,
        AreaName = row.AreaName,
        Period = row.Period.GetValueOrDefault(),
        Value = value,
        Dimensions = row.Dimensions!,
        Attributes = ObservationAttributes.From(row.Attributes),
        LowerBound = row.LowerBound,
        UpperBound = row.UpperBound,
    };

    private static RejectedRow Reject(RowError error, long line, ReadOnlySpan<byte> text) =>
        new() { Line = line, Column = error.Column, Code = error.Code, Detail = error.Detail, Raw = RawText.Of(text) };
}
