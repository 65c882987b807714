namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>Audit of a table with hidden cells. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record SuppressionAuditResult
{
    /// <summary>Whether there is a cell to look at.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are no figures: <c>insufficient_data</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Which cells the primary rule hides, in the shape of the table.</summary>
    public IReadOnlyList<IReadOnlyList<bool>>? Primary { get; init; }

    /// <summary>The hidden cells, row by row; empty where none is hidden.</summary>
    public IReadOnlyList<AuditedCell>? Cells { get; init; }
}
