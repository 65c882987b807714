using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Agents;

/// <summary>Registers an agent.</summary>
public sealed record RegisterAgent : DescribeAgent
{
    /// <summary>Lower-case slug, unique on this server: letters, digits and hyphens, 2 to 64 characters. It is part of addresses: for a person choose one that names nobody.</summary>
    /// <example>national-statistics-office</example>
    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }
}

/// <summary>Replaces the description of an agent; its roles stay as they are.</summary>
public record DescribeAgent
{
    /// <summary>What it is.</summary>
    public required AgentKind Kind { get; init; }

    /// <summary>Name for people, 1 to 300 characters.</summary>
    /// <example>National Statistics Office</example>
    public required string Name { get; init; }

    /// <summary>Its country: M49 code, padded or not, or ISO 3166-1 alpha-2 or alpha-3 code.</summary>
    /// <example>404</example>
    public string? Country { get; init; }

    /// <summary>In which track of diplomacy it takes part; <c>none</c> when left out.</summary>
    public Track? Track { get; init; }

    /// <summary>How science and diplomacy meet in it; <c>none</c> when left out.</summary>
    public ScienceDiplomacy? ScienceDiplomacy { get; init; }

    /// <summary>Who may know of it; <c>public</c> when left out. A person needs one: <c>internal</c> or <c>confidential</c>, or <c>public</c> for somebody whose part is public.</summary>
    public Handling? Handling { get; init; }
}

/// <summary>Lists agents.</summary>
public sealed record ListAgents
{
    /// <summary>Words that id or name contain, ignoring case; all of them.</summary>
    /// <example>statistics</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>What they are: <c>person</c>, <c>organisation</c>, <c>state</c>, <c>igo</c>, <c>ngo</c>, <c>company</c>, <c>community</c>, <c>academia</c>, <c>public</c>, <c>software</c>.</summary>
    /// <example>organisation</example>
    [FromQuery] public string? Kind { get; init; }

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

/// <summary>Reads an agent, and for whom it acts, by two clocks.</summary>
public sealed record GetAgent
{
    /// <summary>Only what held on this day, <c>yyyy-MM-dd</c>. Default: whatever was ever so.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? ValidAt { get; init; }

    /// <summary>The state to read: for whom it acts as recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now. The description is that of now.</summary>
    /// <example>2026-12-31</example>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>States that the agent acts for another.</summary>
public sealed record AddDelegation
{
    /// <summary>For whom: id of an agent.</summary>
    /// <example>ministry-of-finance</example>
    public required string Agent { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c>; left out when nobody said.</summary>
    /// <example>2025-01-01</example>
    public DateOnly? From { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>, not before <c>from</c>; left out while it lasts.</summary>
    /// <example>2027-12-31</example>
    public DateOnly? To { get; init; }

    /// <summary>What else there is to say, at most 1,000 characters.</summary>
    /// <example>Under the statistics act of 2024</example>
    public string? Note { get; init; }
}

/// <summary>States that a relation ended, or never was: a new fact that replaces the one before.</summary>
public sealed record EndRelation
{
    /// <summary>Last day, <c>yyyy-MM-dd</c>, not before its first; null when it was entered by mistake and never held.</summary>
    /// <example>2026-06-30</example>
    public DateOnly? To { get; init; }

    /// <summary>Why, at most 1,000 characters; the note before stays with the fact before.</summary>
    /// <example>Handed over to the new agency</example>
    public string? Note { get; init; }
}

/// <summary>Who bears responsibility for data, or whom they are about.</summary>
public sealed record AgentView
{
    /// <summary>Lower-case slug.</summary>
    /// <example>national-statistics-office</example>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required AgentKind Kind { get; init; }

    /// <summary>Name for people.</summary>
    /// <example>National Statistics Office</example>
    public required string Name { get; init; }

    /// <summary>M49 code of its country, without leading zeros; null when it has none or nobody said.</summary>
    /// <example>404</example>
    public required string? Country { get; init; }

    /// <summary>In which track of diplomacy it takes part.</summary>
    public required Track Track { get; init; }

    /// <summary>How science and diplomacy meet in it.</summary>
    public required ScienceDiplomacy ScienceDiplomacy { get; init; }

    /// <summary>Who may know of it. For all others it does not exist, in roles and lineages neither.</summary>
    public required Handling Handling { get; init; }

    /// <summary>For whom it acts, by the order of entry; only agents of which the caller may know.</summary>
    public required IReadOnlyList<DelegationView> ActsFor { get; init; }

    /// <summary>When it was registered here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When its description last changed, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>Counts the changes of the description; the ETag of PUT.</summary>
    [JsonIgnore]
    public int Revision { get; init; }
}

/// <summary>That an agent acts for another.</summary>
public sealed record DelegationView
{
    /// <summary>Number of the fact.</summary>
    /// <example>3</example>
    public required long Id { get; init; }

    /// <summary>For whom: id of the agent.</summary>
    /// <example>ministry-of-finance</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Ministry of Finance</example>
    public required string AgentName { get; init; }

    /// <summary>First day; null when nobody said.</summary>
    /// <example>2025-01-01</example>
    public required DateOnly? From { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    /// <example>2027-12-31</example>
    public required DateOnly? To { get; init; }

    /// <summary>What else there is to say; null for nothing.</summary>
    /// <example>Under the statistics act of 2024</example>
    public required string? Note { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the fact that this one replaced; null for a first one.</summary>
    /// <example>2</example>
    public required long? Replaces { get; init; }
}
