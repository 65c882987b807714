namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Whether constraints are satisfied (ODRL Information Model 2.2, section 2.5, and ODRL Vocabulary and Expression 2.2, left operands and operators, 2018). A sequence (andSequence)
/// is evaluated as a conjunction: a request is one moment, in which nothing comes before another.
/// </summary>
internal static class ConstraintEvaluation
{
    public static ConstraintReport Of(OdrlConstraint constraint, OdrlRequest request, OdrlState state) =>
        constraint is OdrlLogic logic ? Join(logic, request, state) : Compare((OdrlComparison)constraint, request, state);

    private static ConstraintReport Join(OdrlLogic logic, OdrlRequest request, OdrlState state)
    {
        var premises = logic.Operands.Select(operand => Of(operand, request, state)).ToList();
        var states = premises.ConvertAll(premise => premise.State);
        var joined = logic.Operator switch
        {
            "and" or "andSequence" => Logic.And(states),
            "or" => Logic.Or(states),
            "xone" => Logic.ExactlyOne(states),
            _ => Satisfaction.Unknown
        };
        int Count(Satisfaction value) => states.Count(one => one == value);
        var sentence = FormattableString.Invariant($"{logic}: {Count(Satisfaction.Satisfied)} satisfied, {Count(Satisfaction.Unsatisfied)} unsatisfied, {Count(Satisfaction.Unknown)} unknown");
        return new() { Constraint = logic, State = joined, Sentence = sentence, Premises = premises };
    }

    private static ConstraintReport Compare(OdrlComparison comparison, OdrlRequest request, OdrlState state)
    {
        var found = request.ValuesOf(comparison.LeftOperand);
        var missing = Missing(comparison, request, found);
        var result = missing is null ? Operators.Apply(comparison, found, state) : Satisfaction.Unknown;
        var reason = missing ?? (result == Satisfaction.Unknown ? $"{Saying(comparison, found)}, which cannot be compared for sure" : Saying(comparison, found));
        return new() { Constraint = comparison, State = result, Sentence = $"{comparison}: {reason}", Found = found };
    }

    private static string? Missing(OdrlComparison comparison, OdrlRequest request, IReadOnlyList<string> found)
    {
        if (!Operators.IsKnown(comparison.Operator)) return $"the operator {comparison.Operator} is not known";
        if (comparison.RightOperands.Count == 0) return "what to compare with has to be looked up";
        if (found.Count == 0) return $"the request does not say {comparison.LeftOperand}";
        if (comparison.Unit is null) return null;
        if (!request.Units.TryGetValue(comparison.LeftOperand, out var unit)) return $"the request does not say the unit of {comparison.LeftOperand}";
        return string.Equals(OdrlTerms.Normal(unit), OdrlTerms.Normal(comparison.Unit), StringComparison.Ordinal) ? null : $"the request is in {unit}";
    }

    private static string Saying(OdrlComparison comparison, IReadOnlyList<string> found) => comparison.LeftOperand switch
    {
        "dateTime" => $"the request is of {found[0]}",
        "count" => $"the request is number {found[0]}",
        _ => $"the request says {string.Join(" and ", found)}"
    };
}
