namespace DataDiplomacy.Core.Evidence.Logs;

/// <summary>What a reader asks of a checkpoint (c2sp.org/tlog-policy): which logs, and which witnesses must have cosigned.</summary>
public sealed class WitnessPolicy
{
    private readonly WitnessQuorum? _quorum;

    internal WitnessPolicy(IReadOnlyList<NoteKey> logs, IReadOnlyDictionary<string, NoteKey> witnesses, WitnessQuorum? quorum) =>
        (Logs, Witnesses, _quorum) = (logs, witnesses, quorum);

    /// <summary>The keys of the logs: any of them will do, its name being the origin.</summary>
    public IReadOnlyList<NoteKey> Logs { get; }

    /// <summary>The keys of the witnesses by their names in the policy.</summary>
    public IReadOnlyDictionary<string, NoteKey> Witnesses { get; }

    /// <summary>Reads a policy.</summary>
    /// <param name="bytes">The file: lines of <c>log</c>, <c>witness</c>, <c>group</c>, one <c>quorum</c>.</param>
    /// <returns>The policy.</returns>
    /// <exception cref="FormatException">A line is malformed; the message says which.</exception>
    public static WitnessPolicy Parse(ReadOnlySpan<byte> bytes) => new WitnessPolicyReader().Read(bytes);

    /// <summary>Checks a note against this policy.</summary>
    /// <param name="note">The note of a checkpoint.</param>
    /// <returns>The checkpoint with who signed, or why it is refused.</returns>
    public CheckpointVerdict Verify(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Checkpoint checkpoint;
        try
        {
            checkpoint = Checkpoint.Parse(note.Text);
        }
        catch (FormatException error)
        {
            return CheckpointVerdict.Refused(error.Message);
        }

        var logs = Logs.Where(log => log.Name == checkpoint.Origin).ToList();
        if (logs.Count == 0) return CheckpointVerdict.Refused($"The policy knows no log {checkpoint.Origin}.");
        if (note.Verify(logs).Count == 0) return CheckpointVerdict.Refused($"The checkpoint is not signed by the log {checkpoint.Origin}.");

        var cosigned = Cosigned(note);
        if (_quorum is not null && !_quorum.IsMet(name => cosigned.ContainsKey(name)))
            return CheckpointVerdict.Refused($"The quorum {_quorum.Name} is not met: {cosigned.Count} of the policy's {Witnesses.Count} witnesses cosigned.");
        return new(checkpoint, cosigned, null);
    }

    /// <summary>A witness whose line is wrong has not cosigned; it does not undo what the others did.</summary>
    private Dictionary<string, ulong> Cosigned(SignedNote note) =>
        Witnesses.Select(witness => (witness.Key, Found: note.Verify([witness.Value])))
            .Where(each => each.Found.Count == 1)
            .ToDictionary(each => each.Key, each => each.Found[0].Signature.CosignedAt, StringComparer.Ordinal);
}

/// <summary>What a policy says of a checkpoint.</summary>
/// <param name="Checkpoint">The checkpoint, if it is accepted.</param>
/// <param name="CosignedAt">The witnesses that cosigned, with the time that each states, in seconds since 1970 UTC.</param>
/// <param name="Refusal">Why it is refused; null if it is accepted.</param>
public sealed record CheckpointVerdict(Checkpoint? Checkpoint, IReadOnlyDictionary<string, ulong> CosignedAt, string? Refusal)
{
    internal static CheckpointVerdict Refused(string why) => new(null, new Dictionary<string, ulong>(), why);
}

/// <summary>A witness, or a group of which at least so many members must have cosigned.</summary>
/// <param name="Name">The name in the policy.</param>
/// <param name="Threshold">Members that must; 0 for a witness.</param>
/// <param name="Members">The members; none for a witness.</param>
internal sealed record WitnessQuorum(string Name, int Threshold, IReadOnlyList<WitnessQuorum> Members)
{
    public bool IsMet(Func<string, bool> cosigned) =>
        Members.Count == 0 ? cosigned(Name) : Members.Count(member => member.IsMet(cosigned)) >= Threshold;
}
