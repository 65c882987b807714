namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Why terms of several inputs cannot be kept together.</summary>
public enum InheritanceConflictKind
{
    /// <summary>What one policy permits another forbids.</summary>
    Forbidden,

    /// <summary>What one policy permits no permission of another covers.</summary>
    NotPermitted,

    /// <summary>No request satisfies the constraints of both permissions.</summary>
    Contradiction,

    /// <summary>What one policy demands another forbids.</summary>
    DutyForbidden,

    /// <summary>One policy demands that data be deleted, another that they be archived.</summary>
    DutiesContradict
}
