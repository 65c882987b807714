using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Impacts;

/// <summary>States what data did to whom.</summary>
public sealed record StateImpact
{
    /// <summary>Whose statement it is: id of an agent.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Number of the version; left out for the data set as a whole.</summary>
    /// <example>2</example>
    public int? Version { get; init; }

    /// <summary>Number of the reported use that it came of; left out for none in particular.</summary>
    /// <example>1</example>
    public long? Use { get; init; }

    /// <summary>Good or bad for whom it reaches.</summary>
    public required ImpactDirection Direction { get; init; }

    /// <summary>At which level it is felt.</summary>
    public required ImpactLevel Level { get; init; }

    /// <summary>Kinds of agents that it reaches; left out when nobody said.</summary>
    public IReadOnlyList<AgentKind>? Affected { get; init; }

    /// <summary>How grave, or how large for an advantage (DPV Risk extension 2.0, W3C DPVCG, 2024).</summary>
    public required ImpactSeverity Severity { get; init; }

    /// <summary>How probable (the same vocabulary); left out when it came to pass, or when nobody said.</summary>
    public ImpactLikelihood? Likelihood { get; init; }

    /// <summary>What the data did to a change.</summary>
    public required ImpactEffect Effect { get; init; }

    /// <summary>The statement, 1 to 10,000 characters.</summary>
    /// <example>The board of education moved two schools after the figures of 2024 were published.</example>
    public required string Text { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>What it rests on, at most 100: public records of evidence (<c>ev-…</c>), versions (<c>sdg-demo@2</c>), DOIs and addresses.</summary>
    public IReadOnlyList<string>? Citations { get; init; }

    /// <summary>When the agent said it, not in the future; now when left out.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public DateTime? StatedAt { get; init; }

    /// <summary>Number of the statement that this one replaces, of the same agent; what others said of that one does not go over.</summary>
    /// <example>3</example>
    public long? Replaces { get; init; }
}

/// <summary>States that an agent no longer says that data did something.</summary>
public sealed record WithdrawImpact
{
    /// <summary>Why, 1 to 2,000 characters.</summary>
    /// <example>The schools were moved for another reason</example>
    public required string Reason { get; init; }
}

/// <summary>Lists statements of impact by two clocks: when the agent said them, and when this was recorded here.</summary>
public sealed record ListImpacts
{
    /// <summary><c>advantage</c> or <c>disadvantage</c>.</summary>
    /// <example>advantage</example>
    [FromQuery] public string? Direction { get; init; }

    /// <summary><c>individual</c>, <c>institution</c>, <c>state</c> or <c>global</c>.</summary>
    /// <example>state</example>
    [FromQuery] public string? Level { get; init; }

    /// <summary>What agents had said by the end of this day, <c>yyyy-MM-dd</c>. Default: whatever they said.</summary>
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

/// <summary>Counts statements of impact by direction and level.</summary>
public sealed record GetImpactSummary
{
    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2026-12-31</example>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>What a named agent says that data did, and what others say of that.</summary>
public sealed record ImpactView
{
    /// <summary>Number of the fact.</summary>
    /// <example>1</example>
    public required long Id { get; init; }

    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Number of the version; null for the data set as a whole.</summary>
    /// <example>2</example>
    public required int? Version { get; init; }

    /// <summary>Number of the reported use that it came of; null for none in particular, and where the caller may not know of it.</summary>
    /// <example>1</example>
    public required long? Use { get; init; }

    /// <summary>Whose statement it is.</summary>
    /// <example>national-statistics-office</example>
    public required string Agent { get; init; }

    /// <summary>Its name.</summary>
    /// <example>National Statistics Office</example>
    public required string AgentName { get; init; }

    /// <summary>Good or bad for whom it reaches.</summary>
    public required ImpactDirection Direction { get; init; }

    /// <summary>At which level it is felt.</summary>
    public required ImpactLevel Level { get; init; }

    /// <summary>Kinds of agents that it reaches; empty when nobody said.</summary>
    public required IReadOnlyList<AgentKind> Affected { get; init; }

    /// <summary>How grave, or how large for an advantage.</summary>
    public required ImpactSeverity Severity { get; init; }

    /// <summary>How probable; null when it came to pass, or when nobody said.</summary>
    public required ImpactLikelihood? Likelihood { get; init; }

    /// <summary>Where the scales of severity and likelihood are published.</summary>
    /// <example>https://w3id.org/dpv/risk</example>
    public required string Scale { get; init; }

    /// <summary>What the data did to a change.</summary>
    public required ImpactEffect Effect { get; init; }

    /// <summary>The statement; the reason where it was withdrawn.</summary>
    /// <example>The board of education moved two schools after the figures of 2024 were published.</example>
    public required string Text { get; init; }

    /// <summary>Its language (BCP 47).</summary>
    /// <example>en</example>
    public required string Language { get; init; }

    /// <summary>What it rests on; what the caller may not see is left out.</summary>
    public required IReadOnlyList<string> Citations { get; init; }

    /// <summary>How it stands, computed from what others say of it as far as the caller may see.</summary>
    public required ImpactStatus Status { get; init; }

    /// <summary>Since when it stands so, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime StatusSince { get; init; }

    /// <summary>What that rests on, in words.</summary>
    /// <example>1 other agent supports it and none contests it.</example>
    public required string StatusBecause { get; init; }

    /// <summary>Where to read what others say, and with which target to say something.</summary>
    /// <example>/v1/interpretations?target=/v1/datasets/sdg-demo/impacts/1</example>
    public required string Interpretations { get; init; }

    /// <summary>When the agent said it, UTC.</summary>
    /// <example>2026-06-01T09:00:00Z</example>
    public required DateTime StatedAt { get; init; }

    /// <summary>Since when this is held here, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime RecordedAt { get; init; }

    /// <summary>Number of the fact that this one replaced; null for a first one.</summary>
    /// <example>2</example>
    public required long? Replaces { get; init; }
}

/// <summary>How many statements of impact there are on a data set: two directions at four levels.</summary>
public sealed record ImpactSummaryView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>The eight cells: advantages before disadvantages, each from individual to global.</summary>
    public required IReadOnlyList<ImpactCellView> Cells { get; init; }

    /// <summary>The state that was read, UTC.</summary>
    /// <example>2026-11-30T14:00:00Z</example>
    public required DateTime AsOf { get; init; }
}

/// <summary>Statements of one direction at one level.</summary>
public sealed record ImpactCellView
{
    /// <summary>The direction.</summary>
    public required ImpactDirection Direction { get; init; }

    /// <summary>The level.</summary>
    public required ImpactLevel Level { get; init; }

    /// <summary>Of which nobody else speaks.</summary>
    /// <example>1</example>
    public required int Claimed { get; init; }

    /// <summary>That others support, and none contests.</summary>
    /// <example>0</example>
    public required int Supported { get; init; }

    /// <summary>That others contest.</summary>
    /// <example>0</example>
    public required int Contested { get; init; }

    /// <summary>That were withdrawn; they count in no other number.</summary>
    /// <example>0</example>
    public required int Withdrawn { get; init; }
}
