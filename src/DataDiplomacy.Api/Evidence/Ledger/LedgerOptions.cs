using DataDiplomacy.Core.Evidence.Logs;

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

    /// <summary>
    /// The witnesses whose cosignatures are taken, and how many are needed: the lines <c>witness</c>, <c>group</c> and <c>quorum</c> of a policy
    /// (c2sp.org/tlog-policy), parted by line feeds or semicolons. The line of this log is added. Without it no cosignatures are taken.
    /// </summary>
    public string? Witnesses { get; init; }

    /// <summary>The policy with the line of a log.</summary>
    /// <param name="log">The key of the log.</param>
    /// <exception cref="FormatException">A line is wrong; the message says which.</exception>
    public string PolicyOf(NoteKey log) =>
        $"log {log}\n" + (Witnesses is { } lines ? string.Concat(lines.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(line => line + "\n")) : "quorum none\n");
}
