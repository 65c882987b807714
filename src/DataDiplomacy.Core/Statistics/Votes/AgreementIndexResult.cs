namespace DataDiplomacy.Core.Statistics.Votes;

/// <summary>Cohesion of a group over votes. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record AgreementIndexResult
{
    /// <summary>Whether anybody voted.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why not: <c>insufficient_data</c> where nobody voted; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Agreement index by vote, 0 (split in three) to 1 (all alike); null where nobody voted.</summary>
    public IReadOnlyList<double?>? Ai { get; init; }

    /// <summary>Rice index by vote, 0 (as many yes as no) to 1; null where nobody voted yes or no.</summary>
    public IReadOnlyList<double?>? Rice { get; init; }

    /// <summary>Mean of the agreement indices, every vote counting alike, 0 to 1.</summary>
    public double? MeanAi { get; init; }

    /// <summary>Number of votes in which anybody voted.</summary>
    public required int VotesUsed { get; init; }
}
