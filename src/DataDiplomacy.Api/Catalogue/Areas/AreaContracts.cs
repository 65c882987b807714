using System.Text.Json.Serialization;
using DataDiplomacy.Core.Catalogue;
using Microsoft.AspNetCore.Mvc;

namespace DataDiplomacy.Api.Catalogue.Areas;

/// <summary>Lists areas: those of the reference list by M49 code, then those that only data files name.</summary>
public sealed record ListAreas
{
    /// <summary>Kinds of area, separated by commas; any of them: <c>world</c>, <c>region</c>, <c>subregion</c>, <c>intermediateRegion</c>, <c>country</c>, <c>former</c>, <c>aggregate</c>, <c>other</c>.</summary>
    /// <example>country,former</example>
    [FromQuery] public string[]? Type { get; init; }

    /// <summary>Groups, separated by commas: members of any of them. M49 code of a region, or <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>.</summary>
    /// <example>LDC</example>
    [FromQuery] public string[]? Group { get; init; }

    /// <summary>Words with which a word of a name or a code begins; all of them. Case, accents and punctuation are ignored.</summary>
    /// <example>ken</example>
    [FromQuery] public string? Q { get; init; }

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

/// <summary>Lists groups of areas.</summary>
public sealed record ListAreaGroups
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

/// <summary>Asks which areas a code or a name may mean.</summary>
public sealed record ResolveArea
{
    /// <summary>A code or a name, 1 to 200 characters, such as <c>NA</c>, <c>Swaziland</c>, <c>842</c>. Case, accents, punctuation and "the" are ignored.</summary>
    /// <example>NA</example>
    [FromQuery] public string? Q { get; init; }

    /// <summary>
    /// Scheme to look in: <c>m49</c>, <c>iso2</c>, <c>iso3</c>, <c>comtrade</c>, <c>unhcr</c>, <c>fips</c>, <c>ioc</c>, <c>userAssigned</c>, <c>provisional</c>,
    /// or one of names; <c>name</c> stands for all names. Default: all, those that clash with ISO or M49 only when nothing else fits.
    /// </summary>
    /// <example>iso2</example>
    [FromQuery] public string? Scheme { get; init; }

    /// <summary>Day on which the area should have existed, such as <c>1985-01-01</c>. Others stay candidates, ranked lower, with successors or predecessors. Default: any day.</summary>
    /// <example>1985-01-01</example>
    [FromQuery] public string? On { get; init; }
}

/// <summary>A country, region or grouping. The designations imply no opinion about the status of a territory.</summary>
public sealed record AreaView
{
    /// <summary>M49 code without leading zeros, as the UN's files write it; for a provisional area the code of the file that named it.</summary>
    /// <example>404</example>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code (3166-3 for a former country); null without one. <c>NA</c> is Namibia.</summary>
    /// <example>KE</example>
    public required string? Iso2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3 code (3166-3 for a former country); null without one.</summary>
    /// <example>KEN</example>
    public required string? Iso3 { get; init; }

    /// <summary>English name in United Nations usage.</summary>
    /// <example>Kenya</example>
    public required string Name { get; init; }

    /// <summary>The kind of area; <c>country</c> is the UN's "country or area" and includes territories.</summary>
    public required AreaType Type { get; init; }

    /// <summary>M49 code of the smallest region that contains it; null for the world, aggregates and provisional areas.</summary>
    /// <example>14</example>
    public required string? Parent { get; init; }

    /// <summary>First day on which it existed; null when not stated.</summary>
    /// <example>2011-07-09</example>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which it existed, the day of transition included; null while it exists.</summary>
    /// <example>1991-12-26</example>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>M49 codes of the areas that followed a former one; empty otherwise.</summary>
    /// <example>["203","703"]</example>
    public required IReadOnlyList<string> Successors { get; init; }

    /// <summary>Codes of the groups that it is a member of, in natural order; empty for regions and former countries.</summary>
    /// <example>["1","2","14","202"]</example>
    public required IReadOnlyList<string> Groups { get; init; }

    /// <summary>Other names and codes; given for a single area only, not in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AreaAliasView>? Aliases { get; init; }

    /// <summary>True when only a data file names it: not in the reference list, seen by those who may see that data.</summary>
    public required bool Provisional { get; init; }
}

/// <summary>Another name or code of an area.</summary>
public sealed record AreaAliasView
{
    /// <summary>The name or code as its scheme writes it.</summary>
    /// <example>Republic of Kenya</example>
    public required string Alias { get; init; }

    /// <summary>The scheme: <c>formerName</c>, <c>nameFr</c>, <c>comtrade</c>, <c>unhcr</c>, …</summary>
    /// <example>officialName</example>
    public required string Scheme { get; init; }

    /// <summary>First day of its use; null when not stated.</summary>
    /// <example>1968-09-06</example>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day of its use; null while in use or when not stated.</summary>
    /// <example>2018-04-19</example>
    public required DateOnly? ValidTo { get; init; }
}

/// <summary>A named set of areas.</summary>
public sealed record AreaGroupView
{
    /// <summary>M49 code of the region, or <c>LDC</c>, <c>LLDC</c>, <c>SIDS</c>.</summary>
    /// <example>LDC</example>
    public required string Code { get; init; }

    /// <summary>English name.</summary>
    /// <example>Least developed countries</example>
    public required string Name { get; init; }

    /// <summary>Whether it is a region or a group of development policy.</summary>
    public required AreaGroupKind Kind { get; init; }

    /// <summary>Where the membership is from.</summary>
    /// <example>UN M49 table, as carried by datasets/country-codes (commit caa72d1)</example>
    public required string Source { get; init; }

    /// <summary>State of the source; memberships carry no dates of their own.</summary>
    /// <example>2024</example>
    public required string Edition { get; init; }

    /// <summary>M49 codes of the member countries and areas, in natural order.</summary>
    /// <example>["4","24","50"]</example>
    public required IReadOnlyList<string> Members { get; init; }
}

/// <summary>The areas that a code or a name may mean.</summary>
public sealed record AreaResolutionView
{
    /// <summary>At most 20 candidates, best first; empty only with a <c>reason</c>.</summary>
    public required IReadOnlyList<AreaCandidateView> Candidates { get; init; }

    /// <summary>Why there is no candidate; null when there is one.</summary>
    /// <example>No area has the code or name 'Narnia', and none is near it.</example>
    public required string? Reason { get; init; }
}

/// <summary>An area that the query may mean, and why.</summary>
public sealed record AreaCandidateView
{
    /// <summary>M49 code without leading zeros; for a provisional area the code of the file that named it.</summary>
    /// <example>516</example>
    public required string Code { get; init; }

    /// <summary>English name in United Nations usage.</summary>
    /// <example>Namibia</example>
    public required string Name { get; init; }

    /// <summary>Scheme that matched, or <c>successor</c>, <c>predecessor</c>.</summary>
    /// <example>iso2</example>
    public required string Scheme { get; init; }

    /// <summary>Why it is offered, as a sentence.</summary>
    /// <example>It has the iso2 code NA.</example>
    public required string Reason { get; init; }

    /// <summary>First day on which the area existed; null when not stated.</summary>
    /// <example>1990-03-21</example>
    public required DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the area existed; null while it exists.</summary>
    /// <example>1991-12-26</example>
    public required DateOnly? ValidTo { get; init; }

    /// <summary>Rank, 0 to 1; 1 is a code in force. It orders candidates and is no probability.</summary>
    /// <example>1</example>
    public required double Score { get; init; }
}
