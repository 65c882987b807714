namespace DataDiplomacy.Api.Http;

/// <summary>
/// Counts for the current minute in 512 KiB, however many addresses ask: each count has one of 65,536 places by a hash that differs with each start,
/// so that nobody can choose whom to share one with. A library's limiter per address would grow with their number.
/// </summary>
public sealed class RateWindows
{
    private const int Places = 1 << 16;

    // Minute in the upper half, count in the lower.
    private readonly long[] _counts = new long[Places];

    /// <summary>Counts a cost and gives what is used up with it. What ends after its minute is counted in the next one, which has begun.</summary>
    public int Charge(string who, long minute, int cost)
    {
        ref var place = ref _counts[who.GetHashCode(StringComparison.Ordinal) & Places - 1];
        while (true)
        {
            var before = Volatile.Read(ref place);
            var now = before >> 32 == Half(minute + 1) ? Half(minute + 1) : Half(minute);
            var used = before >> 32 == now ? (int)before : 0;
            var after = (int)Math.Min(int.MaxValue, (long)used + cost);
            if (Interlocked.CompareExchange(ref place, now << 32 | (uint)after, before) == before)
            {
                return after;
            }
        }
    }

    private static long Half(long minute) => minute & int.MaxValue;
}
