namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>Points judged by the classic Farrington method.</summary>
public sealed record FarringtonResult
{
    /// <summary>Whether any point has a model.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>gaps</c>, <c>insufficient_data</c>, or <c>constant</c> where the baselines are all zeros; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>The points in the order asked for; null where undefined.</summary>
    public IReadOnlyList<FarringtonPoint>? Points { get; init; }
}
