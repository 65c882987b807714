namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether a rule is in force for a request (compliance report model of the ODRL test suite, activationState, 2025).</summary>
public enum ActivationState
{
    /// <summary>All its premises are satisfied, and no duty of it is violated.</summary>
    Active,

    /// <summary>A premise is not satisfied, or a duty is violated.</summary>
    Inactive,

    /// <summary>No premise fails, but one cannot be said.</summary>
    Unknown
}
