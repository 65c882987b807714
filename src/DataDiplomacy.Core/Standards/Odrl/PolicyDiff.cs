namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// The differences between two policies, term by term. Targets and parties are compared as each rule has them (ODRL Information Model 2.2, section 2.7.1,
/// 2018). There is none if, and only if, both have the same <see cref="OdrlWriter.CanonicalSha256" />.
/// </summary>
public static class PolicyDiff
{
    /// <summary>Compares two policies.</summary>
    /// <param name="older">What was proposed or agreed before.</param>
    /// <param name="newer">What is proposed now.</param>
    /// <returns>The differences: of the policy, then of permissions, prohibitions and obligations by rule, each by term. Empty if they say the same.</returns>
    public static IReadOnlyList<TermDifference> Compare(OdrlPolicy older, OdrlPolicy newer)
    {
        ArgumentNullException.ThrowIfNull(older);
        ArgumentNullException.ThrowIfNull(newer);
        var (before, after) = (older.Expanded(), newer.Expanded());
        var differences = OfPolicy(before, after)
            .Concat(OfRules(before.Permissions, after.Permissions))
            .Concat(OfRules(before.Prohibitions, after.Prohibitions))
            .Concat(OfRules(before.Obligations, after.Obligations));
        return [.. differences
            .OrderBy(difference => difference.Kind is { } kind ? (int)kind : -1)
            .ThenBy(difference => difference.Rule, StringComparer.Ordinal)
            .ThenBy(difference => difference.Term, StringComparer.Ordinal)
            .ThenBy(difference => difference.Old, StringComparer.Ordinal)
            .ThenBy(difference => difference.New, StringComparer.Ordinal)];
    }

    private static IEnumerable<TermDifference> OfPolicy(OdrlPolicy older, OdrlPolicy newer)
    {
        // Under "invalid" a conflict voids everything, under "prohibit" only the permission concerned, under "perm" nothing.
        static int Rank(ConflictStrategy strategy) => strategy switch { ConflictStrategy.Invalid => 0, ConflictStrategy.Prohibit => 1, _ => 2 };
        var conflict = Rank(newer.Conflict) > Rank(older.Conflict) ? TermEffect.Looser : TermEffect.Tighter;
        return TermPairs.Of("uid", older.Uid, newer.Uid, TermEffect.NotComparable)
            .Concat(TermPairs.Of("type", older.Type.ToString(), newer.Type.ToString(), TermEffect.NotComparable))
            .Concat(TermPairs.Of("conflict", older.Conflict.ToString(), newer.Conflict.ToString(), conflict))
            .Concat(TermPairs.Of("profile", TermPairs.Joined(older.Profiles), TermPairs.Joined(newer.Profiles), TermEffect.NotComparable))
            .Concat(TermPairs.Of("inheritFrom", TermPairs.Joined(older.InheritFrom), TermPairs.Joined(newer.InheritFrom), TermEffect.NotComparable))
            .Concat(References(older, newer))
            .Concat(TermPairs.OfOther(older.Other, newer.Other));
    }

    /// <summary>Only a policy without rules still has targets and parties of its own.</summary>
    private static IEnumerable<TermDifference> References(OdrlPolicy older, OdrlPolicy newer) =>
        TermPairs.Of("target", TermPairs.Joined(older.Targets), TermPairs.Joined(newer.Targets), TermEffect.NotComparable)
            .Concat(TermPairs.Of("assigner", TermPairs.Joined(older.Assigners), TermPairs.Joined(newer.Assigners), TermEffect.NotComparable))
            .Concat(TermPairs.Of("assignee", TermPairs.Joined(older.Assignees), TermPairs.Joined(newer.Assignees), TermEffect.NotComparable));

    private static IEnumerable<TermDifference> OfRules(IReadOnlyList<OdrlRule> older, IReadOnlyList<OdrlRule> newer)
    {
        foreach (var (before, after) in RulePairs.Of(older, newer))
        {
            var rule = before ?? after;
            // A pair has at least one side.
            var (kind, key) = (rule!.Kind, rule.Key);
            var differences = before is not null && after is not null ? RuleDiff.Of(before, after) : [RuleDiff.Whole(before, after, kind.ToString().ToLowerInvariant())];
            foreach (var difference in differences) yield return difference with { Kind = kind, Rule = key };
        }
    }
}
