namespace DataDiplomacy.Core.Observations;

/// <summary>Periods of one length without a hole between them, as methods for equal steps need them.</summary>
public static class PeriodBins
{
    /// <summary>Largest number of bins.</summary>
    public const int MaxBins = 20_000;

    /// <summary>All periods from the first to the last, both included; empty where the last is before the first.</summary>
    /// <exception cref="ArgumentException">The periods are of different length, or more than <see cref="MaxBins"/>.</exception>
    public static IReadOnlyList<TimePeriod> Between(TimePeriod first, TimePeriod last)
    {
        if (first.Frequency != last.Frequency) throw new ArgumentException("The periods are of different length.", nameof(last));

        var bins = new List<TimePeriod>();
        for (TimePeriod? bin = first; bin is { } one && one.Code <= last.Code; bin = Next(one))
        {
            bins.Add(one);
            if (bins.Count > MaxBins) throw new ArgumentException($"There are more than {MaxBins} periods.", nameof(last));
        }
        return bins;
    }

    /// <summary>Number of bins in a year: 365 for days and 52 for weeks, of which a year has a little more.</summary>
    public static int PerYear(Frequency frequency) => frequency switch
    {
        Frequency.Semester => 2,
        Frequency.Quarter => 4,
        Frequency.Month => 12,
        Frequency.Week => 52,
        Frequency.Day => 365,
        _ => 1
    };

    /// <summary>The period after this one; null after the last that a calendar has.</summary>
    private static TimePeriod? Next(TimePeriod period)
    {
        if (period.End >= DateOnly.MaxValue.AddDays(-7) && period.Frequency >= Frequency.Week || period.End == DateOnly.MaxValue) return null;
        var start = period.End.AddDays(1);
        return TimePeriod.FromCode((start.Year * 10_000 + start.Month * 100 + start.Day) * 10 + (int)period.Frequency);
    }
}
