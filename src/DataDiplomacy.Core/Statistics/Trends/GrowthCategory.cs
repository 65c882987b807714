namespace DataDiplomacy.Core.Statistics.Trends;

/// <summary>Progress towards a target, by the ratio of actual to required growth.</summary>
public enum GrowthCategory
{
    /// <summary>The latest value satisfies the target already.</summary>
    TargetAchieved,

    /// <summary>Ratio of at least 0.95.</summary>
    OnTrack,

    /// <summary>Ratio from 0.60 to 0.95.</summary>
    AccelerationNeeded,

    /// <summary>Ratio from 0 to 0.60.</summary>
    Limited,

    /// <summary>Ratio below 0: away from the target.</summary>
    Deterioration
}
