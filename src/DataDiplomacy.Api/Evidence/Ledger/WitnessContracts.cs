namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Brings what witnesses signed under a checkpoint of this log.</summary>
public sealed record AddCosignatures
{
    /// <summary>The checkpoint as a signed note (c2sp.org/signed-note) with the lines of the witnesses (c2sp.org/tlog-cosignature, version 1), at most 64 KiB; needed.</summary>
    /// <example>example.org/log
    /// 1204
    /// 7LsFq3Gk0kqZcN2YyLzJxR1v8TtBz2mQpH0cUo5dX4E=
    ///
    /// — example.org/log AbCd…
    /// — witness.example/w1 EfGh…
    /// </example>
    public string? Checkpoint { get; init; }
}

/// <summary>What witnesses say of a checkpoint.</summary>
public sealed record CosignaturesView
{
    /// <summary>Size of the checkpoint.</summary>
    /// <example>1204</example>
    public required long Size { get; init; }

    /// <summary>The witnesses that cosigned it, by their names in the policy.</summary>
    public required IReadOnlyList<string> Witnesses { get; init; }

    /// <summary>Whether they are enough for the quorum of the policy.</summary>
    /// <example>true</example>
    public required bool QuorumMet { get; init; }

    /// <summary>What is missing; null when the quorum is met.</summary>
    /// <example>The quorum all is not met: 1 of the policy's 2 witnesses cosigned.</example>
    public string? Refusal { get; init; }
}

/// <summary>Who witnesses this log, and how far they have.</summary>
public sealed record WitnessStateView
{
    /// <summary>The policy (c2sp.org/tlog-policy), one line each; without witnesses it has the key of the log alone.</summary>
    /// <example>log example.org/log+0a1b2c3d+AbCd
    /// quorum none
    /// </example>
    public required string Policy { get; init; }

    /// <summary>The newest checkpoint that any of them cosigned; null before the first.</summary>
    public CosignaturesView? Newest { get; init; }
}
