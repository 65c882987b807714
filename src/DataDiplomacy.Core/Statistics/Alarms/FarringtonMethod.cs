using System.Text.Json.Nodes;

namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Farrington as published.</summary>
internal sealed class FarringtonMethod : IPublishedMethod
{
    /// <inheritdoc/>
    public StatisticalMethod Description { get; } = new()
    {
        Id = "farrington",
        Title = "Farrington outbreak detection, classic",
        Version = Farrington.Version,
        Summary = "Says whether a count is too large for the same time of earlier years, with earlier outbreaks weighted down and a trend where there is one.",
        Formula = "reference: t - freq i - w .. t - freq i + w, i = 1..b; quasi-Poisson, log mu = a (+ c t), phi = max(1, sum Pearson^2/(n - p)); "
            + "s = 1.5 (y^(2/3) mu^(-1/6) - mu^(1/2))/sqrt(phi (1 - h)), weights gamma s^-2 where s > 1, gamma elsewhere, their sum n, then fitted again; "
            + "trend kept where b >= 3, p < 0.05 (t test, untruncated dispersion) and mu0 <= largest reference count; tau = phi + se^2/mu0; "
            + "upper = (mu0^(2/3) + z(1 - alpha/2) sqrt(4/9 mu0^(1/3) tau))^(3/2); score = (x - mu0)/(upper - mu0); alarm: score > 1 and 5 cases in t-3..t",
        Source = "Farrington, C. P., Andrews, N. J., Beale, A. D., Catchpole, M. A. (1996), A statistical algorithm for the early detection of outbreaks of "
            + "infectious disease, Journal of the Royal Statistical Society A 159:547-563; agrees with surveillance::algo.farrington in R, converged to 1e-13",
        Limits = FarringtonAnswer.Limits,
        DoNotTrustWhen = FarringtonAnswer.DoNotTrustWhen("half of alpha (the level is two-sided)"),
        Inputs = [FarringtonAnswer.Counts],
        Parameters =
        [
            .. FarringtonAnswer.Parameters,
            new() { Name = "reweight", Meaning = "whether earlier outbreaks are weighted down", Default = true, Range = "true or false" },
            new() { Name = "trend", Meaning = "whether a significant trend is kept", Default = true, Range = "true or false" },
            new() { Name = "alpha", Meaning = "two-sided level: half of it lies above the limit", Default = 0.01, Range = "between 0 and 1, both excluded" }
        ],
        Outputs =
        [
            StatisticalOutput.Defined,
            new("results", "per point asked for: t; n_reference, number of reference points; trend_used; mu0, expected count; phi, dispersion, 1 or more; "
                + "se_mu0, standard error of mu0; enough_cases; upper, limit in counts, null without enough cases; score, excess over mu0 in units of that of the limit; "
                + "alarm. mu0 to alarm are null where the baseline allows no model")
        ]
    };

    /// <inheritdoc/>
    public JsonObject? Run(StatisticalJson json, List<string> warnings)
    {
        var counts = FarringtonAnswer.ReadCounts(json);
        var reference = FarringtonAnswer.ReadReference(json);
        var settings = new FarringtonSettings
        {
            Freq = reference.Freq,
            B = reference.B,
            W = reference.W,
            Reweight = json.Settings.Flag("reweight", true),
            Trend = json.Settings.Flag("trend", true),
            Alpha = json.Settings.Share("alpha", 0.01)
        };
        var evaluate = FarringtonAnswer.ReadPositions(json, counts);
        if (json.Error is not null) return null;

        var result = Farrington.Watch(counts, settings, evaluate);
        if (result is not { Points: { } points }) return StatisticalAnswers.Undefined(result.Reason);
        FarringtonAnswer.Warn(warnings, reference, points.Count(point => point.Mu0 is null), points.Min(point => point.T));
        return new JsonObject { ["defined"] = true, ["results"] = StatisticalAnswers.Array(points, Figures) };
    }

    private static JsonObject Figures(FarringtonPoint point) => new()
    {
        ["t"] = point.T,
        ["n_reference"] = point.NReference,
        ["trend_used"] = point.TrendUsed,
        ["mu0"] = StatisticalAnswers.Number(point.Mu0),
        ["phi"] = StatisticalAnswers.Number(point.Phi),
        ["se_mu0"] = StatisticalAnswers.Number(point.SeMu0),
        ["enough_cases"] = point.EnoughCases,
        ["upper"] = StatisticalAnswers.Number(point.Upper),
        ["score"] = StatisticalAnswers.Number(point.Score),
        ["alarm"] = point.Alarm
    };
}
