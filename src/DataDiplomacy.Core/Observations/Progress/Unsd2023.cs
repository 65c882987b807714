namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>Mid-point assessment (UNSD, progress chart technical note 2023): the share of the way to the target that the observed growth rate would have covered in its year.</summary>
internal sealed class Unsd2023 : IProgressMethod
{
    /// <inheritdoc/>
    public string Id => "unsd2023";

    /// <inheritdoc/>
    public ProgressReading Read(ProgressFacts facts, ProgressRules rules)
    {
        var distance = facts.AsDistance();
        var (rates, reason) = GrowthRates.Of(distance, rules);
        if (facts.IsMet) return new ProgressReading { IsMet = true, Inputs = rates?.Inputs ?? [], Bands = rules.WithTarget };
        if (rates is null) return ProgressReading.Refused(reason);
        if (facts.Goal is not { } goal)
            return new ProgressReading { Measure = rates.Wanted, Bands = rules.WithoutTarget, Inputs = rates.Inputs };
        if (goal == distance.Base.Value) return ProgressReading.Refused(ProgressReasons.NoDistance);

        // A base of zero was replaced for the rate; the level goes on from the latest value as published.
        var expected = distance.Latest.Value * Math.Pow(1 + rates.Observed, facts.Target.Year - distance.Latest.Year);
        var covered = facts.WasMet
            ? -Math.Abs((expected - distance.Base.Value) / (goal - distance.Base.Value))
            : (expected - distance.Base.Value) / (goal - distance.Base.Value);
        if (!double.IsFinite(covered)) return ProgressReading.Refused(ProgressReasons.OutOfRange);
        return new ProgressReading
        {
            Measure = covered,
            Score = covered,
            Bands = rules.WithTarget,
            Inputs = [.. rates.Inputs, new("expectedInTargetYear", expected), new("shareOfWayCovered", covered)]
        };
    }
}
