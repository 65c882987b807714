using DataDiplomacy.Core.Catalogue;

namespace DataDiplomacy.Core.Observations.Progress;

/// <summary>What a series is measured against.</summary>
public sealed record ProgressTarget
{
    /// <summary>Year of the target where none is said: the 2030 Agenda, A/RES/70/1 (2015).</summary>
    public const int AgendaYear = 2030;

    /// <summary>Base year where none is said: the year in which the Agenda was adopted.</summary>
    public const int AgendaBaseYear = 2015;

    /// <summary>Which change is wanted.</summary>
    public required DesiredDirection Direction { get; init; }

    /// <summary>The value to reach, in the unit of the series; null where only the direction is agreed.</summary>
    public double? Value { get; init; }

    /// <summary>The value to reach as a share of the base value, such as 0.5 for "by half"; null where it is a fixed value or none.</summary>
    public double? ShareOfBase { get; init; }

    /// <summary>The year by which it is to be reached.</summary>
    public int Year { get; init; } = AgendaYear;

    /// <summary>The year from which progress is counted.</summary>
    public int BaseYear { get; init; } = AgendaBaseYear;

    /// <summary>The value that the series cannot pass, such as 100 for a percentage; null where there is none.</summary>
    public double? Limit { get; init; }

    /// <summary>Value that scores 0 in the SDG Index; null where it is not known.</summary>
    public double? IndexLower { get; init; }

    /// <summary>Value that scores 100 in the SDG Index; null where it is not known.</summary>
    public double? IndexUpper { get; init; }

    /// <summary>Whether values are per cent: some methods count a target of 0 or 100 as met near it.</summary>
    public bool IsPercentage { get; init; }
}
