namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>The leaf of a version of a data set. Written once, never changed.</summary>
public sealed record SealedVersion
{
    /// <summary>The data set.</summary>
    public required string DatasetId { get; init; }

    /// <summary>The version.</summary>
    public required int Number { get; init; }

    /// <summary>The version's place in the order of publication, in which versions are sealed.</summary>
    public required long Sequence { get; init; }

    /// <summary>The index of its leaf.</summary>
    public required long LogIndex { get; init; }
}
