namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>A condition of a rule, or a refinement of an action, asset or party (ODRL Information Model 2.2, section 2.5, 2018).</summary>
public abstract record OdrlConstraint
{
    /// <summary>What identifies the constraint; null if the policy gives it no name.</summary>
    public string? Uid { get; init; }

    /// <summary>All else that is said of the constraint: property to canonical JSON. It takes part in the hash, not in the evaluation.</summary>
    public IReadOnlyDictionary<string, string> Other { get; init; } = new Dictionary<string, string>();
}
