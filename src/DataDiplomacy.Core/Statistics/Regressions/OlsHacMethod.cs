using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Regressions;

/// <summary>OlsHac as published.</summary>
internal sealed class OlsHacMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "ols_hac",
        Title = "OLS with Newey-West (HAC) standard errors",
        Version = OlsHac.Version,
        Summary = "Fits a straight line, or a sum of several regressors, by least squares, with standard errors that allow for autocorrelation and unequal variance.",
        Formula = "beta = (X'X)^-1 X'y by QR, X = intercept and the columns of x; e = y - X beta; Omega = sum e_t^2 x_t x_t' + sum over l = 1..L of "
            + "(1 - l/(L+1)) sum over t of e_t e_{t-l} (x_t x_{t-l}' + x_{t-l} x_t'); cov = (X'X)^-1 Omega (X'X)^-1; se_hac = sqrt(diag cov); "
            + "se_hac_adj = se_hac sqrt(n/(n-k)); t_hac_adj = beta/se_hac_adj; p and 95 % interval from Student's t with n - k degrees of freedom; "
            + "without parameter lag L = floor(4 (n/100)^(2/9)); sigma = sqrt(sum e^2/(n-k)); r_squared = 1 - sum e^2/sum (y - mean y)^2",
        Source = "Newey, W. K. and West, K. D. (1987), A simple, positive semi-definite, heteroskedasticity and autocorrelation consistent covariance matrix, "
            + "Econometrica 55:703-708; Newey, W. K. and West, K. D. (1994), Automatic lag selection in covariance matrix estimation, "
            + "Review of Economic Studies 61:631-653; agrees with NeweyWest(prewhite = FALSE) of R's package sandwich and statsmodels' OLS with cov_type HAC",
        Limits = "Undefined with no more complete rows than coefficients (insufficient_data), or where a regressor is constant or a sum of others (rank_deficient). "
            + "Where the fit is exact up to rounding the standard errors are 0, and t and p null. r_squared is null where y does not vary.",
        DoNotTrustWhen =
        [
            "there are fewer than 30 rows: the standard errors are too small",
            "y or the residuals are close to a random walk: regressions of one on another look significant without cause",
            "rows are missing in between: the lags join values that are not neighbours",
            "a single row has most of the weight in its own fitted value"
        ],
        Inputs =
        [
            new() { Name = "y", Meaning = "values in the order of time; null is missing and the row is dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = OlsHac.MaxPoints },
            new() { Name = "x", Meaning = "regressors without the intercept, one array for each; null is missing and the row is dropped; no array fits the mean", Shape = "array of at most 10 arrays of n numbers or null", Unit = "any, the same within each regressor", MaxLength = OlsHac.MaxRegressors }
        ],
        Parameters = [new() { Name = "lag", Meaning = "lags of the Bartlett kernel; absent: floor(4 (n/100)^(2/9))", Default = null, Range = "whole number from 0 to 4999" }],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("n", "number of complete rows"),
            new("lag", "lags of the Bartlett kernel"),
            new("beta", "coefficients, intercept first, unit of y per unit of the regressor"),
            new("se_ols", "standard errors for independent errors of equal variance"),
            new("se_hac", "Newey-West standard errors without a factor for small samples"),
            new("se_hac_adj", "Newey-West standard errors times sqrt(n/(n-k)), those to publish"),
            new("t_hac_adj", "coefficients over se_hac_adj; null where that is 0"),
            new("p_hac_adj", "two-sided p, Student's t, 0 to 1; null as t_hac_adj"),
            new("ci95_low_adj", "lower ends of the 95 % intervals"),
            new("ci95_high_adj", "upper ends of the 95 % intervals"),
            new("r_squared", "share of the variation of y that is fitted, 0 to 1; null where y does not vary"),
            new("sigma", "residual standard error, unit of y")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var y = json.Numbers("y", OlsHac.MaxPoints);
        var x = json.Table("x", OlsHac.MaxPoints * OlsHac.MaxRegressors);
        if (x.Count > OlsHac.MaxRegressors) json.RefuseSize("inputs.x", $"has {x.Count} elements; at most {OlsHac.MaxRegressors} are accepted.");
        for (var j = 0; j < x.Count; j++) json.SameLength("y", y.Count, FormattableString.Invariant($"x[{j}]"), x[j].Count);
        var lag = json.Settings.OptionalWhole("lag", 0, OlsHac.MaxPoints - 1);
        if (json.Error is not null) return null;

        var result = OlsHac.Fit(y, x, lag);
        StatisticalWarnings.AddDropped(warnings, y.Count - result.N, "rows with a missing value");
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, y, x);
        return Answer(result);
    }

    private static JsonObject Answer(OlsHacResult result) => new()
    {
        ["defined"] = true,
        ["n"] = result.N,
        ["lag"] = result.Lag,
        ["beta"] = StatisticalAnswers.Numbers(result.Beta ?? []),
        ["se_ols"] = StatisticalAnswers.Numbers(result.SeOls ?? []),
        ["se_hac"] = StatisticalAnswers.Numbers(result.SeHac ?? []),
        ["se_hac_adj"] = StatisticalAnswers.Numbers(result.SeHacAdj ?? []),
        ["t_hac_adj"] = StatisticalAnswers.Numbers(result.THacAdj ?? []),
        ["p_hac_adj"] = StatisticalAnswers.Numbers(result.PHacAdj ?? []),
        ["ci95_low_adj"] = StatisticalAnswers.Numbers(result.Ci95LowAdj ?? []),
        ["ci95_high_adj"] = StatisticalAnswers.Numbers(result.Ci95HighAdj ?? []),
        ["r_squared"] = result.RSquared,
        ["sigma"] = result.Sigma
    };

    private static void Warn(List<string> warnings, OlsHacResult result, IReadOnlyList<double?> y, IReadOnlyList<IReadOnlyList<double?>> x)
    {
        if (result.N < 30) warnings.Add($"With {result.N} rows Newey-West errors are too small; they ask for at least 30.");
        var complete = Enumerable.Range(0, y.Count).Where(row => CompleteRows.IsComplete(y, x, row)).ToList();
        if (complete[^1] - complete[0] >= complete.Count) warnings.Add("Rows are missing in between: the lags join values that are not neighbours.");
        if (result.Sigma == 0) warnings.Add("The fit is exact up to rounding: there is nothing to estimate an error from.");
        if (result.ResidualCorrelation > 0.9) warnings.Add("The residuals are close to a random walk: the errors are too small.");
        // A row beyond one half weighs more in its own fit than all the others together.
        if (result.LargestLeverage > 0.5)
            warnings.Add($"A single row has {ReadableNumber.Percent(Math.Round(result.LargestLeverage.GetValueOrDefault(), 2))} of the weight in its own fitted value.");
    }
}
