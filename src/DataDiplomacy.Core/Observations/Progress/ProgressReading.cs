namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What a method makes of the facts, before it is put into words.</summary>
internal sealed record ProgressReading
{
    /// <summary>Why the method cannot be applied; null where it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether meeting the target decides, whatever the measure.</summary>
    public bool IsMet { get; init; }

    public double? Measure { get; init; }

    public double? Score { get; init; }

    public IReadOnlyList<ProgressBand> Bands { get; init; } = [];

    public IReadOnlyList<KeyValuePair<string, double>> Inputs { get; init; } = [];

    public IReadOnlyList<string> Warnings { get; init; } = [];

    public static ProgressReading Refused(string? reason) => new() { Reason = reason };
}
