using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>DriftForecast as published.</summary>
internal sealed class DriftForecastMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "drift_forecast",
        Title = "Random walk with drift, and naive forecast",
        Version = DriftForecast.Version,
        Summary = "Forecasts a short series by its mean change, or by its last value, with intervals and the probability of reaching a target.",
        Formula = "drift b = (y_n - y_1)/(n-1), mean_h = y_n + h b, s = sqrt(sum (y_t - y_(t-1) - b)^2/(n-2)), sd_h = s sqrt(h (1 + h/(n-1))); "
            + "naive: b = 0, s = sqrt(sum (y_t - y_(t-1))^2/(n-1)), sd_h = s sqrt(h); "
            + "interval: mean -+ z sd; prob_at_least = 1 - Phi((target - mean)/sd)",
        Source = "Hyndman, R. J., Athanasopoulos, G. (2021), Forecasting: Principles and Practice, 3rd edition, OTexts, chapter 5; agrees with forecast::rwf in R",
        Limits = "Undefined with fewer than three values (insufficient_data), with missing values (gaps) or beyond the range of doubles (out_of_range). "
            + "On an exact line s = 0 and the probabilities are 0, 0.5 or 1: not credible.",
        DoNotTrustWhen =
        [
            "the first or the last value is unusual: they alone decide the drift",
            "the changes are correlated or grow with the level",
            "the value is bounded, such as a share: the interval leaves 0 to 100",
            "it is the only model that is shown"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps, oldest first; null is a gap, which leaves the answer undefined", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = DriftForecast.MaxPoints }],
        Parameters =
        [
            ForecastAnswer.Horizon,
            ForecastAnswer.Target,
            new() { Name = "drift", Meaning = "whether the mean change goes on; false is the naive forecast", Default = true, Range = "true or false" }
        ],
        Outputs = [StatisticalOutput.Defined, new("drift", "mean change per step, unit of the value; 0 for the naive forecast"), .. ForecastAnswer.Outputs]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", DriftForecast.MaxPoints);
        var horizon = json.Settings.Whole("horizon", ForecastAnswer.DefaultHorizon, 1, DriftForecast.MaxHorizon);
        var target = json.Settings.OptionalNumber("target");
        var drift = json.Settings.Flag("drift", true);
        if (json.Error is not null) return null;

        var result = drift ? DriftForecast.WithDrift(values, horizon, target) : DriftForecast.Naive(values, horizon, target);
        if (result is not { Path: { } path }) return StatisticalAnswers.Undefined(result.Reason);
        ForecastAnswer.Warn(warnings, path, result.N);
        var answer = new JsonObject { ["defined"] = true, ["drift"] = result.Drift };
        ForecastAnswer.Add(answer, path);
        return answer;
    }
}
