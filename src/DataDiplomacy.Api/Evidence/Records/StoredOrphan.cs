namespace DataDiplomacy.Api.Evidence.Records;

/// <summary>A file of the storage that belongs to no record.</summary>
public sealed record StoredOrphan
{
    /// <summary>Where it lies, below the folder of the storage, with slashes.</summary>
    public required string Path { get; init; }

    /// <summary>What must be looked at again before it is removed.</summary>
    public required OrphanKind Kind { get; init; }

    /// <summary>Its length, bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>When it was written last, UTC.</summary>
    public required DateTime WrittenAt { get; init; }

    /// <summary>Whether it is older than any taking in can last.</summary>
    public required bool IsOld { get; init; }
}

/// <summary>What an orphan is.</summary>
public enum OrphanKind
{
    /// <summary>A content under its place.</summary>
    Content,

    /// <summary>A key of a record or of a receipt.</summary>
    Key,

    /// <summary>A file written aside that never got its name, or that waits to be destroyed: nothing ever refers to it.</summary>
    Aside,
}
