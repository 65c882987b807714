namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Values less their Theil-Sen line, with the ranks of what is left; times are 1 to n.</summary>
/// <param name="Slope">Theil-Sen slope per step; not finite where it is beyond the range of doubles.</param>
/// <param name="Rest">The values less slope times time, up to a power of two.</param>
/// <param name="Ranks">Mid-ranks of the rest, ties found with a tolerance.</param>
/// <param name="IsLine">Whether nothing is left up to rounding.</param>
internal sealed record DetrendedSeries(double Slope, double[] Rest, double[] Ranks, bool IsLine)
{
    /// <summary>Takes the line out.</summary>
    /// <param name="values">Values at equal steps.</param>
    /// <param name="known">Theil-Sen slope per step; null where it is not known yet.</param>
    public static DetrendedSeries Of(double[] values, double? known = null)
    {
        var scale = BinaryScale.Of(values);
        var scaled = scale.Down(values);
        double[] times = [.. Enumerable.Range(1, scaled.Length).Select(t => (double)t)];
        var slope = known is { } given ? Math.ScaleB(given, -scale.Exponent) : TheilSenSlopes.Of(times, scaled).Estimate(0.95).Slope.GetValueOrDefault();

        double[] rest = [.. scaled.Select((value, i) => value - slope * (i + 1))];
        var ranks = MidRanks.Of(rest, Tolerance(scaled));
        return new DetrendedSeries(scale.Up(slope), rest, ranks, ranks.All(rank => rank == ranks[0]));
    }

    /// <summary>
    /// The two points that define a median slope lie on one line exactly, and rounded data give many more such ties;
    /// floating point would break them at random, and the result would hang on the origin of time.
    /// </summary>
    private static double Tolerance(double[] values) =>
        Math.Max(1e-9 * (values.Max() - values.Min()), 8 * 2.220446049250313e-16 * values.Max(Math.Abs));
}
