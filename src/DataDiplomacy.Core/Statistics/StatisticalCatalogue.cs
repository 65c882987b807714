namespace DataDiplomacy.Core.Statistics;

/// <summary>What is published about each method.</summary>
internal static class StatisticalCatalogue
{
    private static readonly StatisticalOutput Defined = new("defined", "whether the figures exist; where false, reason says why and the figures are absent");
    private static readonly StatisticalOutput N = new("n", "number of values used, missing ones dropped");

    public static readonly StatisticalMethod MannKendall = new()
    {
        Id = "mann_kendall",
        Title = "Mann-Kendall trend test (independent observations)",
        Version = Statistics.MannKendall.Version,
        Summary = "Asks whether values rise or fall monotonically in time. It does not say how much, nor whether it matters.",
        Formula = "S = sum over i<j of sign(x_j - x_i); var_s = [n(n-1)(2n+5) - sum over tie groups t(t-1)(2t+5)]/18; "
            + "z = (S - sign(S))/sqrt(var_s); p_two_sided = erfc(|z|/sqrt 2); tau_a = S/n0; tau_b = S/sqrt((n0-n1) n0), "
            + "n0 = n(n-1)/2, n1 = sum t(t-1)/2; p_exact from the exact distribution of S",
        Source = "Mann, H. B. (1945), Nonparametric tests against trend, Econometrica 13:245-259; "
            + "Kendall, M. G. (1975), Rank Correlation Methods, 4th ed.; agrees with R's stats::cor.test(method = 'kendall', continuity = TRUE)",
        Limits = "Undefined with fewer than 3 values (insufficient_data) or equal values throughout (constant). "
            + "p_exact only without ties and with n < 50. Below n = 5 no series reaches p < 0.05.",
        DoNotTrustWhen =
        [
            "neighbouring values are correlated: p is too small",
            "the series is seasonal or not monotone",
            "the level jumps once: the test will call it a trend",
            "many series were scanned: adjust p over all of them"
        ],
        Inputs = [new() { Name = "values", Meaning = "values in the order of time; null is missing and dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Statistics.MannKendall.MaxPoints }],
        Parameters = [],
        Outputs =
        [
            Defined, N,
            new("s", "Kendall's S: rising minus falling pairs"),
            new("var_s", "variance of S without a trend, corrected for ties"),
            new("z", "standardised S with continuity correction"),
            new("p_two_sided", "two-sided p, normal approximation, 0 to 1"),
            new("p_increasing", "one-sided p against an increase, 0 to 1"),
            new("p_decreasing", "one-sided p against a decrease, 0 to 1"),
            new("tau_a", "Kendall's tau-a, -1 to 1"),
            new("tau_b", "Kendall's tau-b, corrected for ties, -1 to 1"),
            new("p_exact", "exact two-sided p, 0 to 1; null with ties or n >= 50")
        ]
    };

    public static readonly StatisticalMethod TheilSen = new()
    {
        Id = "theil_sen",
        Title = "Theil-Sen slope with confidence interval",
        Version = Statistics.TheilSen.Version,
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
            new() { Name = "times", Meaning = "times in any order; null is missing", Shape = "array of n numbers or null", Unit = "any, such as years; the slope is per this unit", MaxLength = Statistics.TheilSen.MaxPoints },
            new() { Name = "values", Meaning = "values, one per time; null is missing and the pair is dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Statistics.TheilSen.MaxPoints }
        ],
        Parameters = [new() { Name = "confidence", Meaning = "confidence of the interval", Default = 0.95, Range = "between 0 and 1, both excluded" }],
        Outputs =
        [
            Defined, N,
            new("n_slopes", "number of slopes between points at different times"),
            new("slope", "median slope, unit of the value per unit of time"),
            new("intercept_separate", "median value minus slope times median time, unit of the value"),
            new("intercept_joint", "median of value minus slope times time, unit of the value"),
            new("ci_low", "lower end of the interval of the slope; null where ties leave no variance for one"),
            new("ci_high", "upper end of the interval of the slope; null as ci_low")
        ]
    };

    public static readonly StatisticalMethod MultipleTesting = new()
    {
        Id = "multiple_testing",
        Title = "Benjamini-Hochberg and relatives",
        Version = Statistics.MultipleTesting.Version,
        Summary = "Adjusts p-values for having made many tests. The family is all tests made, not those shown.",
        Formula = "sorted p, m not missing: bh_(i) = min over j>=i of min(1, m p_(j)/j); by = bh with m times sum 1/i; "
            + "holm_(i) = max over j<=i of min(1, (m-j+1) p_(j)); bonferroni = min(1, m p)",
        Source = "Benjamini, Y. and Hochberg, Y. (1995), JRSS B 57:289-300; Benjamini, Y. and Yekutieli, D. (2001), Ann. Statist. 29:1165-1188; "
            + "Holm, S. (1979), Scand. J. Statist. 6:65-70; agrees with R's stats::p.adjust",
        Limits = "Missing p-values stay null and do not count in m.",
        DoNotTrustWhen =
        [
            "the family was chosen after looking at the results",
            "the tests depend on each other in an arbitrary way: use by instead of bh"
        ],
        Inputs = [new() { Name = "p_values", Meaning = "p-values of all tests made; null is missing", Shape = "array of m numbers or null", Unit = "probability, 0 to 1", MaxLength = Statistics.MultipleTesting.MaxPoints }],
        Parameters = [],
        Outputs =
        [
            Defined,
            new("bh", "Benjamini-Hochberg q, 0 to 1, in the order of the input"),
            new("by", "Benjamini-Yekutieli q, 0 to 1"),
            new("holm", "Holm's adjusted p, 0 to 1"),
            new("bonferroni", "Bonferroni's adjusted p, 0 to 1")
        ]
    };
}
