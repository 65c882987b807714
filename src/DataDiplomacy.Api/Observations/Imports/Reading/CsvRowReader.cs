using CsvHelper;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Turns the records of a CSV file into rows, by its layout.</summary>
internal sealed class CsvRowReader(CsvLayout layout, ImportLimits limits)
{
    private const int MaxKnownSeries = 100_000;

    private readonly CsvFieldTexts _texts = new(layout);
    private readonly HashSet<string> _knownSeries = new(StringComparer.Ordinal);
    private RowError? _error;

    public ImportLine Read(CsvRecords records)
    {
        var record = records.Current;
        if (records.Malformed is not null)
            return BrokenQuotes(records);
        if (record.FieldCount != layout.ColumnCount)
            return WrongFieldCount(record, records.Line);
        CheckFieldLengths(record, records.Line);
        return ReadFields(record, records.Line);
    }

    private ImportLine ReadFields(CsvReader record, long line)
    {
        _error = null;
        var series = Checked(_texts.Series(record), record, layout.Series, "series.invalid", ObservationRules.SeriesDetail);
        var area = Checked(_texts.Area(record), record, layout.Area, "area.invalid", layout.AreaDetail);
        var period = Checked(_texts.Period(record), record, layout.Period, "period.invalid", ObservationRules.PeriodDetail);
        var dimensions = ReadDimensions(record);
        CheckFrequency(record);
        var attributes = _texts.Attributes(record);
        var value = ReadValue(record, attributes);
        var (lower, upper) = (ReadBound(record, layout.LowerBound), ReadBound(record, layout.UpperBound));
        if (_error is { } error)
            return new(Reject(error, line, RawText.Of(record.RawRecord)) with { Series = series, Area = area, Period = period, Dimensions = dimensions });
        if (_knownSeries.Count < MaxKnownSeries)
            _knownSeries.Add(series!); // Without an error each part of the key is there.
        return new(new ImportedRow
        {
            Line = line,
            Series = series!,
            SeriesTitle = _texts.Text(record, layout.SeriesTitle),
            Indicators = _texts.Indicators(record),
            Area = area!,
            AreaName = _texts.Text(record, layout.AreaName),
            Period = period.GetValueOrDefault(),
            Value = value,
            Dimensions = dimensions!,
            Attributes = attributes,
            LowerBound = lower,
            UpperBound = upper,
        });
    }

    private ImportLine BrokenQuotes(CsvRecords records)
    {
        const string detail = "The quotes of this row do not match; put a text with quotes into quotes and write a quote inside it twice (\"\").";
        var (series, line) = (TrustedSeries(records.Current), records.Line);
        return new(Reject(new RowError(null, "row.quoting", detail), line, RawText.Of(records.Recover())) with { Series = series });
    }

    private ImportLine WrongFieldCount(CsvReader record, long line)
    {
        var detail = $"The row has {record.FieldCount} fields, the header has {layout.ColumnCount}; put a text with commas into quotes.";
        return new(Reject(new RowError(null, "row.columns", detail), line, RawText.Of(record.RawRecord)) with { Series = TrustedSeries(record) });
    }

    // In a broken row each field may be another one. What stands in the place of the series and is a series of this file is believed, nothing else.
    private string? TrustedSeries(CsvReader record)
    {
        var series = _texts.Series(record);
        return series is not null && (layout.Series.IsConstant || _knownSeries.Contains(series)) ? series : null;
    }

    private T? Checked<T>(T? read, CsvReader record, FieldSource source, string code, Func<string, string> detail)
    {
        if (read is null)
            Fail(source, code, detail(_texts.Any(record, source)));
        return read;
    }

    private string? ReadDimensions(CsvReader record)
    {
        var dimensions = _texts.Dimensions(record, out var tooLong);
        if (dimensions is null)
            Fail(tooLong, "dimension.invalid", ObservationRules.DimensionDetail(_texts.Any(record, tooLong)));
        return dimensions;
    }

    private void CheckFrequency(CsvReader record)
    {
        var frequency = layout.Frequency.Read(record);
        if (!frequency.IsEmpty && !frequency.SequenceEqual("A"u8) && !frequency.SequenceEqual("ANNUAL"u8))
            Fail(layout.Frequency, "frequency.invalid", ObservationRules.FrequencyDetail(_texts.Any(record, layout.Frequency)));
    }

    private PublishedValue ReadValue(CsvReader record, ObservationAttributes attributes)
    {
        var text = _texts.Any(record, layout.Value);
        if (PublishedValue.TryParse(text, out var value))
            return ObservationRules.WithStatus(value, attributes.Status);
        Fail(layout.Value, "value.invalid", ObservationRules.ValueDetail(text));
        return default;
    }

    private double? ReadBound(CsvReader record, FieldSource source)
    {
        var field = source.Read(record);
        if (field.IsEmpty || field.SequenceEqual("NaN"u8))
            return null;
        var text = _texts.Any(record, source);
        if (PublishedValue.TryNumber(text, out var bound))
            return bound;
        Fail(source, "bound.invalid", ObservationRules.BoundDetail(text));
        return null;
    }

    private void Fail(FieldSource source, string code, string detail) => _error ??= new RowError(source.Name, code, detail);

    private void CheckFieldLengths(CsvReader record, long line)
    {
        if (record.RawRecord.Length <= limits.MaxFieldLength)
            return;
        for (var field = 0; field < record.FieldCount; field++)
        {
            if (record.GetSpan(field).Length > limits.MaxFieldLength && record.GetString(field).Length > limits.MaxFieldLength)
                throw new ImportFormatException("limit.field", $"Field {field + 1} of line {line} has more than {limits.MaxFieldLength} characters.", line);
        }
    }

    private static RejectedRow Reject(RowError error, long line, string raw) =>
        new() { Line = line, Column = error.Column, Code = error.Code, Detail = error.Detail, Raw = raw };
}
