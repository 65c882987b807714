using DataDiplomacy.Core.Statistics.Forecasts;

namespace DataDiplomacy.Api.Observations.Forecasts;

/// <summary>Models as they are shown, with their names.</summary>
internal static class ForecastWords
{
    public static string TitleOf(ForecastModel model) => model switch
    {
        ForecastModel.Naive => "Naive: nothing changes",
        ForecastModel.Drift => "Random walk with drift: the mean change goes on",
        ForecastModel.Simple => "Simple exponential smoothing: a level without trend",
        ForecastModel.Holt => "Holt: level and trend follow the values, and the trend goes on",
        _ => "Damped trend: level and trend follow the values, and the trend flattens out",
    };

    public static ModelForecastView ToView(ModelForecast model, IReadOnlyList<string> periods) => new()
    {
        Model = model.Model,
        Title = TitleOf(model.Model),
        Parameters = model.Parameters,
        Periods = periods,
        Mean = model.Mean,
        Sd = model.Sd,
        Lower80 = model.Lower80,
        Upper80 = model.Upper80,
        Lower95 = model.Lower95,
        Upper95 = model.Upper95,
        ProbabilityOfTarget = model.ProbabilityOfTarget,
        BackTest = model.BackTest is { } test ? ToView(test) : null,
        BackTestReason = model.BackTest is null ? "insufficient_data" : null,
        Warnings = model.Warnings,
    };

    public static EnsembleRangeView ToView(ForecastEnvelope range) => new()
    {
        Low = range.Low,
        High = range.High,
        Low80 = range.Low80,
        High80 = range.High80,
        MeanLow = range.MeanLow,
        MeanHigh = range.MeanHigh,
        Coverage95 = range.Coverage95,
        CoverageN = range.CoverageN,
    };

    private static BackTestView ToView(BackTestResult test) => new()
    {
        Origins = test.Origins,
        Scored = test.Scored,
        Mase = test.Mase,
        Crps = test.Crps,
        IntervalScore95 = test.IntervalScore95,
        Coverage95 = test.Coverage95,
        CoverageN = test.Scored,
        SkillAgainstNaive = test.SkillAgainstNaive,
        P = test.P,
        Q = test.Q,
        Mae = test.MeanAbsoluteError,
        Rmse = test.RootMeanSquaredError,
    };
}
