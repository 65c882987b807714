namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>A series as the methods of a scan read it: without the missing bins at its ends.</summary>
internal sealed class AlarmScanSeries
{
    private const int LeastYearsOfSeason = 2;
    private const double Rounding = 1e-12;

    public AlarmScanSeries(AlarmScanInput input)
    {
        Input = input;
        var (from, to) = (0, input.Values.Count);
        while (from < to && input.Values[from] is null) from++;
        while (to > from && input.Values[to - 1] is null) to--;
        (Offset, Values) = (from, [.. input.Values.Skip(from).Take(to - from)]);
        First = Math.Max(0, input.First - from);
        N = Values.Count(value => value is not null);
        IsWhole = N > 0 && Values.All(value => value is not { } number || CountValues.IsCount(number));
        IsCounts = IsWhole && input.MayBeCounts;
    }

    public AlarmScanInput Input { get; }

    /// <summary>Number of missing bins that were cut off before the first value.</summary>
    public int Offset { get; }

    public double?[] Values { get; }

    /// <summary>Position of the first bin to judge.</summary>
    public int First { get; }

    public int N { get; }

    public bool HasGaps => N < Values.Length;

    /// <summary>Whether all values are whole numbers of 0 or more.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether they are counts, too.</summary>
    public bool IsCounts { get; }

    /// <summary>Changes from the bin before; null where one of the two is missing or the change is out of range.</summary>
    public double?[] Changes() => [.. Values.Select((value, t) =>
        t > 0 && value is { } now && Values[t - 1] is { } before ? SampleMoments.FiniteOrNull(now - before) : null)];

    /// <summary>Whether a spread is no more than what rounding leaves of changes that are all the same: 0.3 - 0.2 is not 0.2 - 0.1.</summary>
    public bool IsRounding(double spread) => spread <= Rounding * Values.Max(value => Math.Abs(value ?? 0));

    public AlarmScanResult Refuse(string method, string statistic, string reason) =>
        new() { Method = method, StatisticName = statistic, N = N, Reason = reason };

    /// <summary>The result of tests at these positions, or that there was none.</summary>
    public AlarmScanResult Answer(string method, string statistic, IReadOnlyList<AlarmScanTest> tests, double chance, IReadOnlyList<string> warnings)
    {
        if (tests.Count == 0) return Refuse(method, statistic, StatisticalAnswers.InsufficientData);
        return new AlarmScanResult
        {
            Method = method,
            StatisticName = statistic,
            N = N,
            FalseAlarmChance = chance,
            Tests = [.. tests.Select(test => test with { Index = test.Index + Offset, BaselineFirst = test.BaselineFirst + Offset, BaselineLast = test.BaselineLast + Offset })],
            Warnings = warnings
        };
    }

    /// <summary>What to say of methods that know no season.</summary>
    public IEnumerable<string> SeasonWarnings()
    {
        if (Input.BinsPerYear > 1 && Values.Length >= LeastYearsOfSeason * Input.BinsPerYear)
            yield return "The method knows no season: the high months of every year can pass for alarms, and real alarms hide in them.";
    }

    /// <summary>How many bins lie beyond the published limit but not beyond that of the scan.</summary>
    public static IEnumerable<string> PublishedWarnings(IReadOnlyList<AlarmScanTest> tests)
    {
        var more = tests.Count(test => test.BeyondPublished && !test.Alarm);
        if (more > 0)
            yield return $"{more} more bins lie beyond the published limit, which takes the mean and spread of the baseline as known; allowing for their estimate they are no alarms.";
    }
}
