namespace DataDiplomacy.Core.Observations.Relations;

/// <summary>Numbers periods of one length so that neighbours differ by one.</summary>
public static class PeriodSteps
{
    /// <summary>The number of a period among those of its length.</summary>
    public static long Of(TimePeriod period) => period.Frequency switch
    {
        Frequency.Annual => period.Start.Year,
        Frequency.Semester => period.Start.Year * 2L + (period.Start.Month - 1) / 6,
        Frequency.Quarter => period.Start.Year * 4L + (period.Start.Month - 1) / 3,
        Frequency.Month => period.Start.Year * 12L + period.Start.Month - 1,
        // The first day of all is a Monday, as the first of every week is.
        Frequency.Week => period.Start.DayNumber / 7,
        _ => period.Start.DayNumber
    };

    /// <summary>One period in words, and several.</summary>
    internal static string Name(Frequency? frequency, int count)
    {
        var one = frequency switch
        {
            Frequency.Annual => "year",
            Frequency.Semester => "half-year",
            Frequency.Quarter => "quarter",
            Frequency.Month => "month",
            Frequency.Week => "week",
            Frequency.Day => "day",
            _ => "period"
        };
        return FormattableString.Invariant($"{count} {one}{(count == 1 ? "" : "s")}");
    }
}
