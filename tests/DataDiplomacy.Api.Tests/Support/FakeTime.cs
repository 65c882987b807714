namespace DataDiplomacy.Api.Tests.Support;

/// <summary>
/// A clock that tests set. Each reading is a millisecond later than the one before, so that the order of events shows. Timers do not
/// wait for anyone to set it: they run by the real clock, ten times as fast.
/// </summary>
public sealed class FakeTime : TimeProvider
{
    private long _ticks = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>What the clock says next.</summary>
    public DateTime UtcNow
    {
        get => new(Interlocked.Read(ref _ticks), DateTimeKind.Utc);
        set => Interlocked.Exchange(ref _ticks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() =>
        new(Interlocked.Add(ref _ticks, TimeSpan.TicksPerMillisecond) - TimeSpan.TicksPerMillisecond, TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, Shorten(dueTime), Shorten(period));

    private static TimeSpan Shorten(TimeSpan time) => time == Timeout.InfiniteTimeSpan ? time : time / 10;
}
