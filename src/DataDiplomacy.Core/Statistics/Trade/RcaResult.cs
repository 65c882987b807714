namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>Revealed comparative advantage of exporters in products. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record RcaResult
{
    /// <summary>Whether there is any trade.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> without a cell, <c>zero_total</c> where nobody exports anything; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>
    /// Balassa's index, 0 and above, 1 = as the world; rows are exporters, columns products. Null where the exporter exports
    /// nothing, nobody exports the product, or the index is beyond the range of doubles.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<double?>>? Rca { get; init; }

    /// <summary>Symmetric index (rca-1)/(rca+1), -1 to 1, 0 = as the world; null as <see cref="Rca"/>.</summary>
    public IReadOnlyList<IReadOnlyList<double?>>? Rsca { get; init; }
}
