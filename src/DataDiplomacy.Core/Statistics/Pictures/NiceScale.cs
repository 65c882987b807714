using System.Globalization;

namespace DataDiplomacy.Core.Statistics.Pictures;

/// <summary>A vertical scale with round ticks. Values are divided by a power of a thousand where they are very large or small.</summary>
internal sealed class NiceScale
{
    private readonly int _decimals;

    private NiceScale(double low, double high, double step, int exponent)
    {
        (Low, High, Step, Exponent) = (low, high, step, exponent);
        _decimals = Math.Clamp(-(int)Math.Floor(Math.Log10(step) + 1e-9), 0, 15);
    }

    /// <summary>Lower end, in scaled units.</summary>
    public double Low { get; }

    /// <summary>Upper end, in scaled units.</summary>
    public double High { get; }

    /// <summary>Distance of the ticks, in scaled units.</summary>
    public double Step { get; }

    /// <summary>The power of ten that values are divided by, a multiple of 3.</summary>
    public int Exponent { get; }

    /// <summary>Ticks within the scale, in scaled units.</summary>
    public IReadOnlyList<double> Ticks
    {
        get
        {
            var (first, last) = (Math.Round(Low / Step), Math.Round(High / Step));
            return [.. Enumerable.Range(0, (int)(last - first) + 1).Select(i => (first + i) * Step)];
        }
    }

    /// <summary>The power of a thousand that keeps labels short; 0 between 0.001 and a million.</summary>
    public static int ExponentFor(double largest)
    {
        if (largest is 0 or (>= 1e-3 and < 1e6)) return 0;
        return Math.Clamp((int)Math.Floor(Math.Log10(largest) / 3) * 3, -300, 300);
    }

    /// <summary>A scale that holds all of the scaled values; a constant is given room around it.</summary>
    public static NiceScale Around(IReadOnlyCollection<double> scaled, int exponent)
    {
        var (low, high) = scaled.Count == 0 ? (0.0, 1.0) : (scaled.Min(), scaled.Max());
        var size = Math.Max(Math.Abs(low), Math.Abs(high));
        // A range that doubles cannot resolve into ticks is drawn as a constant.
        if (high - low <= 1e-12 * size) (low, high) = size > 0 ? (low - size / 10, high + size / 10) : (-1, 1);

        var step = RoundStep((high - low) / 5);
        return new NiceScale(Math.Floor(low / step) * step, Math.Ceiling(high / step) * step, step, exponent);
    }

    /// <summary>Label of a tick, with as many decimals as the step needs.</summary>
    public string Label(double tick) =>
        (Math.Round(tick, _decimals) + 0.0).ToString((Math.Abs(tick) >= 10_000 ? "#,##0." : "0.") + new string('0', _decimals), CultureInfo.InvariantCulture)
            .Replace(',', '\u2009').Replace('-', '\u2212');

    /// <summary>Note beside the unit, such as <c> (×10⁹)</c>; empty where values are not scaled.</summary>
    public string Note()
    {
        if (Exponent == 0) return "";
        const string superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
        var digits = Math.Abs(Exponent).ToString(CultureInfo.InvariantCulture).Select(digit => superscripts[digit - '0']);
        return $" (×10{(Exponent < 0 ? "⁻" : "")}{string.Concat(digits)})";
    }

    private static double RoundStep(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power
        };
    }
}
