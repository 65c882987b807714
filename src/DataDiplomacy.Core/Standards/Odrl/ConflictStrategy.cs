namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What holds where a permission and a prohibition meet (ODRL Information Model 2.2, section 2.10, 2018).</summary>
public enum ConflictStrategy
{
    /// <summary>The whole policy is void; what holds if nothing is said.</summary>
    Invalid,

    /// <summary>The permission wins.</summary>
    Perm,

    /// <summary>The prohibition wins.</summary>
    Prohibit
}
