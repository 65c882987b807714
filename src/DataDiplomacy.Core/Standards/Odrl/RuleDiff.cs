namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The differences between two forms of one rule. A wider permission is looser, a wider prohibition or duty is tighter.</summary>
internal static class RuleDiff
{
    public static IEnumerable<TermDifference> Of(OdrlRule older, OdrlRule newer)
    {
        var kind = older.Kind;
        var actions = kind == OdrlRuleKind.Duty ? ScopeChange.NotComparable : ScopeOf(older.Actions, newer.Actions);
        return TermPairs.Of("uid", older.Uid, newer.Uid, TermEffect.NotComparable)
            .Concat(TermPairs.Of("action", TermPairs.Joined(older.Actions.Select(TermPairs.Text)), TermPairs.Joined(newer.Actions.Select(TermPairs.Text)), Effect(kind, actions)))
            .Concat(References("target", older.Targets, newer.Targets, kind))
            .Concat(References("assignee", older.Assignees, newer.Assignees, kind))
            .Concat(TermPairs.Of("assigner", TermPairs.Joined(older.Assigners), TermPairs.Joined(newer.Assigners), TermEffect.NotComparable))
            .Concat(ConstraintDiff.Of(older.Constraints, newer.Constraints).Select(pair => pair.Difference with { Effect = OfConstraint(kind, pair.Difference.Term, pair.Scope) }))
            .Concat(Duties("duty", older.Duties, newer.Duties))
            .Concat(Duties("consequence", older.Consequences, newer.Consequences))
            .Concat(Duties("remedy", older.Remedies, newer.Remedies))
            .Concat(TermPairs.OfOther(older.Other, newer.Other));
    }

    /// <summary>A rule that only one policy has.</summary>
    public static TermDifference Whole(OdrlRule? older, OdrlRule? newer, string term)
    {
        // One of the two is there.
        var scope = older is null ? ScopeChange.Wider : ScopeChange.Narrower;
        return new()
        {
            Change = older is null ? TermChange.Added : TermChange.Removed,
            Term = term,
            Old = older is null ? null : OdrlWriter.Canonical(OdrlForm.Of(older)),
            New = newer is null ? null : OdrlWriter.Canonical(OdrlForm.Of(newer)),
            Effect = Effect((older ?? newer)!.Kind, scope)
        };
    }

    private static TermEffect Effect(OdrlRuleKind kind, ScopeChange scope) => (kind, scope) switch
    {
        (_, ScopeChange.NotComparable) => TermEffect.NotComparable,
        (OdrlRuleKind.Permission, ScopeChange.Wider) or (not OdrlRuleKind.Permission, ScopeChange.Narrower) => TermEffect.Looser,
        _ => TermEffect.Tighter
    };

    /// <summary>A duty with less time is tighter; of its other constraints it cannot be said whether they are its occasion or its extent.</summary>
    private static TermEffect OfConstraint(OdrlRuleKind kind, string term, ScopeChange scope)
    {
        if (kind != OdrlRuleKind.Duty) return Effect(kind, scope);
        return term == ConstraintDiff.Deadline ? Effect(OdrlRuleKind.Permission, scope) : TermEffect.NotComparable;
    }

    private static IEnumerable<TermDifference> References(string term, IReadOnlyList<OdrlReference> older, IReadOnlyList<OdrlReference> newer, OdrlRuleKind kind)
    {
        static HashSet<string> Texts(IReadOnlyList<OdrlReference> references) => [.. references.Select(reference => TermPairs.Joined([reference]) ?? "")];
        var (before, after) = (Texts(older), Texts(newer));
        // No target and no party means all.
        var scope = after.Count == 0 || (before.Count > 0 && before.IsSubsetOf(after)) ? ScopeChange.Wider
            : before.Count == 0 || after.IsSubsetOf(before) ? ScopeChange.Narrower
            : ScopeChange.NotComparable;
        return TermPairs.Of(term, TermPairs.Joined(older), TermPairs.Joined(newer), Effect(kind, scope));
    }

    private static ScopeChange ScopeOf(IReadOnlyList<OdrlAction> older, IReadOnlyList<OdrlAction> newer)
    {
        static bool Covers(IReadOnlyList<OdrlAction> wide, IReadOnlyList<OdrlAction> narrow) => wide.Count == 0 || (narrow.Count > 0 && narrow.All(one => wide.Any(other => IsWithin(one, other))));
        if (Covers(newer, older)) return ScopeChange.Wider;
        return Covers(older, newer) ? ScopeChange.Narrower : ScopeChange.NotComparable;
    }

    /// <summary>The same action or one included in it, with at least the same refinements.</summary>
    private static bool IsWithin(OdrlAction action, OdrlAction of)
    {
        var refinements = action.Refinements.Select(TermPairs.Text).ToHashSet(StringComparer.Ordinal);
        return OdrlActions.IsCaseOf(action.Name, of.Name) == Satisfaction.Satisfied && of.Refinements.All(refinement => refinements.Contains(TermPairs.Text(refinement)));
    }

    private static IEnumerable<TermDifference> Duties(string term, IReadOnlyList<OdrlRule> older, IReadOnlyList<OdrlRule> newer)
    {
        foreach (var (before, after) in RulePairs.Of(older, newer))
        {
            // A pair has at least one side.
            var name = $"{term} {DutyEvaluation.Name((before ?? after)!)}";
            if (before is null || after is null)
            {
                yield return Whole(before, after, name);
                continue;
            }
            foreach (var difference in Of(before, after)) yield return difference with { Term = $"{name}: {difference.Term}" };
        }
    }
}
