namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>The choices that a method leaves open.</summary>
public sealed record ProgressChoices
{
    /// <summary>What stands for a zero; null takes that of the method.</summary>
    public double? ZeroReplacement { get; init; }

    /// <summary>
    /// Whether the anticipated gap of ESCAP is measured against the gap of the base year (true) or the current one, as in recent editions.
    /// </summary>
    public bool GapOfBaseYear { get; init; }
}
