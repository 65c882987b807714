namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Section <c>Log</c> of the settings.</summary>
public sealed record LedgerOptions
{
    /// <summary>Name of the log, a schema-less URL such as <c>example.org/log</c>; used when its key is made, and fixed from then on. Without it the name is made of the key.</summary>
    public string? Origin { get; init; }

    /// <summary>Longest time from an acknowledged event to the checkpoint that covers it, milliseconds; the standard of this server is two seconds.</summary>
    public int SealWithinMilliseconds { get; init; } = 1_000;

    /// <summary>Events that share one transaction, so that clients which write at the same time share one flush of the disk.</summary>
    public int MostInOneCommit { get; init; } = 512;

    /// <summary>Policy (c2sp.org/tlog-policy) of the witnesses whose cosignatures are taken, as text; without it none are.</summary>
    public string? Policy { get; init; }
}
