using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Lists roles by two clocks: when they held, and when this was recorded here.</summary>
public sealed record ListRoles
{
    /// <summary>Only roles that held on this day, <c>yyyy-MM-dd</c>. Default: whatever was ever so.</summary>
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

/// <summary>States what an agent is to a data set or to one of its versions.</summary>
public sealed record AddRole
{
    /// <summary>Id of the agent.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>What it is to the data.</summary>
    public required AgentFunction Role { get; init; }

    /// <summary>Number of the version, from 1; left out for the data set as a whole.</summary>
    /// <example>2</example>
    public int? Version { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c>; left out when nobody said.</summary>
    /// <example>2025-01-01</example>
    public DateOnly? From { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>, not before <c>from</c>; left out while it lasts.</summary>
    /// <example>2027-12-31</example>
    public DateOnly? To { get; init; }

    /// <summary>What else there is to say, at most 1,000 characters.</summary>
    /// <example>By the statistics act of 2024</example>
    public string? Note { get; init; }
}

/// <summary>What an agent is to a data set or to one of its versions.</summary>
public sealed record AgentRoleView
{
    /// <summary>Number of the fact.</summary>
    /// <example>7</example>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version; null for the data set as a whole.</summary>
    /// <example>2</example>
    public required int? Version { get; init; }

    /// <summary>Id of the agent.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>National Statistics Office</example>
    public required string AgentName { get; init; }

    /// <summary>What the agent is.</summary>
    public required AgentKind AgentKind { get; init; }

    /// <summary>What it is to the data.</summary>
    public required AgentFunction Role { get; init; }

    /// <summary>First day; null when nobody said.</summary>
    /// <example>2025-01-01</example>
    public required DateOnly? From { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    /// <example>2027-12-31</example>
    public required DateOnly? To { get; init; }

    /// <summary>What else there is to say; null for nothing.</summary>
    /// <example>By the statistics act of 2024</example>
    public required string? Note { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the fact that this one replaced; null for a first one.</summary>
    /// <example>6</example>
    public required long? Replaces { get; init; }
}
