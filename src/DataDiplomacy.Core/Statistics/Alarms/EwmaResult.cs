namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>An EWMA chart, one element per value in their order. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record EwmaResult
{
    /// <summary>Whether there is a chart.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>The weighted mean, in units of the values; unchanged where a value is missing.</summary>
    public IReadOnlyList<double>? Z { get; init; }

    /// <summary>Lower limit, in units of the values.</summary>
    public IReadOnlyList<double>? Lower { get; init; }

    /// <summary>Upper limit, in units of the values.</summary>
    public IReadOnlyList<double>? Upper { get; init; }

    /// <summary>Whether the mean lies outside the limits; never where the value is missing.</summary>
    public IReadOnlyList<bool>? Alarm { get; init; }

    /// <summary>Average number of values to a false alarm in control, with the limits that the exact ones tend to; null beyond 1e11 or with a tiny lambda.</summary>
    public double? Arl0 { get; init; }
}
