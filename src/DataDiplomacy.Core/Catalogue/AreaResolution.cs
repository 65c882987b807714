namespace DataDiplomacy.Core.Catalogue;

/// <summary>The areas a query may have meant, best first, and the reason when there is none.</summary>
public sealed record AreaResolution
{
    /// <summary>Candidates, best first; by score, then by M49 code, so that the order is total.</summary>
    public required IReadOnlyList<AreaCandidate> Candidates { get; init; }

    /// <summary>Why there is no candidate; null when there is one.</summary>
    public string? Reason { get; init; }
}
