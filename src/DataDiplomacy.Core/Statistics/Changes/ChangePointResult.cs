namespace DataDiplomacy.Core.Statistics.Changes;

/// <summary>
/// Changes of the mean. The figures are null where <see cref="Defined"/> is false or they are beyond the range of
/// doubles. Positions count from 1 among the values used, and are those of the last value of a segment.
/// </summary>
public sealed record ChangePointResult
{
    /// <summary>Reason when there are fewer values than two segments need.</summary>
    public const string InsufficientData = "insufficient_data";

    /// <summary>Reason when all values are equal.</summary>
    public const string Constant = "constant";

    /// <summary>Whether changes could be looked for.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why they could not: <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of values used; positions refer to them.</summary>
    public required int N { get; init; }

    /// <summary>Sum of squared deviations from the mean without a change, squared unit of the values.</summary>
    public double? Rss0 { get; init; }

    /// <summary>The best partitions with 1, 2, … changes, at most five.</summary>
    public IReadOnlyList<ChangePointPartition>? OptimalByM { get; init; }

    /// <summary>Bayesian information criterion with 0, 1, … changes; null where nothing but rounding is left.</summary>
    public IReadOnlyList<double?>? Bic { get; init; }

    /// <summary>Changes of the partition with the smallest BIC, or with the fewest changes among those that leave nothing.</summary>
    public IReadOnlyList<int>? BicChanges { get; init; }

    /// <summary>Variance of the noise, from the differences between neighbours, squared unit of the values.</summary>
    public double? Sigma2 { get; init; }

    /// <summary>Penalty for each change; null where none was given and <see cref="Sigma2"/> is 0.</summary>
    public double? PenaltyUsed { get; init; }

    /// <summary>Changes of the penalised optimum; null without a penalty.</summary>
    public IReadOnlyList<int>? PeltChanges { get; init; }

    /// <summary>Sum of squares plus penalties of the penalised optimum; null without a penalty.</summary>
    public double? PeltObjective { get; init; }

    /// <summary>Means of the segments of the penalised optimum, unit of the values; null without a penalty.</summary>
    public IReadOnlyList<double?>? SegmentMeans { get; init; }
}
