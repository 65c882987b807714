namespace DataDiplomacy.Core.Catalogue;

/// <summary>What was measured of a version. Written once: a version never changes, and another method has another number.</summary>
public sealed record DatasetProfile
{
    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Number of the version.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>Number of the method: what is measured, and how.</summary>
    public required int Method { get; init; }

    /// <summary>When it was measured, UTC.</summary>
    public required DateTime ComputedAt { get; init; }

    /// <summary>The figures, as JSON.</summary>
    public required string Figures { get; init; }
}
