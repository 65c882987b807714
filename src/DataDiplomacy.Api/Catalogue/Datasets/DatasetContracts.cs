using System.Text.Json;
using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Datasets;

/// <summary>Registers a data set.</summary>
public sealed record RegisterDataset : DescribeDataset
{
    /// <summary>Lower-case slug, unique on this server: letters, digits and hyphens, 2 to 64 characters, such as <c>sdg</c>.</summary>
    /// <example>sdg-demo</example>
    [JsonPropertyOrder(-1)]
    public required string Id { get; init; }
}

/// <summary>Replaces the description of a data set; its versions stay as they are.</summary>
public record DescribeDataset
{
    /// <summary>Name for people, 1 to 300 characters.</summary>
    /// <example>SDG indicators</example>
    public required string Title { get; init; }

    /// <summary>What it holds and how it was made, at most 10,000 characters.</summary>
    /// <example>Five series in two vintages.</example>
    public string? Description { get; init; }

    /// <summary>The kind of source.</summary>
    public required SourceKind SourceKind { get; init; }

    /// <summary>The licence or the terms of use, as SPDX identifier, address or text, 1 to 2,000 characters.</summary>
    /// <example>CC-BY-4.0</example>
    public required string Licence { get; init; }

    /// <summary>To whom the data may be passed on.</summary>
    public required Redistribution Redistribution { get; init; }

    /// <summary>Who may see the data on this server.</summary>
    public required Handling Handling { get; init; }

    /// <summary>The organisation that publishes it, at most 300 characters.</summary>
    /// <example>United Nations Statistics Division</example>
    public string? Publisher { get; init; }

    /// <summary>How to cite it, at most 2,000 characters.</summary>
    /// <example>UNSD, Global SDG Indicators Database</example>
    public string? Citation { get; init; }

    /// <summary>Mapping of columns for imports of format <c>csv</c>: <c>{ "series": column, "area": column, "period": column, "value": column, "dimensions": { "SEX": column } }</c>.</summary>
    /// <example>{"series":"SeriesCode","area":"GeoAreaCode","period":"TimePeriod","value":"Value","dimensions":{"SEX":"Sex"}}</example>
    public JsonElement? Mapping { get; init; }

    /// <summary>
    /// What is said of the source by its kind, each field optional. <c>officialStatistics</c>: custodian, method. <c>online</c>: platform, collectionTerms.
    /// <c>sensor</c>: device, calibratedAt (day), calibration. <c>satellite</c>: sensor, resolutionMetres (above 0), acquiredFrom, acquiredTo (days). <c>text</c>: language (BCP 47), channel.
    /// <c>transaction</c>: system, unitOfRecord. Other fields are refused.
    /// </summary>
    /// <example>{"custodian":"World Health Organization","method":"Household surveys"}</example>
    public JsonElement? SourceDetails { get; init; }
}

/// <summary>Lists data sets.</summary>
public sealed record ListDatasets
{
    /// <summary>Words that id, title, description or publisher contain, ignoring case; all of them.</summary>
    /// <example>sdg</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>Kind of source: <c>officialStatistics</c>, <c>online</c>, <c>sensor</c>, <c>satellite</c>, <c>text</c>, <c>transaction</c>.</summary>
    /// <example>officialStatistics</example>
    [FromQuery] public string? SourceKind { get; init; }

    /// <summary>The state to read: what was recorded at or before this instant (RFC 3339, or a date meaning 00:00 UTC). Default: now.</summary>
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

/// <summary>A data set: a body of observations that is published, versioned and licensed as one.</summary>
public sealed record DatasetView
{
    /// <summary>Lower-case slug.</summary>
    /// <example>sdg-demo</example>
    public required string Id { get; init; }

    /// <summary>Name for people.</summary>
    /// <example>SDG indicators</example>
    public required string Title { get; init; }

    /// <summary>What it holds and how it was made; null when nobody said.</summary>
    /// <example>Five series in two vintages.</example>
    public required string? Description { get; init; }

    /// <summary>The kind of source.</summary>
    public required SourceKind SourceKind { get; init; }

    /// <summary>The licence or the terms of use.</summary>
    /// <example>CC-BY-4.0</example>
    public required string Licence { get; init; }

    /// <summary>To whom the data may be passed on.</summary>
    public required Redistribution Redistribution { get; init; }

    /// <summary>Who may see the data on this server.</summary>
    public required Handling Handling { get; init; }

    /// <summary>The organisation that publishes it; null when unknown.</summary>
    /// <example>United Nations Statistics Division</example>
    public required string? Publisher { get; init; }

    /// <summary>How to cite it; null when nobody said.</summary>
    /// <example>UNSD, Global SDG Indicators Database</example>
    public required string? Citation { get; init; }

    /// <summary>What is said of the source by its kind, as it was sent; null when nobody said.</summary>
    /// <example>{"custodian":"World Health Organization","method":"Household surveys"}</example>
    public required JsonElement? SourceDetails { get; init; }

    /// <summary>When it was registered here, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When its description last changed, UTC.</summary>
    /// <example>2026-11-25T01:29:27.284Z</example>
    public required DateTime UpdatedAt { get; init; }

    /// <summary>The newest version as of the state that was asked for; null before the first import.</summary>
    public required DatasetVersionView? LatestVersion { get; init; }

    /// <summary>Counts the changes of the description; the ETag of PUT and DELETE.</summary>
    [JsonIgnore]
    public int Revision { get; init; }

    /// <summary>The state that was asked for, which holds for its versions too; null for now.</summary>
    [JsonIgnore]
    public string? AsOf { get; init; }
}
