using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Jurisdictions;

/// <summary>States under which law something happens to data at a place.</summary>
public sealed record StateJurisdiction
{
    /// <summary>Who states it: id of an agent.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Number of the version; left out for the data set as a whole.</summary>
    /// <example>2</example>
    public int? Version { get; init; }

    /// <summary>What happens there.</summary>
    public required JurisdictionAspect Aspect { get; init; }

    /// <summary>The place: M49 code of an area, padded or not, or ISO 3166-1 alpha-2 or alpha-3 code.</summary>
    /// <example>404</example>
    public required string Place { get; init; }

    /// <summary>The law or regime that applies, 1 to 500 characters.</summary>
    /// <example>Data Protection Act, 2019</example>
    public required string Law { get; init; }

    /// <summary>Where it is published: an https or http address; left out when nobody said.</summary>
    /// <example>https://www.odpc.go.ke/dpa-act/</example>
    public string? LawUrl { get; init; }

    /// <summary>Why it applies, 1 to 2,000 characters.</summary>
    /// <example>The servers stand in Nairobi</example>
    public required string Basis { get; init; }

    /// <summary>First day, <c>yyyy-MM-dd</c>; left out when nobody said.</summary>
    /// <example>2025-01-01</example>
    public DateOnly? From { get; init; }

    /// <summary>Last day, <c>yyyy-MM-dd</c>, not before <c>from</c>; left out while it lasts.</summary>
    /// <example>2027-12-31</example>
    public DateOnly? To { get; init; }

    /// <summary>Number of the fact that this one replaces, of the same agent; disputes over that one go on over this one.</summary>
    /// <example>3</example>
    public long? Replaces { get; init; }
}

/// <summary>Lists facts of jurisdiction by two clocks: when they held, and when this was recorded here.</summary>
public sealed record ListJurisdictions
{
    /// <summary><c>created</c>, <c>stored</c>, <c>accessed</c> or <c>used</c>.</summary>
    /// <example>stored</example>
    [FromQuery] public string? Aspect { get; init; }

    /// <summary>Only facts that held on this day, <c>yyyy-MM-dd</c>. Default: whatever was ever so.</summary>
    /// <example>2026-06-01</example>
    [FromQuery] public string? ValidAt { get; init; }

    /// <summary>The state to read, disputes too: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
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

/// <summary>States that an agent disputes a fact of jurisdiction.</summary>
public sealed record AddDispute
{
    /// <summary>Who disputes it: id of an agent.</summary>
    /// <example>ministry-of-finance</example>
    public required string Agent { get; init; }

    /// <summary>What they claim instead, 1 to 2,000 characters.</summary>
    /// <example>The copies lie under the law of the seat of the provider</example>
    public required string Claim { get; init; }

    /// <summary>What it rests on, at most 100: public records of evidence (<c>ev-…</c>), versions (<c>sdg-demo@2</c>), DOIs and addresses.</summary>
    public IReadOnlyList<string>? Citations { get; init; }

    /// <summary>When the agent said so, not in the future; now when left out.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public DateTime? StatedAt { get; init; }
}

/// <summary>States that a dispute ended.</summary>
public sealed record EndDispute
{
    /// <summary><c>settled</c> when it was decided or agreed, <c>withdrawn</c> when who disputed no longer does.</summary>
    public required DisputeStatus Status { get; init; }

    /// <summary>How it ended, 1 to 2,000 characters.</summary>
    /// <example>By the award of 3 May 2026</example>
    public required string Outcome { get; init; }

    /// <summary>When it ended, not in the future; now when left out.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public DateTime? StatedAt { get; init; }
}

/// <summary>Under which law something happens to data at a place, since when, and contested by whom.</summary>
public sealed record JurisdictionView
{
    /// <summary>Number of the fact.</summary>
    /// <example>3</example>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version; null for the data set as a whole.</summary>
    /// <example>2</example>
    public required int? Version { get; init; }

    /// <summary>What happens there.</summary>
    public required JurisdictionAspect Aspect { get; init; }

    /// <summary>M49 code of the place, without leading zeros.</summary>
    /// <example>404</example>
    public required string Place { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Kenya</example>
    public required string PlaceName { get; init; }

    /// <summary>The law or regime that applies.</summary>
    /// <example>Data Protection Act, 2019</example>
    public required string Law { get; init; }

    /// <summary>Where it is published; null when nobody said.</summary>
    /// <example>https://www.odpc.go.ke/dpa-act/</example>
    public required string? LawUrl { get; init; }

    /// <summary>Why it applies.</summary>
    /// <example>The servers stand in Nairobi</example>
    public required string Basis { get; init; }

    /// <summary>Who states it.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>National Statistics Office</example>
    public required string AgentName { get; init; }

    /// <summary>First day; null when nobody said.</summary>
    /// <example>2025-01-01</example>
    public required DateOnly? From { get; init; }

    /// <summary>Last day; null while it lasts.</summary>
    /// <example>2027-12-31</example>
    public required DateOnly? To { get; init; }

    /// <summary>True where a dispute over it is open, as far as the caller may see.</summary>
    /// <example>true</example>
    public required bool Contested { get; init; }

    /// <summary>Disputes over it or over what it replaced, by the order of entry, at most 100, those by agents of which the caller may know.</summary>
    public required IReadOnlyList<JurisdictionDisputeView> Disputes { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the fact that this one replaced; null for a first one.</summary>
    /// <example>2</example>
    public required long? Replaces { get; init; }
}

/// <summary>That an agent disputes a fact of jurisdiction, and how that stands.</summary>
public sealed record JurisdictionDisputeView
{
    /// <summary>Number of the fact.</summary>
    /// <example>1</example>
    public required long Id { get; init; }

    /// <summary>The fact that is disputed.</summary>
    /// <example>3</example>
    public required long Fact { get; init; }

    /// <summary>Who disputes it.</summary>
    /// <example>ministry-of-finance</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>Ministry of Finance</example>
    public required string AgentName { get; init; }

    /// <summary>What they claim instead.</summary>
    /// <example>The copies lie under the law of the seat of the provider</example>
    public required string Claim { get; init; }

    /// <summary>How it stands.</summary>
    public required DisputeStatus Status { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    /// <example>By the award of 3 May 2026</example>
    public required string? Outcome { get; init; }

    /// <summary>What it rests on; what the caller may not see is left out.</summary>
    public required IReadOnlyList<string> Citations { get; init; }

    /// <summary>When it came to stand so, as the agents say, UTC.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public required DateTime StatedAt { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the entry that this one replaced; null for a first one.</summary>
    /// <example>2</example>
    public required long? Replaces { get; init; }
}
