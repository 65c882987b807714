using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Standards.Fragments;

/// <summary>
/// Whether a fragment of an IRI selects a part of a file by a published standard: rows, columns and cells of a table (RFC 7111, 2014), characters and
/// lines of a text (RFC 5147, 2008), a region or a time of a picture, sound or film (Media Fragments URI 1.0, W3C Recommendation, 2012).
/// </summary>
public static partial class FragmentSelector
{
    private static readonly Dictionary<string, Form> Forms = new(StringComparer.Ordinal)
    {
        ["row"] = new(Positions(), 1, "row=17, row=5-7 or row=5-*, several parted by semicolons; rows count from 1 (RFC 7111)"),
        ["col"] = new(Positions(), 1, "col=3, col=2-4 or col=2-*, several parted by semicolons; columns count from 1 (RFC 7111)"),
        ["cell"] = new(Cells(), 1, "cell=17,4 or cell=4,1-6,5: row and column, which count from 1 (RFC 7111)"),
        ["char"] = new(Texts(), 0, "char=10,20, char=10, or char=,20: positions between characters, which count from 0 (RFC 5147)"),
        ["line"] = new(Texts(), 0, "line=10,20, line=10, or line=,20: positions between lines, which count from 0 (RFC 5147)"),
        ["xywh"] = new(Region(), 0, "xywh=160,120,320,240 or xywh=percent:25,25,50,50: left, top, width and height (Media Fragments URI 1.0)"),
        ["t"] = new(Times(), 0, "t=10,20, t=10 or t=,0:02:00: seconds, or hours, minutes and seconds (Media Fragments URI 1.0)"),
    };

    /// <summary>Whether it is a selector.</summary>
    /// <param name="fragment">What stands after <c>#</c>, decoded.</param>
    /// <param name="why">What would be right, where it begins like a selector and is none; null otherwise.</param>
    /// <returns>True for a selector that is written as its standard says; whether the file is that long is not known here.</returns>
    public static bool IsSelector(string fragment, out string? why)
    {
        why = null;
        if (fragment.Split('=', 2) is not [var name, var value] || Forms.GetValueOrDefault(name) is not { } form) return false;
        if (form.Pattern.Match(value) is { Success: true } match && IsInOrder(name, match, form.First)) return true;
        why = $"'#{fragment}' selects nothing. Write {form.Right}.";
        return false;
    }

    private static bool IsInOrder(string name, Match match, int first)
    {
        var (starts, ends) = (Numbers(match, "from"), Numbers(match, "to"));
        if (starts.Concat(ends).Any(n => n < first)) return false;
        return name switch
        {
            "cell" => Ends(Numbers(match, "row"), Numbers(match, "row2")) && Ends(Numbers(match, "col"), Numbers(match, "col2")),
            "xywh" => Numbers(match, "size").All(n => n > 0) && (match.Groups["unit"].Value != "percent:" || IsWithin(Numbers(match, "at"), Numbers(match, "size"))),
            "t" => match.Groups["from"].Value is not { Length: > 0 } from || match.Groups["to"].Value is not { Length: > 0 } to || Seconds(from) < Seconds(to),
            "char" or "line" => Ends(starts, ends),
            _ => match.Groups["part"].Captures.All(c => c.Value.Split('-') is not [var a, var b] || a == "*" || b == "*" || Number(a) <= Number(b))
                && match.Groups["part"].Captures.All(c => c.Value.Split('-').All(n => n == "*" || Number(n) >= first)),
        };
    }

    private static bool Ends(IReadOnlyList<double> starts, IReadOnlyList<double> ends) => starts.All(s => s >= 0) && (starts.Count == 0 || ends.Count == 0 || starts[0] <= ends[0]);

    private static bool IsWithin(IReadOnlyList<double> at, IReadOnlyList<double> size) => at[0] + size[0] <= 100 && at[1] + size[1] <= 100;

    private static IReadOnlyList<double> Numbers(Match match, string group) => [.. match.Groups[group].Captures.Where(c => c.Length > 0 && !c.Value.Contains(':', StringComparison.Ordinal)).Select(c => Number(c.Value))];

    private static double Number(string text) => double.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static double Seconds(string time) => time.Split(':').Aggregate(0.0, (sum, part) => (sum * 60) + Number(part));

    [GeneratedRegex(@"\A(?<part>(?:[0-9]{1,15}|\*)(?:-(?:[0-9]{1,15}|\*))?)(?:;(?<part>(?:[0-9]{1,15}|\*)(?:-(?:[0-9]{1,15}|\*))?))*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Positions();

    [GeneratedRegex(@"\A(?<row>[1-9][0-9]{0,14}),(?<col>[1-9][0-9]{0,14})(?:-(?<row2>[1-9][0-9]{0,14}),(?<col2>[1-9][0-9]{0,14}))?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Cells();

    [GeneratedRegex(@"\A(?:(?<from>[0-9]{1,15})(?:,(?<to>[0-9]{1,15})?)?|,(?<to>[0-9]{1,15}))(?:;(?:length=[0-9]{1,15}|md5=[0-9a-fA-F]{32})(?:,[A-Za-z0-9._-]+)?)*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Texts();

    [GeneratedRegex(@"\A(?<unit>pixel:|percent:)?(?<at>[0-9]{1,9}(?:\.[0-9]{1,9})?),(?<at>[0-9]{1,9}(?:\.[0-9]{1,9})?),(?<size>[0-9]{1,9}(?:\.[0-9]{1,9})?),(?<size>[0-9]{1,9}(?:\.[0-9]{1,9})?)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Region();

    [GeneratedRegex(@"\A(?:npt:)?(?:(?<from>(?:[0-9]{1,4}:)?(?:[0-5]?[0-9]:)?[0-9]{1,9}(?:\.[0-9]{1,9})?)(?:,(?<to>(?:[0-9]{1,4}:)?(?:[0-5]?[0-9]:)?[0-9]{1,9}(?:\.[0-9]{1,9})?))?|,(?<to>(?:[0-9]{1,4}:)?(?:[0-5]?[0-9]:)?[0-9]{1,9}(?:\.[0-9]{1,9})?))\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Times();

    /// <summary>How a selector is written.</summary>
    /// <param name="Pattern">What stands after its name.</param>
    /// <param name="First">The least number.</param>
    /// <param name="Right">How it is written right, for people.</param>
    private sealed record Form(Regex Pattern, int First, string Right);
}
