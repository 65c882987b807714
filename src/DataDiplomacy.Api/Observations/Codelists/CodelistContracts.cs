using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Observations.Codelists;

/// <summary>Lists the code lists that ship with the server, by id.</summary>
public sealed record ListCodelists
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

/// <summary>A code list without its codes.</summary>
public sealed record CodelistSummaryView
{
    /// <summary>Identifier: <c>UNITS</c>, <c>NATURE</c>, <c>OBS_STATUS</c>, or the dimension, such as <c>SEX</c>.</summary>
    /// <example>SEX</example>
    public required string Id { get; init; }

    /// <summary>Number of codes that ship with the server.</summary>
    /// <example>5</example>
    public required int Codes { get; init; }
}

/// <summary>A code list: codes that ship with the server, then codes that only visible data sets use.</summary>
public sealed record CodelistView
{
    /// <summary>Identifier: <c>UNITS</c>, <c>NATURE</c>, <c>OBS_STATUS</c>, or the dimension, such as <c>SEX</c>.</summary>
    /// <example>SEX</example>
    public required string Id { get; init; }

    /// <summary>The codes, each once.</summary>
    public required IReadOnlyList<CodeView> Items { get; init; }
}

/// <summary>A code of a code list.</summary>
public sealed record CodeView
{
    /// <summary>The code as the files write it.</summary>
    /// <example>FEMALE</example>
    public required string Code { get; init; }

    /// <summary>English label; null when only data sets use the code and none of the lists explains it.</summary>
    /// <example>Female</example>
    public required string? Label { get; init; }

    /// <summary>Whether the code stands for the whole of the dimension: <c>BOTHSEX</c>, <c>ALLAGE</c>, <c>_T</c>.</summary>
    public required bool Total { get; init; }
}
