namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Constraints which no value satisfies both: bounds that leave nothing between them, and lists of values with none in common. Conjunctions are looked
/// into; of other joined constraints nothing is claimed.
/// </summary>
internal static class Contradiction
{
    /// <summary>Of more constraints of one permission nothing is claimed.</summary>
    private const int MaxParts = 200;

    public static (OdrlComparison One, OdrlComparison Other)? Of(IReadOnlyList<OdrlConstraint> ones, IReadOnlyList<OdrlConstraint> others, OdrlRelation broader)
    {
        foreach (var one in ones.SelectMany(Parts).Take(MaxParts))
        {
            foreach (var other in others.SelectMany(Parts).Take(MaxParts))
            {
                if (one.LeftOperand == other.LeftOperand && one.Unit == other.Unit && (Excludes(one, other, broader) || Excludes(other, one, broader))) return (one, other);
            }
        }
        return null;
    }

    private static IEnumerable<OdrlComparison> Parts(OdrlConstraint constraint) => constraint switch
    {
        OdrlComparison comparison => [comparison],
        OdrlLogic { Operator: "and" or "andSequence" } logic => logic.Operands.SelectMany(Parts),
        _ => []
    };

    private static bool Excludes(OdrlComparison one, OdrlComparison other, OdrlRelation broader) => (one.Operator, other.Operator) switch
    {
        ("lt" or "lteq", "gt" or "gteq" or "eq") when Single(one, other) => IsBelow(one, other),
        ("eq", "gt" or "gteq") when Single(one, other) => IsBelow(one with { Operator = "lteq" }, other),
        ("eq" or "isAnyOf", "eq" or "isAnyOf") => IsListed(one) && IsListed(other) && !one.RightOperands.Any(value => Contains(other, value) || IsRelated(other, value, broader)),
        ("eq" or "isAnyOf", "neq" or "isNoneOf") => IsListed(one) && IsListed(other) && one.RightOperands.All(value => Contains(other, value)),
        _ => false
    };

    private static bool Single(OdrlComparison one, OdrlComparison other) => one.RightOperands.Count == 1 && other.RightOperands.Count == 1;

    /// <summary>A list after eq or neq means nothing (ODRL Information Model 2.2, section 2.5.1).</summary>
    private static bool IsListed(OdrlComparison comparison) => comparison.RightOperands.Count > 0 && (comparison.RightOperands.Count == 1 || comparison.Operator.StartsWith("is", StringComparison.Ordinal));

    private static bool IsBelow(OdrlComparison upper, OdrlComparison lower)
    {
        var isTouching = upper.Operator == "lteq" && lower.Operator is "gteq" or "eq";
        return OrderedValue.Compare(upper.RightOperands[0].Text, upper.Operator == "lteq" && isTouching ? "lt" : "lteq", lower.RightOperands[0]) == Satisfaction.Satisfied;
    }

    private static bool Contains(OdrlComparison comparison, OdrlValue value) => comparison.RightOperands.Any(candidate =>
        string.Equals(OdrlTerms.Normal(candidate.Text), OdrlTerms.Normal(value.Text), StringComparison.Ordinal)
        || OrderedValue.Compare(value.Text, "eq", candidate) is Satisfaction.Satisfied or Satisfaction.Unknown);

    private static bool IsRelated(OdrlComparison comparison, OdrlValue value, OdrlRelation broader) =>
        comparison.RightOperands.Any(candidate => broader.Leads(candidate.Text, value.Text) || broader.Leads(value.Text, candidate.Text));
}
