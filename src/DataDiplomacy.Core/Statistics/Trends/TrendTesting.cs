namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>
/// The tests of a trend and which of them decides. For independent values that is Mann-Kendall, for the seasons of a
/// year the seasonal test; where neighbours are correlated, the largest p of that and the corrected tests.
/// </summary>
internal sealed record TrendTesting
{
    /// <summary>Fewest values to be corrected for autocorrelation.</summary>
    public const int MinCorrected = 10;

    public required IReadOnlyList<TrendTest> Tests { get; init; }

    /// <summary>The test that decides.</summary>
    public required TrendTest Decisive { get; init; }

    /// <summary>Autocorrelation at lag 1 of what the line (and the season) leaves; null where it cannot be told.</summary>
    public required double? Correlation { get; init; }

    /// <summary>Whether the corrected tests count: neighbours are correlated beyond what white noise leaves.</summary>
    public required bool IsCorrected { get; init; }

    /// <summary>The possible random walk; null where it is out of the question or cannot be tested.</summary>
    public UnitRoot? UnitRoot { get; init; }

    /// <summary>Median slope within seasons per year; null without a seasonal test.</summary>
    public double? SeasonalSlope { get; init; }

    /// <summary>Hamed and Rao's factor where the test is corrected, else 1.</summary>
    public double VarianceFactor => IsCorrected ? Tests.Single(test => test.Test == TrendTest.HamedRao).VarianceFactor ?? 1 : 1;

    /// <param name="series">The values.</param>
    /// <param name="plain">The test for independent values.</param>
    /// <param name="seasonality">The season, to be taken out where it is known.</param>
    /// <param name="yearlySlope">Theil-Sen slope of the values.</param>
    public static TrendTesting Of(TrendSeries series, MannKendallResult plain, TrendSeasonality seasonality, double? yearlySlope)
    {
        var seasonal = Seasonal(series, out var slope);
        var obstacle = Obstacle(series, seasonality, seasonal);
        var values = seasonality.Adjusted ?? series.Values;
        // Exactly a year between neighbours: then the slope per step is known already, and need not be sorted out again.
        var known = seasonality.Adjusted is null && series.Calendar is { Smallest: 1, Largest: 1 } ? yearlySlope : null;
        var corrected = obstacle is null ? MannKendallAutocorrelated.Test(values, plain, known) : null;
        if (corrected is { Defined: false }) (obstacle, corrected) = (corrected.Reason, null);

        var correlation = corrected is null ? null : corrected.YwAr1Rho;
        var isCorrected = correlation is { } rho && Math.Abs(rho) > Autocorrelation.Bound(series.N);
        var root = isCorrected && correlation > 0 ? UnitRoot.Of(values) : null;
        TrendTest[] tests = [Plain(plain), .. Corrected(corrected, obstacle), Drift(root, obstacle), seasonal];
        var first = seasonal.Applied ? seasonal : tests[0];
        return new TrendTesting
        {
            Tests = tests,
            // The first of equal ones stays. The drift of a random walk does not decide; where it cannot be told from 0, the verdict says so.
            Decisive = isCorrected ? new[] { first, tests[1], tests[2] }.Where(test => test.P is not null).MaxBy(test => test.P) ?? first : first,
            Correlation = correlation,
            IsCorrected = isCorrected,
            UnitRoot = root,
            SeasonalSlope = slope
        };
    }

    /// <summary>Why lags have no meaning here; null where they have.</summary>
    private static string? Obstacle(TrendSeries series, TrendSeasonality seasonality, TrendTest seasonal)
    {
        if (!series.Calendar.IsEquallySpaced) return TrendTest.Gaps;
        if (series.N < MinCorrected) return TrendResult.InsufficientData;
        return seasonal.Applied && seasonality.Adjusted is null ? TrendTest.Seasonal : null;
    }

    private static TrendTest Plain(MannKendallResult plain) =>
        new() { Test = TrendTest.MannKendall, Applied = true, P = plain.PExact ?? plain.PTwoSided, Statistic = plain.Z, VarianceFactor = 1 };

    private static IEnumerable<TrendTest> Corrected(MannKendallAutocorrelatedResult? result, string? obstacle)
    {
        if (result is null)
            return [TrendTest.NotMade(TrendTest.HamedRao, obstacle ?? TrendTest.Gaps), TrendTest.NotMade(TrendTest.YueWangAr1, obstacle ?? TrendTest.Gaps)];
        return
        [
            new() { Test = TrendTest.HamedRao, Applied = true, P = result.HrP, Statistic = result.HrZ, VarianceFactor = result.HrFactor },
            new() { Test = TrendTest.YueWangAr1, Applied = true, P = result.YwAr1P, Statistic = result.YwAr1Z, VarianceFactor = result.YwAr1Factor }
        ];
    }

    private static TrendTest Drift(UnitRoot? root, string? obstacle)
    {
        if (root is null) return TrendTest.NotMade(TrendTest.RandomWalkDrift, obstacle ?? TrendTest.NotCorrelated);
        if (root.IsExcluded) return TrendTest.NotMade(TrendTest.RandomWalkDrift, TrendTest.UnitRootExcluded);
        if (root.DriftP is null) return TrendTest.NotMade(TrendTest.RandomWalkDrift, TrendResult.Constant);
        return new() { Test = TrendTest.RandomWalkDrift, Applied = true, P = root.DriftP, Statistic = root.DriftT };
    }

    /// <summary>Made from two full years on.</summary>
    private static TrendTest Seasonal(TrendSeries series, out double? slope)
    {
        slope = null;
        if (series.Calendar.Seasons is not { } period) return TrendTest.NotMade(TrendTest.SeasonalMannKendall, TrendTest.NotSeasonal);
        var filled = series.Calendar.Filled(series.Values);
        if (filled.Length < 2 * period || series.N < 2 * period)
            return TrendTest.NotMade(TrendTest.SeasonalMannKendall, TrendResult.InsufficientData);
        if (filled.Length > MannKendallSeasonal.MaxPoints) return TrendTest.NotMade(TrendTest.SeasonalMannKendall, TrendResult.TooManyPoints);
        var result = MannKendallSeasonal.Test(filled, period, series.Calendar.FirstSeason);
        if (!result.Defined) return TrendTest.NotMade(TrendTest.SeasonalMannKendall, result.Reason ?? TrendResult.InsufficientData);
        slope = result.SeasonalSlope;
        return new() { Test = TrendTest.SeasonalMannKendall, Applied = true, P = result.PTwoSided, Statistic = result.Z };
    }
}
