using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Standards.Prov;

/// <summary>Instants of PROV: <c>xsd:dateTime</c> (XML Schema 1.1 Part 2, W3C 2012, section 3.3.7), with or without a zone.</summary>
public static partial class ProvTime
{
    /// <summary>Whether a text is an <c>xsd:dateTime</c>.</summary>
    public static bool IsDateTime(string text) => Form().IsMatch(text);

    /// <summary>The instant, or null without a zone or outside the years 1 to 9999.</summary>
    /// <param name="text">An <c>xsd:dateTime</c>; digits of a second beyond the seventh are cut off.</param>
    /// <returns>The instant in UTC.</returns>
    public static DateTime? Instant(string text)
    {
        if (Form().Match(text) is not { Success: true } match || !match.Groups["zone"].Success) return null;
        var fraction = match.Groups["fraction"].Value is { Length: > 8 } long_ ? long_[..8] : match.Groups["fraction"].Value;
        var zone = match.Groups["zone"].Value == "Z" ? "+00:00" : match.Groups["zone"].Value;
        var whole = match.Groups["seconds"].Value + fraction + zone;
        return DateTimeOffset.TryParse(whole, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? instant.UtcDateTime : null;
    }

    /// <summary>Whether two texts mean the same instant; without zones they must be the same text.</summary>
    public static bool AreEqual(string one, string other) =>
        one == other || (Instant(one) is { } a && Instant(other) is { } b && a == b);

    [GeneratedRegex(@"\A(?<seconds>-?[0-9]{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-4]):[0-5][0-9]:[0-5][0-9])(?<fraction>\.[0-9]+)?(?<zone>Z|[+-](?:0[0-9]|1[0-4]):[0-5][0-9])?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
