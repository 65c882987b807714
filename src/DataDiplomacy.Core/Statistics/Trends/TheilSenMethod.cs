using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>TheilSen as published.</summary>
internal sealed class TheilSenMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "theil_sen",
        Title = "Theil-Sen slope with confidence interval",
        Version = TheilSen.Version,
        Summary = "Estimates how fast values change, by the median of the slopes between all pairs of points: up to 29 % of wild values cannot move it far.",
        Formula = "slope = median of (y_j - y_i)/(t_j - t_i) over pairs with t_j > t_i; intercept_separate = median(y) - slope median(t); "
            + "intercept_joint = median(y - slope t); interval: sorted slopes at the 0-based ranks max(round((nt - z sigma)/2) - 1, 0) and "
            + "min(round((nt + z sigma)/2), nt - 1), nt = number of slopes, z = normal quantile, round half to even, "
            + "sigma^2 = [n(n-1)(2n+5) - ties of y - ties of t]/18, ties = sum k(k-1)(2k+5)",
        Source = "Theil, H. (1950), A rank-invariant method of linear and polynomial regression analysis, Proc. KNAW 53; "
            + "Sen, P. K. (1968), Estimates of the regression coefficient based on Kendall's tau, JASA 63:1379-1389; "
            + "Conover, W. J. (1980), Practical Nonparametric Statistics (intercept); agrees with scipy.stats.theilslopes",
        Limits = "Undefined without two values at different times (insufficient_data) or beyond the range of doubles (out_of_range). "
            + "With two points the interval collapses to the slope: do not publish it.",
        DoNotTrustWhen =
        [
            "neighbouring values are correlated: the interval is too narrow",
            "more than 29 % of the values are wrong",
            "many values are equal: the slope may be exactly 0 although the values change"
        ],
        Inputs =
        [
            new() { Name = "times", Meaning = "times in any order; null is missing", Shape = "array of n numbers or null", Unit = "any, such as years; the slope is per this unit", MaxLength = TheilSen.MaxPoints },
            new() { Name = "values", Meaning = "values, one per time; null is missing and the pair is dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = TheilSen.MaxPoints }
        ],
        Parameters = [new() { Name = "confidence", Meaning = "confidence of the interval", Default = 0.95, Range = "between 0 and 1, both excluded" }],
        Outputs =
        [
            StatisticalOutput.Defined, StatisticalOutput.Used,
            new("n_slopes", "number of slopes between points at different times"),
            new("slope", "median slope, unit of the value per unit of time"),
            new("intercept_separate", "median value minus slope times median time, unit of the value"),
            new("intercept_joint", "median of value minus slope times time, unit of the value"),
            new("ci_low", "lower end of the interval of the slope; null where ties leave no variance for one"),
            new("ci_high", "upper end of the interval of the slope; null as ci_low")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var times = json.Numbers("times", TheilSen.MaxPoints);
        var values = json.Numbers("values", TheilSen.MaxPoints);
        if (json.Error is null && times.Count != values.Count)
            json.Refuse("inputs.values", $"has {values.Count} elements but inputs.times has {times.Count}; one value per time is needed.");
        var confidence = json.Settings.Share("confidence", 0.95);
        if (json.Error is not null) return null;

        var result = TheilSen.Estimate(times, values, confidence);
        StatisticalWarnings.Add(warnings, result, values);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["n_slopes"] = result.NSlopes,
            ["slope"] = result.Slope,
            ["intercept_separate"] = result.InterceptSeparate,
            ["intercept_joint"] = result.InterceptJoint,
            ["ci_low"] = result.CiLow,
            ["ci_high"] = result.CiHigh
        };
    }
}
