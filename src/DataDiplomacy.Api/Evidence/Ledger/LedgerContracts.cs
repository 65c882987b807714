using System.Text.Json;

namespace DataDiplomacy.Api.Evidence.Ledger;

/// <summary>What proves that a version of a data set was published as it stands: its leaf in the log, what opens it, and the path to a signed checkpoint.</summary>
public sealed record LeafProofView
{
    /// <summary>The index of its leaf.</summary>
    /// <example>7</example>
    public required long LogIndex { get; init; }

    /// <summary>The bytes of the leaf, as text.</summary>
    /// <example>{"commitment":"lSJXAuyNuabit3XM6M4XkONax6Gph0E9LuE2HCzKn4s","kind":"datasetVersion","v":1}</example>
    public required string Entry { get; init; }

    /// <summary>What opens the leaf's commitment, <c>{ n, p, s, v }</c>: data set, number, SHA-256 and length of the file as it was received, rows, both clocks; of an agreement its parties, the hash of its terms, and that of the last move of its negotiation, which covers all moves before.</summary>
    public required JsonElement Disclosure { get; init; }

    /// <summary>The proof as a C2SP .tlog-proof.</summary>
    /// <example>c2sp.org/tlog-proof@v1</example>
    public required string Proof { get; init; }
}
