using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>CrossCorrelation as published.</summary>
internal sealed class CrossCorrelationMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "ccf",
        Title = "Lagged cross-correlation, raw and pre-whitened",
        Version = CrossCorrelation.Version,
        Summary = "Asks whether one series goes with another some steps earlier or later. Pre-whitening first takes out of both what the past of x explains, so that two series with a memory do not seem related.",
        Formula = "r(k) = sum over t of (x_t - mx)(y_{t+k} - my)/(n sdx sdy), sd with divisor n, means over the whole series; k > 0: x comes k steps first. "
            + "raw_bound = z/sqrt(n), z = 1.96 (0.975 quantile). Pre-whitened: AR(p) of x by Yule-Walker (autocovariances with divisor n); p given, or of 0 to floor(10 log10 n) "
            + "that with the smallest AIC = n ln(var_p) + 2p + 2; both series minus their means are filtered with it, the first p values dropped, then r(k) as above; prewhitened_bound = z/sqrt(n-p). "
            + "best_lag has the largest magnitude of prewhitened; of equal ones that nearest to 0, then the negative",
        Source = "Box, G. E. P. and Jenkins, G. M. (1970), Time Series Analysis: Forecasting and Control, Holden-Day; "
            + "Yule, G. U. (1927), On a method of investigating periodicities in disturbed series, Phil. Trans. R. Soc. A 226:267-298; "
            + "Walker, G. (1931), On periodicity in series of related terms, Proc. R. Soc. A 131:518-532; "
            + "agrees with R's stats::ccf(y, x) and stats::ar(method = 'yule-walker')",
        Limits = "Complete series at equal steps only: a missing value is a gap (gaps). Undefined with fewer than 8 values or max_lag >= n - p - 2 (insufficient_data), "
            + "or where a series is constant or the filter leaves nothing of it (constant).",
        DoNotTrustWhen =
        [
            "best_r is read against the bound of a single lag: it is the largest of all lags",
            "the series wander like random walks: take differences first",
            "a lead is read as a cause",
            "many pairs of series were scanned: adjust over all pairs and lags"
        ],
        Inputs =
        [
            new() { Name = "x", Meaning = "one series at equal steps of time; null is a gap", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = CrossCorrelation.MaxPoints },
            new() { Name = "y", Meaning = "the other series at the same times; null is a gap", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = CrossCorrelation.MaxPoints }
        ],
        Parameters =
        [
            new() { Name = "max_lag", Meaning = "largest lag in steps; where absent the smaller of floor(10 log10 n) and a quarter of n", Default = null, Range = "whole number from 0 to 500" },
            new() { Name = "ar_order", Meaning = "order p of the autoregression of x; where absent it is chosen by AIC", Default = null, Range = "whole number from 0 to 100" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("lags", "lags from -max_lag to max_lag, in steps; above 0 x comes first"),
            new("raw", "correlations of the series as they are, -1 to 1, one per lag"),
            new("raw_bound", "magnitude that one raw correlation of independent white series passes in 5 of 100 cases"),
            new("ar_order", "order of the autoregression of x"),
            new("ar", "its coefficients, that of one step back first; empty at order 0"),
            new("prewhitened", "correlations of the filtered series, -1 to 1, one per lag"),
            new("prewhitened_bound", "magnitude that one pre-whitened correlation of independent series passes in 5 of 100 cases"),
            new("best_lag", "lag of the largest magnitude of prewhitened, in steps"),
            new("best_r", "pre-whitened correlation at best_lag, -1 to 1")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var x = json.Numbers("x", CrossCorrelation.MaxPoints);
        var y = json.Numbers("y", CrossCorrelation.MaxPoints);
        json.SameLength("x", x.Count, "y", y.Count);
        var maxLag = json.Settings.OptionalWhole("max_lag", 0, CrossCorrelation.MaxLag);
        var order = json.Settings.OptionalWhole("ar_order", 0, PreWhitening.MaxOrder);
        if (json.Error is not null) return null;

        var result = CrossCorrelation.Of(x, y, maxLag, order);
        if (result is not { Lags: { } lags, Raw: { } raw, Model: { } model, Prewhitened: { } prewhitened })
            return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, x.Count, model, lags.Count);
        return new JsonObject
        {
            ["defined"] = true,
            ["lags"] = StatisticalAnswers.Wholes(lags),
            ["raw"] = StatisticalAnswers.Numbers(raw),
            ["raw_bound"] = result.RawBound,
            ["ar_order"] = model.Order,
            ["ar"] = StatisticalAnswers.Numbers(model.Coefficients),
            ["prewhitened"] = StatisticalAnswers.Numbers(prewhitened),
            ["prewhitened_bound"] = result.PrewhitenedBound,
            ["best_lag"] = result.BestLag,
            ["best_r"] = result.BestR
        };
    }

    private static void Warn(List<string> warnings, CrossCorrelationResult result, int n, AutoregressiveModel model, int lags)
    {
        if (n < 30) warnings.Add($"Short series: n={n}; the bounds rest on many values.");
        // Yule-Walker pulls the sum below 1 even on a random walk, so the mark lies below 1 as well.
        if (model.Coefficients.Sum() > 0.9) warnings.Add("x wanders almost like a random walk: correlate differences instead of levels.");
        if (lags == 1) return;
        var bound = CrossCorrelation.Bound(n - model.Order, lags);
        var verdict = Math.Abs(result.BestR ?? 0) > bound ? "passes" : "does not pass";
        warnings.Add(FormattableString.Invariant($"best_r is the largest of {lags} lags; it {verdict} {bound:0.000}, the bound for all of them (Bonferroni). A lead is not a cause."));
    }
}
