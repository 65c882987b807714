namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Mann-Kendall test within each season, summed over the seasons (Hirsch, Slack and Smith 1982).</summary>
public static class MannKendallSeasonal
{
    /// <summary>Version of the method as carried out here.</summary>
    public const string Version = "1.0";

    /// <summary>Largest number of values: with one season all pairs of slopes are held and sorted, 100 MB at this number.</summary>
    public const int MaxPoints = 5_000;

    /// <summary>
    /// Tests for a trend that is common to the seasons. Seasons with fewer than two values count nothing. Undefined
    /// where no season has two values, or where the values are equal within each season.
    /// </summary>
    /// <param name="values">Values at equal steps in the order of time; null is missing and dropped within its season.</param>
    /// <param name="period">Number of seasons in a year, at least 1.</param>
    /// <param name="startSeason">Season of the first value, 1 to <paramref name="period"/>.</param>
    /// <exception cref="ArgumentException">A value is NaN or infinite, or there are more than <see cref="MaxPoints"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The period or the season is out of range.</exception>
    public static MannKendallSeasonalResult Test(IReadOnlyList<double?> values, int period, int startSeason = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(startSeason, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(startSeason, period);
        var n = FiniteValues.Present(values, nameof(values)).Length;
        if (values.Count > MaxPoints)
            throw new ArgumentException($"{values.Count} values; the test takes at most {MaxPoints}.", nameof(values));

        var seasons = Seasons(values, period, startSeason);
        KendallScore[] scores = [.. seasons.Select(season => KendallScore.Of(season.Select(point => point.Value)))];
        if (scores.Sum(score => score.Pairs) == 0) return Undefined(MannKendallSeasonalResult.InsufficientData, n);
        if (scores.All(score => score.TiedPairs == score.Pairs)) return Undefined(MannKendallSeasonalResult.Constant, n);
        return Result(n, scores) with { SeasonalSlope = Slope(seasons) };
    }

    /// <summary>The values by season, each with its year counted from the first value of the season.</summary>
    private static List<(int Year, double Value)>[] Seasons(IReadOnlyList<double?> values, int period, int startSeason)
    {
        var seasons = new List<(int, double)>[period];
        for (var season = 0; season < period; season++) seasons[season] = [];
        for (var i = 0; i < values.Count; i++)
        {
            // The first value opens a year in its season, so that a season comes again after each period.
            if (values[i] is { } value) seasons[(startSeason - 1 + i) % period].Add((i / period, value));
        }
        return seasons;
    }

    private static MannKendallSeasonalResult Undefined(string reason, int n) => new() { Defined = false, Reason = reason, N = n };

    private static MannKendallSeasonalResult Result(int n, KendallScore[] scores)
    {
        var s = scores.Sum(score => score.S);
        var variance = scores.Sum(score => score.Variance);
        var z = KendallScore.Z(s, variance);
        var uncorrected = s / Math.Sqrt(variance);
        return new MannKendallSeasonalResult
        {
            Defined = true,
            N = n,
            S = s,
            VarS = variance,
            Z = z,
            PTwoSided = NormalTail.TwoSided(z),
            ZNoCc = uncorrected,
            PNoCc = NormalTail.TwoSided(uncorrected),
            Tau = (double)s / scores.Sum(score => score.Pairs),
            SBySeason = [.. scores.Select(score => score.S)],
            VarBySeason = [.. scores.Select(score => score.Variance)]
        };
    }

    private static double? Slope(List<(int Year, double Value)>[] seasons)
    {
        var scale = BinaryScale.Of([.. seasons.SelectMany(season => season.Select(point => point.Value))]);
        var slopes = new double[seasons.Sum(season => season.Count * (season.Count - 1) / 2)];
        var count = 0;
        foreach (var season in seasons)
        {
            var scaled = scale.Down([.. season.Select(point => point.Value)]);
            for (var i = 0; i < scaled.Length; i++)
                for (var j = i + 1; j < scaled.Length; j++) slopes[count++] = (scaled[j] - scaled[i]) / (season[j].Year - season[i].Year);
        }
        Array.Sort(slopes);
        var slope = scale.Up(Middle.OfSorted(slopes));
        return double.IsFinite(slope) ? slope : null;
    }
}
