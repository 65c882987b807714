using System.Globalization;

namespace DataDiplomacy.Core.Statistics;

/// <summary>Numbers as they stand in a sentence: few digits, no false precision.</summary>
public static class ReadableNumber
{
    /// <summary>Three significant digits, with words from a million on and an exponent only beyond 0.0001 and 10^15.</summary>
    public static string Of(double value) => Math.Abs(value) switch
    {
        // Exactly 0 has no magnitude.
        0 => "0",
        < 1e-4 or >= 1e15 => value.ToString("0.##e0", CultureInfo.InvariantCulture),
        >= 999.5e9 => Digits(value / 1e12) + " trillion",
        >= 999.5e6 => Digits(value / 1e9) + " billion",
        >= 999.5e3 => Digits(value / 1e6) + " million",
        _ => Digits(value)
    };

    /// <summary>A p or q with its sign, such as <c>=0.031</c> or <c>&lt;0.0001</c>.</summary>
    public static string Probability(double p) => p switch
    {
        < 0.0001 => "<0.0001",
        // Close to the level a rounded p would contradict the verdict beside it.
        > 0.0495 and < 0.0505 => "=" + p.ToString("0.######", CultureInfo.InvariantCulture),
        < 0.1 => "=" + p.ToString("0.####", CultureInfo.InvariantCulture),
        _ => "=" + p.ToString("0.##", CultureInfo.InvariantCulture)
    };

    /// <summary>A share as percentage, such as <c>95 %</c>.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.###", CultureInfo.InvariantCulture) + " %";

    private static string Digits(double value)
    {
        var decimals = 2 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        if (decimals >= 0) return Math.Round(value, decimals).ToString("0.#######", CultureInfo.InvariantCulture);
        var unit = Math.Pow(10, -decimals);
        return (Math.Round(value / unit) * unit).ToString("0", CultureInfo.InvariantCulture);
    }
}
