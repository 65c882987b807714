namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What happened to a term between two policies.</summary>
public enum TermChange
{
    /// <summary>Only the newer policy has it.</summary>
    Added,

    /// <summary>Only the older policy has it.</summary>
    Removed,

    /// <summary>Both have it, with other values.</summary>
    Changed
}
