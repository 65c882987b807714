namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>The figures of a series that can be assessed.</summary>
internal static class TrendMeasures
{
    /// <summary>The figures, and the tests they rest on; null instead of the tests where nothing can be tested.</summary>
    public static (TrendResult Result, TrendTesting? Testing) Of(TrendResult blank, TrendSeries series)
    {
        double?[] values = [.. series.Values];
        var slopes = TheilSenSlopes.Of(series.Times, series.Values);
        var sen = slopes.Estimate(blank.Confidence);
        if (!sen.Defined) return (Trend.Without(blank, TrendResult.OutOfRange), null);

        var test = MannKendall.Test(values);
        var described = blank with { SeasonsPerYear = series.Calendar.Seasons, Hac = TrendHac.Of(series) };
        if (!test.Defined) return (Sized(Trend.Without(described, TrendResult.Constant) with { Hac = described.Hac }, sen), null);

        var seasonality = TrendSeasonality.Of(series);
        var testing = TrendTesting.Of(series, test, seasonality, sen.Slope);
        // Exactly 1 is set where nothing is to be corrected.
        if (testing.VarianceFactor != 1) sen = slopes.Estimate(blank.Confidence, testing.VarianceFactor);
        var slope = sen.Slope.GetValueOrDefault();
        var measured = Tested(Sized(described, sen), test, testing) with
        {
            Seasonality = seasonality with { SeasonalSlope = testing.SeasonalSlope },
            Changes = TrendChangeSearch.Of(series, slope, seasonality, testing.Correlation ?? series.NeighbourCorrelation(slope))
        };
        return (measured, testing);
    }

    private static TrendResult Sized(TrendResult result, TheilSenResult sen) => result with
    {
        Slope = sen.Slope,
        SlopeLow = sen.CiLow,
        SlopeHigh = sen.CiHigh,
        Intercept = sen.InterceptSeparate
    };

    private static TrendResult Tested(TrendResult sized, MannKendallResult test, TrendTesting testing) => sized with
    {
        Defined = true,
        SmallestDetectable = SmallestDetectable(sized),
        S = test.S,
        Z = test.Z,
        Tau = test.TauB,
        P = test.PExact ?? test.PTwoSided,
        PIsExact = test.PExact is not null,
        Tests = testing.Tests,
        PDeciding = testing.Decisive.P,
        DecidedBy = testing.Decisive.Test,
        VarianceFactor = testing.VarianceFactor
    };

    /// <summary>(z for two-sided 0.05 + z for 80 % power) standard errors, the error read off the width of the interval.</summary>
    private static double? SmallestDetectable(TrendResult sized)
    {
        if (sized.SlopeHigh - sized.SlopeLow is not { } width) return null;
        var error = width / 2 / NormalTail.TwoSidedZ(sized.Confidence);
        var detectable = (NormalTail.TwoSidedZ(0.95) + NormalTail.TwoSidedZ(0.6)) * error;
        return double.IsFinite(detectable) && detectable > 0 ? detectable : null;
    }
}
