namespace DataDiplomacy.Core.Statistics.Trade;

/// <summary>How concentrated amounts are. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record ConcentrationResult
{
    /// <summary>Reason when an amount is below 0: shares would have no meaning.</summary>
    public const string Negative = "negative";

    /// <summary>Whether there are shares to measure.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> without a category, <c>negative</c>, or <c>zero_total</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of categories given, those with amount 0 included.</summary>
    public required int N { get; init; }

    /// <summary>Herfindahl-Hirschman index: sum of squared shares, 1/n (equal shares) to 1 (one category has all).</summary>
    public double? Hhi { get; init; }

    /// <summary>The index on the scale 0 (equal shares) to 1; null with one category.</summary>
    public double? HhiNormalised { get; init; }

    /// <summary>Shannon entropy in nats, 0 (one category has all) to ln n (equal shares).</summary>
    public double? Shannon { get; init; }

    /// <summary>Entropy over ln n, 0 to 1; null with one category.</summary>
    public double? ShannonNormalised { get; init; }

    /// <summary>Number of equal categories with the same entropy, 1 to n.</summary>
    public double? EffectiveShannon { get; init; }

    /// <summary>Number of equal categories with the same Herfindahl-Hirschman index, 1 to n.</summary>
    public double? EffectiveHhi { get; init; }

    /// <summary>Gini coefficient without correction for small n, 0 (equal shares) to (n-1)/n.</summary>
    public double? Gini { get; init; }

    /// <summary>Share of the largest, the two largest and the three largest categories, 0 to 1; fewer with fewer categories.</summary>
    public IReadOnlyList<double>? TopShare { get; init; }
}
