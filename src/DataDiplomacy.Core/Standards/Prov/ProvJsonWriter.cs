using System.Text.Json;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>
/// Writes PROV-JSON (W3C Member Submission, 2013). Names are shortened by the prefixes of the document; an IRI that none fits gets one
/// of its own (<c>ns1</c>, <c>ns2</c>, …). Several statements with one identifier become an array, relations without one get <c>_:r1</c>, ….
/// </summary>
public static class ProvJsonWriter
{
    /// <summary>Writes a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="json">Where to; the caller flushes it.</param>
    public static void Write(ProvDocument document, Utf8JsonWriter json)
    {
        var names = ProvWrittenNames.For(document);
        var blanks = 0;
        json.WriteStartObject();
        json.WriteStartObject("prefix");
        foreach (var (prefix, iri) in names.Prefixes)
        {
            json.WriteString(prefix, iri);
        }
        json.WriteEndObject();
        WriteStatements(document.Statements, names, json, ref blanks);
        if (document.Bundles.Count > 0)
        {
            json.WriteStartObject("bundle");
            foreach (var bundle in document.Bundles)
            {
                json.WriteStartObject(names.Of(bundle.Id));
                WriteStatements(bundle.Statements, names, json, ref blanks);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteStatements(IReadOnlyList<ProvStatement> statements, ProvWrittenNames names, Utf8JsonWriter json, ref int blanks)
    {
        foreach (var kind in statements.GroupBy(s => s.Kind).OrderBy(g => g.Key))
        {
            json.WriteStartObject(ProvShape.Of(kind.Key).Name);
            var anonymous = new List<ProvStatement>();
            foreach (var same in kind.GroupBy(s => s.Id))
            {
                if (same.Key is null) anonymous.AddRange(same);
                else WriteSame(names.Of(same.Key), [.. same], names, json);
            }
            foreach (var statement in anonymous)
            {
                WriteSame($"_:r{++blanks}", [statement], names, json);
            }
            json.WriteEndObject();
        }
    }

    private static void WriteSame(string id, IReadOnlyList<ProvStatement> statements, ProvWrittenNames names, Utf8JsonWriter json)
    {
        json.WritePropertyName(id);
        if (statements.Count == 1)
        {
            WriteRecord(statements[0], names, json);
            return;
        }
        json.WriteStartArray();
        foreach (var statement in statements)
        {
            WriteRecord(statement, names, json);
        }
        json.WriteEndArray();
    }

    private static void WriteRecord(ProvStatement statement, ProvWrittenNames names, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        for (var i = 0; i < statement.Arguments.Count; i++)
        {
            if (statement.Arguments[i] is not { } argument) continue;
            var shape = statement.Shape.Arguments[i];
            json.WriteString(shape.JsonName, shape.Role == ProvRole.Time ? argument : names.Of(argument));
        }
        foreach (var attribute in statement.Attributes.GroupBy(a => a.Name))
        {
            json.WritePropertyName(names.Of(attribute.Key));
            var values = attribute.Select(a => a.Value).Distinct().ToList();
            if (values.Count > 1) json.WriteStartArray();
            foreach (var value in values)
            {
                WriteValue(value, names, json);
            }
            if (values.Count > 1) json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void WriteValue(ProvValue value, ProvWrittenNames names, Utf8JsonWriter json)
    {
        if (value is { Type: null, Language: null })
        {
            json.WriteStringValue(value.Text);
            return;
        }
        json.WriteStartObject();
        json.WriteString("$", value.IsName ? names.OfValue(value.Text) : value.Text);
        if (value.Type is { } type) json.WriteString("type", names.OfValue(type));
        if (value.Language is { } language) json.WriteString("lang", language);
        json.WriteEndObject();
    }
}
