using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Uses;

/// <summary>Asks how often a data set was read.</summary>
public sealed record GetUses
{
    /// <summary>First day, <c>yyyy-MM-dd</c>, UTC. Default: 364 days before the last.</summary>
    /// <example>2026-01-01</example>
    [FromQuery] public string? From { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>, UTC, at most 366 days with the first. Default: today.</summary>
    /// <example>2026-11-30</example>
    [FromQuery] public string? To { get; init; }

    /// <summary>What reads are told apart by: any of <c>version</c>, <c>day</c>, <c>channel</c>, <c>purpose</c>, <c>caller</c>. Default: channel, purpose and caller.</summary>
    /// <example>version,channel</example>
    [FromQuery] public string[]? By { get; init; }
}

/// <summary>Reports that an agent used a version.</summary>
public sealed record ReportUse
{
    /// <summary>Who used it: id of an agent.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Number of the version; the newest when left out.</summary>
    /// <example>2</example>
    public int? Version { get; init; }

    /// <summary>What for.</summary>
    public required UsePurpose Purpose { get; init; }

    /// <summary>What was done with it, 1 to 2,000 characters.</summary>
    /// <example>Shares of renewable energy in the national energy report</example>
    public required string Description { get; init; }

    /// <summary>Where it is cited: a DOI or an address; left out for nowhere.</summary>
    /// <example>doi:10.1000/182</example>
    public string? Citation { get; init; }

    /// <summary>First day of the use, <c>yyyy-MM-dd</c>; left out when nobody said.</summary>
    /// <example>2026-01-01</example>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the use, <c>yyyy-MM-dd</c>, not before <c>from</c>; left out while it lasts.</summary>
    /// <example>2026-06-30</example>
    public DateOnly? To { get; init; }

    /// <summary>Number of the report that this one replaces, of the same agent.</summary>
    /// <example>1</example>
    public long? Replaces { get; init; }
}

/// <summary>States that a reported use never was, or was not as reported.</summary>
public sealed record WithdrawUse
{
    /// <summary>Why, 1 to 2,000 characters.</summary>
    /// <example>It was another data set</example>
    public required string Reason { get; init; }
}

/// <summary>Lists reported uses by two clocks: when they were, and when this was recorded here.</summary>
public sealed record ListUseReports
{
    /// <summary>Only uses that went on at this day, <c>yyyy-MM-dd</c>. Default: whatever was ever so.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? ValidAt { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2026-12-31</example>
    [FromQuery] public string? AsOf { get; init; }

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

/// <summary>How often a data set was read. Sums alone: no caller is told apart from another of the same kind.</summary>
public sealed record DatasetUsesView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>First day that is counted here.</summary>
    /// <example>2026-01-01</example>
    public required DateOnly From { get; init; }

    /// <summary>Last day that is counted here.</summary>
    /// <example>2026-11-30</example>
    public required DateOnly To { get; init; }

    /// <summary>True where numbers are exact, which admins get; all others get those of days that are over, rounded down to multiples of five.</summary>
    /// <example>false</example>
    public required bool Exact { get; init; }

    /// <summary>Reads on these days, rounded as <c>exact</c> says; null below five, where they are rounded.</summary>
    /// <example>40</example>
    public required long? Reads { get; init; }

    /// <summary>The same as text; <c>&lt;5</c> below five, where they are rounded.</summary>
    /// <example>40</example>
    public required string ReadsText { get; init; }

    /// <summary>Reads by what they are told apart by, in the order of their keys.</summary>
    public required IReadOnlyList<UseGroupView> Groups { get; init; }

    /// <summary>First day on which this server counted any read, of whatever data; null when it counted none yet.</summary>
    /// <example>2026-01-01</example>
    public required DateOnly? CountedSince { get; init; }

    /// <summary>Last day on which the data set was read; null when no read was counted.</summary>
    /// <example>2026-11-30</example>
    public required DateOnly? LastRead { get; init; }

    /// <summary>Since which day it was not read, when that is a day or more: the day after the last read, or the first on which it could have been counted; null while it is read, and when nothing was counted yet.</summary>
    /// <example>2026-10-01</example>
    public required DateOnly? UnusedSince { get; init; }

    /// <summary>Uses that were reported and are held now, by agents of which the caller may know.</summary>
    /// <example>1</example>
    public required long Reported { get; init; }

    /// <summary>Where to read them.</summary>
    /// <example>/v1/datasets/sdg-demo/uses/reports</example>
    public required string Reports { get; init; }
}

/// <summary>Reads that have the same keys.</summary>
public sealed record UseGroupView
{
    /// <summary>Number of the version, 0 where the state that was asked for has none; null when not told apart.</summary>
    /// <example>2</example>
    public required int? Version { get; init; }

    /// <summary>The day, UTC; null when not told apart.</summary>
    /// <example>2026-11-30</example>
    public required DateOnly? Day { get; init; }

    /// <summary>By which way; null when not told apart.</summary>
    public required UseChannel? Channel { get; init; }

    /// <summary>What for, as callers declared; null when not told apart.</summary>
    public required UsePurpose? Purpose { get; init; }

    /// <summary>By what kind of caller; null when not told apart.</summary>
    public required UseCallerKind? Caller { get; init; }

    /// <summary>Reads, rounded as <c>exact</c> says; null below five, where they are rounded.</summary>
    /// <example>40</example>
    public required long? Reads { get; init; }

    /// <summary>The same as text; <c>&lt;5</c> below five, where they are rounded.</summary>
    /// <example>40</example>
    public required string ReadsText { get; init; }
}

/// <summary>That an agent used a version.</summary>
public sealed record UseReportView
{
    /// <summary>Number of the fact.</summary>
    /// <example>2</example>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version.</summary>
    /// <example>2</example>
    public required int Version { get; init; }

    /// <summary>Who used it.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>National Statistics Office</example>
    public required string AgentName { get; init; }

    /// <summary>What for.</summary>
    public required UsePurpose Purpose { get; init; }

    /// <summary>What was done with it.</summary>
    /// <example>Shares of renewable energy in the national energy report</example>
    public required string Description { get; init; }

    /// <summary>Where it is cited; null for nowhere.</summary>
    /// <example>doi:10.1000/182</example>
    public required string? Citation { get; init; }

    /// <summary>First day of the use; null when nobody said.</summary>
    /// <example>2026-01-01</example>
    public required DateOnly? From { get; init; }

    /// <summary>Last day of the use; null while it lasts.</summary>
    /// <example>2026-06-30</example>
    public required DateOnly? To { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the fact that this one replaced; null for a first one.</summary>
    /// <example>1</example>
    public required long? Replaces { get; init; }
}
