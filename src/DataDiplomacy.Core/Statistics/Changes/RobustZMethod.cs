using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>RobustZ as published.</summary>
internal sealed class RobustZMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "robust_z",
        Title = "Robust z-scores (median / MAD) and Iglewicz-Hoaglin flag",
        Version = RobustZ.Version,
        Summary = "Marks values that lie far from the median, by a yardstick that wild values cannot stretch.",
        Formula = "mad = median |x - median|; sigma = 1.4826022185056018 mad (method mad); where mad = 0, sigma = sqrt(pi/2) mean |x - median| (method mean_ad); "
            + "z = (x - median)/sigma; outlier where |z| > cutoff",
        Source = "Iglewicz, B. and Hoaglin, D. C. (1993), How to Detect and Handle Outliers, ASQC Quality Press; agrees with R's mad(constant = 1/qnorm(0.75)) "
            + "and scipy's median_abs_deviation(scale = 'normal')",
        Limits = "Undefined without a value (insufficient_data) or with equal values throughout (constant). A z beyond the range of doubles is null.",
        DoNotTrustWhen =
        [
            "there is a trend or a season: take them out first",
            "the values are skewed, as counts are: the far tail is marked too often",
            "there are few values: the median deviation of fewer than about 10 is rough",
            "an outlier is read as an error: it is a value to look at"
        ],
        Inputs = [new() { Name = "values", Meaning = "values in any order; null is missing and stays null", Shape = "array of n numbers or null", Unit = "any, the same throughout", MaxLength = RobustZ.MaxPoints }],
        Parameters = [new() { Name = "cutoff", Meaning = "|z| beyond which a value is an outlier", Default = RobustZ.UsualCutoff, Range = "0 or more" }],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("median", "median, unit of the values"),
            new("mad", "median distance from the median, unit of the values"),
            new("method", "where sigma comes from: mad, or mean_ad where mad is 0"),
            new("sigma", "estimated standard deviation, unit of the values"),
            new("z", "robust z-score of each value; null where missing"),
            new("outlier", "whether |z| exceeds the cutoff, for each value; null where missing")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var values = json.Numbers("values", RobustZ.MaxPoints);
        var cutoff = json.Settings.Number("cutoff", RobustZ.UsualCutoff, 0);
        if (json.Error is not null) return null;

        var result = RobustZ.Score(values, cutoff);
        if (values.Count > result.N) warnings.Add($"{values.Count - result.N} missing values have no score.");
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        Warn(warnings, result, FiniteValues.Present(values, nameof(values)));
        return new JsonObject
        {
            ["defined"] = true,
            ["median"] = result.Median,
            ["mad"] = result.Mad,
            ["method"] = result.Method,
            ["sigma"] = result.Sigma,
            ["z"] = StatisticalAnswers.Numbers(result.Z ?? []),
            ["outlier"] = StatisticalAnswers.Flags(result.Outlier ?? [])
        };
    }

    private static void Warn(List<string> warnings, RobustZResult result, double[] sample)
    {
        StatisticalWarnings.AddShort(warnings, result.N);
        if (result.Method == RobustZResult.MeanDeviation)
            warnings.Add("Half of the values or more are equal: sigma comes from the mean deviation, which wild values can stretch.");
        // Only a series in the order of time has neighbours; in any other order this is by chance.
        if (sample.Length >= StatisticalWarnings.ShortBelow && Autocorrelation.First(sample) > Autocorrelation.Bound(sample.Length))
            warnings.Add("Neighbouring values are correlated: if they are in the order of time, take trend and season out first.");
    }
}
