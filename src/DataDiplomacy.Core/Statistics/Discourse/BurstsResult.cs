namespace DataDiplomacy.Core.Statistics.Discourse;

/// <summary>Bursts of a topic. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record BurstsResult
{
    /// <summary>Reason when no document is on the topic.</summary>
    public const string NoRelevant = "no_relevant";

    /// <summary>Reason when almost all documents are on the topic, so that no share is higher.</summary>
    public const string NoRoom = "no_room_above";

    /// <summary>Whether bursts could be looked for.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c>, <c>no_relevant</c> or <c>no_room_above</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Usual share of documents on the topic, 0 to 1, over all batches.</summary>
    public double? P0 { get; init; }

    /// <summary>Raised share, above the usual one and at most 0.9999.</summary>
    public double? P1 { get; init; }

    /// <summary>Cost of the cheapest sequence of states in nats, prices of entering bursts included.</summary>
    public double? TotalCost { get; init; }

    /// <summary>State of each batch: 0 usual, 1 raised.</summary>
    public IReadOnlyList<int>? States { get; init; }

    /// <summary>The bursts in the order of time; empty where there is none.</summary>
    public IReadOnlyList<Burst>? Runs { get; init; }

    internal static BurstsResult Undefined(string reason) => new() { Defined = false, Reason = reason };
}
