namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>What resemblance of neighbours does to a trend, and what was done about it.</summary>
internal static class TrendCorrelationWarnings
{
    public static IEnumerable<string> For(TrendResult result, TrendSeries series, TrendTesting testing)
    {
        if (testing.IsCorrected)
        {
            yield return Corrected(testing);
            if (result.VarianceFactor > 1 && IntervalIsCut(result))
                yield return "The widened interval takes in the slopes of all pairs; the true one can be wider still.";
        }
        else if (Uncorrected(result, series, testing) is { } uncorrected)
            yield return uncorrected;

        if (testing.UnitRoot is { IsExcluded: false } root) yield return Wandering(series, root);
        if (result.SeasonsPerYear is not null && testing.Tests[^1] is { Applied: false })
            yield return "Fewer than two full years of seasons: the season cannot be told from the trend.";
    }

    private static string Corrected(TrendTesting testing)
    {
        var lag = Lag(testing.Correlation.GetValueOrDefault());
        if (testing.Correlation < 0) return lag + ": independent values are assumed, which makes interval and p no smaller than they need be.";
        var interval = testing.VarianceFactor > 1
            ? $"the interval is widened by the root of the Hamed-Rao factor {ReadableNumber.Of(testing.VarianceFactor)}"
            : "the interval is not widened, because the Hamed-Rao factor is 1, and may be too narrow";
        return $"{lag}: the test is corrected for autocorrelation, the largest p decides, and {interval}.";
    }

    /// <summary>Beyond 1.96/sqrt(n), the usual bound of white noise; below eight values the bound says nothing.</summary>
    private static string? Uncorrected(TrendResult result, TrendSeries series, TrendTesting testing)
    {
        if (testing.Correlation is not null || series.N < StatisticalWarnings.ShortBelow) return null;
        var why = testing.Tests[1].Reason;
        if (why == TrendTest.Seasonal || result.Slope is not { } slope) return null;
        if (series.NeighbourCorrelation(slope) is not { } r || Math.Abs(r) <= Autocorrelation.Bound(series.N)) return null;
        if (r < 0) return Lag(r) + ": the interval is wider and p larger than they need be, because both assume independent values.";
        var obstacle = why == TrendTest.Gaps ? "the series has gaps or is unevenly spaced" : $"there are fewer than {TrendTesting.MinCorrected} values";
        return Lag(r) + $": the interval is too narrow and p too small, because both assume independent values; autocorrelation cannot be corrected, because {obstacle}.";
    }

    private static string Lag(double r) => $"Neighbouring values are correlated (lag-1 autocorrelation of the residuals {ReadableNumber.Of(r)})";

    private static string Wandering(TrendSeries series, UnitRoot root)
    {
        var t = root.T is { } value ? $" (Dickey-Fuller t {ReadableNumber.Of(value)}, needed below {ReadableNumber.Of(root.Critical)})" : "";
        var drift = root.DriftP is { } p ? $"; its drift has p{ReadableNumber.Probability(p)}" : "";
        return $"A random walk (unit root) cannot be excluded with n={series.N}{t}{drift}: the wandering of one without drift passes for a trend in a third of such series, "
            + "even after the corrections for autocorrelation.";
    }

    /// <summary>Whether Sen's ranks lie beyond the slopes there are; ties only make this rarer.</summary>
    private static bool IntervalIsCut(TrendResult result)
    {
        var pairs = (double)result.N * (result.N - 1) / 2;
        return NormalTail.TwoSidedZ(result.Confidence) * Math.Sqrt(TieGroups.VarianceTerm(result.N) / 18.0 * result.VarianceFactor) >= pairs;
    }
}
