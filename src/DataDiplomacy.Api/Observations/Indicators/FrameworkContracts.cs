using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Indicators;

/// <summary>Lists indicator frameworks.</summary>
public sealed record ListFrameworks
{
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

/// <summary>Lists goals of a framework in natural order.</summary>
public sealed record ListGoals
{
    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    /// <example>2025</example>
    [FromQuery] public string? Edition { get; init; }

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

/// <summary>Lists targets of a framework in natural order: 1.1, 1.2, 1.10, 1.a.</summary>
public sealed record ListTargets
{
    /// <summary>Goals, separated by commas; targets of any of them.</summary>
    /// <example>7,13</example>
    [FromQuery] public string[]? Goal { get; init; }

    /// <summary>Edition of the framework, such as <c>2025</c>. Default: the one in force; GET /v1/frameworks lists them.</summary>
    /// <example>2025</example>
    [FromQuery] public string? Edition { get; init; }

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

/// <summary>A framework of indicators.</summary>
public sealed record FrameworkView
{
    /// <summary>Its code: <c>sdg</c>.</summary>
    /// <example>sdg</example>
    public required string Code { get; init; }

    /// <summary>Title of the edition in force.</summary>
    /// <example>Global indicator framework after the 2025 comprehensive review</example>
    public required string Title { get; init; }

    /// <summary>Identifier of the edition that is read without <c>edition=</c>.</summary>
    /// <example>2025</example>
    public required string Edition { get; init; }

    /// <summary>Editions held here, the oldest first; not every edition that there was.</summary>
    public required IReadOnlyList<FrameworkEditionView> Editions { get; init; }
}

/// <summary>An edition of a framework; editions differ in indicators and wording.</summary>
public sealed record FrameworkEditionView
{
    /// <summary>Identifier, such as <c>2025</c>.</summary>
    /// <example>2025</example>
    public required string Id { get; init; }

    /// <summary>Title, which says when only a part of the edition is held.</summary>
    /// <example>Global indicator framework after the 2025 comprehensive review</example>
    public required string Title { get; init; }

    /// <summary>First day of validity; null when not stated.</summary>
    /// <example>2025-03-07</example>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of validity; null while in force.</summary>
    /// <example>2020-03-06</example>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>Identifier of the edition that it replaced; null when none is held here.</summary>
    /// <example>2019</example>
    public required string? Supersedes { get; init; }

    /// <summary>The document that the text is from.</summary>
    /// <example>United Nations, A/RES/71/313, annex, with the refinements listed there up to E/CN.3/2025/6</example>
    public required string Source { get; init; }

    /// <summary>Number of goals held.</summary>
    /// <example>17</example>
    public required int Goals { get; init; }

    /// <summary>Number of targets held.</summary>
    /// <example>169</example>
    public required int Targets { get; init; }

    /// <summary>Number of indicators held, each counted once however many targets it stands under.</summary>
    /// <example>235</example>
    public required int Indicators { get; init; }
}

/// <summary>A goal.</summary>
public sealed record GoalView
{
    /// <summary>Its number: <c>1</c> to <c>17</c>.</summary>
    /// <example>1</example>
    public required string Code { get; init; }

    /// <summary>Its text in the edition.</summary>
    /// <example>End poverty in all its forms everywhere</example>
    public required string Title { get; init; }

    /// <summary>The edition.</summary>
    /// <example>2025</example>
    public required string Edition { get; init; }

    /// <summary>The framework.</summary>
    /// <example>sdg</example>
    public required string Framework { get; init; }
}

/// <summary>A target of a goal.</summary>
public sealed record TargetView
{
    /// <summary>Its code, such as <c>1.5</c> or <c>1.a</c>.</summary>
    /// <example>7.1</example>
    public required string Code { get; init; }

    /// <summary>Code of its goal.</summary>
    /// <example>7</example>
    public required string Goal { get; init; }

    /// <summary>Its text in the edition.</summary>
    /// <example>By 2030, ensure universal access to affordable, reliable and modern energy services</example>
    public required string Title { get; init; }

    /// <summary>The edition.</summary>
    /// <example>2025</example>
    public required string Edition { get; init; }

    /// <summary>The framework.</summary>
    /// <example>sdg</example>
    public required string Framework { get; init; }
}
