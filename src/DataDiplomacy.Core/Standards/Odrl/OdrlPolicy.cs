namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>
/// A policy (ODRL Information Model 2.2, section 2.1, 2018). Two policies are the same if their <see cref="OdrlWriter.CanonicalSha256" /> is; the order
/// of lists means nothing, except in an andSequence.
/// </summary>
public sealed record OdrlPolicy
{
    /// <summary>What identifies the policy, mostly an IRI.</summary>
    public required string Uid { get; init; }

    /// <summary>What the policy is for.</summary>
    public required OdrlPolicyType Type { get; init; }

    /// <summary>The profiles whose terms the policy uses; empty for the core vocabulary only.</summary>
    public IReadOnlyList<string> Profiles { get; init; } = [];

    /// <summary>Policies whose rules this one takes over (section 2.9); they must be known before the policy can be evaluated.</summary>
    public IReadOnlyList<string> InheritFrom { get; init; } = [];

    /// <summary>What holds where a permission and a prohibition meet.</summary>
    public ConflictStrategy Conflict { get; init; }

    /// <summary>Assets which all rules share, beside those they name themselves (section 2.7.1).</summary>
    public IReadOnlyList<OdrlReference> Targets { get; init; } = [];

    /// <summary>Who grants all rules, beside those who grant one.</summary>
    public IReadOnlyList<OdrlReference> Assigners { get; init; } = [];

    /// <summary>To whom all rules apply, beside those to whom one does.</summary>
    public IReadOnlyList<OdrlReference> Assignees { get; init; } = [];

    /// <summary>What may be done.</summary>
    public IReadOnlyList<OdrlRule> Permissions { get; init; } = [];

    /// <summary>What may not be done.</summary>
    public IReadOnlyList<OdrlRule> Prohibitions { get; init; } = [];

    /// <summary>What must be done.</summary>
    public IReadOnlyList<OdrlRule> Obligations { get; init; } = [];

    /// <summary>All else that is said of the policy: property to canonical JSON. It takes part in the hash, not in the evaluation.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();

    /// <summary>All rules in the order permissions, prohibitions, obligations.</summary>
    public IEnumerable<OdrlRule> Rules => Permissions.Concat(Prohibitions).Concat(Obligations);

    /// <summary>
    /// The same policy with targets and parties said by each rule and none by the policy (ODRL Information Model 2.2, section 2.7.1, 2018).
    /// A policy without rules stays as it is.
    /// </summary>
    /// <returns>The policy of atomic rules.</returns>
    public OdrlPolicy Expanded()
    {
        if (!Rules.Any()) return this;
        return this with
        {
            Targets = [],
            Assigners = [],
            Assignees = [],
            Permissions = [.. Permissions.Select(Expanded)],
            Prohibitions = [.. Prohibitions.Select(Expanded)],
            Obligations = [.. Obligations.Select(Expanded)]
        };
    }

    private OdrlRule Expanded(OdrlRule rule) => rule with
    {
        Targets = [.. rule.Targets, .. Targets],
        Assigners = [.. rule.Assigners, .. Assigners],
        Assignees = [.. rule.Assignees, .. Assignees]
    };
}
