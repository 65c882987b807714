namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>EU SDG monitoring (Eurostat): observed over required growth rate, or the observed rate alone; score -5 to +5, linear between published corners.</summary>
internal sealed class EurostatProgress : IProgressMethod
{
    /// <inheritdoc/>
    public string Id => "eurostat";

    /// <inheritdoc/>
    public ProgressReading Read(ProgressFacts facts, ProgressRules rules)
    {
        var (rates, reason) = GrowthRates.Of(facts.AsDistance(), rules);
        if (facts.IsMet) return new ProgressReading { IsMet = true, Measure = rates?.Ratio, Score = 5, Inputs = rates?.Inputs ?? [], Bands = rules.WithTarget };
        if (rates is null) return ProgressReading.Refused(reason);
        if (facts.Goal is null)
            return new ProgressReading { Measure = rates.Wanted, Score = Clamp(rates.Wanted / 0.02 * 5), Bands = rules.WithoutTarget, Inputs = rates.Inputs };
        if (rates.Ratio is not { } ratio) return ProgressReading.Refused(ProgressReasons.NoDistance);

        return new ProgressReading { Measure = ratio, Score = ScoreOf(ratio), Bands = rules.WithTarget, Inputs = rates.Inputs };
    }

    /// <summary>130 % scores +5, 60 % scores 0, -60 % scores -5.</summary>
    private static double ScoreOf(double ratio) => Clamp(ratio >= 0.6 ? (ratio - 0.6) / 0.7 * 5 : (ratio - 0.6) / 1.2 * 5);

    private static double Clamp(double score) => Math.Clamp(score, -5, 5);
}
