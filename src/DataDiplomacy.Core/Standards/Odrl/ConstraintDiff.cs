namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Which constraints of a rule were added, removed or changed, and whether the rule applies to more cases for it.</summary>
internal static class ConstraintDiff
{
    /// <summary>The time until which something may or must be done.</summary>
    public const string Deadline = "constraint dateTime" + AtMost;

    private const string AtMost = " at most";

    public static IEnumerable<(TermDifference Difference, ScopeChange Scope)> Of(IReadOnlyList<OdrlConstraint> older, IReadOnlyList<OdrlConstraint> newer)
    {
        var left = InOrder(older);
        var right = InOrder(newer);
        var same = left.Keys.Where(right.ContainsKey).ToList();
        foreach (var text in same)
        {
            left.Remove(text);
            right.Remove(text);
        }
        var terms = left.Values.Concat(right.Values).Select(Term).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return terms.SelectMany(term => OfTerm(term, Texts(left, term), Texts(right, term)));
    }

    private static IEnumerable<(TermDifference, ScopeChange)> OfTerm(string term, List<OdrlConstraint> older, List<OdrlConstraint> newer)
    {
        if (older.Count == 1 && newer.Count == 1)
            return [(Difference(TermChange.Changed, term, older[0], newer[0]), Scope(older[0], newer[0]))];
        var removed = older.Select(constraint => (Difference(TermChange.Removed, term, constraint, null), ScopeChange.Wider));
        return removed.Concat(newer.Select(constraint => (Difference(TermChange.Added, term, null, constraint), ScopeChange.Narrower)));
    }

    private static TermDifference Difference(TermChange change, string term, OdrlConstraint? older, OdrlConstraint? newer) => new()
    {
        Change = change,
        Term = term,
        Old = older is null ? null : TermPairs.Text(older),
        New = newer is null ? null : TermPairs.Text(newer),
        Effect = TermEffect.NotComparable
    };

    private static SortedDictionary<string, OdrlConstraint> InOrder(IReadOnlyList<OdrlConstraint> constraints)
    {
        var sorted = new SortedDictionary<string, OdrlConstraint>(StringComparer.Ordinal);
        foreach (var constraint in constraints) sorted.TryAdd(OdrlWriter.Canonical(OdrlForm.Of(constraint)), constraint);
        return sorted;
    }

    private static List<OdrlConstraint> Texts(SortedDictionary<string, OdrlConstraint> constraints, string term) => [.. constraints.Values.Where(constraint => Term(constraint) == term)];

    /// <summary>An upper and a lower bound of one operand are two terms.</summary>
    private static string Term(OdrlConstraint constraint) => constraint switch
    {
        OdrlComparison { Operator: "lt" or "lteq" } upper => $"constraint {upper.LeftOperand}{AtMost}",
        OdrlComparison { Operator: "gt" or "gteq" } lower => $"constraint {lower.LeftOperand} at least",
        OdrlComparison comparison => $"constraint {comparison.LeftOperand}",
        OdrlLogic logic => $"constraint {logic.Operator}",
        _ => "constraint"
    };

    private static ScopeChange Scope(OdrlConstraint older, OdrlConstraint newer)
    {
        if (older is not OdrlComparison before || newer is not OdrlComparison after) return ScopeChange.NotComparable;
        // A name or a unit of its own may mean something else.
        if (before.Unit != after.Unit || before.Other.Count > 0 || after.Other.Count > 0 || before.RightOperands.Count == 0 || after.RightOperands.Count == 0) return ScopeChange.NotComparable;
        if (after.Operator is "lt" or "lteq" or "gt" or "gteq") return OfBounds(before, after);
        var (was, now) = (Values(before), Values(after));
        return (Meaning(before), Meaning(after)) switch
        {
            ("any", "any") => OfSets(was, now),
            ("none", "none") or ("all", "all") => OfSets(now, was),
            _ => ScopeChange.NotComparable
        };
    }

    private static string Meaning(OdrlComparison comparison) => comparison.Operator switch
    {
        "eq" when comparison.RightOperands.Count == 1 => "any",
        "neq" when comparison.RightOperands.Count == 1 => "none",
        "isAnyOf" => "any",
        "isNoneOf" => "none",
        "isAllOf" => "all",
        _ => ""
    };

    private static HashSet<string> Values(OdrlComparison comparison) => [.. comparison.RightOperands.Select(value => OdrlTerms.Normal(value.Text))];

    private static ScopeChange OfSets(HashSet<string> was, HashSet<string> now)
    {
        if (was.SetEquals(now)) return ScopeChange.NotComparable;
        if (was.IsSubsetOf(now)) return ScopeChange.Wider;
        return now.IsSubsetOf(was) ? ScopeChange.Narrower : ScopeChange.NotComparable;
    }

    private static ScopeChange OfBounds(OdrlComparison before, OdrlComparison after)
    {
        if (before.RightOperands.Count != 1 || after.RightOperands.Count != 1) return ScopeChange.NotComparable;
        var (was, now) = (before.RightOperands[0], after.RightOperands[0]);
        if (OrderedValue.Compare(was.Text, "eq", now) == Satisfaction.Satisfied)
        {
            if (before.Operator == after.Operator) return ScopeChange.NotComparable;
            return after.Operator is "lteq" or "gteq" ? ScopeChange.Wider : ScopeChange.Narrower;
        }
        var isUpper = after.Operator is "lt" or "lteq";
        if (OrderedValue.Compare(was.Text, "lt", now) == Satisfaction.Satisfied) return isUpper ? ScopeChange.Wider : ScopeChange.Narrower;
        return OrderedValue.Compare(was.Text, "gt", now) == Satisfaction.Satisfied ? isUpper ? ScopeChange.Narrower : ScopeChange.Wider : ScopeChange.NotComparable;
    }
}
