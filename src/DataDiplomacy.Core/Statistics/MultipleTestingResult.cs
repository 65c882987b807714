namespace DataDiplomacy.Core.Statistics;

/// <summary>Adjusted p-values, 0 to 1, in the order of the input; null where the p-value was missing.</summary>
public sealed record MultipleTestingResult
{
    /// <summary>Benjamini-Hochberg (1995): controls the false discovery rate of independent or positively dependent tests.</summary>
    public required IReadOnlyList<double?> Bh { get; init; }

    /// <summary>Benjamini-Yekutieli (2001): controls the false discovery rate under any dependence.</summary>
    public required IReadOnlyList<double?> By { get; init; }

    /// <summary>Holm (1979): controls the chance of any false rejection.</summary>
    public required IReadOnlyList<double?> Holm { get; init; }

    /// <summary>Bonferroni: as Holm, in one step and less powerful.</summary>
    public required IReadOnlyList<double?> Bonferroni { get; init; }
}
