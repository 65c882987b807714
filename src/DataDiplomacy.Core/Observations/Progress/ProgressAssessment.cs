namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What one method says of one series.</summary>
public sealed record ProgressAssessment
{
    /// <summary>Class where the method cannot be applied.</summary>
    public const string NotAssessable = "not_assessable";

    /// <summary>The rules that were applied.</summary>
    public required ProgressRules Rules { get; init; }

    /// <summary>The class, lower snake case; <c>not_assessable</c> where the method cannot be applied.</summary>
    public required string Class { get; init; }

    /// <summary>The class as its publisher words it.</summary>
    public required string Label { get; init; }

    /// <summary>What the class means beside those of other methods.</summary>
    public required ProgressStanding Standing { get; init; }

    /// <summary>Place of the class, 1 is the best; null where not assessable.</summary>
    public int? Rank { get; init; }

    /// <summary>Number of classes that the method has for such a series; null where not assessable.</summary>
    public int? RankOf { get; init; }

    /// <summary>The measure that decides, in its own unit; null where not assessable or where meeting the target decides.</summary>
    public double? Measure { get; init; }

    /// <summary>The score that the publisher gives, on the publisher's scale; null where there is none.</summary>
    public double? Score { get; init; }

    /// <summary>Why the method cannot be applied; null where it can.</summary>
    public string? Reason { get; init; }

    /// <summary>Every number that went in and every one on the way, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, double>> Inputs { get; init; } = [];

    /// <summary>The classes with the bounds that were applied.</summary>
    public IReadOnlyList<ProgressBand> Thresholds { get; init; } = [];

    /// <summary>Other choices that a reader could have made and that give another class.</summary>
    public IReadOnlyList<ProgressFlip> Flips { get; init; } = [];

    /// <summary>The choices that were tried, whether they flip the class or not.</summary>
    public IReadOnlyList<string> FlipsTried { get; init; } = [];

    /// <summary>What must be known before the class is believed.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
