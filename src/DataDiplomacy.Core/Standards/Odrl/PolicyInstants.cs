namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>At which instants the evaluation of a policy may change by time alone (operand dateTime), with all else of a request as it was.</summary>
public static class PolicyInstants
{
    /// <summary>The instants that divide time so that requests between two of them are decided alike; those at one of them may be decided by themselves.</summary>
    /// <param name="policy">The policy.</param>
    /// <returns>In ticks of UTC, each once, ascending; empty if time does not matter. Some may change nothing.</returns>
    public static IReadOnlyList<long> Of(OdrlPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var constraints = policy.Rules.SelectMany(Constraints).Concat(Refinements(policy.Targets, policy.Assigners, policy.Assignees));
        var turns = constraints.SelectMany(Comparisons).Where(comparison => comparison.LeftOperand == "dateTime")
            .SelectMany(comparison => comparison.RightOperands).SelectMany(value => OrderedValue.Turns(value.Text));
        return [.. turns.Where(turn => turn >= 0 && turn <= DateTime.MaxValue.Ticks).Select(turn => (long)turn).Distinct().Order()];
    }

    private static IEnumerable<OdrlConstraint> Constraints(OdrlRule rule) => rule.Constraints
        .Concat(rule.Actions.SelectMany(action => action.Refinements))
        .Concat(Refinements(rule.Targets, rule.Assigners, rule.Assignees))
        .Concat(rule.Duties.Concat(rule.Consequences).Concat(rule.Remedies).SelectMany(Constraints));

    private static IEnumerable<OdrlConstraint> Refinements(params IReadOnlyList<OdrlReference>[] references) => references.SelectMany(list => list).SelectMany(reference => reference.Refinements);

    private static IEnumerable<OdrlComparison> Comparisons(OdrlConstraint constraint) =>
        constraint is OdrlLogic logic ? logic.Operands.SelectMany(Comparisons) : constraint is OdrlComparison comparison ? [comparison] : [];
}
