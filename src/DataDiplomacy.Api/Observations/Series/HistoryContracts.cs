namespace DataDiplomacy.Api.Observations.Series;

/// <summary>What was known about one observation, oldest first.</summary>
public sealed record HistoryView
{
    /// <summary>The values with the time in which each was known; empty when none ever was.</summary>
    public required IReadOnlyList<HistoryEntryView> Items { get; init; }
}

/// <summary>How a value entered the history.</summary>
public enum HistoryChange
{
    /// <summary>It was published for the first time, or again after a withdrawal.</summary>
    Added,

    /// <summary>The value or the reason of absence changed.</summary>
    Changed,

    /// <summary>The value stayed; status, source, footnote or bounds changed.</summary>
    AttributesChanged,

    /// <summary>It was withdrawn.</summary>
    Withdrawn,
}

/// <summary>A value and the time in which it was known.</summary>
public sealed record HistoryEntryView
{
    /// <summary>The number; null when missing, bounded or withdrawn.</summary>
    /// <example>72.66</example>
    public required double? Value { get; init; }

    /// <summary>Exactly what was published; null when withdrawn.</summary>
    /// <example>72.66</example>
    public required string? ValueText { get; init; }

    /// <summary>Since when it was known, UTC.</summary>
    /// <example>2019-03-31T00:00:00Z</example>
    public required DateTime RecordedFrom { get; init; }

    /// <summary>Until when it was known, UTC, exclusive; null while it is.</summary>
    /// <example>2020-10-19T00:00:00Z</example>
    public required DateTime? RecordedTo { get; init; }

    /// <summary>Number of the version that brought it.</summary>
    /// <example>2</example>
    public required int DatasetVersion { get; init; }

    /// <summary>How it came.</summary>
    public required HistoryChange Change { get; init; }

    /// <summary>The change note of the version; null when nobody gave one.</summary>
    /// <example>Release 2019.Q1.G.01: SI_POV_DAY1, SN_ITK_DEFC and EG_FEC_RNEW.</example>
    public required string? Reason { get; init; }

    /// <summary>Codes of the other dimensions by dimension id.</summary>
    /// <example>{"REPORTING_TYPE":"G"}</example>
    public required IReadOnlyDictionary<string, string> Dimensions { get; init; }
}
