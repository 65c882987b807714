namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>Robust z-scores. The figures are null where <see cref="Defined"/> is false or they are beyond the range of doubles.</summary>
public sealed record RobustZResult
{
    /// <summary>Reason when there is no value.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values are equal.</summary>
    public const string Constant = "constant";

    /// <summary><see cref="Method"/> where sigma comes from the median deviation.</summary>
    public const string MedianDeviation = "mad";

    /// <summary><see cref="Method"/> where sigma comes from the mean deviation, because the median one is 0.</summary>
    public const string MeanDeviation = "mean_ad";

    /// <summary>Whether there are scores.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are none: <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values that are there.</summary>
    public required int N { get; init; }

    /// <summary>Median, unit of the values.</summary>
    public double? Median { get; init; }

    /// <summary>Median of the distances from the median, unit of the values; 0 where half of the values or more are equal.</summary>
    public double? Mad { get; init; }

    /// <summary>Where sigma comes from: <c>mad</c> or <c>mean_ad</c>.</summary>
    public string? Method { get; init; }

    /// <summary>Estimated standard deviation, unit of the values, above 0.</summary>
    public double? Sigma { get; init; }

    /// <summary>Distance of each value from the median over sigma, with its sign; null where the value is missing.</summary>
    public IReadOnlyList<double?>? Z { get; init; }

    /// <summary>Whether each value lies beyond the cutoff; null where the value is missing.</summary>
    public IReadOnlyList<bool?>? Outlier { get; init; }
}
