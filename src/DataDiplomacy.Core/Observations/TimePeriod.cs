using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DataDiplomacy.Core.Observations;

/// <summary>
/// The period an observation is about, years 0001 to 9999, as an SDMX observational time period:
/// <c>2020</c>, <c>2020-S1</c>, <c>2020-Q1</c>, <c>2020-M03</c>, <c>2020-W10</c> or <c>2020-03-15</c>
/// (SDMX 3.0, Section 6 Technical Notes, 4.2 "Time and Time Format": Gregorian periods and standard reporting periods,
/// the reporting year starting on 1 January). The default value is the year 0001.
/// </summary>
public readonly record struct TimePeriod
{
    private const int FirstCode = 1_01_01 * 10;

    // Kept as a distance from the first code so that the default value is a period too.
    private readonly int _distance;

    private TimePeriod(DateOnly start, Frequency frequency) => _distance = DayCode(start) * 10 + (int)frequency - FirstCode;

    /// <summary>The start as yyyymmdd, times ten, plus the rank of the frequency: sorts by start, then coarse to fine.</summary>
    public int Code => _distance + FirstCode;

    /// <summary>The length of the period.</summary>
    public Frequency Frequency => (Frequency)(Code % 10);

    /// <summary>The first day.</summary>
    public DateOnly Start => ToDay(Code / 10);

    /// <summary>The last day, inclusive.</summary>
    public DateOnly End => Frequency switch
    {
        Frequency.Annual => LastDayOfMonths(12),
        Frequency.Semester => LastDayOfMonths(6),
        Frequency.Quarter => LastDayOfMonths(3),
        Frequency.Month => LastDayOfMonths(1),
        Frequency.Week => Start.AddDays(6),
        _ => Start,
    };

    /// <summary>The last day as yyyymmdd.</summary>
    public int EndCode => DayCode(End);

    /// <summary>
    /// The start in decimal years: the year itself for a year, year + (index - 1) / count within the year for anything shorter
    /// (weeks: within the ISO year; days: day of the year - 1 over the days of that year).
    /// </summary>
    public double Year
    {
        get
        {
            var start = Start;
            return Frequency switch
            {
                Frequency.Week => WeekYear(start) + (Week(start) - 1) / (double)ISOWeek.GetWeeksInYear(WeekYear(start)),
                Frequency.Day => start.Year + (start.DayOfYear - 1) / (DateTime.IsLeapYear(start.Year) ? 366.0 : 365.0),
                _ => start.Year + (start.Month - 1) / 12.0,
            };
        }
    }

    /// <summary>The period with that <see cref="Code"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No period has that code.</exception>
    public static TimePeriod FromCode(int code)
    {
        var (day, rank) = (code / 10, code % 10);
        var (year, month, dayOfMonth) = (day / 10_000, day / 100 % 100, day % 100);
        if (code > 0 && IsDay(year, month, dayOfMonth) && IsStart(new DateOnly(year, month, dayOfMonth), (Frequency)rank))
            return new TimePeriod(new DateOnly(year, month, dayOfMonth), (Frequency)rank);
        throw new ArgumentOutOfRangeException(nameof(code), code, "The code is not the start of a period as yyyymmdd followed by its frequency rank 0 to 5.");
    }

    /// <summary>
    /// Reads a period. Beside the canonical texts the Gregorian month <c>2020-03</c> (= <c>2020-M03</c>) and the reporting year <c>2020-A1</c> (= <c>2020</c>) are read.
    /// Week 53 only where the ISO year has one; weeks that end after 9999-12-31 are refused.
    /// </summary>
    /// <returns>False for anything else, blanks around the text included.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out TimePeriod period)
    {
        period = default;
        if (text is null || text.Length < 4 || !TryDigits(text.AsSpan(0, 4), out var year) || year == 0)
            return false;
        if (text.Length == 4)
            return Set(new DateOnly(year, 1, 1), Frequency.Annual, out period);
        if (text.Length < 7 || text[4] != '-')
            return false;
        return char.IsAsciiDigit(text[5]) ? TryGregorian(text.AsSpan(5), year, out period) : TryReporting(text.AsSpan(5), year, out period);
    }

    /// <summary>The canonical text, read back by <see cref="TryParse"/>.</summary>
    public override string ToString()
    {
        var start = Start;
        return Frequency switch
        {
            Frequency.Annual => string.Create(CultureInfo.InvariantCulture, $"{start.Year:D4}"),
            Frequency.Semester => string.Create(CultureInfo.InvariantCulture, $"{start.Year:D4}-S{(start.Month - 1) / 6 + 1}"),
            Frequency.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:D4}-Q{(start.Month - 1) / 3 + 1}"),
            Frequency.Month => string.Create(CultureInfo.InvariantCulture, $"{start.Year:D4}-M{start.Month:D2}"),
            Frequency.Week => string.Create(CultureInfo.InvariantCulture, $"{WeekYear(start):D4}-W{Week(start):D2}"),
            _ => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        };
    }

    private static bool TryGregorian(ReadOnlySpan<char> rest, int year, out TimePeriod period)
    {
        period = default;
        if (!TryDigits(rest[..2], out var month) || month is < 1 or > 12)
            return false;
        if (rest.Length == 2)
            return Set(new DateOnly(year, month, 1), Frequency.Month, out period);
        return rest.Length == 5 && rest[2] == '-' && TryDigits(rest[3..], out var day) && IsDay(year, month, day)
            && Set(new DateOnly(year, month, day), Frequency.Day, out period);
    }

    private static bool TryReporting(ReadOnlySpan<char> rest, int year, out TimePeriod period)
    {
        period = default;
        if (!TryDigits(rest[1..], out var index) || index == 0)
            return false;
        return (rest[0], rest.Length) switch
        {
            ('A', 2) => index == 1 && Set(new DateOnly(year, 1, 1), Frequency.Annual, out period),
            ('S', 2) => index <= 2 && Set(new DateOnly(year, index * 6 - 5, 1), Frequency.Semester, out period),
            ('Q', 2) => index <= 4 && Set(new DateOnly(year, index * 3 - 2, 1), Frequency.Quarter, out period),
            ('M', 3) => index <= 12 && Set(new DateOnly(year, index, 1), Frequency.Month, out period),
            ('W', 3) => TryWeek(year, index, out period),
            _ => false,
        };
    }

    private static bool TryWeek(int year, int week, out TimePeriod period)
    {
        period = default;
        var endsInReach = year < 9999 || week < 52;
        return endsInReach && week <= ISOWeek.GetWeeksInYear(year)
            && Set(DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)), Frequency.Week, out period);
    }

    private static bool Set(DateOnly start, Frequency frequency, out TimePeriod period)
    {
        period = new TimePeriod(start, frequency);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<char> text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static bool IsDay(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private static bool IsStart(DateOnly day, Frequency frequency) => frequency switch
    {
        Frequency.Annual => day is { Month: 1, Day: 1 },
        Frequency.Semester => day is { Month: 1 or 7, Day: 1 },
        Frequency.Quarter => day is { Month: 1 or 4 or 7 or 10, Day: 1 },
        Frequency.Month => day.Day == 1,
        Frequency.Week => day.DayOfWeek == DayOfWeek.Monday && day <= DateOnly.MaxValue.AddDays(-6),
        Frequency.Day => true,
        _ => false,
    };

    private static int WeekYear(DateOnly day) => ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue));

    private static int Week(DateOnly day) => ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue));

    private static int DayCode(DateOnly day) => day.Year * 10_000 + day.Month * 100 + day.Day;

    private static DateOnly ToDay(int code) => new(code / 10_000, code / 100 % 100, code % 100);

    private DateOnly LastDayOfMonths(int months)
    {
        var start = Start;
        var last = start.Month + months - 1;
        return new DateOnly(start.Year, last, DateTime.DaysInMonth(start.Year, last));
    }
}
