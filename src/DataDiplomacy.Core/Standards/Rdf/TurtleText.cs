using System.Globalization;
using System.Text;

namespace DataDiplomacy.Core.Standards.Rdf;

/// <summary>Single terms in the grammar of Turtle (RDF 1.1 Turtle, 6.5, 2014), which N-Triples shares.</summary>
internal static class TurtleText
{
    public static string Term(RdfTerm term) => term.Kind switch
    {
        RdfTermKind.Iri => Iri(term.Value),
        RdfTermKind.Blank => "_:" + term.Value,
        _ when term.Language is not null => $"{Quoted(term.Value)}@{term.Language}",
        _ when term.Datatype is null or RdfTerm.XsdString => Quoted(term.Value),
        _ => $"{Quoted(term.Value)}^^{Iri(term.Datatype)}",
    };

    /// <summary>An IRI between angle brackets; what may not stand there is escaped by its number.</summary>
    public static string Iri(string iri) => "<" + Escaped(iri, static character => character is <= ' ' or '<' or '>' or '"' or '{' or '}' or '|' or '^' or '`' or '\\') + ">";

    /// <summary>A text between quotes (STRING_LITERAL_QUOTE with ECHAR, then UCHAR for other control characters).</summary>
    public static string Quoted(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                < ' ' or '\u007F' => quoted.Append(Number(character)),
                _ => quoted.Append(character),
            };
        }
        return quoted.Append('"').ToString();
    }

    private static string Escaped(string text, Func<char, bool> mustBe)
    {
        if (!text.Any(mustBe)) return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (mustBe(character)) escaped.Append(Number(character));
            else escaped.Append(character);
        }
        return escaped.ToString();
    }

    private static string Number(char character) => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture);
}
