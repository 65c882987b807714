namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Correlations of two series at several lags. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record CrossCorrelationResult
{
    /// <summary>Whether the correlations exist.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>gaps</c>, <c>insufficient_data</c> or <c>constant</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Lags from -max_lag to max_lag, in steps; at a lag above 0 x comes first.</summary>
    public IReadOnlyList<int>? Lags { get; init; }

    /// <summary>Correlation of x_t and y_{t+lag}, -1 to 1, one per lag.</summary>
    public IReadOnlyList<double>? Raw { get; init; }

    /// <summary>What one raw correlation of two independent white series passes in 5 of 100 cases.</summary>
    public double? RawBound { get; init; }

    /// <summary>The autoregression of x that both series were filtered with.</summary>
    public AutoregressiveModel? Model { get; init; }

    /// <summary>Correlation of the filtered series, -1 to 1, one per lag.</summary>
    public IReadOnlyList<double>? Prewhitened { get; init; }

    /// <summary>What one pre-whitened correlation of two independent series passes in 5 of 100 cases.</summary>
    public double? PrewhitenedBound { get; init; }

    /// <summary>Lag of the largest magnitude of <see cref="Prewhitened"/>; of equal ones that nearest to 0, then the negative.</summary>
    public int? BestLag { get; init; }

    /// <summary>The pre-whitened correlation at <see cref="BestLag"/>, -1 to 1.</summary>
    public double? BestR { get; init; }
}
