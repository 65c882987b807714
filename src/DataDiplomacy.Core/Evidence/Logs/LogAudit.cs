namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>
/// Audits a whole log in the layout of c2sp.org/tlog-tiles: every tile of every level and the root are worked out again from the entries.
/// What is kept at a time are the open tiles, one for each level, and one hash for each bit of the size.
/// </summary>
public static class LogAudit
{
    /// <summary>Further faults are counted and not listed.</summary>
    public const int MaxFaults = 100;

    /// <summary>The path of the checkpoint below the log's prefix.</summary>
    public const string CheckpointPath = "checkpoint";

    /// <summary>Audits a log against its checkpoint.</summary>
    /// <param name="checkpoint">The signed note of the checkpoint.</param>
    /// <param name="keys">Keys of logs that the reader trusts; the name of a key is the origin of its log.</param>
    /// <param name="earlier">Notes of checkpoints that were seen before, which the log must continue.</param>
    /// <param name="read">Gives the bytes of a tile, or null if there is none at its path; throws what it must when it cannot ask.</param>
    /// <returns>The report. Nothing of the log makes this throw.</returns>
    public static LogAuditReport Run(
        ReadOnlyMemory<byte> checkpoint,
        IReadOnlyCollection<NoteKey> keys,
        IReadOnlyCollection<ReadOnlyMemory<byte>> earlier,
        Func<LogTile, byte[]?> read)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(read);
        var faults = new LogFaults();
        if (Believed(checkpoint, "The checkpoint", keys, faults) is not { } state)
            return new LogAuditReport { Checkpoint = null, Entries = 0, Tiles = 0, Completed = false, Faults = faults.Listed, FaultsLeftOut = faults.LeftOut };

        var older = earlier.Select((note, i) => Believed(note, $"Earlier checkpoint {i + 1}", keys, faults)).OfType<Checkpoint>()
            .Where(each => Continues(each, state, faults)).ToList();
        var walk = new LogWalk(state.Size, older, read, faults);
        var completed = walk.Run();
        if (completed) walk.CompareRoot(state.Root.Span);
        return new LogAuditReport
        {
            Checkpoint = state,
            Entries = walk.Entries,
            Tiles = walk.Tiles,
            Completed = completed,
            Faults = faults.Listed,
            FaultsLeftOut = faults.LeftOut
        };
    }

    /// <summary>The checkpoint of a note that a log's own key signed.</summary>
    private static Checkpoint? Believed(ReadOnlyMemory<byte> bytes, string name, IReadOnlyCollection<NoteKey> keys, LogFaults faults)
    {
        try
        {
            var note = SignedNote.Parse(bytes.Span);
            var state = Checkpoint.Parse(note.Text);
            var own = keys.Where(key => key.Type == NoteKeyType.Ed25519 && key.Name == state.Origin).ToList();
            if (note.Verify(own).Count > 0) return state;
            faults.Add(LogFaultKind.CheckpointUnsigned, CheckpointPath, null, $"{name} of {state.Origin} is not signed by a trusted key of that name.");
        }
        catch (FormatException error)
        {
            faults.Add(LogFaultKind.CheckpointMalformed, CheckpointPath, null, $"{name} is malformed: {error.Message}");
        }
        return null;
    }

    private static bool Continues(Checkpoint earlier, Checkpoint now, LogFaults faults)
    {
        if (earlier.Origin != now.Origin)
            faults.Add(LogFaultKind.OtherLog, CheckpointPath, null, $"An earlier checkpoint is of {earlier.Origin}, this log is {now.Origin}.");
        else if (earlier.Size > now.Size)
            faults.Add(LogFaultKind.RolledBack, CheckpointPath, now.Size, $"The log has {now.Size} entries and had {earlier.Size}: entries from {now.Size} on are gone.");
        else return true;
        return false;
    }
}
