namespace DataDiplomacy.Core.Statistics.Quality;

/// <summary>How complete, regular and timely a series is, and how long it stands still.</summary>
public static class DataQuality
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of rows that a caller should accept.</summary>
    public const int MaxPoints = 100_000;

    /// <summary>Times reach from minus to plus this number: a double holds each whole number up to it.</summary>
    public const long LargestTime = 9_007_199_254_740_991;

    /// <summary>
    /// Measures a series against the grid of its own commonest spacing. Undefined without a row; with a single time the
    /// figures that need a step are null.
    /// </summary>
    /// <param name="times">Whole times in any order and unit, such as years or days; a time may come more than once.</param>
    /// <param name="values">Values, as many as times; null is missing. Of several rows with one time the first value that is not missing counts.</param>
    /// <param name="asOf">The time at which the series is looked at, in the unit of the times; null leaves timeliness out.</param>
    /// <exception cref="ArgumentException">Lengths differ, a value is NaN or infinite, or a time is beyond <see cref="LargestTime"/>.</exception>
    public static DataQualityResult Measure(IReadOnlyList<long> times, IReadOnlyList<double?> values, double? asOf = null)
    {
        Check(times, values);
        if (times.Count == 0)
            return new DataQualityResult { Defined = false, Reason = StatisticalAnswers.InsufficientData, Rows = 0, Usable = 0, Duplicates = 0 };

        var series = FirstValues(times, values);
        var usable = series.Where(point => point.Value is not null).ToList();
        var result = new DataQualityResult
        {
            Defined = true,
            Rows = times.Count,
            Usable = usable.Count,
            Duplicates = times.Count - series.Count,
            Timeliness = usable.Count == 0 ? null : asOf - usable[^1].Time,
            LongestFlat = LongestFlat(usable)
        };
        return series.Count < 2 ? result : AgainstGrid(result, series, usable);
    }

    private static void Check(IReadOnlyList<long> times, IReadOnlyList<double?> values)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(values);
        if (times.Count != values.Count)
            throw new ArgumentException($"{times.Count} times but {values.Count} values; they belong together one by one.", nameof(values));
        for (var i = 0; i < times.Count; i++)
        {
            if (times[i] is < -LargestTime or > LargestTime)
                throw new ArgumentException($"times[{i}] is {times[i]}; at most {LargestTime} is accepted.", nameof(times));
            if (values[i] is { } value) FiniteValues.Require(value, nameof(values), i);
        }
    }

    private static List<Point> FirstValues(IReadOnlyList<long> times, IReadOnlyList<double?> values)
    {
        var series = new List<Point>();
        // Stable: rows of one time stay in the order of the input.
        foreach (var i in Enumerable.Range(0, times.Count).OrderBy(i => times[i]))
        {
            if (series.Count == 0 || series[^1].Time != times[i]) series.Add(new Point(times[i], values[i]));
            else if (series[^1].Value is null) series[^1] = new Point(times[i], values[i]);
        }
        return series;
    }

    private static int LongestFlat(List<Point> usable)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < usable.Count; i++)
        {
            // Exact equality is meant: a value that is copied forward comes again to the last digit.
            run = i > 0 && usable[i].Value == usable[i - 1].Value ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }
        return longest;
    }

    private static DataQualityResult AgainstGrid(DataQualityResult result, List<Point> series, List<Point> usable)
    {
        var spacings = series.Skip(1).Zip(series, (later, earlier) => later.Time - earlier.Time).ToList();
        var step = spacings.GroupBy(s => s).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).First().Key;
        var expected = (double)(series[^1].Time - series[0].Time) / step + 1;
        return result with
        {
            Step = step,
            Expected = expected,
            Completeness = usable.Count / expected,
            LongestGap = LongestGap(series[0].Time, series[^1].Time, step, usable),
            Regularity = (double)spacings.Count(s => s == step) / spacings.Count
        };
    }

    /// <summary>Counts slots between filled ones; the slots are never walked, as there may be 10^16 of them.</summary>
    private static long LongestGap(long first, long last, long step, List<Point> usable)
    {
        var (longest, filled) = (0L, -1L);
        foreach (var point in usable)
        {
            var slot = (point.Time - first) / step;
            longest = Math.Max(longest, slot - filled - 1);
            filled = slot;
        }
        return Math.Max(longest, (last - first) / step - filled);
    }

    private readonly record struct Point(long Time, double? Value);
}
