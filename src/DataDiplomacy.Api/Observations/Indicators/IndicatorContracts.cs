using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Indicators;

/// <summary>Lists indicators in natural order of their first code; an indicator that stands under several targets is listed once.</summary>
public sealed record ListIndicators
{
    /// <summary>The framework. Default: <c>sdg</c>.</summary>
    /// <example>sdg</example>
    [FromQuery] public string? Framework { get; init; }

    /// <summary>Goals, separated by commas; indicators that stand under any of them.</summary>
    /// <example>7,13</example>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Targets, separated by commas; indicators that stand under any of them.</summary>
    /// <example>7.2</example>
    [FromQuery] public string[]? Target { get; init; }

    /// <summary>Words that a code or the title contain, ignoring case; all of them.</summary>
    /// <example>renewable energy</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    /// <example>2025</example>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>The state of the series to read: those recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
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

/// <summary>Lists indicators of the framework that the route names.</summary>
public sealed record ListFrameworkIndicators
{
    /// <summary>Goals, separated by commas; indicators that stand under any of them.</summary>
    /// <example>7,13</example>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Targets, separated by commas; indicators that stand under any of them.</summary>
    /// <example>7.2</example>
    [FromQuery] public string[]? Target { get; init; }

    /// <summary>Words that a code or the title contain, ignoring case; all of them.</summary>
    /// <example>renewable energy</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    /// <example>2025</example>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>The state of the series to read: those recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
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

    /// <summary>The same list, of the framework.</summary>
    public ListIndicators Of(string framework) => new()
    {
        Framework = framework,
        Goal = Goal,
        Target = Target,
        Q = Q,
        Edition = Edition,
        AsOf = AsOf,
        Limit = Limit,
        Cursor = Cursor,
        Count = Count,
    };
}

/// <summary>Asks for one indicator.</summary>
public sealed record FindIndicator
{
    /// <summary>The framework. Default: <c>sdg</c>.</summary>
    /// <example>sdg</example>
    [FromQuery] public string? Framework { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    /// <example>2025</example>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>The state of the series to read: those recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    /// <example>2019-06-01</example>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>An indicator as an edition of its framework words it.</summary>
public sealed record IndicatorView
{
    /// <summary>The first of its codes, such as <c>1.5.1</c>.</summary>
    /// <example>7.2.1</example>
    public required string Code { get; init; }

    /// <summary>UNSD indicator code, such as <c>C200303</c>; null in editions without them.</summary>
    /// <example>C070201</example>
    public required string? UnsdCode { get; init; }

    /// <summary>All its codes in natural order; several when it stands under several targets.</summary>
    /// <example>["7.2.1"]</example>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Codes of the targets it stands under, in natural order.</summary>
    /// <example>["7.2"]</example>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Codes of the goals it stands under, in natural order.</summary>
    /// <example>["7"]</example>
    public required IReadOnlyList<string> Goals { get; init; }

    /// <summary>Its text in the edition.</summary>
    /// <example>Renewable energy share in the total final energy consumption</example>
    public required string Title { get; init; }

    /// <summary>Tier classification; null when the edition does not state it.</summary>
    /// <example>Tier I</example>
    public required string? Tier { get; init; }

    /// <summary>The edition.</summary>
    /// <example>2025</example>
    public required string Edition { get; init; }

    /// <summary>The framework.</summary>
    /// <example>sdg</example>
    public required string Framework { get; init; }

    /// <summary>Series that the caller may see and that name one of its codes, by data set and code. Data sets name codes of the edition of their day.</summary>
    public required IReadOnlyList<SeriesLinkView> Series { get; init; }

    /// <summary>The state that was asked for, which holds for its series too; null for now.</summary>
    [JsonIgnore]
    public string? AsOf { get; init; }
}

/// <summary>A series that serves an indicator.</summary>
public sealed record SeriesLinkView
{
    /// <summary>The data set.</summary>
    /// <example>sdg-demo</example>
    public required string Dataset { get; init; }

    /// <summary>Code of the series.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Code { get; init; }

    /// <summary>Title as last published.</summary>
    /// <example>Renewable energy share in the total final energy consumption (%)</example>
    public required string Title { get; init; }
}
