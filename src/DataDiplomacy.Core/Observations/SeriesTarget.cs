using DataDiplomacy.Core.Catalogue;
using DataDiplomacy.Core.Observations.Progress;

namespace DataDiplomacy.Core.Observations;

/// <summary>What a series is measured against, from which document. Never changed: who knows better enters another one.</summary>
public sealed record SeriesTarget
{
    /// <summary>Number of the entry, in the order in which they came; 0 for one that ships with the program.</summary>
    public long Id { get; private init; }

    /// <summary>Code of the series, in whichever data set.</summary>
    public required string Series { get; init; }

    /// <summary>Which change is wanted.</summary>
    public required DesiredDirection Direction { get; init; }

    /// <summary>The value to reach, in the unit of the series; null where only a direction is agreed or <see cref="ShareOfBase"/> says it.</summary>
    public double? Target { get; init; }

    /// <summary>The value to reach as a share of the base value, such as 0.5 for "by half".</summary>
    public double? ShareOfBase { get; init; }

    /// <summary>The year by which it is to be reached.</summary>
    public required int TargetYear { get; init; }

    /// <summary>The year from which progress is counted.</summary>
    public required int BaseYear { get; init; }

    /// <summary>The value that the series cannot pass; null where there is none.</summary>
    public double? Limit { get; init; }

    /// <summary>Value that scores 0 in the SDG Index.</summary>
    public double? IndexLower { get; init; }

    /// <summary>Value that scores 100 in the SDG Index.</summary>
    public double? IndexUpper { get; init; }

    /// <summary>Edition of the source; null where it was not said.</summary>
    public string? Edition { get; init; }

    /// <summary>The document that sets the target: title, section, year.</summary>
    public required string Source { get; init; }

    /// <summary>When it was entered, UTC; null for one that ships with the program.</summary>
    public DateTime? RecordedAt { get; init; }

    /// <summary>The target as the methods take it.</summary>
    /// <param name="isPercentage">Whether the values of the series are per cent.</param>
    public ProgressTarget ToProgress(bool isPercentage) => new()
    {
        Direction = Direction,
        Value = Target,
        ShareOfBase = ShareOfBase,
        Year = TargetYear,
        BaseYear = BaseYear,
        Limit = Limit,
        IndexLower = IndexLower,
        IndexUpper = IndexUpper,
        IsPercentage = isPercentage
    };
}
