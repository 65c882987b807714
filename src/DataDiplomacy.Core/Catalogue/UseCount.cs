namespace DataDiplomacy.Core.Catalogue;

/// <summary>How often a version was read on a day, by one channel, for one purpose, by one kind of caller. A sum and nothing else: no reader leaves a row.</summary>
public sealed record UseCount
{
    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>Number of the version; 0 where the state that was asked for has none.</summary>
    public required int VersionNumber { get; init; }

    /// <summary>The day, UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>By which way.</summary>
    public required UseChannel Channel { get; init; }

    /// <summary>What for.</summary>
    public required UsePurpose Purpose { get; init; }

    /// <summary>By what kind of caller.</summary>
    public required UseCallerKind Caller { get; init; }

    /// <summary>Reads.</summary>
    public required long Reads { get; init; }
}
