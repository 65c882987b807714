using System.Globalization;
using System.Text.RegularExpressions;

namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// A number, time or duration on a line. XML Schema does not order all of them: a time without zone lies anywhere within 14 hours, a month has 28 to 31 days
/// (XML Schema Part 2, sections 3.3.6 and 3.3.7, 2012); so a value has a least and a most.
/// </summary>
internal readonly partial record struct OrderedValue(decimal Least, decimal Most)
{
    private const decimal HoursOfZone = 14m * TimeSpan.TicksPerHour;

    // Seconds left out are no XML Schema, but the examples of ODRL and of the Dataspace Protocol leave them out.
    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mmK"];

    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture);

    /// <summary>Compares a value of the request with a right operand.</summary>
    /// <returns>Unknown if one of them cannot be read, or if the order depends on what is not said; null if neither is a value of an ordered type.</returns>
    public static Satisfaction? Compare(string left, string comparing, OdrlValue right)
    {
        var isPlainNumber = right.DataType is null && TryNumber(left, out _) && TryNumber(right.Text, out _);
        if ((isPlainNumber ? Number : Reading(right.DataType)) is not { } read) return null;
        return read(left) is { } one && read(right.Text) is { } other ? one.Compare(comparing, other) : Satisfaction.Unknown;
    }

    /// <summary>The ticks of UTC at which a time, as it passes, compares in another way with this text, whichever type the text has.</summary>
    public static IEnumerable<decimal> Turns(string text)
    {
        if (Time(text) is { } time) foreach (var turn in new[] { time.Least, time.Most }) yield return turn;
        if (Day(text) is { } day) foreach (var turn in new[] { day.Least, day.Least + 1, day.Most, day.Most + 1 }) yield return turn * TimeSpan.TicksPerDay;
    }

    /// <summary>The last tick of UTC that a time or a day can mean; null for neither.</summary>
    public static decimal? End(string text) => Time(text) is { } time ? time.Most : Day(text) is { } day ? ((day.Most + 1) * TimeSpan.TicksPerDay) - 1 : null;

    private static Func<string, OrderedValue?>? Reading(string? type) => type switch
    {
        "xsd:dateTime" or "xsd:dateTimeStamp" => Time,
        "xsd:date" => Day,
        "xsd:duration" or "xsd:dayTimeDuration" or "xsd:yearMonthDuration" => Duration,
        "xsd:integer" or "xsd:decimal" or "xsd:double" or "xsd:float" => Number,
        _ => null
    };

    private Satisfaction Compare(string comparing, OrderedValue right) => comparing switch
    {
        "eq" => Same(right),
        "neq" => Logic.Not(Same(right)),
        "lt" => Always(Most < right.Least, Least < right.Most),
        "lteq" => Always(Most <= right.Least, Least <= right.Most),
        "gt" => Always(Least > right.Most, Most > right.Least),
        "gteq" => Always(Least >= right.Most, Most >= right.Least),
        _ => Satisfaction.Unknown
    };

    private Satisfaction Same(OrderedValue right) => Always(Least == Most && this == right, Least <= right.Most && right.Least <= Most);

    private static Satisfaction Always(bool surely, bool possibly) => surely ? Satisfaction.Satisfied : possibly ? Satisfaction.Unknown : Satisfaction.Unsatisfied;

    private static bool TryNumber(string text, out decimal number) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);

    private static OrderedValue? Number(string text) => TryNumber(text, out var number) ? new OrderedValue(number, number) : null;

    private static OrderedValue? Time(string text)
    {
        if (!DateTimeOffset.TryParseExact(text, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)) return null;
        var isZoned = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-' && text[^3] == ':');
        return isZoned ? new(time.UtcTicks, time.UtcTicks) : new(time.UtcTicks - HoursOfZone, time.UtcTicks + HoursOfZone);
    }

    /// <summary>Days of UTC, since a day without zone begins somewhere.</summary>
    private static OrderedValue? Day(string text)
    {
        if (DateOnly.TryParseExact(text.TrimEnd('Z'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return new(day.DayNumber, day.DayNumber);
        return Time(text) is { } time ? new(decimal.Floor(time.Least / TimeSpan.TicksPerDay), decimal.Floor(time.Most / TimeSpan.TicksPerDay)) : null;
    }

    private static OrderedValue? Duration(string text)
    {
        var match = DurationPattern().Match(text);
        if (!match.Success || match.Groups.Values.Skip(2).All(group => !group.Success)) return null;
        decimal Part(int group) => match.Groups[group].Success && TryNumber(match.Groups[group].Value, out var number) ? number : 0;
        var seconds = (((Part(4) * 24) + Part(5)) * 3600) + (Part(6) * 60) + Part(7);
        var least = seconds + (((Part(2) * 365) + (Part(3) * 28)) * 86_400);
        var most = seconds + (((Part(2) * 366) + (Part(3) * 31)) * 86_400);
        return match.Groups[1].Success ? new(-most, -least) : new(least, most);
    }

    [GeneratedRegex(@"^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
