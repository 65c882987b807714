namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>A two-sided CUSUM, one element per value in their order. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record TabularCusumResult
{
    /// <summary>Whether there is a chart.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c> or <c>out_of_range</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Sum of the excess over mu + k sigma, in sigmas, 0 or more.</summary>
    public IReadOnlyList<double>? Plus { get; init; }

    /// <summary>Sum of the shortfall below mu - k sigma, in sigmas, 0 or more.</summary>
    public IReadOnlyList<double>? Minus { get; init; }

    /// <summary>Whether one of the sums exceeds h; never where the value is missing.</summary>
    public IReadOnlyList<bool>? Alarm { get; init; }

    /// <summary>Average number of values to a false alarm in control; null beyond 1e11 or with an h above 148.</summary>
    public double? Arl0 { get; init; }
}
