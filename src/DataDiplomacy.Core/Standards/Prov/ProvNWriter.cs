using System.Buffers;
using System.Text;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>
/// Writes PROV-N (W3C Recommendation, 30 April 2013; media type <c>text/provenance-notation</c>). Absent arguments are written as <c>-</c>.
/// Relations that have neither identifier nor attributes in PROV-DM lose blank identifiers; what else they carry is written with the
/// extension namespace of ProvToolbox, <c>provext</c>, so that nothing is lost.
/// </summary>
public static class ProvNWriter
{
    private const string Extension = "http://openprovenance.org/prov/extension#";

    // PROV-N, section 3.7.1, production [57] PN_CHARS_ESC: these are escaped in local names.
    private static readonly SearchValues<char> Escaped = SearchValues.Create("='(),;[]:");

    /// <summary>The document as PROV-N, lines ended by <c>\n</c>.</summary>
    public static string Write(ProvDocument document)
    {
        var names = ProvWrittenNames.For(document);
        var text = new StringBuilder("document\n");
        foreach (var (prefix, iri) in names.Prefixes.OrderBy(p => p.Key != ProvNamespaces.Default))
        {
            text.Append("  ").Append(prefix == ProvNamespaces.Default ? "default" : $"prefix {prefix}").Append(" <").Append(iri).Append(">\n");
        }
        if (NeedsExtension(document)) text.Append("  prefix provext <").Append(Extension).Append(">\n");
        text.Append('\n');
        WriteStatements(document.Statements, names, "  ", text);
        foreach (var bundle in document.Bundles)
        {
            text.Append("\n  bundle ").Append(Name(names.Of(bundle.Id))).Append('\n');
            WriteStatements(bundle.Statements, names, "    ", text);
            text.Append("  endBundle\n");
        }
        return text.Append("endDocument\n").ToString();
    }

    /// <summary>One statement as PROV-N, its names as short as prefixes allow and whole where none fits.</summary>
    public static string Write(ProvStatement statement, ProvNamespaces namespaces)
    {
        var text = new StringBuilder();
        Write(statement, ProvWrittenNames.Within(namespaces, statement), text);
        return text.ToString();
    }

    private static bool NeedsExtension(ProvDocument document) =>
        document.Statements.Concat(document.Bundles.SelectMany(b => b.Statements)).Any(IsExtended);

    private static bool IsExtended(ProvStatement statement) =>
        !statement.Shape.HasIdentifier && (statement.Attributes.Count > 0 || (statement.Id is { } id && !ProvNames.IsBlank(id)));

    private static void WriteStatements(IEnumerable<ProvStatement> statements, ProvWrittenNames names, string indent, StringBuilder text)
    {
        foreach (var statement in statements)
        {
            text.Append(indent);
            Write(statement, names, text);
            text.Append('\n');
        }
    }

    private static void Write(ProvStatement statement, ProvWrittenNames names, StringBuilder text)
    {
        text.Append(IsExtended(statement) ? "provext:" : "").Append(statement.Shape.Name).Append('(');
        var first = true;
        if (statement.Shape.IsElement)
        {
            text.Append(Name(names.Of(statement.Id ?? throw new InvalidOperationException("An element has an identifier."))));
            first = false;
        }
        else if (statement.Id is { } id && !ProvNames.IsBlank(id))
        {
            text.Append(Name(names.Of(id))).Append("; ");
        }
        // An activity without both times is written without their places.
        var arguments = statement.Kind == ProvKind.Activity && statement.Arguments.All(a => a is null) ? [] : statement.Arguments;
        for (var i = 0; i < arguments.Count; i++)
        {
            text.Append(first ? "" : ", ").Append(Argument(statement.Shape.Arguments[i], arguments[i], names));
            first = false;
        }
        WriteAttributes(statement.Attributes, names, text);
        text.Append(')');
    }

    private static string Argument(ProvArgument shape, string? argument, ProvWrittenNames names) =>
        argument is null ? "-" : shape.Role == ProvRole.Time ? argument : ProvNames.IsBlank(argument) ? "-" : Name(names.Of(argument));

    private static void WriteAttributes(IReadOnlyList<ProvAttribute> attributes, ProvWrittenNames names, StringBuilder text)
    {
        if (attributes.Count == 0) return;
        text.Append(", [");
        for (var i = 0; i < attributes.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(Name(names.Of(attributes[i].Name))).Append('=');
            WriteValue(attributes[i].Value, names, text);
        }
        text.Append(']');
    }

    private static void WriteValue(ProvValue value, ProvWrittenNames names, StringBuilder text)
    {
        if (value.IsName)
        {
            text.Append('\'').Append(Name(names.OfValue(value.Text))).Append('\'');
            return;
        }
        text.Append('"').Append(value.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)).Append('"');
        if (value.Language is { } language) text.Append('@').Append(language);
        else if (value.Type is { } type) text.Append(" %% ").Append(names.OfValue(type));
    }

    private static string Name(string name)
    {
        if (name.StartsWith('<')) return name;
        var start = name.IndexOf(':', StringComparison.Ordinal) + 1;
        if (!name.AsSpan(start).ContainsAny(Escaped)) return name;
        var text = new StringBuilder(name, 0, start, name.Length + 8);
        foreach (var character in name.AsSpan(start))
        {
            if (Escaped.Contains(character)) text.Append('\\');
            text.Append(character);
        }
        return text.ToString();
    }
}
