namespace DataDiplomacy.Core.Observations;

/// <summary>Values of one series at equal steps of time, as methods need them that know places and no dates. Nothing is filled in.</summary>
public sealed class EqualSteps
{
    private readonly Frequency _frequency;
    private readonly int _last;

    private EqualSteps(IReadOnlyList<(int Place, double Value)> found, Frequency frequency, int dropped)
    {
        (_frequency, Dropped) = (frequency, dropped);
        Step = found.Count < 2 ? 1 : found[1].Place - found[0].Place;
        _last = found[^1].Place;
        (First, Last) = (PeriodOf(found[0].Place), PeriodOf(_last));
        var values = new List<double?>();
        for (var i = 0; i < found.Count; i++)
        {
            if (i > 0 && found[i].Place - found[i - 1].Place != Step)
            {
                values.Add(null);
                AfterGap = PeriodOf(found[i].Place);
            }
            values.Add(found[i].Value);
        }
        Values = values;
    }

    /// <summary>The values, oldest first; null where steps are missing, however many.</summary>
    public IReadOnlyList<double?> Values { get; }

    /// <summary>Number of periods from a value to the next: 1 where each has one, 5 for a year in five.</summary>
    public int Step { get; }

    /// <summary>First period with a value.</summary>
    public TimePeriod First { get; }

    /// <summary>Last period with a value.</summary>
    public TimePeriod Last { get; }

    /// <summary>Number of periods that have no value.</summary>
    public int Dropped { get; }

    /// <summary>First period after the last gap: from there on there is none; null without gaps.</summary>
    public TimePeriod? AfterGap { get; }

    /// <summary>The values at equal steps; null without any value, or where periods are of different length.</summary>
    /// <param name="points">One value for each period, in the order of time; a missing value is null.</param>
    public static EqualSteps? Of(IEnumerable<(TimePeriod Period, double? Value)> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        List<(TimePeriod Period, double? Value)> all = [.. points];
        List<(int Place, double Value)> found = [.. all.Where(p => p.Value is not null).Select(p => (PlaceOf(p.Period), p.Value.GetValueOrDefault()))];
        var lengths = all.Where(p => p.Value is not null).Select(p => p.Period.Frequency).Distinct().ToList();
        return lengths.Count == 1 ? new EqualSteps(found, lengths[0], all.Count - found.Count) : null;
    }

    /// <summary>The period so many steps after the last value; null beyond the year 9999.</summary>
    public TimePeriod? Ahead(int steps)
    {
        var place = (long)_last + (long)steps * Step;
        return place <= LastPlace(_frequency) ? PeriodOf((int)place) : null;
    }

    private static int PlaceOf(TimePeriod period)
    {
        var start = period.Start;
        return period.Frequency switch
        {
            Frequency.Week => start.DayNumber / 7,
            Frequency.Day => start.DayNumber,
            var frequency => start.Year * PerYear(frequency) + (start.Month - 1) * PerYear(frequency) / 12,
        };
    }

    private TimePeriod PeriodOf(int place)
    {
        var perYear = PerYear(_frequency);
        var start = _frequency switch
        {
            // 0001-01-01, the day number 0, is a Monday.
            Frequency.Week => DateOnly.FromDayNumber(place * 7),
            Frequency.Day => DateOnly.FromDayNumber(place),
            _ => new DateOnly(place / perYear, place % perYear * 12 / perYear + 1, 1),
        };
        return TimePeriod.FromCode((start.Year * 10_000 + start.Month * 100 + start.Day) * 10 + (int)_frequency);
    }

    private static int LastPlace(Frequency frequency) => frequency switch
    {
        Frequency.Week => DateOnly.MaxValue.AddDays(-6).DayNumber / 7,
        Frequency.Day => DateOnly.MaxValue.DayNumber,
        _ => 9999 * PerYear(frequency) + PerYear(frequency) - 1,
    };

    private static int PerYear(Frequency frequency) => frequency switch
    {
        Frequency.Annual => 1,
        Frequency.Semester => 2,
        Frequency.Quarter => 4,
        _ => 12,
    };
}
