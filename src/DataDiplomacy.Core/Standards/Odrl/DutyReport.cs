namespace DataDiplomacy.Core.Standards.Odrl;

/// <summary>What has become of a duty (compliance report model of the ODRL test suite, DutyReport, 2025).</summary>
public sealed record DutyReport
{
    /// <summary>The duty.</summary>
    public required OdrlRule Duty { get; init; }

    /// <summary>Attempted if the state of the world speaks of the duty.</summary>
    public required AttemptState Attempt { get; init; }

    /// <summary>Whether its action was done.</summary>
    public required PerformanceState Performance { get; init; }

    /// <summary>What has become of it.</summary>
    public required DeonticState Deontic { get; init; }

    /// <summary>Whether it must still be fulfilled, or made up for.</summary>
    public required bool IsOutstanding { get; init; }

    /// <summary>Whether the permission waits for it: it says itself that it comes before the use (ODRL Information Model 2.2, section 2.6.5, 2018).</summary>
    public bool IsFirst { get; init; }

    /// <summary>Why, in one sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>The constraints of the duty.</summary>
    public IReadOnlyList<ConstraintReport> Constraints { get; init; } = [];

    /// <summary>What must be done beside, if the duty is violated (ODRL Information Model 2.2, section 2.6.6, 2018); empty otherwise.</summary>
    public IReadOnlyList<DutyReport> Consequences { get; init; } = [];
}
