using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>MannKendallAutocorrelated as published.</summary>
internal sealed class MannKendallAutocorrelatedMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "mann_kendall_autocorrelated",
        Title = "Mann-Kendall with Hamed-Rao (1998) and Yue-Wang (2004) variance correction",
        Version = MannKendallAutocorrelated.Version,
        Summary = "Asks whether values rise or fall monotonically when neighbouring values resemble each other. Of the plain p, hr_p and yw_ar1_p the largest decides.",
        Formula = "slope = Theil-Sen over t = 1..n; d_t = x_t - slope t; r_k = autocorrelation (divisor n) of the mid-ranks of d, values of d at most "
            + "max(1e-9 (max x - min x), 8 eps max|x|) apart being tied; hr_factor_raw = 1 + 2/(n(n-1)(n-2)) sum over k <= max_lag with "
            + "|r_k| > z_{1-alpha/2}/sqrt n of (n-k)(n-k-1)(n-k-2) r_k; hr_factor = max(1, hr_factor_raw); hr_factor_pymannkendall = 1 + |hr_factor_raw - 1|; "
            + "hr_var_s = var_s hr_factor; hr_z = (S - sign S)/sqrt(hr_var_s); yw_factor_raw = 1 + 2 sum over k <= max_lag of (1 - k/n) rho_k, "
            + "rho_k = autocorrelation of d; yw_ar1_factor_raw = 1 + 2 sum over k = 1..n-1 of (1 - k/n) rho_1^k; each factor is used as max(1, raw)",
        Source = "Hamed, K. H. and Rao, A. R. (1998), A modified Mann-Kendall trend test for autocorrelated data, Journal of Hydrology 204:182-196; "
            + "Yue, S. and Wang, C. Y. (2004), The Mann-Kendall test modified by effective sample size to detect trend in serially correlated hydrological series, "
            + "Water Resources Management 18:201-218",
        Limits = "Needs a complete, equally spaced series: undefined where a value is missing (gaps), with fewer than 3 values (insufficient_data) or equal values "
            + "throughout (constant). The factors never make the variance smaller. slope is null beyond the range of doubles.",
        DoNotTrustWhen =
        [
            "there are fewer than 20 values: autocorrelations are not known well enough to correct for them",
            "the series is a random walk: even the corrected p is too small, and the three p differ widely",
            "yw_factor is taken over all lags: the autocorrelations of a series less its mean sum to -1/2, so the factor collapses; read yw_ar1_factor",
            "the series is seasonal, or its level jumps once"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps in the order of time; a null makes the test undefined", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = MannKendallAutocorrelated.MaxPoints }],
        Parameters =
        [
            new() { Name = "alpha", Meaning = "two-sided level at which the autocorrelation at a lag counts for Hamed and Rao", Default = 0.05, Range = "between 0 and 1, both excluded" },
            new() { Name = "max_lag", Meaning = "largest lag that is looked at; absent: n - 1, which is also the most that is used", Default = null, Range = "whole number from 1 to 4999" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined, StatisticalOutput.Used,
            new("s", "Kendall's S: rising minus falling pairs"),
            new("var_s", "variance of S for independent values, corrected for ties"),
            new("slope", "Theil-Sen slope, unit of the values per step; null beyond the range of doubles"),
            new("significant_lags", "lags whose rank autocorrelation is significant, ascending"),
            new("hr_factor_raw", "Hamed-Rao variance factor as the formula gives it; may be below 1 or negative"),
            new("hr_factor", "Hamed-Rao variance factor that is used, at least 1"),
            new("hr_factor_pymannkendall", "factor of Python's pymannkendall, for comparison, at least 1"),
            new("hr_var_s", "variance of S times hr_factor"),
            new("hr_z", "S standardised by hr_var_s, with continuity correction"),
            new("hr_p", "two-sided p after Hamed and Rao, 0 to 1"),
            new("yw_factor_raw", "Yue-Wang variance factor over the lags up to max_lag, as the formula gives it"),
            new("yw_factor", "Yue-Wang variance factor over the lags up to max_lag, at least 1"),
            new("yw_z", "S standardised with yw_factor"),
            new("yw_p", "two-sided p with yw_factor, 0 to 1"),
            new("yw_ar1_rho", "autocorrelation at lag 1 of the detrended values, -1 to 1; 0 where the values lie on a line"),
            new("yw_ar1_factor_raw", "Yue-Wang variance factor of a first-order autoregression, as the formula gives it"),
            new("yw_ar1_factor", "Yue-Wang variance factor of a first-order autoregression, at least 1"),
            new("yw_ar1_z", "S standardised with yw_ar1_factor"),
            new("yw_ar1_p", "two-sided p with yw_ar1_factor, 0 to 1")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", MannKendallAutocorrelated.MaxPoints);
        var alpha = json.Settings.Share("alpha", 0.05);
        var maxLag = json.Settings.OptionalWhole("max_lag", 1, MannKendallAutocorrelated.MaxPoints - 1);
        if (json.Error is not null) return null;

        var result = MannKendallAutocorrelated.Test(values, alpha, maxLag);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, maxLag);
        return Answer(result);
    }

    private static JsonObject Answer(MannKendallAutocorrelatedResult result) => new()
    {
        ["defined"] = true,
        ["n"] = result.N,
        ["s"] = result.S,
        ["var_s"] = result.VarS,
        ["slope"] = result.Slope,
        ["significant_lags"] = StatisticalAnswers.Wholes(result.SignificantLags ?? []),
        ["hr_factor_raw"] = result.HrFactorRaw,
        ["hr_factor"] = result.HrFactor,
        ["hr_factor_pymannkendall"] = result.HrFactorPymannkendall,
        ["hr_var_s"] = result.HrVarS,
        ["hr_z"] = result.HrZ,
        ["hr_p"] = result.HrP,
        ["yw_factor_raw"] = result.YwFactorRaw,
        ["yw_factor"] = result.YwFactor,
        ["yw_z"] = result.YwZ,
        ["yw_p"] = result.YwP,
        ["yw_ar1_rho"] = result.YwAr1Rho,
        ["yw_ar1_factor_raw"] = result.YwAr1FactorRaw,
        ["yw_ar1_factor"] = result.YwAr1Factor,
        ["yw_ar1_z"] = result.YwAr1Z,
        ["yw_ar1_p"] = result.YwAr1P
    };

    private static void Warn(List<string> warnings, MannKendallAutocorrelatedResult result, int? maxLag)
    {
        if (result.N < 20) warnings.Add($"With {result.N} values autocorrelations are not known well enough; the correction asks for at least 20.");
        if (result.YwAr1Rho > 0.9) warnings.Add("The series is close to a random walk: even the corrected p is too small.");
        if (maxLag is null) warnings.Add("yw_factor over all lags is not stable; read yw_ar1_factor, or set max_lag.");
        if (result.HrFactorRaw < 1 || result.YwAr1FactorRaw < 1)
            warnings.Add("Neighbouring values alternate, and a factor below 1 was not used: the variance is never made smaller.");
        double?[] p = [result.PPlain, result.HrP, result.YwAr1P];
        var some = p.Min() < 0.05 && p.Max() >= 0.05 ? "The level 0.05 is reached by some only: " : "";
        warnings.Add($"{some}plain p{Written(p[0])}, hr_p{Written(p[1])}, yw_ar1_p{Written(p[2])}; the largest, {Written(p.Max())[1..]}, decides.");
    }

    private static string Written(double? p) => ReadableNumber.Probability(p.GetValueOrDefault());
}
