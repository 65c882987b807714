namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What a difference means for whoever is granted the policy, all else being equal.</summary>
public enum TermEffect
{
    /// <summary>More is allowed, or less is demanded.</summary>
    Looser,

    /// <summary>Less is allowed, or more is demanded.</summary>
    Tighter,

    /// <summary>Neither can be said.</summary>
    NotComparable
}
