namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>EARS C1, C2 and C3, one element per point in the order of the counts. The charts are null where <see cref="Defined"/> is false.</summary>
public sealed record EarsResult
{
    /// <summary>Whether any point has a limit.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is no chart: <c>insufficient_data</c> without a complete baseline, <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>C1: the baseline ends just before the point.</summary>
    public AlarmChart? C1 { get; init; }

    /// <summary>C2: two points are left out between the baseline and the point.</summary>
    public AlarmChart? C2 { get; init; }

    /// <summary>C3: sum of max(0, C2 - 1) over the point and the two before it, 0 or more; null where one of the three is missing.</summary>
    public IReadOnlyList<double?>? C3 { get; init; }

    /// <summary>Whether C3 lies above its threshold; null where C3 is.</summary>
    public IReadOnlyList<bool?>? C3Alarm { get; init; }
}
