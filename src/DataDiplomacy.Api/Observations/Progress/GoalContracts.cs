using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Progress;

/// <summary>Sums up the progress of all series of an area, goal by goal.</summary>
public sealed record GetGoalProgress
{
    /// <summary>The area, exactly one, by M49 (padded or not), ISO 3166-1 alpha-2 or alpha-3.</summary>
    /// <example>404</example>
    [FromQuery] public string[]? Area { get; init; }

    /// <summary>Goals; all that have a series when left out.</summary>
    /// <example>7</example>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Data set id; needed when a series code lives in several.</summary>
    /// <example>sdg-demo</example>
    [FromQuery] public string? Dataset { get; init; }

    /// <summary>Methods to apply: <c>unsd2022</c>, <c>unsd2023</c>, <c>eurostat</c>, <c>opensdg</c>, <c>escap</c>, <c>sdsn</c>. Default: all.</summary>
    /// <example>opensdg,sdsn</example>
    [FromQuery] public string[]? Methods { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now. So are targets that were entered; those that ship with the program hold at any.</summary>
    /// <example>2021-01-01</example>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>Goals of one area, by one method each.</summary>
public sealed record GoalProgressListView
{
    /// <summary>One item for each goal and method.</summary>
    public required IReadOnlyList<SdgGoalProgressView> Items { get; init; }

    /// <summary>The state that was read: what was recorded at or before this instant, UTC.</summary>
    /// <example>2026-11-30T03:00:00Z</example>
    public required DateTime AsOf { get; init; }
}

/// <summary>What one method says of a goal in one area.</summary>
public sealed record SdgGoalProgressView
{
    /// <summary>Number of the goal.</summary>
    /// <example>7</example>
    public required string Goal { get; init; }

    /// <summary>Title of the goal.</summary>
    /// <example>Ensure access to affordable, reliable, sustainable and modern energy for all</example>
    public required string GoalTitle { get; init; }

    /// <summary>The method.</summary>
    public required ProgressMethod Method { get; init; }

    /// <summary>Number of series that were looked at.</summary>
    /// <example>2</example>
    public required int Series { get; init; }

    /// <summary>Series on track.</summary>
    /// <example>1</example>
    public required int OnTrack { get; init; }

    /// <summary>Series that move as wanted, but too slowly.</summary>
    /// <example>0</example>
    public required int SomeProgress { get; init; }

    /// <summary>Series that hardly move.</summary>
    /// <example>1</example>
    public required int LittleProgress { get; init; }

    /// <summary>Series that move the other way.</summary>
    /// <example>0</example>
    public required int Backwards { get; init; }

    /// <summary>Series that the method cannot assess.</summary>
    /// <example>0</example>
    public required int NotAssessable { get; init; }

    /// <summary>Mean of the scores of the series that have one, on the scale of the method; null without any.</summary>
    /// <example>1.9</example>
    public required double? MeanScore { get; init; }

    /// <summary>Class of the goal by the publisher's own rule; null where the method has none, or too little to apply it to.</summary>
    /// <example>moderate</example>
    public required string? Class { get; init; }

    /// <summary>What must be known before it is believed.</summary>
    /// <example>["Fewer than three series speak for the goal."]</example>
    public required IReadOnlyList<string> Warnings { get; init; }
}
