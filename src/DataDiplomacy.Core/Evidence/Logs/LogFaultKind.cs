namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>What is wrong with a log.</summary>
public enum LogFaultKind
{
    /// <summary>The checkpoint, or an earlier one, is no note of a checkpoint.</summary>
    CheckpointMalformed,

    /// <summary>No trusted key of the log's name signed the checkpoint, or an earlier one.</summary>
    CheckpointUnsigned,

    /// <summary>An earlier checkpoint is of another log.</summary>
    OtherLog,

    /// <summary>The log has fewer entries than an earlier checkpoint states.</summary>
    RolledBack,

    /// <summary>The entries are not those of an earlier checkpoint.</summary>
    Forked,

    /// <summary>A tile or a bundle is not there.</summary>
    Missing,

    /// <summary>A tile or a bundle has another length or count than the size of the tree asks for.</summary>
    Malformed,

    /// <summary>An entry is not the one whose hash the log signed.</summary>
    EntryChanged,

    /// <summary>A tile's hash is not what the entries give, and the entries are those that the log signed.</summary>
    TileChanged,

    /// <summary>An entry and its tile contradict each other, and neither leads to the root of the checkpoint.</summary>
    EntryOrTileChanged,

    /// <summary>The entries do not lead to the root of the checkpoint.</summary>
    RootMismatch
}
