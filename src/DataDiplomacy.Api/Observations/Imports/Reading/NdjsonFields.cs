using System.Text.Json;
using DataDiplomacy.Core.Observations;

namespace DataDiplomacy.Api.Observations.Imports.Reading;

/// <summary>Reads the properties of a line of NDJSON, each by its kind. The reader stands on the value and is left at its end.</summary>
internal sealed class NdjsonFields
{
    private readonly TextPool _texts = new();

    public void Read(ref Utf8JsonReader json, string name, NdjsonRow row)
    {
        switch (name)
        {
            case "series": row.Series = ReadKey(ref json, name, row, text => ObservationRules.IsSeries(text) ? text : null, ObservationRules.SeriesDetail); break;
            case "area": row.Area = ReadKey(ref json, name, row, ObservationRules.ReadArea, ObservationRules.AreaDetail); break;
            case "period": ReadPeriod(ref json, row); break;
            case "value": ReadValue(ref json, row); break;
            case "missingReason": row.MissingReason = ReadText(ref json, name, row); break;
            case "dimensions": row.Dimensions = ReadDimensions(ref json, row); break;
            case "indicators": row.Indicators = ReadIndicators(ref json, row); break;
            case "seriesTitle": row.SeriesTitle = ReadText(ref json, name, row); break;
            case "areaName": row.AreaName = ReadText(ref json, name, row); break;
            case "lowerBound": row.LowerBound = ReadBound(ref json, name, row); break;
            case "upperBound": row.UpperBound = ReadBound(ref json, name, row); break;
            default: row.Attributes[NdjsonProperties.AttributePlace(name)] = ReadText(ref json, name, row); break;
        }
    }

    /// <summary>The text of a string or property name, or the literal of a number exactly as written.</summary>
    public string Text(ref Utf8JsonReader json) =>
        json.TokenType == JsonTokenType.Number || !json.ValueIsEscaped ? _texts.Get(json.ValueSpan) : json.GetString() ?? "";

    /// <summary>The value with its missing reason: stated, told by the status, or told by the value.</summary>
    public static PublishedValue WithReason(NdjsonRow row)
    {
        var value = row.Value ?? default;
        if (row.MissingReason is null)
            return ObservationRules.WithStatus(value, row.Attributes[NdjsonProperties.AttributePlace("status")]);
        MissingReason? reason = row.MissingReason switch
        {
            "notReported" => MissingReason.NotReported,
            "notApplicable" => MissingReason.NotApplicable,
            "suppressed" => MissingReason.Suppressed,
            "bounded" => MissingReason.Bounded,
            _ => null,
        };
        if (reason is null)
            row.Fail("missingReason", "missing.invalid", $"{ObservationRules.Quote(row.MissingReason)} is no missing reason; write notReported, notApplicable, suppressed or bounded.");
        else if (value.Missing == reason)
            return value;
        else if (value.Missing == MissingReason.NotReported && reason != MissingReason.Bounded)
            return PublishedValue.Absent(value.Text, reason.Value);
        else
            row.Fail("missingReason", "missing.invalid", $"The missing reason {row.MissingReason} contradicts the value {ObservationRules.Quote(value.Text)}; leave one of them out.");
        return value;
    }

    private string? ReadKey(ref Utf8JsonReader json, string name, NdjsonRow row, Func<string, string?> read, Func<string, string> detail)
    {
        var text = IsText(json) ? Text(ref json) : Other(ref json);
        var key = IsKeyToken(json, name) ? read(text) : null;
        if (key is null)
            row.Fail(name, name + ".invalid", detail(text));
        return key;
    }

    private void ReadPeriod(ref Utf8JsonReader json, NdjsonRow row)
    {
        var text = IsText(json) ? Text(ref json) : Other(ref json);
        row.Period = ObservationRules.ReadPeriod(text);
        if (row.Period is null)
            row.Fail("period", "period.invalid", ObservationRules.PeriodDetail(text));
    }

