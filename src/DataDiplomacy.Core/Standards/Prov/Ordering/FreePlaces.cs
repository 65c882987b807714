namespace DataDiplomacy.Core.Standards.Prov.Ordering;

/// <summary>Gives first ranks to what no step orders yet: above what it rests on and, where that is possible, below what rests on it.</summary>
internal static class FreePlaces
{
    /// <summary>The ranks, origins first; those of things in a circle of new steps are not in order.</summary>
    /// <param name="steps">New steps.</param>
    /// <param name="ranks">Ranks of both ends of each step.</param>
    /// <param name="gap">Distance of levels.</param>
    public static IEnumerable<KeyValuePair<long, long>> Of(IReadOnlyList<(long From, long To)> steps, IReadOnlyDictionary<long, long> ranks, long gap)
    {
        var (up, down) = (steps.ToLookup(s => s.From, s => s.To), steps.ToLookup(s => s.To, s => s.From));
        var places = new Dictionary<long, long>();
        var free = steps.SelectMany(s => new[] { s.To, s.From }).Distinct().Where(t => ranks[t] == StepOrder.Free).ToList();
        var waiting = free.ToDictionary(t => t, t => up[t].Count(o => ranks[o] == StepOrder.Free));
        var ready = new Queue<long>(free.Where(t => waiting[t] == 0));
        foreach (var thing in free)
        {
            // A thing whose turn comes before its origins are placed is in a circle, or rests on one: it breaks the wait.
            if (!places.ContainsKey(thing) && ready.Count == 0) ready.Enqueue(thing);
            while (ready.TryDequeue(out var next))
            {
                if (!places.TryAdd(next, Between(Highest(up[next]), Lowest(down[next]), gap))) continue;
                foreach (var later in down[next].Where(t => waiting.ContainsKey(t) && --waiting[t] == 0)) ready.Enqueue(later);
            }
        }

        return places;

        long? Highest(IEnumerable<long> things) => things.Select(RankOf).Max();

        long? Lowest(IEnumerable<long> things) => things.Select(RankOf).Min();

        long? RankOf(long thing) => places.TryGetValue(thing, out var place) ? place : ranks[thing] is var rank && rank == StepOrder.Free ? null : rank;
    }

    private static long Between(long? below, long? above, long gap)
    {
        if (below is not { } origin) return above is { } later ? later - Math.Min(gap, (later + OrderSearch.Limit) / 2) : 0;
        var room = (above ?? OrderSearch.Limit) - origin;
        // Without room it stands against what rests on it; a search then sets that right.
        return origin + Math.Min(gap, (room < 2 ? OrderSearch.Limit - origin : room) / 2);
    }
}
