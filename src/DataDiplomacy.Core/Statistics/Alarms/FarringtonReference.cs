namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Which earlier points a point is compared with, and the season each belongs to.</summary>
/// <param name="Freq">Points a year.</param>
/// <param name="B">Years back.</param>
/// <param name="W">Half the width of the window around the same time of a year.</param>
internal readonly record struct FarringtonReference(int Freq, int B, int W)
{
    /// <summary>Number of seasons: the window, and the blocks that the rest of the year is cut into; 1 leaves the rest out.</summary>
    public int Seasons { get; init; } = 1;

    /// <summary>Number of points just before the point that are left out.</summary>
    public int PastExcluded { get; init; }

    /// <summary>Season of the window, the one that is predicted.</summary>
    public int Window => Seasons - 1;

    /// <summary>Counts, positions and seasons of the reference points of a position from 1 on, oldest first.</summary>
    public QuasiPoissonData Of(double[] counts, int position)
    {
        var (chosen, times, seasons) = (new List<double>(), new List<double>(), new List<int>());
        foreach (var (at, season) in Points(position))
        {
            chosen.Add(counts[at - 1]);
            times.Add(at);
            seasons.Add(season);
        }
        return new QuasiPoissonData([.. chosen], [.. times], [.. seasons]);
    }

    /// <summary>Positions and seasons of the reference points of a position, all from 1 on, oldest first.</summary>
    public IEnumerable<(int At, int Season)> Points(int position)
    {
        var last = Math.Min(position - PastExcluded, position) - 1;
        for (var at = Math.Max(1, position - Freq * B - W); at <= last; at++)
        {
            if (Season(position - at) is { } season) yield return (at, season);
        }
    }

    /// <summary>Season of a point so many steps back; null where it is not referred to.</summary>
    private int? Season(int back)
    {
        var year = (back + W) / Freq;
        if (back + W - year * Freq <= 2 * W) return year == 0 ? null : Window;
        if (Seasons == 1) return null;

        // The gap between two windows is cut into blocks from its oldest end on, longer blocks first.
        var (length, longer) = Math.DivRem(Freq - 2 * W - 1, Seasons - 1);
        var fromOldest = Freq * (year + 1) - W - 1 - back;
        return fromOldest < longer * (length + 1) ? fromOldest / (length + 1) : longer + (fromOldest - longer * (length + 1)) / length;
    }
}
