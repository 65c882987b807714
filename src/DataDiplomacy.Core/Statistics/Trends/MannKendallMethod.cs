using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>MannKendall as published.</summary>
internal sealed class MannKendallMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "mann_kendall",
        Title = "Mann-Kendall trend test (independent observations)",
        Version = MannKendall.Version,
        Summary = "Asks whether values rise or fall monotonically in time. It does not say how much, nor whether it matters.",
        Formula = "S = sum over i<j of sign(x_j - x_i); var_s = [n(n-1)(2n+5) - sum over tie groups t(t-1)(2t+5)]/18; "
            + "z = (S - sign(S))/sqrt(var_s); p_two_sided = erfc(|z|/sqrt 2); tau_a = S/n0; tau_b = S/sqrt((n0-n1) n0), "
            + "n0 = n(n-1)/2, n1 = sum t(t-1)/2; p_exact from the exact distribution of S",
        Source = "Mann, H. B. (1945), Nonparametric tests against trend, Econometrica 13:245-259; "
            + "Kendall, M. G. (1975), Rank Correlation Methods, 4th ed.; agrees with R's stats::cor.test(method = 'kendall', continuity = TRUE)",
        Limits = "Undefined with fewer than 3 values (insufficient_data) or equal values throughout (constant). "
            + "p_exact only without ties and with n < 50. Below n = 5 no series reaches a two-sided p < 0.05.",
        DoNotTrustWhen =
        [
            "neighbouring values are correlated: p is too small",
            "the series is seasonal or not monotone",
            "the level jumps once: the test will call it a trend",
            "many series were scanned: adjust p over all of them"
        ],
        Inputs = [new() { Name = "values", Meaning = "values in the order of time; null is missing and dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = MannKendall.MaxPoints }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined, StatisticalOutput.Used,
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

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", MannKendall.MaxPoints);
        if (json.Error is not null) return null;

        var result = MannKendall.Test(values);
        StatisticalWarnings.Add(warnings, result, values);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["s"] = result.S,
            ["var_s"] = result.VarS,
            ["z"] = result.Z,
            ["p_two_sided"] = result.PTwoSided,
            ["p_increasing"] = result.PIncreasing,
            ["p_decreasing"] = result.PDecreasing,
            ["tau_a"] = result.TauA,
            ["tau_b"] = result.TauB,
            ["p_exact"] = result.PExact
        };
    }
}
