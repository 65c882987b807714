namespace DataDiplomacy.Core.Statistics.Quality;

/// <summary>How complete, regular and timely a series is. The figures are null where <see cref="Defined"/> is false.</summary>
public sealed record DataQualityResult
{
    /// <summary>Whether there is a row to look at.</summary>
    public required bool Defined { get; init; }

    /// <summary>Why there are no figures: <c>insufficient_data</c>; null where defined.</summary>
    public string? Reason { get; init; }

    /// <summary>Number of rows, missing and repeated ones included.</summary>
    public required int Rows { get; init; }

    /// <summary>Number of different times that have a value.</summary>
    public required int Usable { get; init; }

    /// <summary>Rows beyond the first of each time.</summary>
    public required int Duplicates { get; init; }

    /// <summary>Commonest spacing of the different times, in the unit of the times, the smallest of equally common ones; null with a single time.</summary>
    public long? Step { get; init; }

    /// <summary>
    /// Number of slots from the first to the last time at that step; a whole number where the last time lies on the grid.
    /// Null with a single time.
    /// </summary>
    public double? Expected { get; init; }

    /// <summary>Usable values per expected slot: 0 to 1, and above 1 only where times lie off the grid. Null with a single time.</summary>
    public double? Completeness { get; init; }

    /// <summary>Longest run of slots without a usable value, in slots; a slot reaches until the next. Null with a single time.</summary>
    public long? LongestGap { get; init; }

    /// <summary>Share of spacings that equal the step, 0 to 1; null with a single time.</summary>
    public double? Regularity { get; init; }

    /// <summary>From the last time with a value to the time of looking, in the unit of the times; null without either.</summary>
    public double? Timeliness { get; init; }

    /// <summary>Longest run of equal values, missing ones left out; 0 where all are missing.</summary>
    public int? LongestFlat { get; init; }
}
