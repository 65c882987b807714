namespace DataDiplomacy.Core.Statistics.Alarms;

/// <summary>A count against the distribution of a baseline. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record NegativeBinomialThresholdResult
{
    /// <summary>Whether there is a threshold.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there is none: <c>insufficient_data</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of counts in the baseline, missing ones dropped.</summary>
    public required int N { get; init; }

    /// <summary>Mean of the baseline, in counts.</summary>
    public double? Mu { get; init; }

    /// <summary>Sample variance of the baseline (n - 1), in squared counts.</summary>
    public double? Variance { get; init; }

    /// <summary>Size of the negative-binomial distribution, above 0; null for Poisson.</summary>
    public double? Size { get; init; }

    /// <summary><c>negbin</c> where the variance exceeds the mean, <c>poisson</c> otherwise.</summary>
    public string? Family { get; init; }

    /// <summary>Smallest count u with P(X &lt;= u) of at least 1 - alpha.</summary>
    public double? Upper { get; init; }

    /// <summary>P(X >= observed), 0 to 1.</summary>
    public double? PValue { get; init; }

    /// <summary>Whether the observed count exceeds <see cref="Upper"/>.</summary>
    public bool? Alarm { get; init; }
}
