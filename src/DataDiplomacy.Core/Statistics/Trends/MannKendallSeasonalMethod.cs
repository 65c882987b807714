using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>MannKendallSeasonal as published.</summary>
internal sealed class MannKendallSeasonalMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "mann_kendall_seasonal",
        Title = "Seasonal Mann-Kendall (Hirsch-Slack) and seasonal Sen slope",
        Version = MannKendallSeasonal.Version,
        Summary = "Asks whether values rise or fall monotonically from year to year, each season compared with itself, and by how much per year.",
        Formula = "season of value i (from 0) = ((start_season - 1 + i) mod period) + 1; s = sum over seasons of Kendall's S; var_s = sum over seasons of its "
            + "variance corrected for ties; z = (s - sign s)/sqrt(var_s); z_no_cc = s/sqrt(var_s); p = erfc(|z|/sqrt 2); tau = s / sum n_i(n_i - 1)/2; "
            + "seasonal_slope = median over the pairs within seasons of (x_j - x_i)/(year_j - year_i)",
        Source = "Hirsch, R. M., Slack, J. R. and Smith, R. A. (1982), Techniques of trend analysis for monthly water quality data, Water Resources Research 18:107-121; "
            + "agrees with smk.test of R's package trend; z_no_cc as SeasonalMannKendall of R's package Kendall",
        Limits = "Undefined where no season has two values (insufficient_data) or the values are equal within each season (constant). "
            + "Seasons with fewer than 2 values count nothing. seasonal_slope is null beyond the range of doubles.",
        DoNotTrustWhen =
        [
            "values of successive seasons are correlated, as monthly values are: p is too small",
            "seasons go opposite ways: they cancel; read s_by_season",
            "the level jumps once: the test will call it a trend",
            "many series were scanned: adjust p over all of them"
        ],
        Inputs = [new() { Name = "values", Meaning = "values at equal steps in the order of time; null is missing and dropped within its season", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = MannKendallSeasonal.MaxPoints }],
        Parameters =
        [
            new() { Name = "period", Meaning = "number of seasons in a year, such as 12 or 4; must be given", Default = null, Range = "whole number from 1 to 5000" },
            new() { Name = "start_season", Meaning = "season of the first value", Default = 1, Range = "whole number from 1 to period" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("s", "Kendall's S summed over the seasons"),
            new("var_s", "variance of s without a trend, corrected for ties, the seasons taken as independent"),
            new("z", "standardised s with one continuity correction"),
            new("p_two_sided", "two-sided p from z, 0 to 1"),
            new("z_no_cc", "standardised s without continuity correction"),
            new("p_no_cc", "two-sided p from z_no_cc, 0 to 1"),
            new("tau", "s over the number of pairs within seasons, -1 to 1"),
            new("s_by_season", "Kendall's S of each season from season 1; 0 with fewer than 2 values"),
            new("var_by_season", "variance of S of each season from season 1; 0 with fewer than 2 values or equal ones"),
            new("seasonal_slope", "median slope within seasons, unit of the values per period; null beyond the range of doubles")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", MannKendallSeasonal.MaxPoints);
        var period = json.Settings.NeededWhole("period", 1, MannKendallSeasonal.MaxPoints);
        var startSeason = json.Settings.Whole("start_season", 1, 1, period);
        if (json.Error is not null) return null;

        var result = MannKendallSeasonal.Test(values, period, startSeason);
        Warn(warnings, result, values, period);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        return new JsonObject
        {
            ["defined"] = true,
            ["s"] = result.S,
            ["var_s"] = result.VarS,
            ["z"] = result.Z,
            ["p_two_sided"] = result.PTwoSided,
            ["z_no_cc"] = result.ZNoCc,
            ["p_no_cc"] = result.PNoCc,
            ["tau"] = result.Tau,
            ["s_by_season"] = StatisticalAnswers.Wholes(result.SBySeason ?? []),
            ["var_by_season"] = StatisticalAnswers.Numbers(result.VarBySeason ?? []),
            ["seasonal_slope"] = result.SeasonalSlope
        };
    }

    private static void Warn(List<string> warnings, MannKendallSeasonalResult result, IReadOnlyList<double?> values, int period)
    {
        StatisticalWarnings.AddDropped(warnings, values.Count - result.N);
        if (result is not { Defined: true, SBySeason: { } scores, VarBySeason: { } variances }) return;
        StatisticalWarnings.AddShort(warnings, result.N);
        var still = variances.Count(variance => variance == 0);
        if (still > 0) warnings.Add($"{still} of {period} seasons count nothing, having fewer than 2 values or equal ones.");
        // 1.96 standard errors either way: no chance variation of a common trend.
        var z = scores.Zip(variances, (s, variance) => variance > 0 ? s / Math.Sqrt(variance) : 0).ToList();
        if (z.Max() > 1.96 && z.Min() < -1.96)
            warnings.Add("Some seasons rise and others fall, and cancel in the sum: read s_by_season.");
        if (result.SeasonalSlope is null) warnings.Add("The slope is beyond the range of doubles.");
    }
}
