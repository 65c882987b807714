using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Searches;

/// <summary>Searches data sets, indicators, series and areas that the caller may see, in their newest state, and public evidence.</summary>
public sealed record SearchAll
{
    /// <summary>Words, 1 to 200 characters. Each must begin a word of a code, title, name or description; case is ignored, for areas and evidence accents too. Evidence is found by its title, the name of its file, its id or the begin of it, and its case.</summary>
    /// <example>renewable energy</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>Kinds to look for, separated by commas: <c>dataset</c>, <c>indicator</c>, <c>series</c>, <c>area</c>, <c>evidence</c>. Default: all.</summary>
    /// <example>series,indicator</example>
    [FromQuery] public string[]? Kind { get; init; }

    /// <summary>Most items, 1 to 50. Default: 20.</summary>
    /// <example>20</example>
    [FromQuery] public int? Limit { get; init; }
}

/// <summary>What was found.</summary>
public enum SearchKind
{
    /// <summary>A data set.</summary>
    Dataset,

    /// <summary>An indicator of the edition in force.</summary>
    Indicator,

    /// <summary>A series of a data set.</summary>
    Series,

    /// <summary>An area.</summary>
    Area,

    /// <summary>A record of evidence that is public. No other is ever found, whatever the caller may read.</summary>
    Evidence,
}

/// <summary>What was found, the best first.</summary>
public sealed record SearchHitPageView
{
    /// <summary>What fits; empty when nothing does.</summary>
    public required IReadOnlyList<SearchHitView> Items { get; init; }

    /// <summary>Cursor of the next page, as lists have it; always null here, since there is no further page: add words to find less.</summary>
    /// <example>eyJxdWVyeSI6IkFHUTgifQ</example>
    public required string? Next { get; init; }

    /// <summary>What was not searched, as a sentence; absent when everything was.</summary>
    /// <example>Of public evidence, only the 200000 records that changed last are searched.</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Unsearched { get; init; }
}

/// <summary>Something that fits the words, and why.</summary>
public sealed record SearchHitView
{
    /// <summary>What it is.</summary>
    public required SearchKind Kind { get; init; }

    /// <summary>Its id or code.</summary>
    /// <example>EG_FEC_RNEW</example>
    public required string Id { get; init; }

    /// <summary>Its title or name.</summary>
    /// <example>Renewable energy share in the total final energy consumption (%)</example>
    public required string Title { get; init; }

    /// <summary>The data set of a series; absent for all else.</summary>
    /// <example>sdg-demo</example>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Dataset { get; init; }

    /// <summary>Where to read it, below this server.</summary>
    /// <example>/v1/series/EG_FEC_RNEW?dataset=sdg-demo</example>
    public required string Url { get; init; }

    /// <summary>Rank, 0 to 1: exact code 1, exact title 0.95, title that begins so 0.8, series of the indicator and evidence of the case 0.7, words 0.5; areas as <c>/v1/areas/resolve</c> ranks them. It orders and is no probability.</summary>
    /// <example>0.8</example>
    public required double Score { get; init; }

    /// <summary>Why it was found, as a sentence.</summary>
    /// <example>Its title begins with 'renewable'.</example>
    public required string Reason { get; init; }
}
