namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>How much exports and imports of the same products overlap.</summary>
public sealed record GrubelLloydResult
{
    /// <summary>Index by product, 0 (one way) to 1 (balanced); null where both flows are 0 or one is missing.</summary>
    public required IReadOnlyList<double?> ByProduct { get; init; }

    /// <summary>Index of all products with both flows, weighted by trade, 0 to 1; null where there is no trade.</summary>
    public double? Total { get; init; }
}
