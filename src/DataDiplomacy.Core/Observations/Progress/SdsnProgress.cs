namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>
/// SDG Index and Dashboards (SDSN): values rescaled to 0..100 between published bounds; the observed yearly gain over the gain that reaches the target.
/// The ratio of the two does not depend on the bounds unless a value lies beyond them.
/// </summary>
internal sealed class SdsnProgress : IProgressMethod
{
    private const string NoBounds = "The bounds of the index are not known for this series: the class rests on the values themselves, and there is no score of 0 to 100.";

    /// <inheritdoc/>
    public string Id => "sdsn";

    /// <inheritdoc/>
    public ProgressReading Read(ProgressFacts facts, ProgressRules rules)
    {
        if (facts.Goal is not { } published) return ProgressReading.Refused(ProgressReasons.NoTarget);
        var distance = facts.AsDistance();
        var scale = Scale(facts.Target);
        var (start, latest, goal) = (scale(distance.Base.Value), scale(distance.Latest.Value), scale(published));
        var observed = (latest - start) / distance.Years;
        var required = (goal - start) / (facts.Target.Year - distance.Base.Year);
        var isScaled = IsScaled(facts.Target);
        List<KeyValuePair<string, double>> inputs = [new("observedPerYear", observed), new("requiredPerYear", required)];
        if (isScaled) inputs.InsertRange(0, [new("baseScore", start), new("latestScore", latest), new("targetScore", goal)]);

        var ratio = facts.WasMet ? facts.Sign * (isScaled ? facts.Sign : 1) * observed / Math.Abs(required) : observed / required;
        return new ProgressReading
        {
            Reason = facts.IsMet ? null : required == 0 ? ProgressReasons.NoDistance : double.IsFinite(ratio) ? null : ProgressReasons.OutOfRange,
            IsMet = facts.IsMet,
            Measure = double.IsFinite(ratio) ? ratio : null,
            Score = isScaled ? latest : null,
            Bands = rules.WithTarget,
            Inputs = inputs,
            Warnings = isScaled ? [] : [NoBounds]
        };
    }

    private static bool IsScaled(ProgressTarget target) => target is { IndexLower: { } lower, IndexUpper: { } upper } && lower != upper;

    private static Func<double, double> Scale(ProgressTarget target)
    {
        if (!IsScaled(target)) return value => value;
        var (lower, upper) = (target.IndexLower.GetValueOrDefault(), target.IndexUpper.GetValueOrDefault());
        return value => Math.Clamp((value - lower) / (upper - lower) * 100, 0, 100);
    }
}
