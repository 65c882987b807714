namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What one input passes on.</summary>
internal sealed class InheritanceSource
{
    public InheritanceSource(OdrlPolicy policy)
    {
        Uid = policy.Uid;
        var expanded = policy.Expanded();
        Permissions = InOrder(expanded.Permissions.Zip(policy.Permissions, Inherited));
        Prohibitions = InOrder(expanded.Prohibitions.Zip(policy.Prohibitions, Inherited));
        var obligations = expanded.Obligations.Zip(policy.Obligations, Inherited);
        Obligations = InOrder(obligations.Concat(Permissions.SelectMany(permission => permission.Rule.Duties.Select(duty => permission with { Rule = WithParties(duty, permission.Rule) }))));
        Constraints = [.. Permissions.SelectMany(Limits)];
    }

    public string Uid { get; }

    public IReadOnlyList<InheritedRule> Permissions { get; }

    public IReadOnlyList<InheritedRule> Prohibitions { get; }

    public IReadOnlyList<InheritedRule> Obligations { get; }

    public IReadOnlyList<InheritedConstraint> Constraints { get; }

    private InheritedRule Inherited(OdrlRule rule, OdrlRule asWritten) => new() { Policy = Uid, From = asWritten.Key, Rule = rule };

    /// <summary>A duty without parties has those of its permission (ODRL Information Model 2.2, section 2.6.5, 2018).</summary>
    private static OdrlRule WithParties(OdrlRule duty, OdrlRule permission) =>
        duty.Assigners.Count > 0 || duty.Assignees.Count > 0 ? duty : duty with { Assigners = permission.Assigners, Assignees = permission.Assignees };

    private static List<InheritedRule> InOrder(IEnumerable<InheritedRule> rules) =>
        [.. rules.OrderBy(rule => rule.From, StringComparer.Ordinal).ThenBy(rule => OdrlWriter.Sha256(rule.Rule), StringComparer.Ordinal)];

    private static IEnumerable<InheritedConstraint> Limits(InheritedRule permission)
    {
        var constraints = permission.Rule.Constraints.Select(constraint => Limit(permission, [.. permission.Rule.Actions.Select(action => action.Name).Order(StringComparer.Ordinal)], constraint));
        var refinements = permission.Rule.Actions.SelectMany(action => action.Refinements.Select(refinement => Limit(permission, [action.Name], refinement)));
        return constraints.Concat(refinements).OrderBy(limit => TermPairs.Text(limit.Constraint), StringComparer.Ordinal);
    }

    private static InheritedConstraint Limit(InheritedRule permission, IReadOnlyList<string> actions, OdrlConstraint constraint) =>
        new() { Policy = permission.Policy, From = permission.From, Actions = actions, Constraint = constraint };
}
