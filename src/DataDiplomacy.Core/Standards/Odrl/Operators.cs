namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// The operators (ODRL Vocabulary and Expression 2.2, operators, 2018). Where the request has several values, all must compare alike, or the result is
/// unknown. A narrower purpose is a case of a broader one; a broader purpose than the one named may or may not be it.
/// </summary>
internal static class Operators
{
    public static bool IsKnown(string name) =>
        name is "eq" or "neq" or "lt" or "lteq" or "gt" or "gteq" or "isA" or "isAnyOf" or "isAllOf" or "isNoneOf" or "isPartOf" or "hasPart";

    public static Satisfaction Apply(OdrlComparison comparison, IReadOnlyList<string> found, OdrlState state)
    {
        var right = comparison.RightOperands;
        Satisfaction Is(string left, OdrlValue value) => Operators.Is(comparison.LeftOperand, left, value, state);
        Satisfaction IsAny(string left) => Logic.Or([.. right.Select(value => Is(left, value))]);
        Satisfaction InAny(string left) => Logic.Or([.. right.Select(value => LiesIn(Relation(comparison.LeftOperand, state), left, value.Text))]);
        Satisfaction Holds(string left) => Logic.And([.. right.Select(value => LiesIn(Relation(comparison.LeftOperand, state), value.Text, left))]);
        return comparison.Operator switch
        {
            "isAllOf" => Logic.And([.. right.Select(value => Logic.Or([.. found.Select(left => Is(left, value))]))]),
            "isAnyOf" => Logic.Alike([.. found.Select(IsAny)]),
            "isNoneOf" => Logic.Not(Logic.Alike([.. found.Select(IsAny)])),
            "isA" or "isPartOf" => Logic.Alike([.. found.Select(InAny)]),
            "hasPart" => Logic.Alike([.. found.Select(Holds)]),
            // One value is compared with one (ODRL Information Model 2.2, section 2.5.1): a list means nothing here.
            _ when right.Count > 1 => Satisfaction.Unknown,
            "eq" when IsPeriod(comparison.LeftOperand) => Logic.Alike([.. found.Select(left => Order(left, "lteq", right[0]))]),
            "eq" => Logic.Alike([.. found.Select(left => Is(left, right[0]))]),
            "neq" => Logic.Not(Logic.Alike([.. found.Select(left => Is(left, right[0]))])),
            _ => Logic.Alike([.. found.Select(left => Order(left, comparison.Operator, right[0]))])
        };
    }

    /// <summary>"elapsedTime eq PT60M" gives 60 minutes to use up (ODRL Vocabulary and Expression 2.2, elapsedTime and meteredTime).</summary>
    private static bool IsPeriod(string operand) => operand is "elapsedTime" or "meteredTime";

    private static Satisfaction Order(string left, string comparing, OdrlValue right) => OrderedValue.Compare(left, comparing, right) ?? Satisfaction.Unknown;

    private static Satisfaction Is(string operand, string left, OdrlValue right, OdrlState state)
    {
        if (OrderedValue.Compare(left, "eq", right) is { } ordered) return ordered;
        var comparison = operand == "language" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (string.Equals(OdrlTerms.Normal(left), OdrlTerms.Normal(right.Text), comparison)) return Satisfaction.Satisfied;
        var relation = Relation(operand, state);
        if (relation.Leads(right.Text, left)) return Satisfaction.Unknown;
        if (!relation.Leads(left, right.Text)) return Satisfaction.Unsatisfied;
        // An area within another is not that area, but a rule for the whole may mean its parts.
        return ReferenceEquals(relation, state.Broader) ? Satisfaction.Satisfied : Satisfaction.Unknown;
    }

    private static Satisfaction LiesIn(OdrlRelation relation, string element, string other)
    {
        if (string.Equals(OdrlTerms.Normal(element), OdrlTerms.Normal(other), StringComparison.Ordinal) || relation.Leads(element, other)) return Satisfaction.Satisfied;
        // What is larger than the other lies in it in part; of what nothing is said, nothing is known.
        return relation.Knows(element) && !relation.Leads(other, element) ? Satisfaction.Unsatisfied : Satisfaction.Unknown;
    }

    private static OdrlRelation Relation(string operand, OdrlState state) => operand switch
    {
        "spatial" or "spatialCoordinates" or "virtualLocation" => state.PartOf,
        "recipient" => state.Memberships,
        _ => state.Broader
    };
}
