using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>FarringtonFlexible as published.</summary>
internal sealed class FarringtonFlexibleMethod : IPublishedMethod
{
    private const double Nothing = 1e-6;

    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "farrington_flexible",
        Title = "Farrington outbreak detection, flexible",
        Version = FarringtonFlexible.Version,
        Summary = "Says whether a count is too large for all of the earlier years with their seasons, by a negative-binomial limit; fewer false alarms than the classic method.",
        Formula = "reference: all points of b years but the last past_excluded; seasons: window t - freq i -+ w, and no_periods - 1 blocks between windows, "
            + "as equal as possible, longer ones first, oldest first; quasi-Poisson, log mu = season + c t; phi = max(1, sum Pearson^2/(n - p)); "
            + "weights gamma s^-2 where the standardised Anscombe residual s > weights_threshold, gamma elsewhere, their sum n, then fitted again; "
            + "trend kept where b >= 3, p < p_threshold_trend (1: always) and mu0 <= largest reference count; "
            + "upper = quantile 1 - alpha of the negative binomial with size mu0/(phi - 1) and prob 1/phi (phi = 1: Poisson); p_value = P(X >= x); "
            + "alarm: x > upper and 5 cases in t-3..t",
        Source = "Noufaily, A., Enki, D. G., Farrington, P., Garthwaite, P., Andrews, N., Charlett, A. (2013), An improved algorithm for outbreak detection in "
            + "multiple surveillance systems, Statistics in Medicine 32:1206-1222; agrees with surveillance::farringtonFlexible(thresholdMethod = \"nbPlugin\") in R",
        Limits = FarringtonAnswer.Limits,
        DoNotTrustWhen = FarringtonAnswer.DoNotTrustWhen("alpha"),
        Inputs = [FarringtonAnswer.Counts],
        Parameters =
        [
            .. FarringtonAnswer.Parameters,
            new() { Name = "no_periods", Meaning = "number of seasons, the window being one; 1 uses the windows alone; absent: 10, or the most where that is less", Default = 10, Range = "whole number from 1 to freq - 2w" },
            new() { Name = "past_excluded", Meaning = "number of points just before the point that are left out; those within w always are; absent: 26, or half a year where that is less", Default = 26, Range = "whole number from 0 to b times freq" },
            new() { Name = "alpha", Meaning = "one-sided level", Default = 0.01, Range = "between 0 and 1, both excluded" },
            new() { Name = "weights_threshold", Meaning = "residuals above this count as earlier outbreaks", Default = 2.58, Range = "0.01 to 1000" },
            new() { Name = "p_threshold_trend", Meaning = "the trend is kept where its p is below this; 1 keeps it always, 0 never", Default = 1, Range = "0 to 1" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("results", "per point asked for: t; trend_used; mu0, expected count; phi, dispersion, 1 or more; enough_cases; "
                + "upper, largest count that is no alarm, null without enough cases; p_value, P(X >= x), 0 to 1; alarm. "
                + "mu0 to alarm are null where the baseline allows no model")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var counts = FarringtonAnswer.ReadCounts(json);
        var reference = FarringtonAnswer.ReadReference(json);
        var most = Math.Max(1, reference.Freq - 2 * reference.W);
        var settings = new FarringtonFlexibleSettings
        {
            Freq = reference.Freq,
            B = reference.B,
            W = reference.W,
            NoPeriods = json.Settings.Whole("no_periods", Math.Min(10, most), 1, most),
            PastExcluded = json.Settings.Whole("past_excluded", Math.Min(26, reference.Freq / 2), 0, reference.B * reference.Freq),
            Alpha = json.Settings.Share("alpha", 0.01),
            WeightsThreshold = json.Settings.Number("weights_threshold", 2.58, 0.01, 1_000),
            PThresholdTrend = json.Settings.Number("p_threshold_trend", 1, 0, 1)
        };
        var evaluate = FarringtonAnswer.ReadPositions(json, counts);
        if (json.Error is not null) return null;

        var result = FarringtonFlexible.Watch(counts, settings, evaluate);
        if (result is not { Points: { } points }) return StatisticalAnswers.Undefined(result.Reason);
        FarringtonAnswer.Warn(warnings, reference, points.Count(point => point.Mu0 is null), points.Min(point => point.T));
        if (points.Any(point => point.Mu0 < Nothing)) warnings.Add("Some points have only zeros in the windows of earlier years: any case is beyond their limit, which is not credible.");
        return new JsonObject { ["defined"] = true, ["results"] = StatisticalAnswers.Array(points, Figures) };
    }

    private static JsonObject Figures(FarringtonFlexiblePoint point) => new()
    {
        ["t"] = point.T,
        ["trend_used"] = point.TrendUsed,
        ["mu0"] = StatisticalAnswers.Number(point.Mu0),
        ["phi"] = StatisticalAnswers.Number(point.Phi),
        ["enough_cases"] = point.EnoughCases,
        ["upper"] = StatisticalAnswers.Number(point.Upper),
        ["p_value"] = StatisticalAnswers.Number(point.PValue),
        ["alarm"] = point.Alarm
    };
}
