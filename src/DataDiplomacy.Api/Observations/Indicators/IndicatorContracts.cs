using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Indicators;

/// <summary>Lists indicator frameworks.</summary>
public sealed record ListFrameworks
{
    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Lists goals of a framework in natural order.</summary>
public sealed record ListGoals
{
    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Lists targets of a framework in natural order: 1.1, 1.2, 1.10, 1.a.</summary>
public sealed record ListTargets
{
    /// <summary>Goals, separated by commas; targets of any of them.</summary>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Lists indicators in natural order of their first code; an indicator that stands under several targets is listed once.</summary>
public sealed record ListIndicators
{
    /// <summary>The framework. Default: <c>sdg</c>.</summary>
    [FromQuery] public string? Framework { get; init; }

    /// <summary>Goals, separated by commas; indicators that stand under any of them.</summary>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Targets, separated by commas; indicators that stand under any of them.</summary>
    [FromQuery] public string[]? Target { get; init; }

    /// <summary>Words that a code or the title contain, ignoring case; all of them.</summary>
    [FromQuery] public string? Q { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>The state of the series to read: those recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
    [FromQuery] public string? Count { get; init; }
}

/// <summary>Lists indicators of the framework that the route names.</summary>
public sealed record ListFrameworkIndicators
{
    /// <summary>Goals, separated by commas; indicators that stand under any of them.</summary>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Targets, separated by commas; indicators that stand under any of them.</summary>
    [FromQuery] public string[]? Target { get; init; }

    /// <summary>Words that a code or the title contain, ignoring case; all of them.</summary>
    [FromQuery] public string? Q { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>The state of the series to read: those recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    [FromQuery] public string? AsOf { get; init; }

    /// <summary>Most items of the page, 1 to 1,000. Default: 100.</summary>
    [FromQuery] public int? Limit { get; init; }

    /// <summary><c>next</c> of the page before.</summary>
    [FromQuery] public string? Cursor { get; init; }

    /// <summary><c>exact</c> adds <c>total</c>.</summary>
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
    [FromQuery] public string? Framework { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    [FromQuery] public string? Edition { get; init; }

    /// <summary>The state of the series to read: those recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
    [FromQuery] public string? AsOf { get; init; }
}

/// <summary>A framework of indicators.</summary>
public sealed record FrameworkView
{
    /// <summary>Its code: <c>sdg</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Title of the edition in force.</summary>
    public required string Title { get; init; }

    /// <summary>Identifier of the edition that is read without <c>edition=</c>.</summary>
    public required string Edition { get; init; }

    /// <summary>Editions held here, the oldest first; not every edition that there was.</summary>
    public required IReadOnlyList<FrameworkEditionView> Editions { get; init; }
}

/// <summary>An edition of a framework; editions differ in indicators and wording.</summary>
public sealed record FrameworkEditionView
{
    /// <summary>Identifier, such as <c>2025</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Title, which says when only a part of the edition is held.</summary>
    public required string Title { get; init; }

    /// <summary>First day of validity; null when not stated.</summary>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; null while in force.</summary>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>Identifier of the edition that it replaced; null when none is held here.</summary>
    public required string? Supersedes { get; init; }

    /// <summary>The document that the text is from.</summary>
    public required string Source { get; init; }

    /// <summary>Number of goals held.</summary>
    public required int Goals { get; init; }

    /// <summary>Number of targets held.</summary>
    public required int Targets { get; init; }

    /// <summary>Number of indicators held, each counted once however many targets it stands under.</summary>
    public required int Indicators { get; init; }
}

/// <summary>A goal.</summary>
public sealed record GoalView
{
    /// <summary>Its number: <c>1</c> to <c>17</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its text in the edition.</summary>
    public required string Title { get; init; }

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The framework.</summary>
    public required string Framework { get; init; }
}

/// <summary>A target of a goal.</summary>
public sealed record TargetView
{
    /// <summary>Its code, such as <c>1.5</c> or <c>1.a</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Code of its goal.</summary>
    public required string Goal { get; init; }

    /// <summary>Its text in the edition.</summary>
    public required string Title { get; init; }

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The framework.</summary>
    public required string Framework { get; init; }
}

/// <summary>An indicator as an edition of its framework words it.</summary>
public sealed record IndicatorView
{
    /// <summary>The first of its codes, such as <c>1.5.1</c>.</summary>
    public required string Code { get; init; }

    /// <summary>UNSD indicator code, such as <c>C200303</c>; null in editions without them.</summary>
    public required string? UnsdCode { get; init; }

    /// <summary>All its codes in natural order; several when it stands under several targets.</summary>
    public required IReadOnlyList<string> Codes { get; init; }

    /// <summary>Codes of the targets it stands under, in natural order.</summary>
    public required IReadOnlyList<string> Targets { get; init; }

    /// <summary>Codes of the goals it stands under, in natural order.</summary>
    public required IReadOnlyList<string> Goals { get; init; }

    /// <summary>Its text in the edition.</summary>
    public required string Title { get; init; }

    /// <summary>Tier classification; null when the edition does not state it.</summary>
    public required string? Tier { get; init; }

    /// <summary>The edition.</summary>
    public required string Edition { get; init; }

    /// <summary>The framework.</summary>
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
    public required string Dataset { get; init; }

    /// <summary>Code of the series.</summary>
    public required string Code { get; init; }

    /// <summary>Title as last published.</summary>
    public required string Title { get; init; }
}
