namespace DataDiplomacy.Core.Statistics.Disclosure;

/// <summary>k-anonymity and l-diversity. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record AnonymityResult
{
    /// <summary>Whether there is a row to look at.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are no figures: <c>insufficient_data</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of classes of rows that share all quasi-identifiers.</summary>
    public int? Classes { get; init; }

    /// <summary>Size of the smallest class, 1 or more.</summary>
    public int? K { get; init; }

    /// <summary>Smallest number of different sensitive values in a class; 1 means that membership alone tells the value.</summary>
    public int? LDistinct { get; init; }

    /// <summary>Entropy l-diversity: exp of the smallest entropy of a class in nats, 1 to <see cref="LDistinct"/>.</summary>
    public double? LEntropy { get; init; }

    /// <summary>Rows that are alone in their class.</summary>
    public int? UniqueRows { get; init; }

    /// <summary>Share of rows in classes smaller than required, 0 to 1.</summary>
    public double? AtRiskShare { get; init; }
}
