namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>Trend of the SDG Progress Chart (UNSD, technical note 2022): observed over required growth rate, or the observed rate alone.</summary>
internal sealed class Unsd2022 : IProgressMethod
{
    /// <inheritdoc/>
    public string Id => "unsd2022";

    /// <inheritdoc/>
    public ProgressReading Read(ProgressFacts facts, ProgressRules rules)
    {
        var (rates, reason) = GrowthRates.Of(facts.AsDistance(), rules);
        if (facts.IsMet) return new ProgressReading { IsMet = true, Measure = rates?.Ratio, Inputs = rates?.Inputs ?? [], Bands = rules.WithTarget };
        if (rates is null) return ProgressReading.Refused(reason);

        return new ProgressReading
        {
            Measure = facts.Goal is null ? rates.Wanted : rates.Ratio,
            Score = facts.Goal is null ? null : rates.Ratio,
            Reason = facts.Goal is not null && rates.Ratio is null ? ProgressReasons.NoDistance : null,
            Bands = facts.Goal is null ? rules.WithoutTarget : rules.WithTarget,
            Inputs = rates.Inputs
        };
    }
}
