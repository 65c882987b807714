using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>
/// Asia-Pacific SDG progress (UN ESCAP): the current status index says how far the series has come, 0 in the base year and 10 at the target; the
/// anticipated progress index says which gap a regression on the series leaves in the year of the target, and gives the class.
/// </summary>
internal sealed class EscapProgress : IProgressMethod
{
    /// <inheritdoc/>
    public string Id => "escap";

    /// <inheritdoc/>
    public ProgressReading Read(ProgressFacts facts, ProgressRules rules)
    {
        if (facts.Goal is not { } goal) return ProgressReading.Refused(ProgressReasons.NoTarget);
        var (start, latest) = (facts.Base.Value, facts.Latest.Value);
        var way = Math.Abs(goal - start);
        if (way == 0) return facts.IsMet ? new ProgressReading { IsMet = true, Bands = rules.WithTarget } : ProgressReading.Refused(ProgressReasons.NoDistance);

        var status = facts.Target.Direction == DesiredDirection.Stable
            ? 10 - 10 * Math.Abs(goal - latest) / way
            : facts.Sign * 10 * (latest - start) / way;
        var predicted = Predict(facts);
        var gap = facts.Target.Direction != DesiredDirection.Stable && facts.Sign * (predicted - goal) >= 0 ? 0 : Math.Abs(goal - predicted);
        var (ofBase, ofCurrent) = (100 * gap / way, 100 * gap / Math.Abs(goal - latest));
        if (!double.IsFinite(status) || !double.IsFinite(ofBase)) return ProgressReading.Refused(ProgressReasons.OutOfRange);

        List<KeyValuePair<string, double>> inputs =
            [new("currentStatusIndex", status), new("predictedInTargetYear", predicted), new("anticipatedGapOfBase", ofBase)];
        if (double.IsFinite(ofCurrent)) inputs.Add(new("anticipatedGapOfCurrent", ofCurrent));
        var measure = facts.Choices.GapOfBaseYear ? ofBase : ofCurrent;
        return new ProgressReading
        {
            IsMet = facts.IsMet,
            Measure = double.IsFinite(measure) ? measure : null,
            Score = status,
            Bands = rules.WithTarget,
            Inputs = inputs
        };
    }

    /// <summary>The value in the year of the target by weighted least squares over the years since the base; a later year weighs more, in proportion to its place.</summary>
    private static double Predict(ProgressFacts facts)
    {
        // Years are counted from the base, so that nothing is lost to the size of a calendar year.
        var first = facts.Base.Year;
        var weighted = facts.Points.Select(p => (Weight: (double)(p.Year - first + 1), Time: (double)(p.Year - first), p.Value)).ToList();
        var total = weighted.Sum(p => p.Weight);
        var time = weighted.Sum(p => p.Weight * p.Time) / total;
        var value = weighted.Sum(p => p.Weight * p.Value) / total;
        var slope = weighted.Sum(p => p.Weight * (p.Time - time) * (p.Value - value)) / weighted.Sum(p => p.Weight * (p.Time - time) * (p.Time - time));
        return value + slope * (facts.Target.Year - first - time);
    }
}