    private void ReadValue(ref Utf8JsonReader json, NdjsonRow row)
    {
        var text = json.TokenType == JsonTokenType.Null ? "" : IsText(json) ? Text(ref json) : Other(ref json);
        if (PublishedValue.TryParse(text, out var value))
            row.Value = value;
        else
            row.Fail("value", "value.invalid", ObservationRules.ValueDetail(text));
    }

    private double? ReadBound(ref Utf8JsonReader json, string name, NdjsonRow row)
    {
        if (json.TokenType == JsonTokenType.Null)
            return null;
        var text = IsText(json) ? Text(ref json) : Other(ref json);
        if (PublishedValue.TryNumber(text, out var bound))
            return bound;
        row.Fail(name, "bound.invalid", ObservationRules.BoundDetail(text));
        return null;
    }

    private string? ReadText(ref Utf8JsonReader json, string name, NdjsonRow row)
    {
        if (json.TokenType == JsonTokenType.String)
            return Text(ref json) is { Length: > 0 } text ? text : null;
        if (json.TokenType != JsonTokenType.Null)
            row.Fail(name, "property.invalid", $"{Other(ref json)} is no text; write '{name}' as a string or null.");
        return null;
    }

    private List<string> ReadIndicators(ref Utf8JsonReader json, NdjsonRow row)
    {
        var indicators = new List<string>();
        if (json.TokenType == JsonTokenType.Null)
            return indicators;
        if (json.TokenType != JsonTokenType.StartArray)
        {
            row.Fail("indicators", "property.invalid", $"{Other(ref json)} is no array; write for example \"indicators\": [\"1.1.1\"].");
            return indicators;
        }
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.String)
                indicators.Add(Text(ref json));
            else
                row.Fail("indicators", "property.invalid", $"{Other(ref json)} is no indicator; write each as a string.");
        }
        return indicators;
    }

    private string? ReadDimensions(ref Utf8JsonReader json, NdjsonRow row)
    {
        if (json.TokenType == JsonTokenType.Null)
            return "";
        if (json.TokenType != JsonTokenType.StartObject)
        {
            row.Fail("dimensions", "dimension.invalid", $"{Other(ref json)} is no object; write for example \"dimensions\": {{ \"SEX\": \"FEMALE\" }}.");
            return null;
        }
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        var valid = true;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            var id = Text(ref json);
            json.Read();
            valid &= ReadDimension(ref json, id, codes, row);
        }
        return valid ? SeriesKeyText.Format(codes) : null;
    }

    private bool ReadDimension(ref Utf8JsonReader json, string id, Dictionary<string, string> codes, NdjsonRow row)
    {
        var isNull = json.TokenType == JsonTokenType.Null;
        var isCode = json.TokenType == JsonTokenType.String || isNull;
        var code = isNull ? "" : isCode ? Text(ref json) : Other(ref json);
        var detail = DimensionFault(id, code, isCode);
        if (detail is null && !codes.TryAdd(id, code))
            detail = $"The dimension '{id}' is there twice; write it once.";
        if (detail is not null)
            row.Fail("dimensions." + id, "dimension.invalid", detail);
        return detail is null;
    }

    private static string? DimensionFault(string id, string code, bool isCode)
    {
        if (id.Length == 0 || DimensionNames.ToId(id) != id)
            return $"{ObservationRules.Quote(id)} is no dimension identifier; write it in upper snake case: '{DimensionNames.ToId(id)}'.";
        if (!isCode)
            return $"{code} is no code; write the code of '{id}' as a string.";
        return code.Length > ObservationRules.MaxDimensionCodeLength ? ObservationRules.DimensionDetail(code) : null;
    }

    private static bool IsText(Utf8JsonReader json) => json.TokenType is JsonTokenType.String or JsonTokenType.Number;

    // A series is a string; M49 codes may be written as a number.
    private static bool IsKeyToken(Utf8JsonReader json, string name) => json.TokenType == JsonTokenType.String || json.TokenType == JsonTokenType.Number && name == "area";

    // Names what stands where a text should, and passes over it.
    private static string Other(ref Utf8JsonReader json)
    {
        var kind = json.TokenType switch
        {
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Null => "null",
            _ => "a number",
        };
        json.Skip();
        return kind;
    }
}
