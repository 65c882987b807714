namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>Whether the action of a duty was done (compliance report model of the ODRL test suite, performanceState, 2025).</summary>
public enum PerformanceState
{
    /// <summary>Nothing is known of it.</summary>
    Unknown,

    /// <summary>It was done.</summary>
    Performed,

    /// <summary>It was not done.</summary>
    Unperformed
}
