namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>What auditing a log gave.</summary>
public sealed record LogAuditReport
{
    /// <summary>The signed state that was audited; null where it is not believed.</summary>
    public required Checkpoint? Checkpoint { get; init; }

    /// <summary>Entries whose hashes were worked out from their bytes.</summary>
    public required ulong Entries { get; init; }

    /// <summary>Tiles that were compared, on all levels.</summary>
    public required ulong Tiles { get; init; }

    /// <summary>Whether the audit reached the last entry; it stops where neither the entries nor their hashes are there.</summary>
    public required bool Completed { get; init; }

    /// <summary>The faults in the order in which they were found, at most <see cref="LogAudit.MaxFaults"/>.</summary>
    public required IReadOnlyList<LogFault> Faults { get; init; }

    /// <summary>Faults beyond those that are listed.</summary>
    public required ulong FaultsLeftOut { get; init; }

    /// <summary>Whether the log is whole: every tile, the root and the earlier checkpoints are what the entries give.</summary>
    public bool Holds => Completed && Faults.Count == 0;
}
