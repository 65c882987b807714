using System.Globalization;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>How the times of a series lie: how far apart, and in which seasons of the year.</summary>
internal sealed class TrendCalendar
{
    private const double OnGrid = 1e-6;

    /// <summary>Leap years and years of 53 weeks make steps differ by up to 2 %.</summary>
    private const double EqualUpTo = 0.05;

    private static readonly int[] Periods = [2, 4, 12];

    private readonly double[] _times;

    /// <param name="times">Times in years, ascending, without duplicates, at least two.</param>
    public TrendCalendar(double[] times)
    {
        _times = times;
        double[] steps = [.. times.Zip(times.Skip(1), (a, b) => b - a)];
        (Smallest, Largest) = (steps.Min(), steps.Max());
        Seasons = Periods.Where(IsGrid).Select(period => (int?)period).FirstOrDefault();
    }

    /// <summary>Smallest distance between neighbours, in years.</summary>
    public double Smallest { get; }

    /// <summary>Largest distance between neighbours, in years.</summary>
    public double Largest { get; }

    /// <summary>Whether all steps are equal, that is, nothing is missing in between.</summary>
    public bool IsEquallySpaced => Largest - Smallest <= EqualUpTo * Smallest;

    /// <summary>Halves (2), quarters (4) or months (12) of a year; null for anything else.</summary>
    public int? Seasons { get; }

    /// <summary>Season of the first value, from 1; only with <see cref="Seasons"/>.</summary>
    public int FirstSeason => (int)(Position(_times[0]) % Seasons.GetValueOrDefault(1)) + 1;

    /// <summary>Values with null where a period is missing; only with <see cref="Seasons"/>.</summary>
    public double?[] Filled(double[] values)
    {
        var first = Position(_times[0]);
        var filled = new double?[Position(_times[^1]) - first + 1];
        for (var i = 0; i < values.Length; i++) filled[Position(_times[i]) - first] = values[i];
        return filled;
    }

    /// <summary>A time as its period is written: <c>2020</c>, <c>2020-Q1</c>, <c>2020-M03</c>, else in decimal years.</summary>
    public static string Label(double time, int? seasons)
    {
        if (seasons is not { } period) return time.ToString("0.###", CultureInfo.InvariantCulture);
        var position = (long)Math.Round(time * period);
        var season = position % period + 1;
        var text = period == 12 ? "M" + season.ToString("00", CultureInfo.InvariantCulture) : (period == 4 ? "Q" : "S") + season.ToString(CultureInfo.InvariantCulture);
        return (position / period).ToString("0000", CultureInfo.InvariantCulture) + "-" + text;
    }

    private bool IsGrid(int period) =>
        _times[0] >= 0 && _times[^1] < 10_000 && Math.Abs(Smallest * period - 1) <= OnGrid * period
        && _times.All(time => Math.Abs(time * period - Math.Round(time * period)) <= OnGrid);

    private long Position(double time) => (long)Math.Round(time * Seasons.GetValueOrDefault(1));
}
