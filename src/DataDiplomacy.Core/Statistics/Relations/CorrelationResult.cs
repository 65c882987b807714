namespace DataDiplomacy.Core.Statistics.Relations;

/// <summary>Three correlations of the same pairs. The tests are null where <see cref="Defined"/> is false.</summary>
public sealed record CorrelationResult
{
    /// <summary>Whether the correlations exist.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> with fewer than three pairs, <c>constant</c> where a variable is; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of pairs used; pairs with a missing half are dropped.</summary>
    public required int N { get; init; }

    /// <summary>Pearson's r: linear relation.</summary>
    public CorrelationTest? Pearson { get; init; }

    /// <summary>Spearman's rho: monotone relation, by ranks.</summary>
    public CorrelationTest? Spearman { get; init; }

    /// <summary>Kendall's tau-b: monotone relation, by order of pairs.</summary>
    public CorrelationTest? Kendall { get; init; }
}
