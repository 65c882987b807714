using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Tests.Standards.Rdf;

internal enum TurtleTokenKind
{
    Iri,
    PrefixedName,
    BlankLabel,
    Text,
    LanguageOrKeyword,
    Number,
    Word,
    Mark,
    End
}

internal sealed record TurtleToken(TurtleTokenKind Kind, string Text, int Line);

/// <summary>Cuts Turtle into tokens (RDF 1.1 Turtle, section 6.5, 2014).</summary>
internal static partial class TurtleTokens
{
    public static IReadOnlyList<TurtleToken> Of(string turtle)
    {
        var tokens = new List<TurtleToken>();
        var (at, line) = (0, 1);
        while (at < turtle.Length)
        {
            var match = Pattern().Match(turtle, at);
            if (!match.Success || match.Length == 0) throw new FormatException($"Line {line}: no Turtle: {turtle.Substring(at, Math.Min(20, turtle.Length - at))}");
            if (KindOf(match) is { } kind) tokens.Add(new(kind, match.Value, line));
            line += match.Value.Count(character => character == '\n');
            at += match.Length;
        }
        tokens.Add(new(TurtleTokenKind.End, "", line));
        return tokens;
    }

    private static TurtleTokenKind? KindOf(Match match)
    {
        if (match.Groups["space"].Success) return null;
        if (match.Groups["iri"].Success) return TurtleTokenKind.Iri;
        if (match.Groups["text"].Success) return TurtleTokenKind.Text;
        if (match.Groups["at"].Success) return TurtleTokenKind.LanguageOrKeyword;
        if (match.Groups["number"].Success) return TurtleTokenKind.Number;
        if (match.Groups["blank"].Success) return TurtleTokenKind.BlankLabel;
        if (match.Groups["name"].Success) return TurtleTokenKind.PrefixedName;
        return match.Groups["word"].Success ? TurtleTokenKind.Word : TurtleTokenKind.Mark;
    }

    [GeneratedRegex("""
        \G(?:
          (?<space>\s+|\#[^\r\n]*)
        | (?<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
        | (?<text>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
        | (?<at>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
        | (?<number>[+-]?(?:\d+\.\d*[eE][+-]?\d+|\.?\d+[eE][+-]?\d+|\d*\.\d+|\d+))
        | (?<blank>_:[\p{L}\p{N}_](?:[\p{L}\p{N}_.\-·]*[\p{L}\p{N}_\-·])?)
        | (?<name>(?:\p{L}(?:[\p{L}\p{N}_.\-·]*[\p{L}\p{N}_\-·])?)?:(?:(?:[\p{L}\p{N}_:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])(?:(?:[\p{L}\p{N}_:.\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%])*(?:[\p{L}\p{N}_:\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?\#@%]))?)?)
        | (?<word>[A-Za-z]+)
        | \^\^|[.;,\[\]()]
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
