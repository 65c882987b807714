namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// What has become of duties (ODRL Information Model 2.2, sections 2.6.3 to 2.6.7, 2018). What the state of the world says is taken. Of what it does not
/// say, a duty whose last moment is over is violated; a duty with an unsatisfied constraint is not in force; any other is outstanding.
/// </summary>
internal static class DutyEvaluation
{
    public static DutyReport Of(OdrlRule duty, OdrlRequest request, OdrlState state)
    {
        var isFirst = duty.Constraints.Any(IsBeforeUse);
        var constraints = duty.Constraints.Where(constraint => !IsBeforeUse(constraint)).Select(constraint => ConstraintEvaluation.Of(constraint, request, state)).ToList();
        var key = duty.Key;
        var report = state.Duties.FirstOrDefault(standing => string.Equals(standing.Duty, key, StringComparison.Ordinal)) is { } known
            ? Known(duty, known)
            : Unknown(duty, constraints, request, state);
        var isViolated = report.Deontic == DeonticState.Violated;
        return report with { IsFirst = isFirst, Constraints = constraints, Consequences = isViolated ? [.. duty.Consequences.Select(next => Of(next, request, state))] : [] };
    }

    /// <summary>The actions of a duty in words.</summary>
    public static string Name(OdrlRule rule) => rule.Actions.Count == 0 ? "any action" : string.Join(" or ", rule.Actions.Select(action => action.Name));

    private static DutyReport Known(OdrlRule duty, DutyStanding standing) => new()
    {
        Duty = duty,
        Attempt = AttemptState.Attempted,
        Performance = standing.Performance,
        Deontic = standing.Deontic,
        IsOutstanding = standing.Deontic != DeonticState.Fulfilled,
        Sentence = standing.Deontic switch
        {
            DeonticState.Fulfilled => $"the duty to {Name(duty)} is fulfilled",
            DeonticState.Violated => $"the duty to {Name(duty)} is violated",
            _ => $"the duty to {Name(duty)} is not fulfilled yet"
        }
    };

    private static DutyReport Unknown(OdrlRule duty, IReadOnlyList<ConstraintReport> constraints, OdrlRequest request, OdrlState state)
    {
        var late = duty.Constraints.OfType<OdrlComparison>().FirstOrDefault(constraint => IsOver(constraint, request, state));
        var failing = constraints.FirstOrDefault(constraint => constraint.State == Satisfaction.Unsatisfied);
        var sentence = late is not null ? $"the time to {Name(duty)} is over ({late}), and nothing says that it was done"
            : failing is not null ? $"the duty to {Name(duty)} is not in force: {failing.Sentence}"
            : $"nothing says whether the duty to {Name(duty)} is fulfilled";
        return new()
        {
            Duty = duty,
            Attempt = AttemptState.NotAttempted,
            Performance = late is null ? PerformanceState.Unknown : PerformanceState.Unperformed,
            Deontic = late is null ? DeonticState.NonSet : DeonticState.Violated,
            IsOutstanding = late is not null || failing is null,
            Sentence = sentence
        };
    }

    /// <summary>"event lt policyUsage" (ODRL Information Model 2.2, section 2.6.5, 2018): not a condition, but an order.</summary>
    private static bool IsBeforeUse(OdrlConstraint constraint) =>
        constraint is OdrlComparison { LeftOperand: "event", Operator: "lt", RightOperands: [var right] } && OdrlTerms.Normal(right.Text) == "policyUsage";

    /// <summary>A duty of a day, or until a time, cannot be fulfilled after it.</summary>
    private static bool IsOver(OdrlComparison constraint, OdrlRequest request, OdrlState state)
    {
        if (constraint is not { LeftOperand: "dateTime", Operator: "lt" or "lteq" or "eq" }) return false;
        var until = constraint.Operator == "eq" ? constraint with { Operator = "lteq" } : constraint;
        return ConstraintEvaluation.Of(until, request, state).State == Satisfaction.Unsatisfied;
    }
}
