using System.Globalization;
using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Right operands brought to one form: policies write 5, "5" and {"@value": "5", "@type": "xsd:integer"} for the same.</summary>
internal static class OdrlValues
{
    private const int MostDigits = 28;

    private const string Expected = "A right operand is a text, a number, {\"@id\": …} or {\"@value\": …, \"@type\": …} (ODRL Information Model 2.2, section 2.5.1).";

    public static OdrlValue Read(OdrlNode node, string leftOperand, string? dataType)
    {
        switch (node.Json.ValueKind)
        {
            case JsonValueKind.String:
                return Normal(new OdrlValue(node.Text(), dataType), leftOperand);
            case JsonValueKind.Number:
                return Normal(new OdrlValue(node.Json.GetRawText(), dataType ?? TypeOfNumber(node.Json.GetRawText())), leftOperand);
            case JsonValueKind.True or JsonValueKind.False:
                return Normal(new OdrlValue(node.Json.GetRawText(), dataType ?? "xsd:boolean"), leftOperand);
            case JsonValueKind.Object:
                return ReadObject(node, leftOperand, dataType);
            default:
                throw node.Wrong(Expected);
        }
    }

    /// <summary>The one form of a value: the type which the operand demands, no type for texts and IRIs, no needless zeros in numbers.</summary>
    public static OdrlValue Normal(OdrlValue value, string leftOperand)
    {
        var type = value.DataType is null ? TypeOf(value.Text, leftOperand) : OdrlTerms.Normal(value.DataType);
        if (type is "xsd:string" or "xsd:anyURI") type = null;
        if (type is not ("xsd:integer" or "xsd:decimal" or "xsd:double" or "xsd:nonNegativeInteger" or "xsd:int" or "xsd:long")) return value with { DataType = type };
        // Longer numbers would be rounded, and two of them taken for one.
        return value.Text.Length <= MostDigits && decimal.TryParse(value.Text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? value with { Text = number.ToString("0.############################", CultureInfo.InvariantCulture), DataType = number == decimal.Truncate(number) ? "xsd:integer" : "xsd:decimal" }
            : value with { DataType = type };
    }

    private static OdrlValue ReadObject(OdrlNode node, string leftOperand, string? dataType)
    {
        var properties = new Dictionary<string, OdrlNode>(StringComparer.Ordinal);
        foreach (var property in node.Json.EnumerateObject())
        {
            var part = node with { Json = property.Value, Path = $"{node.Path}/{property.Name}" };
            var isExpected = property.Name is "@id" or "uid" or "id" or "@value" or "@type" or "@language";
            if (!isExpected || !properties.TryAdd(property.Name, part)) throw new OdrlFormatException(part.Path, $"the property \"{property.Name}\"", Expected);
        }
        if (!properties.TryGetValue("@value", out var value)) return Normal(new OdrlValue(node.Iri(Expected)), leftOperand);

        if (properties.Keys.FirstOrDefault(name => !name.StartsWith('@') || name == "@id") is { } other) throw new OdrlFormatException(properties[other].Path, $"the property \"{other}\" beside @value", Expected);
        if (value.Json.ValueKind is JsonValueKind.Object or JsonValueKind.Array or JsonValueKind.Null) throw value.Wrong(Expected);
        var type = properties.TryGetValue("@type", out var given) ? given.Term("A type is an IRI, as xsd:dateTime.") : dataType;
        var read = Read(value, leftOperand, type);
        return properties.TryGetValue("@language", out var language) ? read with { Language = language.Iri("A language is a tag of BCP 47.") } : read;
    }

    private static string TypeOfNumber(string text) => text.AsSpan().IndexOfAny('.', 'e', 'E') < 0 ? "xsd:integer" : "xsd:decimal";

    /// <summary>The types which the vocabulary demands (ODRL Vocabulary and Expression 2.2, left operands): policies leave them out.</summary>
    private static string? TypeOf(string text, string leftOperand) => leftOperand switch
    {
        "dateTime" => text.Contains('T', StringComparison.Ordinal) ? "xsd:dateTime" : "xsd:date",
        "elapsedTime" or "meteredTime" or "delayPeriod" or "timeInterval" => "xsd:duration",
        "count" or "payAmount" or "percentage" => "xsd:decimal",
        _ => null
    };
}
