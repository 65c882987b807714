namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>A checkpoint that was signed and served. Written once; there is never a second one of the same size.</summary>
public sealed record SealedCheckpoint
{
    /// <summary>Leaves of the tree.</summary>
    public required long Size { get; init; }

    /// <summary>The root, 32 bytes.</summary>
    public required byte[] Root { get; init; }

    /// <summary>The note as the log signed it.</summary>
    public required string Note { get; init; }

    /// <summary>When it was signed, UTC.</summary>
    public required DateTime SealedAt { get; init; }
}

/// <summary>The signature of a witness under a checkpoint (c2sp.org/tlog-cosignature). Written once.</summary>
public sealed record StoredCosignature
{
    /// <summary>The size of the checkpoint.</summary>
    public required long Size { get; init; }

    /// <summary>The name of the witness's key.</summary>
    public required string Witness { get; init; }

    /// <summary>The signature line.</summary>
    public required string Line { get; init; }

    /// <summary>When it was received, UTC.</summary>
    public required DateTime ReceivedAt { get; init; }
}
