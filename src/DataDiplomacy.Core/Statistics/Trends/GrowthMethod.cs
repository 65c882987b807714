using System.Text.Json;
using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Growth as published.</summary>
internal sealed class GrowthMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "growth",
        Title = "CAGR, log growth, SDG progress ratio",
        Version = Growth.Version,
        Summary = "Says how fast values grow per unit of time, and whether that is enough for a target. Two end points decide cagr and category; ols_log_growth uses all points.",
        Formula = "y0, y1 = first and last value in the order of time; cagr = (y1/y0)^(1/(t1-t0)) - 1; log_growth = ln(y1/y0)/(t1-t0); "
            + "ols_log_growth = least squares slope of ln y on t; required_cagr = (target_value/y0)^(1/(target_time-t0)) - 1; "
            + "ratio = direction cagr/|required_cagr|; category: target_achieved where the last value satisfies the target, else on_track from 0.95, "
            + "acceleration_needed from 0.60, limited from 0, deterioration below",
        Source = "Open SDG, Progress measurement methodology, docs/progress-methodology.md (Statistics Canada after Eurostat); "
            + "Eurostat (yearly), Sustainable development in the European Union: monitoring report on progress towards the SDGs in an EU context",
        Limits = "Undefined without two values at different times (insufficient_data), where several values share the first or the last time (duplicate_times), where "
            + "the first or last value is not positive (nonpositive_value), or where times are out of range (out_of_range). target_time and target_value belong together; without them required_cagr, ratio "
            + "and category are null. required_cagr and ratio are null for a target that is not positive or not after the first time, and category is then null unless the target is achieved. "
            + "No interval is given: of two end points there is none, and the years before say nothing of their error; the Theil-Sen slope has one. ratio is null where the target equals the first value; away from it the category is deterioration.",
        DoNotTrustWhen =
        [
            "the first or last value is unusual: two points decide everything; show it with a slope over all points",
            "the first year was chosen after looking at the values",
            "a share is near 0 or 100 %: growth rates grow without bound near 0 and cannot go on near 100 %",
            "the ratio is read as a probability: it has no uncertainty in it"
        ],
        Inputs =
        [
            new() { Name = "times", Meaning = "times in any order; null is missing", Shape = "array of n numbers or null", Unit = "any, such as years; rates are per this unit", MaxLength = Growth.MaxPoints },
            new() { Name = "values", Meaning = "values, one per time; null is missing and the point is dropped", Shape = "array of n numbers or null", Unit = "any with a true zero, the same throughout", MaxLength = Growth.MaxPoints }
        ],
        Parameters =
        [
            new() { Name = "direction", Meaning = "1 where higher values are better, -1 where lower values are", Default = 1, Range = "1 or -1" },
            new() { Name = "target_time", Meaning = "time at which the target is to be reached; absent with target_value: no target", Default = null, Range = "any number" },
            new() { Name = "target_value", Meaning = "value to be reached; absent with target_time: no target", Default = null, Range = "any number" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("cagr", "compound growth per unit of time from first to last value; 0.02 is 2 %"),
            new("log_growth", "difference of logarithms of last and first value per unit of time"),
            new("ols_log_growth", "least squares slope of the logarithms on time; null where a value is not positive"),
            new("required_cagr", "compound growth from the first value that reaches the target; null without one"),
            new("ratio", "growth towards the target over required growth; null without one"),
            new("category", "target_achieved, on_track, acceleration_needed, limited or deterioration; null where it cannot be told")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var times = json.Numbers("times", Growth.MaxPoints);
        var values = json.Numbers("values", Growth.MaxPoints);
        if (json.Error is null) json.SameLength("times", times.Count, "values", values.Count);
        var target = Target(json);
        if (json.Error is not null) return null;

        var result = Growth.Measure(times, values, target);
        StatisticalWarnings.AddDropped(warnings, times.Count - result.N, "points with a missing time or value");
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, target, times, values);
        return new JsonObject
        {
            ["defined"] = true,
            ["cagr"] = result.Cagr,
            ["log_growth"] = result.LogGrowth,
            ["ols_log_growth"] = result.OlsLogGrowth,
            ["required_cagr"] = result.RequiredCagr,
            ["ratio"] = result.Ratio,
            ["category"] = result.Category is { } category ? JsonNamingPolicy.SnakeCaseLower.ConvertName(category.ToString()) : null
        };
    }

    private static GrowthTarget? Target(StatisticalJson json)
    {
        var direction = json.Settings.Whole("direction", 1, -1, 1);
        if (direction == 0) json.Refuse("parameters.direction", "is 0; 1 or -1 is needed.");
        var time = json.Settings.OptionalNumber("target_time");
        var value = json.Settings.OptionalNumber("target_value");
        if (time is null && value is not null) json.Refuse("parameters.target_time", "is missing; it belongs to parameters.target_value.");
        if (time is not null && value is null) json.Refuse("parameters.target_value", "is missing; it belongs to parameters.target_time.");
        return time is { } t && value is { } v ? new GrowthTarget(t, v, direction > 0) : null;
    }

    private static void Warn(List<string> warnings, GrowthResult result, GrowthTarget? target, IReadOnlyList<double?> times, IReadOnlyList<double?> values)
    {
        if (result.N == 2) warnings.Add("Two points decide everything: there is no other to compare them with.");
        if (result.OlsLogGrowth is null) warnings.Add("Some values are not positive or out of range: ols_log_growth is missing.");
        // End points against all points: beyond a factor of two, or another sign, the ends are not typical.
        if (result.N > 2 && result.OlsLogGrowth is { } slope && result.LogGrowth is { } ends && (slope * ends < 0 || Math.Abs(ends) > 2 * Math.Abs(slope) || Math.Abs(slope) > 2 * Math.Abs(ends)))
            warnings.Add("Growth between the end points and growth over all points differ much: the first or last value may be unusual.");
        if (target is null) return;
        if (result.RequiredCagr is null) warnings.Add("The target is not positive, not after the first time, or out of range: there is no required growth.");
        var present = times.Zip(values).Where(point => point.First is not null && point.Second is not null).OrderBy(point => point.First).ToList();
        if (target.Time <= present[^1].First) warnings.Add("The last value is not before the time of the target.");
        if (target.HigherIsBetter ? present[0].Second >= target.Value : present[0].Second <= target.Value)
            warnings.Add("The first value satisfied the target already: the ratio says little.");
    }
}
