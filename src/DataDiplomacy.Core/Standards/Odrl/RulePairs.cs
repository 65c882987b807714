namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Which rule of an older policy has become which of a newer: those of the same name, then those that say the same, then those about the same actions,
/// targets and assignees, then those about the same actions.
/// </summary>
internal static class RulePairs
{
    public static IEnumerable<(OdrlRule? Older, OdrlRule? Newer)> Of(IReadOnlyList<OdrlRule> older, IReadOnlyList<OdrlRule> newer)
    {
        var left = InOrder(older);
        var right = InOrder(newer);
        var pairs = new List<(OdrlRule?, OdrlRule?)>();
        Func<OdrlRule, string?>[] likenesses =
        [
            rule => rule.Uid,
            OdrlWriter.Sha256,
            rule => $"{TermPairs.Joined(rule.Actions.Select(TermPairs.Text))}|{TermPairs.Joined(rule.Targets)}|{TermPairs.Joined(rule.Assignees)}",
            rule => TermPairs.Joined(rule.Actions.Select(action => action.Name)) ?? ""
        ];
        foreach (var likeness in likenesses) Pair(left, right, likeness, pairs);
        // One rule left on each side is the same one with another action.
        if (left.Count == 1 && right.Count == 1) return pairs.Append((left[0], right[0]));
        return pairs.Concat(left.Select(rule => ((OdrlRule?)rule, (OdrlRule?)null))).Concat(right.Select(rule => ((OdrlRule?)null, (OdrlRule?)rule)));
    }

    private static void Pair(List<OdrlRule> left, List<OdrlRule> right, Func<OdrlRule, string?> likeness, List<(OdrlRule?, OdrlRule?)> pairs)
    {
        var partners = right.Select(rule => (Rule: rule, Alike: likeness(rule))).Where(candidate => candidate.Alike is not null)
            .GroupBy(candidate => candidate.Alike ?? "", candidate => candidate.Rule, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<OdrlRule>(group), StringComparer.Ordinal);
        foreach (var rule in left.ToList())
        {
            if (likeness(rule) is not { } alike || !partners.TryGetValue(alike, out var waiting) || !waiting.TryDequeue(out var partner)) continue;
            pairs.Add((rule, partner));
            left.Remove(rule);
            right.Remove(partner);
        }
    }

    /// <summary>A rule said twice is said once: lists in RDF have no value twice.</summary>
    private static List<OdrlRule> InOrder(IReadOnlyList<OdrlRule> rules) => [.. rules.Select(rule => (Rule: rule, Hash: OdrlWriter.Sha256(rule))).DistinctBy(rule => rule.Hash).OrderBy(rule => rule.Hash, StringComparer.Ordinal).Select(rule => rule.Rule)];
}
