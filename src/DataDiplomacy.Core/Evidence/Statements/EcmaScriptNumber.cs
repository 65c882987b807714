using System.Globalization;

namespace DataDiplomacy.Core.Evidence.Statements;

/// <summary>Numbers as ECMAScript writes them (ECMA-262, Number::toString; RFC 8785, 3.2.2.3).</summary>
public static class EcmaScriptNumber
{
    /// <summary>The shortest digits that give the same double back: plain from 1e-6 to below 1e21, with an exponent elsewhere.</summary>
    /// <param name="value">A finite number; -0 is written as 0.</param>
    /// <returns>The text, for example <c>1e+21</c>, <c>0.000001</c>, <c>-4.5</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">Infinite or not a number: JSON has no text for it.</exception>
    public static string Format(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "JSON has no text for it.");
        if (value == 0) return "0";
        var (digits, point) = Parts(Math.Abs(value));
        return (value < 0 ? "-" : "") + Place(digits, point);
    }

    /// <summary>The significant digits, and how many of them stand before the decimal point.</summary>
    private static (string Digits, int Point) Parts(double value)
    {
        // .NET too writes the shortest digits that round-trip (IEEE 754-2019, 5.12); only their layout differs from ECMAScript's.
        var text = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        var exponent = text.Length == 2 ? int.Parse(text[1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var whole = text[0].Split('.')[0];
        var all = text[0].Replace(".", "", StringComparison.Ordinal);
        var digits = all.TrimStart('0');
        return (digits.TrimEnd('0'), whole.Length + exponent - (all.Length - digits.Length));
    }

    private static string Place(string digits, int point)
    {
        if (digits.Length <= point && point <= 21) return digits + new string('0', point - digits.Length);
        if (point is > 0 and <= 21) return $"{digits[..point]}.{digits[point..]}";
        if (point is > -6 and <= 0) return "0." + new string('0', -point) + digits;
        var exponent = (point - 1 > 0 ? "+" : "-") + Math.Abs(point - 1).ToString(CultureInfo.InvariantCulture);
        return digits.Length == 1 ? $"{digits}e{exponent}" : $"{digits[..1]}.{digits[1..]}e{exponent}";
    }
}
