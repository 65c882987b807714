namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What has become of a duty (compliance report model of the ODRL test suite, deonticState, 2025).</summary>
public enum DeonticState
{
    /// <summary>Not decided: it may still be fulfilled, or is not in force.</summary>
    NonSet,

    /// <summary>It was fulfilled.</summary>
    Fulfilled,

    /// <summary>It can no longer be fulfilled.</summary>
    Violated
}
