namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// Conflicts between the terms of two inputs. Constraints of prohibitions and duties are not weighed: a prohibition that holds at times only is named, too.
/// </summary>
internal static class InheritanceConflicts
{
    public static IEnumerable<InheritanceConflict> Among(IReadOnlyList<InheritanceSource> sources, OdrlRelation broader)
    {
        foreach (var source in sources)
        {
            foreach (var other in sources.Where(other => !ReferenceEquals(other, source)))
            {
                foreach (var conflict in source.Permissions.SelectMany(permission => OfPermission(permission, other))) yield return conflict;
                foreach (var conflict in source.Obligations.SelectMany(obligation => OfObligation(obligation, other))) yield return conflict;
                // A contradiction is one for both sides, so it is named once.
                if (string.CompareOrdinal(source.Uid, other.Uid) > 0) continue;
                foreach (var conflict in source.Permissions.SelectMany(permission => Contradictions(permission, other, broader))) yield return conflict;
            }
        }
    }

    private static IEnumerable<InheritanceConflict> OfPermission(InheritedRule permission, InheritanceSource other)
    {
        var name = DutyEvaluation.Name(permission.Rule);
        foreach (var prohibition in other.Prohibitions.Where(prohibition => Overlap(permission.Rule, prohibition.Rule)))
        {
            yield return Conflict(InheritanceConflictKind.Forbidden, permission, other, prohibition,
                $"{permission.Policy} permits to {name}, {other.Uid} forbids to {DutyEvaluation.Name(prohibition.Rule)}");
        }
        if (!other.Permissions.Any(candidate => Overlap(permission.Rule, candidate.Rule)))
            yield return Conflict(InheritanceConflictKind.NotPermitted, permission, other, null, $"{permission.Policy} permits to {name}, {other.Uid} has no permission for it");
    }

    private static IEnumerable<InheritanceConflict> OfObligation(InheritedRule obligation, InheritanceSource other)
    {
        var name = DutyEvaluation.Name(obligation.Rule);
        foreach (var prohibition in other.Prohibitions.Where(prohibition => IsWithin(obligation.Rule, prohibition.Rule)))
        {
            yield return Conflict(InheritanceConflictKind.DutyForbidden, obligation, other, prohibition,
                $"{obligation.Policy} demands to {name}, {other.Uid} forbids to {DutyEvaluation.Name(prohibition.Rule)}");
        }
        if (!Has(obligation, "delete")) yield break;
        foreach (var archiving in other.Obligations.Where(duty => Has(duty, "archive")))
            yield return Conflict(InheritanceConflictKind.DutiesContradict, obligation, other, archiving, $"{obligation.Policy} demands to delete, {other.Uid} demands to archive");
    }

    private static IEnumerable<InheritanceConflict> Contradictions(InheritedRule permission, InheritanceSource other, OdrlRelation broader)
    {
        foreach (var candidate in other.Permissions.Where(candidate => Overlap(permission.Rule, candidate.Rule)))
        {
            if (Contradiction.Of(permission.Rule.Constraints, candidate.Rule.Constraints, broader) is not { } pair) continue;
            yield return Conflict(InheritanceConflictKind.Contradiction, permission, other, candidate, $"{permission.Policy} permits if {pair.One}, {other.Uid} if {pair.Other}: both cannot be");
        }
    }

    private static InheritanceConflict Conflict(InheritanceConflictKind kind, InheritedRule rule, InheritanceSource other, InheritedRule? otherRule, string sentence) =>
        new() { Kind = kind, Policy = rule.Policy, Rule = rule.From, OtherPolicy = other.Uid, OtherRule = otherRule?.From, Sentence = sentence };

    private static bool Has(InheritedRule duty, string action) => duty.Rule.Actions.Any(candidate => candidate.Name == action);

    /// <summary>Whether one rule is about an action the other is about.</summary>
    private static bool Overlap(OdrlRule one, OdrlRule other) => IsWithin(one, other) || IsWithin(other, one);

    private static bool IsWithin(OdrlRule one, OdrlRule other) =>
        other.Actions.Count == 0 || one.Actions.Any(action => other.Actions.Any(of => OdrlActions.IsCaseOf(action.Name, of.Name) == Satisfaction.Satisfied));
}
