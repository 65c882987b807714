using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DataDiplomacy.Core.Standards.Rdf;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

/// <summary>Reads the Turtle of published examples and of our own writer, to compare triples; written apart from both.</summary>
internal sealed partial class TurtleGraph
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    private const string Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

    private readonly RdfGraph _graph = new();
    private readonly Dictionary<string, string> _prefixes = [];
    private readonly List<string> _tokens;
    private string _base = "";
    private int _at;
    private int _blanks;

    private TurtleGraph(string text) => _tokens = [.. Token().Matches(text).Select(match => match.Value).Where(token => !string.IsNullOrWhiteSpace(token) && token[0] != '#')];

    public static RdfGraph Read(string text)
    {
        var reader = new TurtleGraph(text);
        while (reader._at < reader._tokens.Count) reader.Statement();
        return reader._graph;
    }

    private void Statement()
    {
        switch (Peek().ToLowerInvariant())
        {
            case "@prefix" or "prefix":
                var isOld = Take()[0] == '@';
                var prefix = Take();
                _prefixes[prefix[..^1]] = Iri(Take());
                if (isOld) Expect(".");
                return;
            case "@base" or "base":
                var ends = Take()[0] == '@';
                _base = Iri(Take());
                if (ends) Expect(".");
                return;
            default:
                var isProperties = Peek() == "[";
                var subject = Term();
                if (!isProperties || Peek() != ".") Properties(subject);
                Expect(".");
                return;
        }
    }

    private void Properties(RdfTerm subject)
    {
        while (Peek() is not ("." or "]"))
        {
            if (Peek() == ";")
            {
                Take();
                continue;
            }
            var predicate = Peek() == "a" ? RdfTerm.Iri(Rdf + "type") : null;
            if (predicate is null) predicate = Term();
            else Take();
            do _graph.Add(subject, predicate.Value, Term());
            while (Peek() == "," && Take() == ",");
        }
    }

    private RdfTerm Term()
    {
        var token = Take();
        if (token == "[")
        {
            var node = NewBlank();
            Properties(node);
            Expect("]");
            return node;
        }
        if (token == "(") return List();
        if (token[0] == '<') return RdfTerm.Iri(Iri(token));
        if (token.StartsWith("_:", StringComparison.Ordinal)) return RdfTerm.Blank("n" + token[2..].Replace("_", "u").Replace("-", "h"));
        if (token[0] is '"' or '\'') return Literal(token);
        if (token is "true" or "false") return RdfTerm.Literal(token, Xsd + "boolean");
        if (char.IsAsciiDigit(token[0]) || token[0] is '-' or '+')
            return RdfTerm.Literal(token, Xsd + (token.Contains('e', StringComparison.OrdinalIgnoreCase) ? "double" : token.Contains('.') ? "decimal" : "integer"));
        return RdfTerm.Iri(Prefixed(token));
    }

    private RdfTerm List()
    {
        if (Peek() == ")")
        {
            Take();
            return RdfTerm.Iri(Rdf + "nil");
        }
        var cell = NewBlank();
        _graph.Add(cell, Rdf + "first", Term());
        _graph.Add(cell, Rdf + "rest", List());
        return cell;
    }

    private RdfTerm Literal(string token)
    {
        var quotes = token.StartsWith("\"\"\"", StringComparison.Ordinal) || token.StartsWith("'''", StringComparison.Ordinal) ? 3 : 1;
        var text = Unescaped(token[quotes..^quotes]);
        if (_at < _tokens.Count && Peek() == "^^")
        {
            Take();
            return RdfTerm.Literal(text, Term().Value);
        }
        return _at < _tokens.Count && Peek()[0] == '@' ? RdfTerm.Text(text, Take()[1..]) : RdfTerm.Literal(text);
    }

    private string Prefixed(string name)
    {
        var colon = name.IndexOf(':');
        if (colon < 0) throw new FormatException($"Unexpected {name} at token {_at}.");
        return _prefixes[name[..colon]] + name[(colon + 1)..].Replace("\\", "");
    }

    private string Iri(string token)
    {
        var iri = Unescaped(token[1..^1]);
        return iri.Contains(':') ? iri : _base + iri;
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\')) return text;
        return Escape().Replace(text, match => match.Value[1] switch
        {
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'b' => "\b",
            'f' => "\f",
            'u' or 'U' => new Rune(int.Parse(match.Value[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString(),
            _ => match.Value[1..],
        });
    }

    private RdfTerm NewBlank() => RdfTerm.Blank("t" + (++_blanks).ToString(CultureInfo.InvariantCulture));

    private string Peek() => _at < _tokens.Count ? _tokens[_at] : throw new FormatException("The text ends too early.");

    private string Take()
    {
        var token = Peek();
        _at++;
        return token;
    }

    private void Expect(string token)
    {
        if (Take() is var found && found != token) throw new FormatException($"Expected {token}, found {found} at token {_at}.");
    }

    [GeneratedRegex("""#[^\n]*|<[^>\s]*>|\"\"\"(?:[^"\\]|\\.|"(?!""))*\"\"\"|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\^\^|@[A-Za-z]+(?:-[A-Za-z0-9]+)*|[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?|[\[\](),;]|_:[A-Za-z0-9_-]+|\p{L}?[\p{L}\p{N}_.-]*:(?:[\p{L}\p{N}_:%\\/&#?-]|\.(?=[\p{L}\p{N}_:%\\-]))*|[A-Za-z]+|\.|\s+""")]
    private static partial Regex Token();

    [GeneratedRegex("""\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)""")]
    private static partial Regex Escape();
}
