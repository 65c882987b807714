using System.Text;
using CsvHelper;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>The fields of a record as texts and what they mean, shared between rows where they repeat.</summary>
internal sealed class CsvFieldTexts(CsvLayout layout)
{
    private readonly TextPool _texts = new();
    private readonly BytePool<string?> _series = new();
    private readonly BytePool<string?> _areas = new();
    private readonly BytePool<TimePeriod?> _periods = new();
    private readonly BytePool<string[]> _indicators = new();
    private readonly BytePool<string> _dimensions = new();
    private readonly BytePool<ObservationAttributes> _attributes = new();
    private readonly KeyBuffer _key = new();

    /// <summary>The text as it is; empty when the layout has no such field.</summary>
    public string Any(CsvReader record, FieldSource source) => _texts.Get(source.Read(record));

    /// <summary>The text, null when empty.</summary>
    public string? Text(CsvReader record, FieldSource source) => _texts.GetOrNull(source.Read(record));

    /// <summary>Null when the field is no series code.</summary>
    public string? Series(CsvReader record)
    {
        var field = layout.Series.Read(record);
        if (_series.TryGet(field, out var series))
            return series;
        var text = _texts.Get(field);
        return _series.Add(field, ObservationRules.IsSeries(text) ? text : null);
    }

    /// <summary>Null when the field is no area code.</summary>
    public string? Area(CsvReader record)
    {
        var field = layout.Area.Read(record);
        return _areas.TryGet(field, out var area) ? area : _areas.Add(field, layout.ReadArea(_texts.Get(field)));
    }

    /// <summary>Null when the field is no period.</summary>
    public TimePeriod? Period(CsvReader record)
    {
        var field = layout.Period.Read(record);
        return _periods.TryGet(field, out var period) ? period : _periods.Add(field, layout.ReadPeriod(_texts.Get(field)));
    }

    /// <summary>UNSD separates several indicators by a comma.</summary>
    public IReadOnlyList<string> Indicators(CsvReader record)
    {
        var field = layout.Indicators.Read(record);
        if (field.IsEmpty)
            return [];
        return _indicators.TryGet(field, out var indicators)
            ? indicators! // A found list was added, so it is not null.
            : _indicators.Add(field, _texts.Get(field).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The canonical text of the dimensions; null when a code is too long.</summary>
    public string? Dimensions(CsvReader record, out FieldSource tooLong)
    {
        tooLong = default;
        _key.Clear();
        foreach (var dimension in layout.Dimensions)
        {
            var code = dimension.Code.Read(record);
            if (code.Length > ObservationRules.MaxDimensionCodeLength && Encoding.UTF8.GetCharCount(code) > ObservationRules.MaxDimensionCodeLength)
            {
                tooLong = dimension.Code;
                return null;
            }
            _key.Add(code);
        }
        return _dimensions.TryGet(_key.Key, out var text) ? text : _dimensions.Add(_key.Key, FormatDimensions(record));
    }

    public ObservationAttributes Attributes(CsvReader record)
    {
        _key.Clear();
        foreach (var attribute in layout.Attributes)
            _key.Add(attribute.Read(record));
        return _attributes.TryGet(_key.Key, out var attributes) ? attributes! : _attributes.Add(_key.Key, BuildAttributes(record)); // As above.
    }

    private string FormatDimensions(CsvReader record)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var dimension in layout.Dimensions)
        {
            var code = _texts.Get(dimension.Code.Read(record));
            if (!SeriesKeyText.IsAbsent(code))
                codes.Add(dimension.Id, code);
        }
        if (layout.DefaultDimension is { } missing)
            codes.TryAdd(missing.Key, missing.Value);
        return SeriesKeyText.Format(codes);
    }

    private ObservationAttributes BuildAttributes(CsvReader record)
    {
        var texts = new string?[ObservationAttributes.Count];
        for (var index = 0; index < texts.Length; index++)
        {
            var text = Text(record, layout.Attributes[index]);
            texts[index] = text == layout.EmptyAttribute ? null : text;
        }
        return ObservationAttributes.From(texts);
    }
}
