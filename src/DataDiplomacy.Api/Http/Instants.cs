using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DataDiplomacy.Api.Http;

/// <summary>Instants on the wire: RFC 3339 in UTC; a date means 00:00 UTC. The clock of this server ticks in milliseconds.</summary>
public static class Instants
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Formats =
    [
        "yyyy-MM-dd", "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
    ];

    public static bool TryParse([NotNullWhen(true)] string? text, out DateTime instant) =>
        DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, Utc, out instant);

    /// <summary>The instant in one writing, so that queries that mean the same are the same; what is no instant is given back.</summary>
    public static string? Canonical(string? text) => TryParse(text, out var instant) ? Format(instant) : text;

    public static string Format(DateTime instant) =>
        instant.ToString(instant.Ticks % TimeSpan.TicksPerSecond == 0 ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>A day, <c>yyyy-MM-dd</c>; null for anything else.</summary>
    public static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The last instant of a day, UTC.</summary>
    public static DateTime EndOf(DateOnly day) => day.ToDateTime(new TimeOnly(23, 59, 59, 999), DateTimeKind.Utc);

    /// <summary>When somebody said something: as they tell, or now.</summary>
    /// <exception cref="ProblemException">It is in the future.</exception>
    public static DateTime StatedAt(DateTime? told, TimeProvider time)
    {
        var now = Truncate(time.GetUtcNow().UtcDateTime);
        if (told is null) return now;
        return told <= now ? Truncate(told.Value) : throw ProblemException.Invalid("statedAt", $"statedAt is {Format(told.Value)}, after now, {Format(now)}. Nobody has said it yet.");
    }

    public static DateTime Truncate(DateTime instant) =>
        new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
