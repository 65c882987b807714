namespace DataDiplomacy.Core.Evidence.Checks;

/// <summary>A time that is known to lie between two instants, both included: a day that somebody claims, a clock whose zone nobody wrote down.</summary>
/// <param name="From">The earliest it can be, UTC.</param>
/// <param name="Until">The latest it can be, UTC.</param>
public readonly record struct InstantRange(DateTime From, DateTime Until)
{
    /// <summary>Zones reach from UTC-12 to UTC+14; both sides are taken as the wider one.</summary>
    public static readonly TimeSpan AnyZone = TimeSpan.FromHours(14);

    /// <summary>A time that is known exactly.</summary>
    /// <param name="instant">UTC.</param>
    /// <returns>The range of this instant alone.</returns>
    public static InstantRange At(DateTime instant) => new(instant, instant);

    /// <summary>What a clock showed whose zone is not known.</summary>
    /// <param name="shown">The date and time that it showed.</param>
    /// <returns>14 hours to either side; cut at the ends of the calendar.</returns>
    public static InstantRange OfUnknownZone(DateTime shown) => new(
        new DateTime(Math.Max(DateTime.MinValue.Ticks, shown.Ticks - AnyZone.Ticks), DateTimeKind.Utc),
        new DateTime(Math.Min(DateTime.MaxValue.Ticks, shown.Ticks + AnyZone.Ticks), DateTimeKind.Utc));

    /// <summary>How far two times are apart at least.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>Zero where they overlap.</returns>
    public TimeSpan Gap(InstantRange other)
    {
        if (other.From > Until) return other.From - Until;
        return From > other.Until ? From - other.Until : TimeSpan.Zero;
    }
}
