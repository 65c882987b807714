namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What follows from a policy for a request.</summary>
public enum AccessDecision
{
    /// <summary>The request must not be granted; also if it cannot be said.</summary>
    Deny,

    /// <summary>The request may be granted.</summary>
    Permit
}
