using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Targets;

/// <summary>Lists what series are measured against.</summary>
public sealed record ListSeriesTargets
{
    /// <summary>Series codes; all series with a target or a direction when left out.</summary>
    /// <example>EG_ELC_ACCS</example>
    [FromQuery] public string[]? Series { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    /// <example>100</example>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    /// <example>exact</example>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Enters what a series is measured against. An earlier entry stays in the history and is no longer used.</summary>
public sealed record SetSeriesTarget
{
    /// <summary>Which change is wanted: <c>increase</c>, <c>decrease</c>, or <c>stable</c> for a series that should stay at its target, such as parity at 1.</summary>
    /// <example>decrease</example>
    public DesiredDirection? Direction { get; init; }

    /// <summary>The value to reach, in the unit of the series; absent where only a direction is agreed.</summary>
    /// <example>25</example>
    public double? Target { get; init; }

    /// <summary>Instead of <c>target</c>: the value to reach as a share of the base value, above 0, such as 0.5 for "by half".</summary>
    /// <example>0.5</example>
    public double? TargetShareOfBase { get; init; }

    /// <summary>The year by which it is to be reached, 1900 to 2200. Default: 2030.</summary>
    /// <example>2030</example>
    public int? TargetYear { get; init; }

    /// <summary>The year from which progress is counted, before the year of the target. Default: 2015.</summary>
    /// <example>2015</example>
    public int? BaseYear { get; init; }

    /// <summary>The value that the series cannot pass, such as 100 for a percentage; absent where there is none.</summary>
    /// <example>100</example>
    public double? Limit { get; init; }

    /// <summary>Value that scores 0 in the SDG Index; with <c>indexUpper</c>.</summary>
    /// <example>130.1</example>
    public double? IndexLower { get; init; }

    /// <summary>Value that scores 100 in the SDG Index; with <c>indexLower</c>, and not equal to it.</summary>
    /// <example>2.6</example>
    public double? IndexUpper { get; init; }

    /// <summary>Edition of the source, at most 100 characters.</summary>
    /// <example>2015</example>
    public string? Edition { get; init; }

    /// <summary>The document that sets the target: title, section, year; 1 to 1,000 characters.</summary>
    /// <example>A/RES/70/1, target 3.2: under-5 mortality to at least as low as 25 per 1,000 live births</example>
    public string? Source { get; init; }
}

/// <summary>What a series is measured against, and which document says so.</summary>
public sealed record SeriesTargetView
{
    /// <summary>Code of the series, in whichever data set.</summary>
    /// <example>SH_DYN_MORT</example>
    public required string Series { get; init; }

    /// <summary>Which change is wanted.</summary>
    public required DesiredDirection Direction { get; init; }

    /// <summary>The value to reach, in the unit of the series; null where only a direction is agreed or <c>targetShareOfBase</c> says it.</summary>
    /// <example>25</example>
    public required double? Target { get; init; }

    /// <summary>The value to reach as a share of the base value; null where it is a fixed value or none.</summary>
    /// <example>0.5</example>
    public required double? TargetShareOfBase { get; init; }

    /// <summary>The year by which it is to be reached.</summary>
    /// <example>2030</example>
    public required int TargetYear { get; init; }

    /// <summary>The year from which progress is counted.</summary>
    /// <example>2015</example>
    public required int BaseYear { get; init; }

    /// <summary>The value that the series cannot pass; null where there is none.</summary>
    /// <example>100</example>
    public required double? Limit { get; init; }

    /// <summary>Value that scores 0 in the SDG Index; null where it is not known.</summary>
    /// <example>130.1</example>
    public required double? IndexLower { get; init; }

    /// <summary>Value that scores 100 in the SDG Index; null where it is not known.</summary>
    /// <example>2.6</example>
    public required double? IndexUpper { get; init; }

    /// <summary>Edition of the source; null where it was not said.</summary>
    /// <example>2015</example>
    public required string? Edition { get; init; }

    /// <summary>The document that sets the target or the direction.</summary>
    /// <example>A/RES/70/1, target 3.2: under-5 mortality to at least as low as 25 per 1,000 live births</example>
    public required string Source { get; init; }

    /// <summary>When it was entered here, UTC; null for what ships with the program.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime? RecordedAt { get; init; }
}
