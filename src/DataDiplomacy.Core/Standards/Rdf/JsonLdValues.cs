using System.Globalization;
using System.Text;
using System.Text.Json;
using DataDiplomacy.Core.Evidence.Statements;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Values without a node of their own (JSON-LD 1.1 Processing Algorithms, 5.3 "Value Expansion" and 8.2 "Object to RDF Conversion", 2020).</summary>
internal sealed class JsonLdValues(JsonLdSink sink)
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    private const string RdfJson = "http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON";

    /// <summary>A text, number or truth value of a property; null when it is a reference that means nothing.</summary>
    public RdfTerm? Scalar(JsonLdContext context, JsonLdTerm? term, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && term?.Type is "@id" or "@vocab")
        {
            var text = value.GetString() ?? "";
            return sink.Node(term.Type == "@id" ? context.ExpandReference(text) : context.ExpandVocabulary(text), text);
        }
        if (term?.Type is { } type and not ("@id" or "@vocab" or "@none")) return Typed(value, type);
        if (value.ValueKind == JsonValueKind.String) return sink.Text(value.GetString() ?? "", term is { HasLanguage: true } ? term.Language : context.Language);
        return Typed(value, null);
    }

    /// <summary>A value object: <c>@value</c> with <c>@type</c> or <c>@language</c>; null when the value is null.</summary>
    public RdfTerm? ValueObject(JsonLdContext context, IReadOnlyDictionary<string, JsonElement> members, JsonPath path)
    {
        if (members.Keys.FirstOrDefault(name => name is not ("@value" or "@type" or "@language" or "@direction" or "@index" or "@context")) is { } other)
            throw path.Wrong($"{other} beside @value", "@type, @language, @direction or @index");
        var value = members["@value"];
        var type = members.TryGetValue("@type", out var typeName) ? JsonLdTermDefiner.TextOrNull(typeName, path.Member("@type")) : null;
        var language = members.TryGetValue("@language", out var tag) ? JsonLdTermDefiner.TextOrNull(tag, path.Member("@language")) : null;
        if (type == "@json") return Json(value, path);
        if (value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) throw path.Wrong("a list or an object as @value", "a text, number, true or false");
        if (type is not null && language is not null) throw path.Wrong("@type and @language", "one of them");
        if (language is null) return Typed(value, type is null ? null : context.ExpandVocabulary(type));
        return value.ValueKind == JsonValueKind.String ? sink.Text(value.GetString() ?? "", language) : throw path.Wrong($"{value.GetRawText()} with a language", "a text");
    }

    /// <summary>A JSON literal (section 4.2.2 of JSON-LD 1.1), in its canonical form.</summary>
    public static RdfTerm Json(JsonElement value, JsonPath path)
    {
        try
        {
            return RdfTerm.Literal(Encoding.UTF8.GetString(Jcs.Canonicalize(Encoding.UTF8.GetBytes(value.GetRawText()))), RdfJson);
        }
        catch (FormatException error)
        {
            throw path.Wrong($"JSON without a canonical form ({error.Message})", "I-JSON (RFC 7493)");
        }
    }

    private RdfTerm? Typed(JsonElement value, string? datatype) => value.ValueKind switch
    {
        JsonValueKind.True => sink.Literal("true", datatype ?? Xsd + "boolean"),
        JsonValueKind.False => sink.Literal("false", datatype ?? Xsd + "boolean"),
        JsonValueKind.Number => Number(value.GetDouble(), datatype),
        _ => sink.Literal(value.GetString() ?? "", datatype ?? RdfTerm.XsdString),
    };

    // Whole numbers below 10^21 are integers, others doubles in their canonical form (8.2.2, steps 10 and 11).
    private RdfTerm? Number(double value, string? datatype)
    {
        if (!double.IsFinite(value))
        {
            sink.Ignore("a number beyond what a double holds");
            return null;
        }
        if (value % 1 == 0 && Math.Abs(value) < 1e21 && datatype != Xsd + "double")
            return sink.Literal(new System.Numerics.BigInteger(value).ToString(CultureInfo.InvariantCulture), datatype ?? Xsd + "integer");
        var text = value.ToString("0.0##############E0", CultureInfo.InvariantCulture);
        return sink.Literal(text, datatype ?? Xsd + "double");
    }
}
