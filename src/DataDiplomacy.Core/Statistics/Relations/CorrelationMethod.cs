using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Correlation as published.</summary>
internal sealed class CorrelationMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "correlation",
        Title = "Pearson, Spearman and Kendall correlation",
        Version = Correlation.Version,
        Summary = "Asks how closely two variables go together: on a straight line (Pearson), or in their order only (Spearman, Kendall). It does not say which moves which.",
        Formula = "pearson_r = sum (x-mx)(y-my)/sqrt(sum (x-mx)^2 sum (y-my)^2), t = r sqrt((n-2)/(1-r^2)), p from Student's t with n-2 degrees of freedom, interval tanh(atanh r +- z/sqrt(n-3)); "
            + "spearman_rho = Pearson's of mid-ranks, p likewise, interval tanh(atanh rho +- z sqrt((1+rho^2/2)/(n-3))); "
            + "kendall_tau_b = S/sqrt((n0-n1)(n0-n2)), S = concordant - discordant pairs, n0 = n(n-1)/2, n1 and n2 pairs tied in x and in y; z = S/sqrt(v), "
            + "v = [n(n-1)(2n+5) - sum t(t-1)(2t+5) - sum u(u-1)(2u+5)]/18 + sum t(t-1) sum u(u-1)/(2n(n-1)) + sum t(t-1)(t-2) sum u(u-1)(u-2)/(9n(n-1)(n-2)), "
            + "t and u the sizes of tie groups; p = erfc(|z|/sqrt 2); interval tanh(atanh tau +- z sqrt(0.437/(n-4))); exact p is twice the smaller tail, at most 1",
        Source = "Fisher, R. A. (1921), On the 'probable error' of a coefficient of correlation deduced from a small sample, Metron 1:3-32; "
            + "Spearman, C. (1904), The proof and measurement of association between two things, Am. J. Psychol. 15:72-101; "
            + "Kendall, M. G. (1938), A new measure of rank correlation, Biometrika 30:81-93; Knight, W. R. (1966), A computer method for calculating Kendall's tau with ungrouped data, JASA 61:436-439; "
            + "Fieller, E. C., Hartley, H. O. and Pearson, E. S. (1957), Tests for rank correlation coefficients I, Biometrika 44:470-481; "
            + "Bonett, D. G. and Wright, T. A. (2000), Sample size requirements for estimating Pearson, Kendall and Spearman correlations, Psychometrika 65:23-28; agrees with R's stats::cor.test",
        Limits = "Pairs with a missing half are dropped. Undefined with fewer than 3 pairs (insufficient_data) or where a variable is constant (constant). "
            + "Intervals of Pearson and Spearman from 4 pairs on, of Kendall from 5. spearman_p_exact up to 9 pairs, kendall_p_exact below 50, both without ties. "
            + "A coefficient within 1e-15 of 1 or -1 is taken as 1 or -1: t is null, p is 0 and the interval has no width.",
        DoNotTrustWhen =
        [
            "both variables trend or depend on their past: correlate changes or pre-whitened values",
            "one or two points decide, or the relation is bent: look at the scatter plot",
            "there are fewer than 10 pairs",
            "many pairs of variables were scanned: adjust p over all of them",
            "the coefficient is 1 or -1: the interval is no certainty"
        ],
        Inputs =
        [
            new() { Name = "x", Meaning = "one variable; null is missing and the pair is dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Correlation.MaxPoints },
            new() { Name = "y", Meaning = "the other variable, one value per value of x; null is missing and the pair is dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Correlation.MaxPoints }
        ],
        Parameters = [new() { Name = "confidence", Meaning = "confidence of the intervals", Default = 0.95, Range = "between 0 and 1, both excluded" }],
        Outputs =
        [
            StatisticalOutput.Defined, new("n", "number of pairs used"),
            new("pearson_r", "Pearson's coefficient, -1 to 1"),
            new("pearson_t", "Student's t with n-2 degrees of freedom; null where it is infinite"),
            new("pearson_p", "two-sided p, 0 to 1"),
            new("pearson_ci_low", "lower end of the interval of pearson_r; null with 3 pairs"),
            new("pearson_ci_high", "upper end of the interval of pearson_r; null with 3 pairs"),
            new("spearman_rho", "Spearman's coefficient, -1 to 1"),
            new("spearman_p", "two-sided p by Student's t, 0 to 1"),
            new("spearman_p_exact", "exact two-sided p, 0 to 1; null with ties or more than 9 pairs"),
            new("spearman_ci_low", "lower end of the interval of spearman_rho; null with 3 pairs"),
            new("spearman_ci_high", "upper end of the interval of spearman_rho; null with 3 pairs"),
            new("kendall_tau_b", "Kendall's tau-b, corrected for ties, -1 to 1"),
            new("kendall_z", "standardised S without continuity correction"),
            new("kendall_p", "two-sided p, normal approximation, 0 to 1"),
            new("kendall_p_exact", "exact two-sided p, 0 to 1; null with ties or 50 pairs and more"),
            new("kendall_ci_low", "lower end of the interval of kendall_tau_b; null below 5 pairs"),
            new("kendall_ci_high", "upper end of the interval of kendall_tau_b; null below 5 pairs")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var x = json.Numbers("x", Correlation.MaxPoints);
        var y = json.Numbers("y", Correlation.MaxPoints);
        json.SameLength("x", x.Count, "y", y.Count);
        var confidence = json.Settings.Share("confidence", 0.95);
        if (json.Error is not null) return null;

        var result = Correlation.Test(x, y, confidence);
        CorrelationWarnings.Add(warnings, result, x, y);
        if (result is not { Pearson: { } pearson, Spearman: { } spearman, Kendall: { } kendall })
            return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["pearson_r"] = pearson.Coefficient,
            ["pearson_t"] = StatisticalAnswers.Number(pearson.Statistic),
            ["pearson_p"] = pearson.P,
            ["pearson_ci_low"] = pearson.CiLow,
            ["pearson_ci_high"] = pearson.CiHigh,
            ["spearman_rho"] = spearman.Coefficient,
            ["spearman_p"] = spearman.P,
            ["spearman_p_exact"] = spearman.PExact,
            ["spearman_ci_low"] = spearman.CiLow,
            ["spearman_ci_high"] = spearman.CiHigh,
            ["kendall_tau_b"] = kendall.Coefficient,
            ["kendall_z"] = kendall.Statistic,
            ["kendall_p"] = kendall.P,
            ["kendall_p_exact"] = kendall.PExact,
            ["kendall_ci_low"] = kendall.CiLow,
            ["kendall_ci_high"] = kendall.CiHigh
        };
    }
}
