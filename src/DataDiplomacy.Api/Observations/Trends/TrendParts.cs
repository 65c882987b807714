using DataDiplomacy.Core.Statistics.Trends;

namespace DataDiplomacy.Api.Observations.Trends;

/// <summary>The parts of an assessment as they are answered: positions become periods.</summary>
internal static class TrendParts
{
    public static TrendTestView ToView(TrendTest test) => new()
    {
        Test = test.Test,
        Applied = test.Applied,
        Reason = test.Reason,
        P = test.P,
        Statistic = test.Statistic,
        VarianceFactor = test.VarianceFactor,
    };

    public static TrendHacView ToView(TrendHac hac) => new()
    {
        Defined = hac.Defined,
        Reason = hac.Reason,
        N = hac.N,
        Lag = hac.Lag,
        Slope = hac.Slope,
        Se = hac.Se,
        T = hac.T,
        P = hac.P,
        Low = hac.Low,
        High = hac.High,
    };

    /// <param name="changes">The candidates.</param>
    /// <param name="periods">The periods with a value, in the order of time.</param>
    public static TrendChangePointsView ToView(TrendChanges changes, IReadOnlyList<string> periods) => new()
    {
        Label = TrendChanges.Label,
        Defined = changes.Defined,
        Reason = changes.Reason,
        Deseasonalised = changes.Deseasonalised,
        OnValues = ToView(changes.OnValues, periods),
        OnDetrended = ToView(changes.OnDetrended, periods),
        Shape = changes.Shape,
        BicLevel = changes.BicLevel,
        BicLine = changes.BicLine,
        BicStep = changes.BicStep,
        Step = changes.Step is not { } step ? null : new TrendStepView
        {
            LastBefore = periods[step.Shift.Position - 1],
            FirstAfter = periods[step.Shift.Position],
            MeanBefore = step.MeanBefore,
            MeanAfter = step.MeanAfter,
        },
        Warnings = changes.Warnings,
    };

    public static TrendGrowthView ToView(GrowthResult growth) => new()
    {
        Defined = growth.Defined,
        Reason = growth.Reason,
        Cagr = growth.Cagr,
        LogGrowth = growth.LogGrowth,
        OlsLogGrowth = growth.OlsLogGrowth,
    };

    public static TrendSeasonalityView ToView(TrendSeasonality seasonality) => new()
    {
        Defined = seasonality.Defined,
        Reason = seasonality.Reason,
        Period = seasonality.Period,
        StrengthTrend = seasonality.StrengthTrend,
        StrengthSeason = seasonality.StrengthSeason,
        SeasonalSlope = seasonality.SeasonalSlope,
    };

    private static TrendShiftsView? ToView(TrendShifts? shifts, IReadOnlyList<string> periods) => shifts is null ? null : new TrendShiftsView
    {
        PettittP = shifts.PettittP,
        Pettitt = ToViews(shifts.Pettitt, periods),
        Pelt = ToViews(shifts.Pelt, periods),
        Bic = ToViews(shifts.Bic, periods),
    };

    private static List<TrendShiftView> ToViews(IReadOnlyList<TrendShift> shifts, IReadOnlyList<string> periods) =>
        [.. shifts.Select(s => new TrendShiftView { LastBefore = periods[s.Position - 1], FirstAfter = periods[s.Position] })];
}
