namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A permission, prohibition or duty (ODRL Information Model 2.2, section 2.6, 2018). Lists with several values mean any of them (section 2.7).</summary>
public sealed record OdrlRule
{
    /// <summary>The kind of rule.</summary>
    public required OdrlRuleKind Kind { get; init; }

    /// <summary>What identifies the rule; null if the policy gives it no name.</summary>
    public string? Uid { get; init; }

    /// <summary>What is done. A rule without action is about every action.</summary>
    public IReadOnlyList<OdrlAction> Actions { get; init; } = [];

    /// <summary>To which assets, beside those of the policy; to all if both are empty.</summary>
    public IReadOnlyList<OdrlReference> Targets { get; init; } = [];

    /// <summary>By whom the rule is given, beside those of the policy.</summary>
    public IReadOnlyList<OdrlReference> Assigners { get; init; } = [];

    /// <summary>To whom, beside those of the policy; to all if both are empty.</summary>
    public IReadOnlyList<OdrlReference> Assignees { get; init; } = [];

    /// <summary>All of them must be satisfied for the rule to be in force.</summary>
    public IReadOnlyList<OdrlConstraint> Constraints { get; init; } = [];

    /// <summary>What must be done for the permission to be granted (section 2.6.5); of permissions only.</summary>
    public IReadOnlyList<OdrlRule> Duties { get; init; } = [];

    /// <summary>What must be done beside if the duty is not fulfilled (section 2.6.6); of duties only.</summary>
    public IReadOnlyList<OdrlRule> Consequences { get; init; } = [];

    /// <summary>What must be done if the prohibition is infringed (section 2.6.7); of prohibitions only.</summary>
    public IReadOnlyList<OdrlRule> Remedies { get; init; } = [];

    /// <summary>All else that is said of the rule, such as informedParty: property to canonical JSON. It takes part in the hash, not in the evaluation.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();

    /// <summary>The name by which reports and differences speak of the rule: its uid, or a hash of what it says.</summary>
    public string Key => Uid ?? "urn:sha256:" + OdrlWriter.Sha256(this);
}
