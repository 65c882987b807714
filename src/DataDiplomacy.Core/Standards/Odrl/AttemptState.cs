namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether a rule was put to the test (compliance report model of the ODRL test suite, attemptState, 2025).</summary>
public enum AttemptState
{
    /// <summary>A request was evaluated against it, or the state of the world speaks of it.</summary>
    Attempted,

    /// <summary>Nothing speaks of it.</summary>
    NotAttempted
}
