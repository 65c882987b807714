namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>A CUSUM of counts, one element per count in their order. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record CountCusumResult
{
    /// <summary>Whether there is a chart.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>The counts as standard deviates; null where missing.</summary>
    public IReadOnlyList<double?>? Z { get; init; }

    /// <summary>The sum without reset, 0 or more: after an outbreak it alarms on long after the counts are normal again.</summary>
    public IReadOnlyList<double>? Cusum { get; init; }

    /// <summary>Whether <see cref="Cusum"/> has reached h; never where the count is missing.</summary>
    public IReadOnlyList<bool>? Alarm { get; init; }

    /// <summary>The sum that starts at 0 again after an alarm: the one to show.</summary>
    public IReadOnlyList<double>? CusumReset { get; init; }

    /// <summary>Whether <see cref="CusumReset"/> has reached h; never where the count is missing.</summary>
    public IReadOnlyList<bool>? AlarmReset { get; init; }
}
