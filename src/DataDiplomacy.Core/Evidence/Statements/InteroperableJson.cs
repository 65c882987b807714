using System.Globalization;
using System.Text;
using System.Text.Json;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>
/// Whether every reader takes a JSON value for the same value (I-JSON, RFC 7493, 2), so that what is committed to is what was sent: no name twice, no lone
/// surrogate, and no number that a double would change.
/// </summary>
public static class InteroperableJson
{
    /// <summary>Objects and arrays nested deeper are refused: what is sent is shown inside of other objects, and readers stop at 64 levels.</summary>
    public const int MaxDepth = 32;

    private const double MaxExact = 9_007_199_254_740_991;
    private const int MostOfName = 40;
    private const int MostOfPath = 200;
    private const string Surrogate = "holds a surrogate that stands alone, or bytes that are no UTF-8. Send whole characters.";

    /// <summary>The first fault of a value.</summary>
    /// <param name="json">The value in UTF-8.</param>
    /// <param name="name">What the value is called, with which the path begins.</param>
    /// <returns>The fault; null where there is none.</returns>
    public static JsonFault? FaultOf(ReadOnlySpan<byte> json, string name)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = Jcs.MaxDepth });
        try
        {
            reader.Read();
            var fault = FaultOf(ref reader, name, MaxDepth);
            // Only white space may follow: the reader throws at anything else.
            if (fault is null) reader.Read();
            return fault;
        }
        catch (JsonException error)
        {
            return new(name, $"{name} is no JSON: {error.Message}");
        }
    }

    private static JsonFault? FaultOf(ref Utf8JsonReader reader, string path, int levels) => reader.TokenType switch
    {
        JsonTokenType.StartObject or JsonTokenType.StartArray when levels == 0 => Fault(path, string.Create(CultureInfo.InvariantCulture, $"is nested deeper than {MaxDepth} levels. Send what is in it as a text.")),
        JsonTokenType.StartObject => FaultOfObject(ref reader, path, levels),
        JsonTokenType.StartArray => FaultOfArray(ref reader, path, levels),
        JsonTokenType.String => Text(ref reader) is null ? Fault(path, Surrogate) : null,
        JsonTokenType.Number => FaultOfNumber(ref reader, path),
        _ => null
    };

    private static JsonFault? FaultOfObject(ref Utf8JsonReader reader, string path, int levels)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (Text(ref reader) is not { } name) return Fault(path, "has a name that " + Surrogate);
            var member = Cut($"{path}.{Plain(name)}", MostOfPath);
            if (!names.Add(name)) return Fault(member, "occurs twice in its object. Give each name once, several values as a list.");
            reader.Read();
            if (FaultOf(ref reader, member, levels - 1) is { } fault) return fault;
        }
        return null;
    }

    private static JsonFault? FaultOfArray(ref Utf8JsonReader reader, string path, int levels)
    {
        for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
        {
            if (FaultOf(ref reader, Cut(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), MostOfPath), levels - 1) is { } fault) return fault;
        }
        return null;
    }

    /// <summary>The canonical form (RFC 8785, 3.2.2.3) writes the nearest double: a number that is another would be committed to as something else.</summary>
    private static JsonFault? FaultOfNumber(ref Utf8JsonReader reader, string path)
    {
        var text = Encoding.ASCII.GetString(reader.ValueSpan);
        var says = $"is the number {Cut(text, MostOfName)}, which ";
        if (!reader.TryGetDouble(out var value) || !double.IsFinite(value)) return Fault(path, says + "is beyond what a double holds. Send it as a text.");
        var (digits, exponent) = Decimal(text);
        if (exponent >= 0 && Math.Abs(value) > MaxExact) return Fault(path, says + "is whole and beyond 2^53 - 1, where not all whole numbers are kept apart. Send it as a text.");
        return Decimal(EcmaScriptNumber.Format(value)) == (digits, exponent) ? null : Fault(path, says + "has more digits than a double holds. Send it as a text.");
    }

    /// <summary>A number by its value: its sign and its digits without zeros around them, and the power of ten of the last; 0 and -0 are the same.</summary>
    private static (string Digits, long Exponent) Decimal(string number)
    {
        var parts = number.TrimStart('-').Split('e', 'E');
        var point = parts[0].IndexOf('.', StringComparison.Ordinal);
        var all = parts[0].Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        var digits = all.TrimEnd('0');
        if (digits.Length == 0) return ("0", 0);
        // A number that a double holds has no exponent of that many digits, and one that is too small to differ from 0 need not be told from others.
        var power = parts.Length == 1 ? 0 : long.TryParse(parts[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var given) ? given : int.MinValue;
        return ((number[0] == '-' ? "-" : "") + digits, power - (point < 0 ? 0 : parts[0].Length - point - 1) + (all.Length - digits.Length));
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static JsonFault Fault(string path, string what) => new(path, $"{path} {what}");

    private static string Plain(string name) => Cut(string.Concat(name.Select(c => char.IsControl(c) ? '?' : c)), MostOfName);

    private static string Cut(string text, int most)
    {
        if (text.Length <= most) return text;
        // Not between the halves of a character.
        return text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
    }
}

/// <summary>What is wrong with a JSON value.</summary>
/// <param name="Path">Where, for example <c>capture.headers[2].value</c>; long names and paths are cut.</param>
/// <param name="Message">What, with the path, and what would be right.</param>
public sealed record JsonFault(string Path, string Message);
