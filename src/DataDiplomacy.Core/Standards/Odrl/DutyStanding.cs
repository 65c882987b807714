namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What is known of a duty.</summary>
/// <param name="Duty">The <see cref="OdrlRule.Key" /> of the duty.</param>
/// <param name="Performance">Whether its action was done.</param>
/// <param name="Deontic">What has become of it.</param>
public sealed record DutyStanding(string Duty, PerformanceState Performance, DeonticState Deontic)
{
    /// <summary>A duty that was done.</summary>
    /// <param name="duty">The <see cref="OdrlRule.Key" /> of the duty.</param>
    /// <returns>Performed and fulfilled.</returns>
    public static DutyStanding Fulfilled(string duty) => new(duty, PerformanceState.Performed, DeonticState.Fulfilled);
}
