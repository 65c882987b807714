using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>Pettitt as published.</summary>
internal sealed class PettittMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "pettitt",
        Title = "Pettitt single change-point test",
        Version = Pettitt.Version,
        Summary = "Asks whether the level of a series changes once, and where. A trend makes it answer yes as well.",
        Formula = "r = mid-ranks; U_k = 2 sum over i <= k of r_i - k(n+1); k_stat = max |U_k|; change_index = all k (from 1, last value before the change) with "
            + "|U_k| = k_stat; p_approx = min(1, 2 exp(-6 k_stat^2/(n^3 + n^2))); medians on both sides of the first change_index",
        Source = "Pettitt, A. N. (1979), A non-parametric approach to the change-point problem, Applied Statistics 28:126-135; agrees with pettitt.test of R's package trend",
        Limits = "Undefined with fewer than 3 values (insufficient_data) or equal values throughout (constant). Missing values are dropped, and positions refer to what is left. "
            + "p_approx is an approximation, and is 0 where it is below the smallest double.",
        DoNotTrustWhen =
        [
            "there are fewer than about 20 values, or the change is near an end: p is rough",
            "there is a trend, a season or autocorrelation: take them out first; what is found are candidates for a shift of level",
            "there are several changes: they may hide each other"
        ],
        Inputs = [new() { Name = "values", Meaning = "values in the order of time; null is missing and dropped", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = Pettitt.MaxPoints }],
        Parameters = [],
        Outputs =
        [
            StatisticalOutput.Defined, StatisticalOutput.Used,
            new("k_stat", "largest |U|"),
            new("change_index", "positions from 1, among the values used, of the last value before the change; several where tied"),
            new("u_at_change", "U at these positions; negative where the values rise, positive where they fall"),
            new("u", "U at each position from 1 to n"),
            new("p_approx", "approximate two-sided p, 0 to 1"),
            new("median_before", "median up to the first change_index, unit of the values"),
            new("median_after", "median after the first change_index, unit of the values")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", Pettitt.MaxPoints);
        if (json.Error is not null) return null;

        var result = Pettitt.Test(values);
        StatisticalWarnings.AddDropped(warnings, values.Count - result.N);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, FiniteValues.Present(values, nameof(values)));
        return new JsonObject
        {
            ["defined"] = true,
            ["n"] = result.N,
            ["k_stat"] = result.KStat,
            ["change_index"] = StatisticalAnswers.Wholes(result.ChangeIndex ?? []),
            ["u_at_change"] = StatisticalAnswers.Wholes(result.UAtChange ?? []),
            ["u"] = StatisticalAnswers.Wholes(result.U ?? []),
            ["p_approx"] = result.PApprox,
            ["median_before"] = result.MedianBefore,
            ["median_after"] = result.MedianAfter
        };
    }

    private static void Warn(List<string> warnings, PettittResult result, double[] sample)
    {
        if (result.N < 20) warnings.Add($"With {result.N} values p_approx is rough; it asks for at least 20.");
        if (result.ChangeIndex is not [var change, ..]) return;
        if (result.ChangeIndex.Count > 1) warnings.Add($"{result.ChangeIndex.Count} positions are equally likely; the medians are those around the first.");
        // Nearer than a tenth of the series to an end the approximation of p is poor.
        if (Math.Min(change, result.N - change) < result.N / 10.0) warnings.Add("The change is near an end of the series: p_approx is rough.");
        if (result.PApprox == 0) warnings.Add("p_approx is below the smallest number that can be written, not 0.");
        LevelShiftWarnings.AddCorrelation(warnings, sample, [change]);
    }
}
