using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Forecasts;

/// <summary>HoltDamped as published.</summary>
internal sealed class HoltDampedMethod : IPublishedMethod
{
    private const int TrustFrom = 20;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "holt_damped",
        Title = "Exponential smoothing with damped, linear or no trend",
        Version = HoltDamped.Version,
        Summary = "Forecasts a series by a level and a trend that follow it, with intervals and the probability of reaching a target. "
            + "Filters with the parameters that are given, or fits them where alpha is absent.",
        Formula = "mu_t = l_(t-1) + phi b_(t-1); e_t = y_t - mu_t; l_t = mu_t + alpha e_t; b_t = phi b_(t-1) + beta e_t "
            + "(beta = alpha times the beta of textbooks; phi = 1: Holt; no b: simple smoothing); sse = sum e^2, sigma2 = sse/(n - q), "
            + "loglik = -n/2 ln(sse), aicc = -2 loglik + 2k + 2k(k+1)/(n-k-1), k = q + 1; mean_h = l_n + (phi + ... + phi^h) b_n, "
            + "sd_h = sigma sqrt(1 + sum of c_j^2 over j < h), c_j = alpha + beta (phi + ... + phi^j); interval: mean -+ z sd; "
            + "prob_at_least = 1 - Phi((target - mean)/sd); fit: least sse within 0.0001 <= alpha <= 0.9999, 0 < beta <= alpha, 0.8 <= phi <= 0.98",
        Source = "Hyndman, R. J., Koehler, A. B., Snyder, R. D., Grose, S. (2002), A state space framework for automatic forecasting using exponential "
            + "smoothing methods, International Journal of Forecasting 18:439-454; Gardner, E. S., McKenzie, E. (1985), Forecasting trends in time series, "
            + "Management Science 31:1237-1246; agrees with forecast::ets in R; the search is that of Hooke, R., Jeeves, T. A. (1961), "
            + "Direct search solution of numerical and statistical problems, Journal of the ACM 8:212-229",
        Limits = "Undefined with fewer than 10 values (damped), 9 (linear) or 7 (none), or no more than q (insufficient_data), with missing values (gaps), "
            + "or beyond the range of doubles (out_of_range). loglik is null where sse is 0, aicc also where n is at most q + 2.",
        DoNotTrustWhen =
        [
            "there are fewer than 20 values",
            "alpha ends at its lower bound: the interval hardly widens, and the probability of a target is near 0 or 1",
            "the value is bounded, such as a share: the interval leaves 0 to 100",
            "there is a season or a level shift",
            "it is the only model that is shown: the interval takes the parameters as known"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps, oldest first; null is a gap, which leaves the answer undefined", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = HoltDamped.MaxPoints }],
        Parameters = SmoothingSettings.Parameters,
        Outputs =
        [
            StatisticalOutput.Defined,
            new("sse", "sum of the squared errors one step ahead, squared unit of the value"),
            new("sigma2", "variance of an error, sse/(n - q)"),
            new("loglik", "log-likelihood without its constants; null where sse is 0"),
            new("aicc", "Akaike's criterion corrected for short series; null where loglik is, or n is at most q + 2"),
            new("fitted", "forecast of each value from those before it, unit of the value"),
            new("l_n", "level after the last value, unit of the value"),
            new("b_n", "trend after the last value, unit of the value per step; null without trend"),
            .. ForecastAnswer.Outputs,
            new("alpha", "share of an error that moves the level, 0.0001 to 0.9999", "fitted"),
            new("beta", "share of an error that moves the trend, above 0 to alpha; null without trend", "fitted"),
            new("phi", "share of the trend left after a step, 0.8 to 0.98, 1 for a linear trend; null without trend", "fitted"),
            new("l0", "level before the first value, unit of the value", "fitted"),
            new("b0", "trend before the first value, unit of the value per step; null without trend", "fitted")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", HoltDamped.MaxPoints);
        var settings = SmoothingSettings.Read(json);
        if (json.Error is not null) return null;

        var result = settings.Given is { } given
            ? HoltDamped.Filter(values, given, settings.Horizon, settings.Target, settings.Estimated)
            : HoltDamped.Fit(values, settings.Model, settings.Horizon, settings.Target);
        if (result is not { Path: { } path, Parameters: { } parameters }) return StatisticalAnswers.Undefined(result.Reason);

        ForecastAnswer.Warn(warnings, path, result.N);
        if (result.N < TrustFrom) warnings.Add($"{result.N} values do not tell the parameters: at least {TrustFrom} are needed to trust them.");
        var answer = Figures(result);
        ForecastAnswer.Add(answer, path);
        if (settings.Given is null) AddFitted(answer, warnings, parameters);
        return answer;
    }

    private static JsonObject Figures(HoltDampedResult result) => new()
    {
        ["defined"] = true,
        ["sse"] = result.Sse,
        ["sigma2"] = result.Sigma2,
        ["loglik"] = result.LogLikelihood,
        ["aicc"] = result.Aicc,
        ["fitted"] = StatisticalAnswers.Numbers(result.Fitted ?? []),
        ["l_n"] = result.LastLevel,
        ["b_n"] = result.LastTrend
    };

    private static void AddFitted(JsonObject answer, List<string> warnings, SmoothingParameters parameters)
    {
        var hasTrend = parameters.Model != SmoothingModel.Simple;
        answer["alpha"] = parameters.Alpha;
        answer["beta"] = hasTrend ? parameters.Beta : null;
        answer["phi"] = hasTrend ? parameters.Phi : null;
        answer["l0"] = parameters.Level;
        answer["b0"] = hasTrend ? parameters.Trend : null;
        if (parameters.Alpha < 0.001) warnings.Add("Alpha ended at its lower bound: the interval hardly widens with the horizon and is too narrow.");
    }
}
