namespace DataDiplomacy.Core.Catalogue;

/// <summary>A country, region or grouping, keyed by its M49 code.</summary>
public sealed record Area
{
    /// <summary>M49 code without leading zeros, as the files of the United Nations write it: <c>4</c>, <c>404</c>.</summary>
    public required string Code { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code (ISO 3166-3 for a former country), or null when there is none.</summary>
    public string? Iso2 { get; init; }

    /// <summary>ISO 3166-1 alpha-3 code (ISO 3166-3 for a former country), or null when there is none.</summary>
    public string? Iso3 { get; init; }

    /// <summary>English name in United Nations usage.</summary>
    public required string Name { get; init; }

    /// <summary>Whether this is the world, a region, a country, a former country or an aggregate.</summary>
    public required AreaType Type { get; init; }

    /// <summary>First day on which the area existed; null when not stated.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>Last day on which the area existed, the day of transition included; null when it still exists.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>M49 code of the smallest region that contains the area; null for the world and for aggregates.</summary>
    public string? Parent { get; init; }

    /// <summary>M49 codes of the areas that followed a former one; empty otherwise.</summary>
    public IReadOnlyList<string> Successors { get; init; } = [];

    /// <summary>True when a data file named the area and the reference list does not have it; its code is then the file's, not M49.</summary>
    public bool Provisional { get; init; }

    /// <summary>Whether M49 lists it today. Former countries and groupings of publishers are known, but enter a server's list with the data that names them.</summary>
    public bool Listed => Type is not (AreaType.Former or AreaType.Aggregate or AreaType.Other);

    /// <summary>Whether the area existed on the day; true when the bounds are not stated.</summary>
    public bool ExistedOn(DateOnly day) =>
        (ValidFrom is null || ValidFrom <= day) && (ValidTo is null || day <= ValidTo);
}
