namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>How similarly two voted. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record SScoreResult
{
    /// <summary>Reason when all votes of both have weight 0.</summary>
    public const string ZeroWeight = "zero_weight";

    /// <summary>Whether both took part in a vote that counts.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> without a common vote, or <c>zero_weight</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of votes in which both took part.</summary>
    public required int NVotes { get; init; }

    /// <summary>Signorino and Ritter's S, -1 (opposite throughout) to 1 (alike throughout). It is not 0 by chance.</summary>
    public double? S { get; init; }

    /// <summary>Weighted share of identical votes, 0 to 1.</summary>
    public double? Agreement { get; init; }

    /// <summary>Kappa with linear weights, 0 = as by chance; null where votes weigh differently or both voted one and the same way throughout.</summary>
    public double? KappaLinear { get; init; }
}
