using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

/// <summary>Reads RDF 1.1 Turtle (W3C Recommendation, 2014), with its SPARQL forms of prefix and base.</summary>
internal sealed partial class Turtle
{
    private const string Xsd = "http://www.w3.org/2001/XMLSchema#";
    private readonly IReadOnlyList<TurtleToken> tokens;
    private readonly Dictionary<string, string> prefixes = new(StringComparer.Ordinal);
    private readonly List<TurtleTriple> triples = [];
    // Labels of several documents in one graph must not meet.
    private readonly string document;
    private Uri? baseIri;
    private int at;
    private int blanks;

    private Turtle(string turtle, string document)
    {
        tokens = TurtleTokens.Of(turtle);
        this.document = document;
    }

    public static IReadOnlyList<TurtleTriple> Read(string turtle, string document = "")
    {
        var reading = new Turtle(turtle, document);
        while (reading.Current.Kind != TurtleTokenKind.End) reading.Statement();
        return reading.triples;
    }

    public static TripleIndex ReadFiles(IEnumerable<string> files) => new([.. files.SelectMany(file => Read(File.ReadAllText(file), Path.GetFileName(file)))]);

    private TurtleToken Current => tokens[at];

    private TurtleToken Next() => tokens[at++];

    private bool Is(string mark) => Current.Kind == TurtleTokenKind.Mark && Current.Text == mark;

    private bool Skip(string mark)
    {
        if (!Is(mark)) return false;
        at++;
        return true;
    }

    private void Expect(string mark)
    {
        if (!Skip(mark)) throw Wrong($"\"{mark}\"");
    }

    private FormatException Wrong(string expected) => new($"Line {Current.Line}: expected {expected}, found \"{Current.Text}\".");

    private void Statement()
    {
        var token = Current;
        if (token is { Kind: TurtleTokenKind.LanguageOrKeyword, Text: "@prefix" or "@base" } || (token.Kind == TurtleTokenKind.Word && token.Text.ToUpperInvariant() is "PREFIX" or "BASE"))
        {
            Directive();
            return;
        }
        var isAlone = Is("[") && tokens[at + 1].Text != "]";
        var subject = Subject();
        // [ … ] . says all within the brackets.
        if (!(isAlone && Is("."))) PredicatesAndObjects(subject);
        Expect(".");
    }

    private void Directive()
    {
        var keyword = Next().Text;
        if (keyword.TrimStart('@').Equals("base", StringComparison.OrdinalIgnoreCase))
        {
            baseIri = new Uri(Iri(Next().Text));
        }
        else
        {
            if (Current.Kind != TurtleTokenKind.PrefixedName || !Current.Text.EndsWith(':')) throw Wrong("a prefix");
            var prefix = Next().Text[..^1];
            prefixes[prefix] = Iri(Next().Text);
        }
        if (keyword.StartsWith('@')) Expect(".");
    }

    private TurtleTerm Subject() => Object() is { Kind: not TurtleKind.Literal } subject ? subject : throw Wrong("a subject before");

    private void PredicatesAndObjects(TurtleTerm subject)
    {
        do
        {
            // A semicolon may stand at the end, or twice.
            if (Is(".") || Is("]") || Is(";")) continue;
            var predicate = Predicate();
            do triples.Add(new(subject, predicate, Object()));
            while (Skip(","));
        }
        while (Skip(";"));
    }

    private string Predicate()
    {
        if (Current is { Kind: TurtleTokenKind.Word, Text: "a" })
        {
            at++;
            return TripleIndex.Type;
        }
        return Object() is { Kind: TurtleKind.Iri } iri ? iri.Value : throw Wrong("a predicate before");
    }

    private TurtleTerm Object()
    {
        if (Skip("[")) return Nested();
        if (Skip("(")) return Collection();
        var token = Next();
        switch (token.Kind)
        {
            case TurtleTokenKind.Iri:
                return TurtleTerm.Iri(Iri(token.Text));
            case TurtleTokenKind.PrefixedName:
                return TurtleTerm.Iri(Expanded(token));
            case TurtleTokenKind.BlankLabel:
                return new(TurtleKind.Blank, document + token.Text);
            case TurtleTokenKind.Text:
                return Literal(token.Text);
            case TurtleTokenKind.Number:
                var type = token.Text.AsSpan().ContainsAny('e', 'E') ? "double" : token.Text.Contains('.', StringComparison.Ordinal) ? "decimal" : "integer";
                return new(TurtleKind.Literal, token.Text, Xsd + type);
            case TurtleTokenKind.Word when token.Text is "true" or "false":
                return new(TurtleKind.Literal, token.Text, Xsd + "boolean");
            default:
                at--;
                throw Wrong("a term");
        }
    }

    private TurtleTerm Blank() => new(TurtleKind.Blank, string.Create(CultureInfo.InvariantCulture, $"{document}[{++blanks}]"));

    private TurtleTerm Nested()
    {
        var node = Blank();
        if (!Is("]")) PredicatesAndObjects(node);
        Expect("]");
        return node;
    }

    private TurtleTerm Collection()
    {
        var items = new List<TurtleTerm>();
        while (!Is(")")) items.Add(Object());
        Expect(")");
        var head = TurtleTerm.Iri(TripleIndex.Nil);
        foreach (var item in Enumerable.Reverse(items))
        {
            var node = Blank();
            triples.Add(new(node, TripleIndex.First, item));
            triples.Add(new(node, TripleIndex.Rest, head));
            head = node;
        }
        return head;
    }

    private TurtleTerm Literal(string quoted)
    {
        var quotes = quoted.StartsWith("\"\"\"", StringComparison.Ordinal) || quoted.StartsWith("'''", StringComparison.Ordinal) ? 3 : 1;
        var text = Unescaped(quoted[quotes..^quotes]);
        if (Current.Kind == TurtleTokenKind.LanguageOrKeyword) return new(TurtleKind.Literal, text, "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", Next().Text[1..]);
        return new(TurtleKind.Literal, text, Skip("^^") ? Object().Value : Xsd + "string");
    }

    private string Iri(string bracketed)
    {
        if (!bracketed.StartsWith('<')) throw Wrong("an IRI before");
        var iri = Unescaped(bracketed[1..^1]);
        return baseIri is null || Uri.IsWellFormedUriString(iri, UriKind.Absolute) ? iri : new Uri(baseIri, iri).OriginalString is { Length: > 0 } and var joined ? joined : iri;
    }

    private string Expanded(TurtleToken token)
    {
        var colon = token.Text.IndexOf(':', StringComparison.Ordinal);
        if (!prefixes.TryGetValue(token.Text[..colon], out var iri)) throw new FormatException($"Line {token.Line}: the prefix of {token.Text} is not declared.");
        return iri + token.Text[(colon + 1)..].Replace("\\", "", StringComparison.Ordinal);
    }

    private static string Unescaped(string text) => text.Contains('\\', StringComparison.Ordinal) ? Escape().Replace(text, match => match.Value[1] switch
    {
        'n' => "\n",
        't' => "\t",
        'r' => "\r",
        'b' => "\b",
        'f' => "\f",
        'u' or 'U' => char.ConvertFromUtf32(int.Parse(match.Value.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        var other => other.ToString()
    }) : text;

    [GeneratedRegex(@"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", RegexOptions.Singleline)]
    private static partial Regex Escape();
}
