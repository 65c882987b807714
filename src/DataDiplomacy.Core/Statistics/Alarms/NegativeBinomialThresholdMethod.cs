using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>NegativeBinomialThreshold as published.</summary>
internal sealed class NegativeBinomialThresholdMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "negbin_threshold",
        Title = "Negative-binomial threshold for counts",
        Version = NegativeBinomialThreshold.Version,
        Summary = "Says whether a count is too large for a baseline of sparse counts; for series without years of history.",
        Formula = "mu = mean, v = sample variance of the baseline; v > mu: negative binomial with mean mu and size = mu^2/(v - mu), otherwise Poisson(mu); "
            + "upper = smallest whole u with P(X <= u) >= 1 - alpha; p_value = P(X >= observed); alarm: observed > upper",
        Source = "Anscombe, F. J. (1950), Sampling theory of the negative binomial and logarithmic series distributions, Biometrika 37:358-382 (moment estimate); "
            + "tails by the incomplete beta function, NIST Digital Library of Mathematical Functions 8.17; agrees with R's qnbinom, pnbinom, qpois",
        Limits = "Undefined with fewer than two counts in the baseline (insufficient_data). Counts are whole, at most a thousand million. "
            + "A baseline of zeros gives the threshold 0 and p_value 0 for any event: not credible.",
        DoNotTrustWhen =
        [
            "the baseline has a trend or a season, or holds an earlier outbreak",
            "the baseline is short: the estimated mean and size are taken as known",
            "the baseline is all zeros",
            "many series are watched without adjusting the p-values"
        ],
        Inputs =
        [
            new() { Name = "baseline", Meaning = "counts of comparable periods in any order; null is missing and dropped", Shape = "array of n whole numbers or null", Unit = "number of events per period", MaxLength = NegativeBinomialThreshold.MaxPoints },
            new() { Name = "observed", Meaning = "the count to judge", Shape = "whole number", Unit = "number of events in one period", MaxLength = 1 }
        ],
        Parameters = [new() { Name = "alpha", Meaning = "chance of an alarm where nothing changed, at most", Default = 0.01, Range = "between 0 and 1, both excluded" }],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("mu", "mean of the baseline, counts"),
            new("variance", "sample variance of the baseline, squared counts"),
            new("size", "size of the negative binomial, above 0; null for Poisson"),
            new("family", "negbin where the variance exceeds the mean, poisson otherwise"),
            new("upper", "largest count that is no alarm"),
            new("p_value", "P(X >= observed), 0 to 1"),
            new("alarm", "whether the observed count exceeds upper")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var baseline = json.Numbers("baseline", NegativeBinomialThreshold.MaxPoints);
        CountValues.Check(json, "baseline", baseline);
        var observed = json.Number("observed");
        CountValues.Check(json, "observed", observed);
        var alpha = json.Settings.Share("alpha", 0.01);
        if (json.Error is not null) return null;

        var result = NegativeBinomialThreshold.Judge(baseline, observed, alpha);
        StatisticalWarnings.AddDropped(warnings, baseline.Count - result.N);
        if (!result.Defined) return StatisticalAnswers.Undefined(result.Reason);
        if (result.Mu is 0) warnings.Add("All counts of the baseline are 0: the threshold 0 is not credible, and neither is p_value.");
        if (result.N < StatisticalWarnings.ShortBelow) warnings.Add($"Short baseline: {result.N} counts do not tell the variance.");
        return new JsonObject
        {
            ["defined"] = true,
            ["mu"] = result.Mu,
            ["variance"] = result.Variance,
            ["size"] = result.Size,
            ["family"] = result.Family,
            ["upper"] = result.Upper,
            ["p_value"] = result.PValue,
            ["alarm"] = result.Alarm
        };
    }
}
