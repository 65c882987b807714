using System.Text.Json.Serialization;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>Whether the ledger is sealed.</summary>
public enum SealState
{
    /// <summary>What was appended is sealed, or will be within a minute.</summary>
    Ok,

    /// <summary>Entries wait for their checkpoint longer than a minute.</summary>
    Behind,

    /// <summary>The last attempt to seal failed, or the tables contradict what was signed.</summary>
    Failed,
}

/// <summary>How far the ledger is sealed. Reading goes on when sealing does not.</summary>
public sealed record LedgerHealthView
{
    /// <summary>Whether it is sealed.</summary>
    /// <example>ok</example>
    public required SealState Status { get; init; }

    /// <summary>Entries under the newest checkpoint; absent when the ledger cannot be read.</summary>
    /// <example>42</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? SealedTo { get; init; }

    /// <summary>Entries of the log; absent when the ledger cannot be read.</summary>
    /// <example>42</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Size { get; init; }

    /// <summary>Entries that wait for a checkpoint; absent when the ledger cannot be read.</summary>
    /// <example>0</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Unsealed { get; init; }

    /// <summary>What is wrong, as a sentence; absent when nothing is.</summary>
    /// <example>Entries wait for a checkpoint longer than 60 seconds.</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fault { get; init; }
}
