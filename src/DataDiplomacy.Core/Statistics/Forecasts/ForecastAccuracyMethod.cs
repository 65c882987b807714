using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>ForecastAccuracy as published.</summary>
internal sealed class ForecastAccuracyMethod : IPublishedMethod
{
    private static readonly string[] Columns = ["actual", "mean", "sd", "lower95", "upper95"];

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "forecast_accuracy",
        Title = "Scores for back-tests of forecasts",
        Version = ForecastAccuracy.Version,
        Summary = "Says how good a forecast was once the values are known: errors, error against the naive forecast, interval score, CRPS, coverage.",
        Formula = "e = actual - mean; me, mae, rmse: mean e, mean |e|, root of mean e^2; mase = mae/mean |y_t - y_(t-season)| in training; "
            + "interval_score_95 = mean of (u - l) + 40 (l - y)[y < l] + 40 (y - u)[y > u]; "
            + "crps_normal = mean of sd (z (2 Phi(z) - 1) + 2 phi(z) - 1/sqrt(pi)), z = e/sd, |e| where sd = 0; "
            + "pinball_10 = mean of max(0.1 (y - q), -0.9 (y - q)), q = mean - 1.2816 sd; coverage_95 = share with l <= y <= u",
        Source = "Hyndman, R. J., Koehler, A. B. (2006), Another look at measures of forecast accuracy, International Journal of Forecasting 22:679-688 (MASE); "
            + "Gneiting, T., Raftery, A. E. (2007), Strictly proper scoring rules, prediction, and estimation, JASA 102:359-378; agrees with forecast::accuracy in R",
        Limits = "Undefined without a complete step (insufficient_data) or beyond the range of doubles (out_of_range). "
            + "mase is null where training does not change over a season or is not longer than one.",
        DoNotTrustWhen =
        [
            "few steps were scored: coverage of 10 steps moves in tenths",
            "the forecasts overlap or come from one origin: their errors are correlated",
            "the model was chosen on the same values",
            "no naive forecast is scored beside it"
        ],
        Inputs =
        [
            new() { Name = "training", Meaning = "values the forecast was made from, oldest first; a difference with null does not count", Shape = "array of numbers or null", Unit = "any, the same throughout", MaxLength = ForecastAccuracy.MaxPoints },
            new() { Name = "actual", Meaning = "values that came, one per step; null is missing and the step is dropped", Shape = "array of n numbers or null", Unit = "as training", MaxLength = ForecastAccuracy.MaxPoints },
            new() { Name = "mean", Meaning = "expected values, one per step; null as in actual", Shape = "array of n numbers or null", Unit = "as training", MaxLength = ForecastAccuracy.MaxPoints },
            new() { Name = "sd", Meaning = "standard deviations of the error, 0 or more, one per step; null as in actual", Shape = "array of n numbers or null", Unit = "as training", MaxLength = ForecastAccuracy.MaxPoints },
            new() { Name = "lower95", Meaning = "lower ends of the 95 % interval, one per step; null as in actual", Shape = "array of n numbers or null", Unit = "as training", MaxLength = ForecastAccuracy.MaxPoints },
            new() { Name = "upper95", Meaning = "upper ends of the 95 % interval, not below the lower, one per step; null as in actual", Shape = "array of n numbers or null", Unit = "as training", MaxLength = ForecastAccuracy.MaxPoints }
        ],
        Parameters = [new() { Name = "season", Meaning = "steps in a season of the naive forecast; 1 for none", Default = 1, Range = "whole number from 1 to 1000" }],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("me", "mean error, unit of the value; above 0 where the forecast was too low"),
            new("mae", "mean absolute error, unit of the value"),
            new("rmse", "root mean squared error, unit of the value"),
            new("mase", "mean absolute error over that of the naive forecast in training; null where that has no change"),
            new("interval_score_95", "mean interval score, unit of the value; less is better"),
            new("crps_normal", "mean continuous ranked probability score, unit of the value; less is better"),
            new("pinball_10", "mean pinball loss of the 10 % quantile, unit of the value; less is better"),
            new("coverage_95", "share of values inside the interval, 0 to 1; 0.95 is hoped for")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var training = json.Numbers("training", ForecastAccuracy.MaxPoints);
        var columns = Columns.Select(name => json.Numbers(name, ForecastAccuracy.MaxPoints)).ToArray();
        for (var i = 1; i < columns.Length; i++) json.SameLength(Columns[0], columns[0].Count, Columns[i], columns[i].Count);
        var season = json.Settings.Whole("season", 1, 1, 1_000);
        if (json.Error is null) Check(json, columns);
        if (json.Error is not null) return null;

        var result = ForecastAccuracy.Score(training, Steps(columns), season);
        StatisticalWarnings.AddDropped(warnings, columns[0].Count - result.N);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        if (result.N < StatisticalWarnings.ShortBelow) warnings.Add($"Few steps: {result.N} do not tell the coverage.");
        if (result.ScaledError is null) warnings.Add("Training is not longer than a season, or does not change over one: there is no mase.");
        return new JsonObject
        {
            ["defined"] = true,
            ["me"] = result.MeanError,
            ["mae"] = result.MeanAbsoluteError,
            ["rmse"] = result.RootMeanSquaredError,
            ["mase"] = result.ScaledError,
            ["interval_score_95"] = result.IntervalScore95,
            ["crps_normal"] = result.CrpsNormal,
            ["pinball_10"] = result.Pinball10,
            ["coverage_95"] = result.Coverage95
        };
    }

    private static void Check(StatisticalJson json, IReadOnlyList<double?>[] columns)
    {
        for (var i = 0; i < columns[0].Count; i++)
        {
            if (columns[2][i] < 0) json.Refuse($"inputs.sd[{i}]", "is negative; a standard deviation of 0 or more is needed.");
            if (columns[3][i] > columns[4][i]) json.Refuse($"inputs.upper95[{i}]", "is below the lower end; the upper end of the interval is needed.");
        }
    }

    private static List<ForecastStep> Steps(IReadOnlyList<double?>[] columns) =>
    [
        .. columns[0].Select((actual, i) => new ForecastStep
        {
            Actual = actual,
            Mean = columns[1][i],
            Sd = columns[2][i],
            Lower95 = columns[3][i],
            Upper95 = columns[4][i]
        })
    ];
}
