namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>The kinds of rules (ODRL Information Model 2.2, section 2.6, 2018).</summary>
public enum OdrlRuleKind
{
    /// <summary>An action may be exercised if constraints are satisfied.</summary>
    Permission,

    /// <summary>An action must not be exercised.</summary>
    Prohibition,

    /// <summary>An action must be exercised: an obligation of the policy, a duty of a permission, a consequence or a remedy.</summary>
    Duty
}
